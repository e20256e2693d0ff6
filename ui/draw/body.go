package draw

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark"
)

// A Block is one run of a body: clean Markdown, which may hold quotes of its
// own. Where From is set ("the post", "ann, #5") the whole block is a quote,
// with or without quote marks in the Markdown, and From says what of.
//
// A Quiet block is there to be looked at when it is wanted, not to be read: a
// signature.
type Block struct {
	Markdown string
	From     string
	Quiet    bool
}

// A Renderer draws bodies. It is not safe for concurrent use: each model or
// goroutine has its own.
type Renderer struct {
	// Addresses has links followed by their whole address, for output in
	// which nothing can be clicked or opened.
	Addresses bool

	theme    *Theme
	markdown goldmark.Markdown
	glamours map[int]*glamour // by width
	found    [][]string       // drawn passages that Glamour carries as one rune each
}

// NewRenderer returns a renderer that draws in the colours of t.
func NewRenderer(t *Theme) *Renderer {
	return &Renderer{theme: t, markdown: newMarkdown(), glamours: map[int]*glamour{}}
}

// Body draws a body as lines of at most width cells, with an empty line
// between paragraphs and none around them.
func (r *Renderer) Body(blocks []Block, width int) []string {
	width = max(width, 1)
	var lines []string
	for _, b := range blocks {
		drawn := r.block(b, width)
		if b.Quiet {
			r.quieten(drawn)
		}
		if len(lines) > 0 && len(drawn) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, drawn...)
	}
	return lines
}

// quieten takes the looks of lines away for one that does not call.
func (r *Renderer) quieten(lines []string) {
	for k, line := range lines {
		lines[k] = r.theme.Dim.Render(ansi.Strip(line))
	}
}

// block draws one block, its lines ready for the screen.
func (r *Renderer) block(b Block, width int) []string {
	if b.From == "" && isPlain(b.Markdown) {
		return fit(r.plain(b.Markdown, width), width)
	}
	text, rest := split(harmless(b.Markdown))
	lines, why := r.rich(text, b.From, width)
	if why != "" {
		lines = r.literal(text, why, width)
	}
	if rest != "" {
		lines = append(lines, "")
		lines = append(lines, r.literal(rest, "the rest of a very long text", width)...)
	}
	return fit(lines, width)
}

// rich draws Markdown by its structure. It draws nothing and says why where
// that would cost too much.
func (r *Renderer) rich(markdown, from string, width int) (lines []string, why string) {
	if why = refuseText(markdown); why != "" {
		return nil, why
	}
	r.found = r.found[:0]
	p := r.parse(markdown)
	if why = refuseTree(p.root); why != "" {
		return nil, why
	}
	if from != "" {
		return r.sourced(p, from, width), ""
	}
	return r.blocks(p, p.root, width), ""
}

// literal shows Markdown as it was written, for text whose structure is too
// much to draw.
func (r *Renderer) literal(markdown, why string, width int) []string {
	lines := wrapped("shown as plain text: "+why, width)
	for i := range lines {
		lines[i] = r.theme.Dim.Render(lines[i])
	}
	for line := range strings.Lines(strings.Trim(markdown, "\n")) {
		lines = append(lines, wrapped(strings.TrimRight(line, " \n"), width)...)
	}
	return lines
}
