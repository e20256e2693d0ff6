package draw

import "strings"

// The gutter is one margin cell, then two cells for every level that has a
// guide, then two cells of the row's own: the focus bar or its own guide.
const (
	margin   = 1
	perLevel = 2
)

// TextCells is what text should not become narrower than on a screen that
// has them, and fewestLevels the guides that show on any but the narrowest.
const (
	TextCells    = 40
	fewestLevels = 2
	narrowest    = 24
)

// A Gutter is what stands to the left of a row's text.
type Gutter struct {
	Guides   int  // guides of the comments above
	Focused  bool // this row has the focus
	Open     bool // its own replies stand below it
	Inferred bool // nobody but skein says that it stands where it does
}

// Width is the cells that a gutter takes.
func (g Gutter) Width() int { return margin + perLevel*(g.Guides+1) }

// Levels is how many guides a page of that many cells has room for beside
// text of TextCells.
func Levels(page int) int {
	if page < narrowest {
		return 0
	}
	return max((page-Gutter{}.Width()-TextCells)/perLevel, fewestLevels)
}

// Line is the gutter beside a line of the row.
func (g Gutter) Line(t *Theme) string {
	var b strings.Builder
	g.above(&b, t)
	switch {
	case g.Focused:
		b.WriteString(t.Focus.Render("▍"))
	case g.Open:
		b.WriteString(t.Guide(g.Guides).Render("│"))
	default:
		b.WriteByte(' ')
	}
	b.WriteByte(' ')
	return b.String()
}

// Gap is the gutter of the line between two rows, g being that of the lower.
func (g Gutter) Gap(t *Theme) string {
	var b strings.Builder
	g.above(&b, t)
	return strings.TrimRight(b.String(), " ")
}

func (g Gutter) above(b *strings.Builder, t *Theme) {
	b.WriteByte(' ')
	for i := range g.Guides {
		line := "│"
		if g.Inferred && i == g.Guides-1 {
			line = "┊"
		}
		b.WriteString(t.Guide(i).Render(line))
		b.WriteByte(' ')
	}
}
