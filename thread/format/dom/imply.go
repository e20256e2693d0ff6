package dom

// imply closes the open elements that end where a start tag begins.
func (b *builder) imply(tag string, from int32) {
	top := b.top()
	at := int32(-1)
	switch tag {
	case "li":
		at = b.item(top.barrier, "li", "")
	case "dt", "dd":
		at = b.item(top.barrier, "dt", "dd")
	case "option", "optgroup":
		at = b.item(int32(len(b.stack))-1, "option", "")
	case "td", "th":
		at = b.cell(max(top.table, b.nearest("tr")), "td", "th")
	case "tr":
		at = b.cell(top.table, "tr", "")
	case "tbody", "thead", "tfoot":
		at = max(b.cell(top.table, "tbody", ""), b.cell(top.table, "thead", ""), b.cell(top.table, "tfoot", ""))
	case "body":
		at = b.nearest("head")
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if last := b.tree.nodes[top.node].tag; len(last) == 2 && last[0] == 'h' && last != "hr" {
			at = int32(len(b.stack)) - 1
		}
	case "a":
		if a := b.nearest("a"); a > top.block {
			at = a
		}
	}
	if at > 0 {
		b.pop(at, from, from)
	}
	if tagKinds[tag]&block == 0 || tag == "option" || tag == "button" || tag == "select" {
		return
	}
	if p := b.nearest("p"); p > max(b.top().scope, b.nearest("button")) {
		b.pop(p, from, from)
	}
}

// item is the place itself if an element of one of the two tags is there.
func (b *builder) item(at int32, tag, other string) int32 {
	if at > 0 {
		if is := b.tree.nodes[b.stack[at].node].tag; is == tag || is == other {
			return at
		}
	}
	return -1
}

// cell is the nearest open element of one of the two tags above a limit.
func (b *builder) cell(limit int32, tag, other string) int32 {
	at := max(b.nearest(tag), b.nearest(other))
	if at > limit {
		return at
	}
	return -1
}
