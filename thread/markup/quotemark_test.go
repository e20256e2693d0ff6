package markup

import (
	"slices"
	"strings"
	"testing"
)

func TestPeopleQuoteWithMarksOfTheirOwn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"a name that is written above": {
			">>>>> \"Ann\" == Ann Bee <ann@bees.example> writes:\n\nAnn> The oven is\nAnn> cold.\n\nLight it.\n\nAnn> And then?\n",
			"\\>>>>> \"Ann\" == Ann Bee \\<ann@bees.example> writes:\n\n> The oven is  \n> cold.\n\nLight it.\n\n> And then?"},
		"initials, the name being on the line before": {
			"On Monday, Ann Bee <ann@bees.example>\nwrote:\n  AB> Cold.\n  AB> > Warm?\nNo.",
			"On Monday, Ann Bee \\<ann@bees.example>  \nwrote:\n\n> Cold.\n>\n> > Warm?\n\nNo."},
		"a name that nobody has": {
			"They say:\n\nmysql> select 1;\nmysql> quit", "They say:\n\nmysql> select 1;  \nmysql> quit"},
		"bars":              {"| The oven\n| is cold.\n|\n| Light it.\nI did.", "> The oven  \n> is cold.\n>\n> Light it.\n\nI did."},
		"colons in a quote": {"> : The oven\n> : is cold.\n> Yes.", "> > The oven  \n> > is cold.\n>\n> Yes."},
		"colons below who wrote it, of what are no sentences": {"Ann wrote:\n: \n: Oven:  cold\n:\n: Pan:   warm\nYes.",
			"Ann wrote:\n\n> Oven:  cold\n>\n> Pan:   warm\n\nYes."},
		"a bar and an arrow, below who wrote it": {"In her letter Ann writes:\n|> > Warm?\n|> Cold.\nYes.",
			"In her letter Ann writes:\n\n> > Warm?\n>\n> Cold.\n\nYes."},
		"numbers of posts":        {">>51971506\n>flat bed\nWhy?\n>>12 (OP)\n>>7 >>8\n>>5197150 no", "\\>>51971506\n\n> flat bed\n\nWhy?  \n\\>>12 (OP)  \n\\>>7 >>8  \n\\>>5197150 no"},
		"numbers that are quoted": {">>12 oars\n>>10.5 m\n> > 7", "> > 12 oars  \n> > 10.5 m  \n> > 7"},
		"a pipeline":              {"ovens\n|> map light\n|> each warm", "ovens  \n|> map light  \n|> each warm"},
		"one line only":           {"| The oven is cold.\nYes.", "| The oven is cold.  \nYes."},
		"a table":                 {"| oven | cold |\n| pan | warm |", "| oven | cold |  \n| pan | warm |"},
		"a tree":                  {"|   oven\n|   pan lid", "|   oven  \n|   pan lid"},
	} {
		b := Body{c.text, Text}
		if got := b.Markdown(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if got, want := strings.Fields(b.Plain()), strings.Fields((Body{c.want, Markdown}).Plain()); !slices.Equal(got, want) {
			t.Errorf("%s: the words are %q, want %q", name, got, want)
		}
	}
}
