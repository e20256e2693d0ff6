package format

import (
	"fmt"

	"skein/thread"
	"skein/thread/format/mail"
)

// A File is one file of a folder: its name, its bytes, and why it could not
// be read.
type File = mail.File

// ReadFolder finds the discussion in the files of a folder, in their order: a
// message or a mailbox in each. No format but mail lies in folders, so name
// is "mail" or empty.
//
// Files that are no mail or could not be read are left out, and the error
// names the first of them. Without any mail there is no thread and the error
// is ErrFolder, or wraps it.
func ReadFolder(files []File, name string) (*thread.Thread, error) {
	switch {
	case name != "" && !known(name):
		return nil, unknownName(name)
	case name != "" && name != "mail":
		return nil, fmt.Errorf("is a folder, which can be read as mail only, not as %s", name)
	}
	b := &thread.Builder{Format: "mail"}
	err := mail.ReadFolder(files, b)
	t := b.Thread()
	if nothingIn(t) {
		return nil, err
	}
	return t, err
}

// ErrFolder is the error for a folder that holds no thread.
var ErrFolder = mail.ErrNoMail
