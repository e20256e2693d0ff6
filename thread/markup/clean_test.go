package markup

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestCleanMakesTextSafe(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"plain", "plain, ünïcödé, 日本語", "plain, ünïcödé, 日本語"},
		{"escape sequences show", "\x1b[31mred\a\x00", "␛[31mred␇␀"},
		{"tabs go to the next stop", "\ta\tbc\n\td", "    a   bc\n    d"},
		{"line ends", "a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"},
		{"DEL, C1, broken UTF-8", "a\x7fb\u009bc\xffd", "a�b�c�d"},
		{"bidi controls", "a\u202eb\u2066c\u200fd\u061ce", "abcde"},
		{"zero width", "a\u200bb\u2060c\ufeffd\u00ade\u3164f", "abcdef"},
		{"tags and private use", "a\U000e0041b\ue000c\U000f0000d", "abcd"},
		{"towers of marks", "a" + strings.Repeat("\u0301", 20) + "b", "a" + strings.Repeat("\u0301", 8) + "b"},
		{"marks around what goes", "a" + strings.Repeat("\u0301\u200b", 20), "a" + strings.Repeat("\u0301", 8)},
		{"joined emoji stay", "👩\u200d👧 ❤\ufe0f\u200d🔥", "👩\u200d👧 ❤\ufe0f\u200d🔥"},
		{"joiners elsewhere go", "a\u200db\u200d", "ab"},
		{"one variation selector", "❤\ufe0f\ufe0f\ufe01", "❤\ufe0f"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCleanLineStaysOnOneLine(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"ann": "ann", " ann \n b\t\x1b": "ann b ␛", "a  b": "a b", "": "", "  ": "", "é\u2028f": "é f",
	} {
		if got := CleanLine(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestHiddenTextIsNoticed(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"plain ünï 日本": false, "a\u202eb": true, "a\u200bb": true, "a\U000e0041": true,
		"soft\u00adhyphen": false, "می\u200cخواهم": false, "\ufeffbom": false, "👩\u200d👧": false,
	} {
		if Hidden(in) != want {
			t.Errorf("%q: hidden is %v", in, !want)
		}
	}
}

// checkClean fails unless text is safe for a terminal.
func checkClean(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Fatalf("not UTF-8: %q", text)
	}
	for _, r := range text {
		if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || unicode.Is(unicode.Co, r) {
			t.Fatalf("%U in %q", r, text)
		}
	}
}

// TestNothingInvisibleIsLeft looks at all that Unicode has. Of its format
// characters only those that stand before numbers, in Arabic and Syriac, show
// something.
func TestNothingInvisibleIsLeft(t *testing.T) {
	t.Parallel()
	for r := range unicode.MaxRune + 1 {
		invisible := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point)
		if invisible && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) && r != '\n' && strings.ContainsRune(Clean("a"+string(r)+"b"), r) {
			t.Errorf("%U is left", r)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b[0m\u202e\t👩\u200d\u200d👧\ufe0f\ufe0f" + strings.Repeat("\u0301", 9) + "\r\n\xff")
	f.Fuzz(func(t *testing.T, s string) {
		clean := Clean(s)
		checkClean(t, clean)
		if again := Clean(clean); again != clean {
			t.Errorf("%q, cleaned again: %q", clean, again)
		}
		if Hidden(clean) {
			t.Errorf("something is still hidden in %q", clean)
		}
		if line := CleanLine(s); strings.ContainsAny(line, "\n\t") || strings.Contains(line, "  ") {
			t.Errorf("%q is no line", line)
		}
	})
}

func BenchmarkCleanMB(b *testing.B) {
	for name, line := range map[string]string{
		"ASCII":    "The quick brown fox jumps over the lazy dog, again and again.\n",
		"Cyrillic": "Съешь же ещё этих мягких французских булок, да выпей чаю.\n",
		"dirty":    "A tab\there and an escape \x1b[0m there, “quoted”.\n",
	} {
		text := strings.Repeat(line, 1<<20/len(line))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Clean(text)
			}
		})
	}
}
