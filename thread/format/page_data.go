package format

import (
	"cmp"
	"strings"
)

// readData reads the comments that a page brings along as JSON, for its scripts
// to show them, where it shows none itself.
func (p *page) readData() error {
	for _, script := range p.all(isTag("script")) {
		if script.Attr("type") != "application/json" {
			continue
		}
		data := []byte(strings.TrimSpace(script.Inner()))
		switch {
		case kindOf(data) != isJSON:
			continue
		case sniffComments(data):
			_ = readComments(data, p.builder) // what it has is what there is
		case sniffReferred(data):
			_ = readReferred(data, p.builder)
		}
		if p.builder.Len() > 0 {
			p.builder.Title = cmp.Or(p.builder.Title, p.title(p.Len()))
			p.builder.URL = cmp.Or(p.builder.URL, p.address())
			return nil
		}
	}
	return ErrUnknown
}
