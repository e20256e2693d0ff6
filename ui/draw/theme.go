// Package draw draws a discussion: data in, lines out. It knows cells and
// colours but no keys and no files, and is shared by the screen and by printing.
//
// Every function returns lines that fit the width they were given, each
// complete in itself: what a line opens (a colour, a link) it also closes, so
// lines can be cut, reordered and put behind a gutter freely. Nothing but
// colours and web links ever gets into them, whatever the text says.
package draw

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// A Theme says how each part of the screen looks, by its role. Running text
// keeps the terminal's own colours; no role but the search marks has a
// background.
type Theme struct {
	Text  lipgloss.Style // what people wrote
	Dim   lipgloss.Style // figures, ages, hints
	Faint lipgloss.Style // what is there only when looked for

	Guides []lipgloss.Style // lines of the tree, by depth
	Focus  lipgloss.Style   // the accent: where the reader is
	New    lipgloss.Style   // what the reader has not seen

	Title  lipgloss.Style // of the thread
	Name   lipgloss.Style // of a commenter
	Poster lipgloss.Style // the mark of the post's author
	Rule   lipgloss.Style // lines that part

	Quote       lipgloss.Style // bar of a quote
	QuoteSource lipgloss.Style // bar and mark of a quote whose source is known
	Link        lipgloss.Style
	Emph        lipgloss.Style // what Markdown has between single stars
	Strong      lipgloss.Style // and between double stars
	Heading     lipgloss.Style
	Code        lipgloss.Style
	Keyword     lipgloss.Style // in code
	String      lipgloss.Style // in code
	Remark      lipgloss.Style // in code: what the language calls a comment

	Match        lipgloss.Style // a search hit
	MatchCurrent lipgloss.Style // the search hit the reader is at

	Status lipgloss.Style
	Notice lipgloss.Style
	Error  lipgloss.Style
	Key    lipgloss.Style // a key's name in the help
}

// A palette holds the colours of a theme.
type palette struct {
	dim, faint, accent, fresh, link, source, code, keyword, text, alarm string

	match, matchText, current, currentText string

	guides [6]string
}

// Muted hues on a dark ground: text stays the brightest thing on the screen.
var dark = palette{
	dim: "#8e93a8", faint: "#656a80", accent: "#e6b673", fresh: "#a5c48c",
	link: "#8fb4dc", source: "#93b58e", code: "#c3b6a0", keyword: "#b4a0cf",
	text: "#c6c9d4", alarm: "#e58a84",
	match: "#4d4632", matchText: "#f2e3bf", current: "#e6b673", currentText: "#1b1a17",
	guides: [6]string{"#6f86a8", "#7f9a78", "#a88c68", "#93799f", "#6b9695", "#a47b7b"},
}

// The same hues, darkened for a light ground.
var light = palette{
	dim: "#63687a", faint: "#858a99", accent: "#a05a00", fresh: "#4d7022",
	link: "#23619f", source: "#2f7d32", code: "#6b5836", keyword: "#6f4d98",
	text: "#3a3d48", alarm: "#b3322b",
	match: "#f3e3b3", matchText: "#3a2f10", current: "#a05a00", currentText: "#ffffff",
	guides: [6]string{"#6885ad", "#71916a", "#a6865c", "#937a9f", "#5e9190", "#a97a7a"},
}

// Dark is for light text on a dark ground.
func Dark() *Theme { return dark.theme() }

// Light is for dark text on a light ground.
func Light() *Theme { return light.theme() }

// Plain has no colours at all, for NO_COLOR and for paper.
func Plain() *Theme {
	none := lipgloss.NewStyle()
	return &Theme{
		Guides: []lipgloss.Style{none},
		Name:   none.Bold(true),
		Link:   none.Underline(true), Heading: none.Underline(true),
		Emph: none.Underline(true), Strong: none.Bold(true),
		Match: none.Reverse(true), MatchCurrent: none.Reverse(true).Bold(true).Underline(true),
		Status: none, Notice: none, Error: none, Key: none.Bold(true),
		Text: none, Dim: none, Faint: none, Focus: none, New: none, Title: none,
		Poster: none, Rule: none, Quote: none, QuoteSource: none,
		Code: none, Keyword: none, String: none, Remark: none,
	}
}

// theme gives each role its colour.
func (p palette) theme() *Theme {
	ink := func(c string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(lipgloss.Color(c))
	}
	t := &Theme{
		Text: lipgloss.NewStyle(), Dim: ink(p.dim), Faint: ink(p.faint),
		Focus: ink(p.accent), New: ink(p.fresh),
		Title: ink(p.text), Name: lipgloss.NewStyle().Bold(true), Poster: ink(p.source), Rule: ink(p.faint),
		Quote: ink(p.faint), QuoteSource: ink(p.source),
		Link: ink(p.link).Underline(true), Heading: ink(p.text).Underline(true),
		Emph: lipgloss.NewStyle().Italic(true), Strong: lipgloss.NewStyle().Bold(true),
		Code: ink(p.code), Keyword: ink(p.keyword), String: ink(p.source), Remark: ink(p.dim),
		Match:        ink(p.matchText).Background(lipgloss.Color(p.match)),
		MatchCurrent: ink(p.currentText).Background(lipgloss.Color(p.current)),
		Status:       ink(p.dim), Notice: ink(p.accent), Error: ink(p.alarm), Key: ink(p.text),
	}
	for _, c := range p.guides {
		t.Guides = append(t.Guides, ink(c))
	}
	return t
}

// Guide is the look of the tree's line at a depth.
func (t *Theme) Guide(depth int) lipgloss.Style {
	return t.Guides[max(depth, 0)%len(t.Guides)]
}

// AutoTheme is the theme name that leaves the choice to the terminal.
const AutoTheme = "auto"

// ThemeNames are the names that a reader can choose a theme by.
func ThemeNames() []string { return []string{AutoTheme, "dark", "light", "plain"} }

// ThemeNamed is the theme of that name; false for AutoTheme and for names
// that are none.
func ThemeNamed(name string) (*Theme, bool) {
	switch name {
	case "dark":
		return Dark(), true
	case "light":
		return Light(), true
	case "plain":
		return Plain(), true
	}
	return nil, false
}

// ThemeFor is the theme that suits a terminal's background.
func ThemeFor(background color.Color) *Theme {
	if r, g, b, _ := background.RGBA(); 299*r+587*g+114*b > 1000*0x7fff {
		return Light()
	}
	return Dark()
}
