package format

import (
	"strings"
	"testing"
)

func TestWideTextIsReadWithItsMarkAndWithout(t *testing.T) {
	t.Parallel()
	const in = `{"title":"Ladder","post":{"body":"x"},"comments":[{"level":1,"author":"Zoë","body":"5 € 🪜"}]}`
	for _, w := range wides {
		for _, mark := range []string{"", w.mark} {
			data, err := w.enc.NewEncoder().String(in)
			if err != nil {
				t.Fatal(err)
			}
			th, err := Read([]byte(mark+data), "")
			if err != nil || th.Len() != 2 || th.Name(1) != "Zoë" || th.At(1).Body.Raw != "5 € 🪜" {
				t.Errorf("%s, letters at %d, mark %q: %v, %v", w.name, w.at, mark, th, err)
			}
		}
	}
}

func TestWhatOnlyHasZerosInItIsNotWide(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"", "a\x00", "\x01\x00\x02\x00\x03\x00\x04\x00", "ann\x00\x00bo", strings.Repeat("\x00", 64), "a\x00b\x00c\x00de"} {
		if out, err := narrow([]byte(in)); out != nil || err != nil {
			t.Errorf("%q is %q, %v", in, out, err)
		}
	}
}
