package format

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
)

// readData reads the comments that a page brings along as JSON, for its scripts
// to show them, where it shows none itself. Where in that an error is says
// nothing of the page.
func (p *page) readData() error {
	for _, script := range p.all(isTag("script")) {
		if script.Attr("type") != "application/json" {
			continue
		}
		data := []byte(strings.TrimSpace(script.Inner()))
		var err error
		switch {
		case kindOf(data) != isJSON:
			continue
		case sniffComments(data):
			err = readComments(data, p.builder)
		case sniffReferred(data):
			err = readReferred(data, p.builder)
		}
		if p.builder.Len() == 0 {
			continue
		}
		p.builder.Title = cmp.Or(p.builder.Title, p.title(p.Len()))
		p.builder.URL = cmp.Or(p.builder.URL, p.address())
		if damage, ok := errors.AsType[*SyntaxError](err); ok {
			err = fmt.Errorf("the data in the page: %w", damage.Err)
		}
		return err
	}
	return ErrUnknown
}
