//go:build unix

package cli

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// An allowance is what output may hold besides text.
type allowance struct {
	controls []string
	csi      string // final bytes of sequences without a prefix
	screen   bool   // modes, titles, questions and the clipboard, too
	links    bool
}

var (
	onScreen   = allowance{controls: []string{"\r", "\n", "\b", "\t", "\x1bM"}, csi: "mHABCDEFGIZdJKXPL@MSTbr`", screen: true, links: true}
	inColour   = allowance{controls: []string{"\n"}, csi: "m", links: true}
	onlyText   = allowance{controls: []string{"\n"}}
	skeinModes = []int{7, 25, 1002, 1003, 1006, 1049, 2004, 2026, 2027}
	ownCSI     = []string{">u", "<u", "?u", "=u", ">m", "?$p", "?W", " q"}
)

// foreign is what of the output is not allowed, once each.
func (a allowance) foreign(output []byte) []string {
	var all []string
	for s := range sequences(output) {
		if !a.allows(s) && !slices.Contains(all, s.text) {
			all = append(all, s.text)
		}
	}
	return all
}

func (a allowance) allows(s sequence) bool {
	switch s.kind {
	case printed:
		return plain(s.text)
	case control:
		return slices.Contains(a.controls, s.text)
	case csi:
		return a.allowsCSI(s)
	case osc:
		return a.allowsOSC(s.data)
	}
	return false
}

// allowsCSI refuses parameters that no screen is large enough for.
func (a allowance) allowsCSI(s sequence) bool {
	switch {
	case s.final == "?h", s.final == "?l":
		return a.screen && !slices.ContainsFunc(s.params, func(p int) bool { return !slices.Contains(skeinModes, p) })
	case slices.Contains(ownCSI, s.final):
		return a.screen && !slices.ContainsFunc(s.params, func(p int) bool { return p > 2027 })
	}
	return len(s.final) == 1 && strings.Contains(a.csi, s.final) &&
		!slices.ContainsFunc(s.params, func(p int) bool { return p > 400 })
}

var safeLink = regexp.MustCompile(`^8;[!-:<-~]*;((https?://|mailto:)[!-~]+)?$`)

func (a allowance) allowsOSC(data string) bool {
	kind, rest, _ := strings.Cut(data, ";")
	switch kind {
	case "8":
		return a.links && safeLink.MatchString(data)
	case "11":
		return a.screen && rest == "?"
	case "2":
		return a.screen && plain(rest)
	case "52":
		text, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(rest, "c;"))
		return a.screen && err == nil && plain(strings.ReplaceAll(string(text), "\n", ""))
	}
	return false
}

// plain says whether a text only shows itself.
func plain(text string) bool { return plainRun([]byte(text)) == len(text) }

// plainRun is how many bytes of output only show themselves, from its
// beginning: nothing that a terminal would obey, that hides, reorders or piles
// up. What piles up ends the run before the character that it is piled on.
func plainRun(output []byte) int {
	const most = 8
	base, marks := 0, 0
	for at := 0; at < len(output); {
		r, size := rune(output[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(output[at:])
		}
		switch {
		case r < utf8.RuneSelf && r >= ' ' && r != 0x7f:
			base, marks = at, 0
		case r == utf8.RuneError && size == 1, hides(r):
			return at
		case unicode.Is(unicode.Mn, r):
			marks++
		default:
			base, marks = at, 0
		}
		if marks > most {
			return base
		}
		at += size
	}
	return len(output)
}

// hides says whether a rune does more or less than show itself. Unicode calls
// signs before Arabic numbers format characters, too, which do show.
func hides(r rune) bool {
	const joiner = '\u200d'
	return unicode.In(r, unicode.Cc, unicode.Co, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point) ||
		unicode.Is(unicode.Cf, r) && r != joiner && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// TestWhatIsHostileIsNotAllowed holds the judge of the other tests against the
// texts themselves.
func TestWhatIsHostileIsNotAllowed(t *testing.T) {
	t.Parallel()
	ordinary := regexp.MustCompile(`^[\r\n\x08 -~]*$`)
	for _, h := range hostile {
		if ordinary.MatchString(h) {
			continue
		}
		if len(onlyText.foreign([]byte(h))) == 0 {
			t.Errorf("%q may be printed", h)
		}
		if strings.Contains(h, "31337") && len(onScreen.foreign([]byte(h))) == 0 {
			t.Errorf("%q may be on the screen", h)
		}
	}
	for link, want := range map[string]bool{
		"https://a.example/%1B": true, "mailto:ann@a.example": true, "": true,
		"javascript:pwned": false, "https://a.example/ pwned": false, "https://a.example/ä": false,
	} {
		if got := onScreen.allowsOSC("8;;" + link); got != want {
			t.Errorf("a link to %q: %v", link, got)
		}
	}
}
