package markup

import (
	"strings"
	"testing"
	"time"
)

// TestNoMarksSlowParsing would need minutes were any of the marks read as
// what they are.
func TestNoMarksSlowParsing(t *testing.T) {
	t.Parallel()
	const many = 100_000
	start := time.Now()
	for _, marks := range []string{">", "> ", "- ", "1. ", "> - ", "* > 1) ", "[a](", "![a](b"} {
		deep := strings.Repeat(marks, many/len(marks)) + "*word* <b>"
		for _, kind := range []Kind{Markdown, Text} {
			b := Body{deep, kind}
			md := b.Markdown()
			if flat(md) != md || (Body{md, Markdown}).Markdown() != md {
				t.Errorf("%q stays dear", marks)
			}
			if !strings.Contains(b.Plain(), "word") || len(Blocks(md)) == 0 {
				t.Errorf("%q is lost", marks)
			}
			Words(md)
		}
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("took %v", took)
	}
}

func TestNoListOpensFarToTheRight(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for k := range 1000 {
		b.WriteString(strings.Repeat("  ", k) + "- a\n")
	}
	md := Body{b.String(), Markdown}.Markdown()
	if lists := strings.Count(flat(md), " - a\n"); lists != maxIndent/2 {
		t.Errorf("%d lists in each other", lists)
	}
	if words := strings.Count((Body{md, Markdown}).Plain(), "a"); words != 1000 {
		t.Errorf("%d words of 1,000", words)
	}
}

func TestOnlyTooManyMarksAreFlat(t *testing.T) {
	t.Parallel()
	for _, md := range []string{
		strings.Repeat("> ", maxNested) + "a", strings.Repeat("- ", 200), "> " + strings.Repeat("* ", 200) + "\n",
		strings.Repeat("-", 200), strings.Repeat("-", 200) + " a", strings.Repeat("a > - ", 200), strings.Repeat("1", 200) + ". a",
		strings.Repeat("[a](b) ", maxLinks), strings.Repeat("[a](b)\n", 2*maxLinks),
		strings.Repeat("[a]\n", maxBrackets), strings.Repeat("\\[a]\n", 2*maxBrackets),
	} {
		if got := flat(md); got != md {
			t.Errorf("%.300q became %.300q", md, got)
		}
	}
	quotes, links := strings.Repeat("> ", maxNested), strings.Repeat("[a](b) ", maxLinks)
	dear := "a\n" + quotes + "> > b\nc > d\n" + links + "[a](b)"
	if got, want := flat(dear), "a\n"+quotes+"x > b\nc > d\n"+links+"[a]xb)"; got != want {
		t.Errorf("%q became %q", dear, got)
	}
	if got, want := shallow(dear), "a\n"+quotes+"\\> > b\nc > d\n"+links+"[a]\\(b)"; got != want {
		t.Errorf("%q became %q", dear, got)
	}
	brackets := strings.Repeat("[a]\n", maxBrackets)
	if got, want := shallow(brackets+"[a] [b]"), brackets+"\\[a] \\[b]"; got != want {
		t.Errorf("brackets became %q", got[len(brackets):])
	}
}
