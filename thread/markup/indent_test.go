package markup

import "testing"

func TestTheIndentOfThePageIsNoneOfTheBody(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"    One.\n    Two.", "One.\nTwo."},
		{"\tOne. \n\t\u200b\n\n    Two.\r", "One.\n\nTwo."},
		{"  One.\n\n     a stray\n\n  Two.", "One.\n\na stray\n\nTwo."},
		{"  Run:\n\n      for {\n        wait()\n      }", "Run:\n\n    for {\n      wait()\n    }"},
		{"  He said\n\n    that he would\n      not.", "He said\n\n  that he would\n    not."},
		{"", ""},
	} {
		b := Body{c.raw, Text | Indented}
		if got := b.Unwrapped(); got.Raw != c.want || got.Kind != Text {
			t.Errorf("%q is %q of kind %d, want %q", c.raw, got.Raw, got.Kind, c.want)
		}
		if got, want := b.Plain(), (Body{c.want, Text}).Plain(); got != want {
			t.Errorf("%q says %q, want %q", c.raw, got, want)
		}
	}
	if b := (Body{"    > One\n    > sh\n\n    ift.", Text | Indented}); NewWord("shift").MayBeIn(b) || !NewWord("ift").MayBeIn(b) {
		t.Error("a word is not looked for as in a text without indent")
	}
}

func TestTheMarksOfTheQuotationsAroundAreNoneOfTheBody(t *testing.T) {
	for _, c := range []struct {
		around    int
		raw, want string
	}{
		{0, "One.  \n> Two.", "One.  \n> Two."},
		{1, "> One. \n>\n> > Two.", "One.\n\n> Two."},
		{2, "> > One.\n>> Two.\n> >   three", "One.\nTwo.\n  three"},
		{2, "> > One,\n> lazily\non.", "One,\nlazily\non."},
		{MostWithin + 1, ">", ""},
	} {
		b := Body{c.raw, Markdown.Within(c.around)}
		if got := b.Unwrapped(); got.Raw != c.want || got.Kind != Markdown {
			t.Errorf("%q is %q of kind %d, want %q", c.raw, got.Raw, got.Kind, c.want)
		}
	}
	b := Body{"> > One *sh*ift.", Markdown.Within(2)}
	if got := b.Plain(); got != "One shift." || !NewWord("shift").MayBeIn(b) || NewWord("swift").MayBeIn(b) {
		t.Errorf("it says %q, and a word is not looked for as in other Markdown", got)
	}
}
