package format

import (
	"regexp"
	"sync"
)

// pattern returns a regular expression that is compiled when it is first
// asked for. A file is in one format and needs few of them; to compile all
// before the first screen would cost every start what most never use.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
