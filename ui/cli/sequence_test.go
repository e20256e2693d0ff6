package cli

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// A sequence is one escape sequence, control character, run of plain text or
// other grapheme of output.
type sequence struct {
	text   string
	kind   kind
	final  string // of CSI: prefix, intermediate and final byte
	params []int  // of CSI
	data   string // of OSC
}

// A kind is what a terminal does with a sequence.
type kind int

const (
	printed kind = iota
	control      // C0, C1 or a lone ESC with a letter
	csi
	osc
	stringSequence // DCS, APC, PM, SOS
)

// sequences yields what a terminal makes of output.
func sequences(output []byte) iter.Seq[sequence] {
	return func(yield func(sequence) bool) {
		p := ansi.GetParser()
		defer ansi.PutParser(p)
		state := byte(ansi.NormalState)
		for len(output) > 0 {
			if n := plainRun(output); n > 0 && state == ansi.NormalState {
				if !yield(sequence{text: string(output[:n]), kind: printed}) {
					return
				}
				output = output[n:]
				continue
			}
			seq, width, n, next := ansi.DecodeSequence(output, state, p)
			output, state = output[n:], next
			if !yield(decoded(seq, width, p)) {
				return
			}
		}
	}
}

func decoded(seq []byte, width int, p *ansi.Parser) sequence {
	s := sequence{text: string(seq)}
	switch {
	case ansi.HasCsiPrefix(seq):
		s.kind = csi
		cmd := ansi.Cmd(p.Command())
		for _, b := range []byte{cmd.Prefix(), cmd.Intermediate(), cmd.Final()} {
			if b != 0 {
				s.final += string(rune(b))
			}
		}
		for _, param := range p.Params() {
			s.params = append(s.params, param.Param(0))
		}
	case ansi.HasOscPrefix(seq):
		s.kind, s.data = osc, string(p.Data())
	case ansi.HasDcsPrefix(seq), ansi.HasApcPrefix(seq), ansi.HasPmPrefix(seq), ansi.HasSosPrefix(seq):
		s.kind = stringSequence
	case width == 0 && (seq[0] < ' ' || seq[0] == 0x7f || seq[0] >= 0x80 && seq[0] < 0xa0):
		s.kind = control
	case width == 0 && len(seq) > 0 && seq[0] == 0xc2 && len(seq) == 2 && seq[1] < 0xa0:
		s.kind = control // C1 in UTF-8
	}
	return s
}

// param is the parameter at that place, 0 where it is left out.
func (s sequence) param(k int) int {
	if k < len(s.params) {
		return s.params[k]
	}
	return 0
}

// An alteration is what output has changed of a terminal since it was new.
type alteration struct {
	modes    map[int]bool // that are not as at first
	keyboard int          // levels of the kitty keyboard protocol
	modified bool         // modifyOtherKeys
	styled   bool
	linked   bool
	cursor   int // its style
}

// alteredBy lists what output leaves changed of a terminal, other than text.
func alteredBy(output []byte) []string {
	a := alteration{modes: map[int]bool{}}
	for s := range sequences(output) {
		switch s.kind {
		case csi:
			a.csi(s)
		case osc:
			if link, ok := strings.CutPrefix(s.data, "8;"); ok {
				a.linked = !strings.HasSuffix(link, ";")
			}
		}
	}
	return a.list()
}

func (a *alteration) csi(s sequence) {
	const wrap, cursor = 7, 25 // on at first
	switch s.final {
	case "?h", "?l":
		for _, mode := range s.params {
			if on := s.final == "?h"; on != (mode == wrap || mode == cursor) {
				a.modes[mode] = true
			} else {
				delete(a.modes, mode)
			}
		}
	case ">u":
		a.keyboard++
	case "<u":
		a.keyboard = max(a.keyboard-max(s.param(0), 1), 0)
	case "=u":
		if s.param(0) == 0 {
			a.keyboard = 0
		}
	case ">m":
		a.modified = s.param(1) != 0
	case "m":
		a.styled = slices.ContainsFunc(s.params, func(p int) bool { return p != 0 })
	case " q":
		a.cursor = s.param(0)
	}
}

func (a *alteration) list() []string {
	var all []string
	for _, mode := range slices.Sorted(maps.Keys(a.modes)) {
		all = append(all, fmt.Sprintf("mode %d changed", mode))
	}
	for what, is := range map[string]bool{
		"its keyboard protocol on": a.keyboard > 0, "modifyOtherKeys on": a.modified,
		"a style on": a.styled, "a link open": a.linked, "another cursor": a.cursor != 0,
	} {
		if is {
			all = append(all, what)
		}
	}
	return all
}

func TestWhatIsLeftChangedIsSeen(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		output string
		want   int
	}{
		{"plain", 0},
		{"\x1b[?1049h\x1b[?25l\x1b[?2004h", 3},
		{"\x1b[?1049h\x1b[?25l\x1b[?1049l\x1b[?25h", 0},
		{"\x1b[?1002;1006h\x1b[?1002l", 1},
		{"\x1b[>1u\x1b[>4;2m", 2},
		{"\x1b[>1u\x1b[<u\x1b[>4;2m\x1b[>4m", 0},
		{"\x1b[1;31m\x1b]8;;http://a.example\x07", 2},
		{"\x1b[1;31mred\x1b[m\x1b]8;;http://a.example\x07a\x1b]8;;\x07", 0},
	} {
		if got := alteredBy([]byte(c.output)); len(got) != c.want {
			t.Errorf("%q: %q", c.output, got)
		}
	}
}
