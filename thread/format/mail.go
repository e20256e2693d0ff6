package format

import (
	"errors"

	"skein/thread"
	"skein/thread/format/mail"
)

// readMail reads a mailbox or a message.
func readMail(data []byte, b *thread.Builder) error {
	err := mail.Read(data, b)
	if damage, ok := errors.AsType[*mail.DamageError](err); ok {
		return &SyntaxError{Offset: damage.Offset, Err: damage.Err}
	}
	return err
}
