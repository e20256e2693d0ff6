package thread

import (
	"testing"
	"unicode/utf8"
)

func TestFoldingLeavesWhatPeopleType(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"case", "Tool LIBRARY", "tool library"},
		{"accents", "Café naïve Ångström", "cafe naive angstrom"},
		{"accents written apart", "Cafe\u0301", "cafe"},
		{"strokes and ligatures", "Łódź, Søren, ﬁne, Straße, ŒUVRE", "lodz, soren, fine, strasse, oeuvre"},
		{"curly quotes", "“don’t” «so» ‘it’s’ it´s", `"don't" "so" 'it's' it's`},
		{"dashes", "a—b a–b a‑b a−b", "a-b a-b a-b a-b"},
		{"white space", "a\n\n  b\u00a0\tc", "a b c"},
		{"bars of a rendering", "a\n▎ │ b", "a b"},
		{"what can't be seen", "a\u00ad\u200bb\x07\ufeff", "ab"},
		{"an ellipsis", "so…", "so..."},
		{"vowel signs that are no accents", "कि", "कि"},
		{"Greek", "ΟΔΟΣ ὁδός", "οδοσ οδοσ"},
		{"Korean, composed and apart", "한", "\u1112\u1161\u11ab"},
		{"broken UTF-8", "a\xffb", "a\ufffdb"},
	} {
		if got := Fold(c.text); got != c.want {
			t.Errorf("%s: Fold(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Café — “so”\n│ it goes", "ﬁ½…", "e\u0301\u0302 x", "\xff\xc3", "한국어", "´¨", "İ ŉ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("%q folds to %q, that to %q", s, once, twice)
		}
		if !utf8.ValidString(once) {
			t.Errorf("%q folds to %q", s, once)
		}
		checkTrace(t, s, once)
	})
}

// checkTrace holds every place in a traced text against its source.
func checkTrace(t *testing.T, s, want string) {
	t.Helper()
	starts := map[int]bool{len(s): true}
	for i := range s {
		starts[i] = true
	}
	f := trace(s)
	if string(f.text) != want || len(f.at) != len(want)+1 {
		t.Fatalf("%q traces %q with %d places, want %q", s, f.text, len(f.at), want)
	}
	for k := range f.text {
		r := f.source(k, k+1)
		if r[0] >= r[1] || r[1] > len(s) || !starts[r[0]] || !starts[r[1]] {
			t.Fatalf("%q: byte %d came from %v", s, k, r)
		}
		if k > 0 && f.at[k] < f.at[k-1] {
			t.Fatalf("%q: place %d goes back", s, k)
		}
	}
}
