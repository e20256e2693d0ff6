package markup

import (
	"strings"
	"testing"
	"time"
)

func TestVeryDeepMarksDoNotSlowParsing(t *testing.T) {
	t.Parallel()
	const many = 200_000
	for _, marks := range []string{">", "> ", "- ", "1. ", "> - ", "* > 1) "} {
		deep := strings.Repeat(marks, many/len(marks)) + "*word* <b>"
		for _, kind := range []Kind{Markdown, Text} {
			start := time.Now()
			b := Body{deep, kind}
			md := b.Markdown()
			if flat(md) != md || (Body{md, Markdown}).Markdown() != md {
				t.Errorf("%q stays deep", marks)
			}
			if !strings.Contains(b.Plain(), "word") || len(Blocks(md)) == 0 {
				t.Errorf("%q is lost", marks)
			}
			Words(md)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%q took %v", marks, took)
			}
		}
	}
}

func TestOnlyTooDeepMarksAreFlat(t *testing.T) {
	t.Parallel()
	for _, md := range []string{
		strings.Repeat("> ", maxNested) + "a", strings.Repeat("- ", 200), "> " + strings.Repeat("* ", 200) + "\n",
		strings.Repeat("-", 200), strings.Repeat("-", 200) + " a", strings.Repeat("a > - ", 200), strings.Repeat("1", 200) + ". a",
	} {
		if got := flat(md); got != md {
			t.Errorf("%.300q became %.300q", md, got)
		}
	}
	deep := "a\n" + strings.Repeat("> ", maxNested+2) + "b\nc > d"
	want := "a\n" + strings.Repeat("> ", maxNested) + "x x b\nc > d"
	if got := flat(deep); got != want {
		t.Errorf("%q became %q", deep, got)
	}
}
