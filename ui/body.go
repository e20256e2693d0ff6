package ui

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"skein/thread"
	"skein/thread/markup"
	"skein/ui/draw"
)

// A bodyCache keeps the drawn bodies of the comments looked at last, by
// number. When one generation is full it becomes the older one, whose unused
// bodies the next change forgets.
type bodyCache struct {
	young, old map[int]drawnBody
}

// A drawnBody is a body as lines without their gutter.
type drawnBody struct {
	lines []string
	hides bool // characters that would hide or reorder text were taken out
}

// maxDrawn is how many bytes of one body are on the screen: some 5,000 lines,
// which are drawn and searched in the blink of an eye. A parser may make
// hundreds of bytes of each.
const maxDrawn = 256 << 10

// maxPrinted is how many bytes of one body are drawn at once where all of it
// is printed, so that the first lines need not wait for the last.
const maxPrinted = 4 << 20

// shown is the part of body i that is drawn, and the bytes left.
func (m *Model) shown(i int) (markup.Body, int) {
	if m.uncut {
		return m.thread.At(i).Body.Head(maxPrinted)
	}
	return m.thread.At(i).Body.Head(maxDrawn)
}

// generation is how many bodies a generation holds: many screens full.
const generation = 400

func (c *bodyCache) get(number int) (drawnBody, bool) {
	if b, ok := c.young[number]; ok {
		return b, true
	}
	b, ok := c.old[number]
	if ok {
		c.put(number, b)
	}
	return b, ok
}

func (c *bodyCache) put(number int, b drawnBody) {
	if c.young == nil || len(c.young) >= generation {
		c.old, c.young = c.young, make(map[int]drawnBody, generation)
	}
	c.young[number] = b
}

func (c *bodyCache) forget() { c.young, c.old = nil, nil }

// size is the lines of row i without the gap below it.
func (m *Model) size(i int) int {
	if m.rows.form(i) != full {
		return 1
	}
	return 1 + len(m.body(i).lines)
}

// body is the drawn body of comment i.
func (m *Model) body(i int) drawnBody {
	number := m.number(i)
	b, ok := m.bodies.get(number)
	if !ok {
		shown, _ := m.shown(i)
		b = drawnBody{m.drawBody(i), shown.Hides()}
		m.bodies.put(number, b)
	}
	return b
}

func (m *Model) drawBody(i int) []string {
	width := m.bodyWidth(i)
	_, left := m.shown(i)
	lines := m.painter.Body(m.blocks(i), width)
	if title := m.ownSubject(i); title != "" {
		lines = append(draw.Subject(m.theme, title, width), lines...)
	}
	switch {
	case left > 0 && m.uncut:
		return lines // see drawRest
	case left > 0:
		said := fmt.Sprintf("… %s more bytes: skein -t text or -p writes them out", draw.Thousands(left))
		lines = append(lines, m.theme.Notice.Render(clipTo(said, width)))
	}
	return append(lines, m.drawExtras(i)...)
}

// drawRest yields the lines of body i beyond the part that is shown, so many
// at once.
func (m *Model) drawRest(i int) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		_, left := m.shown(i)
		for left > 0 {
			whole := m.thread.At(i).Body
			rest := markup.Body{Raw: whole.Raw[len(whole.Raw)-left:], Kind: whole.Kind}
			var part markup.Body
			part, left = rest.Head(maxPrinted)
			lines := m.painter.Body(m.blocksOf(i, part), m.bodyWidth(i))
			if left == 0 {
				lines = append(lines, m.drawExtras(i)...)
			}
			if !yield(lines) {
				return
			}
		}
	}
}

func (m *Model) bodyWidth(i int) int { return max(m.pageWidth()-m.gutter(i).Width(), 1) }

// drawExtras is what stands below body i: attachments, and replies that are
// not there.
func (m *Model) drawExtras(i int) (lines []string) {
	width, c := m.bodyWidth(i), m.thread.At(i)
	for _, a := range c.Attachments() {
		lines = append(lines, draw.Attachment(m.theme, a.Name, a.Type, a.Size, width))
	}
	if n := c.More(); n > 0 {
		said := fmt.Sprintf("%s not in this file", draw.Count(n, "more reply", "more replies"))
		lines = append(lines, m.theme.Dim.Render(clipTo(said, width)))
	}
	return lines
}

// signature is how the line that parts a text from its writer's signature
// begins in Markdown (RFC 3676, section 4.3).
const signature = "\\--  \n"

// blocks are the parts of a body that is shown; above the post the address
// that it is about.
func (m *Model) blocks(i int) []draw.Block {
	body, _ := m.shown(i)
	blocks := m.blocksOf(i, body)
	if i == 0 && m.thread.URL != "" {
		blocks = slices.Insert(blocks, 0, draw.Block{Markdown: "<" + m.thread.URL + ">"})
	}
	return blocks
}

// blocksOf are the parts of a body, or of a part of it, by comment i: quotes
// with what they quote, where that is known, and the text between them. A
// paragraph in quotation marks is a quote where its words stand in what the
// comment answers.
func (m *Model) blocksOf(i int, body markup.Body) []draw.Block {
	var blocks []draw.Block
	signed := false
	for _, b := range markup.Blocks(body.Markdown()) {
		signed = signed || strings.HasPrefix(b.Source, signature)
		block := draw.Block{Markdown: b.Source, Quiet: signed}
		if b.Quote || b.InQuotes {
			if source, ok := m.quotes.Source(i, b.Passage(), b.Quote); ok {
				block.From = m.sourceName(m.thread.Numbered(source.Comment))
			}
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// sourceName is what a quote's source is called: "the post", or "ann, #5".
func (m *Model) sourceName(i int) string {
	if i == 0 {
		return "the post"
	}
	name := m.called(i)
	if name == "" {
		return fmt.Sprintf("#%d", m.number(i))
	}
	return fmt.Sprintf("%s, #%d", name, m.number(i))
}

// gutter is what stands to the left of row i, the focus aside.
func (m *Model) gutter(i int) draw.Gutter {
	return draw.Gutter{
		Guides:   min(max(m.thread.Depth(i)-1, 0), draw.Levels(m.pageWidth())),
		Inferred: m.thread.At(i).Is(thread.Inferred),
	}
}
