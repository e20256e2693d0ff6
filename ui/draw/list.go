package draw

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// list draws a list, each item's text beside its mark.
func (r *Renderer) list(p *page, n *ast.List, width int) []string {
	numbered := func(number int) string { return strconv.Itoa(number) + string(rune(n.Marker)) + " " }
	indent := len("* ")
	if n.IsOrdered() {
		indent = len(numbered(n.Start + n.ChildCount() - 1)) // the widest
	}
	var lines []string
	number := n.Start
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		n.RemoveChild(n, c)
		mark := "• "
		if n.IsOrdered() {
			mark = numbered(number)
			number++
		}
		if box := checkBox(c); box != nil {
			mark = "☐ "
			if box.IsChecked {
				mark = "☑ "
			}
			box.Parent().RemoveChild(box.Parent(), box)
		}
		if len(lines) > 0 && !n.IsTight {
			lines = append(lines, "")
		}
		lines = append(lines, r.item(p, c, mark, indent, width)...)
	}
	return lines
}

// item draws one item of a list.
func (r *Renderer) item(p *page, n ast.Node, mark string, indent, width int) []string {
	inner := width - indent
	if inner < minNested {
		inner, indent = width, 0
	}
	drawn := r.itemBlocks(p, n, inner)
	if indent == 0 {
		return append([]string{mark}, drawn...)
	}
	if len(drawn) == 0 {
		drawn = []string{""}
	}
	mark = strings.Repeat(" ", max(indent-ansi.StringWidth(mark), 0)) + mark
	for i, line := range drawn {
		if i == 0 {
			drawn[i] = r.theme.Dim.Render(mark) + line
		} else if line != "" {
			drawn[i] = strings.Repeat(" ", indent) + line
		}
	}
	return drawn
}

// itemBlocks draws what is in an item. A list directly below its text stays
// close to it.
func (r *Renderer) itemBlocks(p *page, n ast.Node, width int) []string {
	var lines []string
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		n.RemoveChild(n, c)
		list, ok := c.(*ast.List)
		if close := ok && list.IsTight; len(lines) > 0 && !close {
			lines = append(lines, "")
		}
		lines = append(lines, r.node(p, c, width)...)
	}
	return lines
}

// checkBox is the box of an item of a task list, nil where it has none.
func checkBox(item ast.Node) *east.TaskCheckBox {
	if item.FirstChild() == nil || item.FirstChild().FirstChild() == nil {
		return nil
	}
	box, _ := item.FirstChild().FirstChild().(*east.TaskCheckBox)
	return box
}
