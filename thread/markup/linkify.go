package markup

import (
	"regexp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// Linkify makes links of bare addresses, as goldmark's extension of that name
// does, but for one thing: no address holds a backtick. The extension comes
// before code spans, and the mark that opens one right behind a word
// (user=`ann@example.org`) would be lost in the address.
func Linkify() goldmark.Extender {
	const (
		host  = `[-\w@:%.+~#=]+\.[a-z]+`
		path  = `(?:[/#?][-\w@:%+.~#$!?&/=();,'">^{}\[\]]*)?`
		label = `[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?`
	)
	return extension.NewLinkify(
		extension.WithLinkifyURLRegexp(regexp.MustCompile(`^(?:https?|ftp)://`+host+`(?::\d+)?`+path)),
		extension.WithLinkifyWWWRegexp(regexp.MustCompile(`^www\.`+host+path)),
		extension.WithLinkifyEmailRegexp(regexp.MustCompile(`^[\w.!#$%&'*+/=?^{|}~-]+@`+label+`(?:\.`+label+`)*`)),
	)
}
