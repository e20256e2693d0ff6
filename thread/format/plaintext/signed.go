package plaintext

import "strings"

// findSigned finds the posts of a forum that signs each with its author and
// date, below the text, when the name stands above it, too, as dumps of
// XenForo's first version have them, and says whether there are some:
//
//	Ann Bee
//	Member
//
//	Tar it.
//
//	Ann Bee, Mar 10, 2012 #2
//	Like Reply
//
// The first is what the others answer if its number says so.
func (p *page) findSigned(all []*header) bool {
	const several, mostMisses = 3, 20
	var found []*header
	from, first, end, misses, inside, outside := 0, 0, 0, 0, 0, 0
	for _, h := range all {
		if h.kind != datedHeader || h.mark.kind != "" || h.author == "" || h.line < from {
			continue
		}
		name := p.naming(h.author, from, h.line-1)
		if name < 0 {
			if misses++; len(found) < several && misses > mostMisses {
				return false
			}
			continue
		}
		if len(found) == 0 {
			misses, first = 0, h.line
		}
		line := name
		inside += h.line - name
		if len(found) > 0 {
			line = end // with the signature of the one before
			outside += name - end
		}
		found = append(found, &header{kind: bareHeader, author: h.author, date: h.date, line: line, body: p.belowProfile(name+1, h.line), column: p.lines[name].Indent()})
		from, end = h.body, h.line
	}
	if len(found) < several || len(found) < 2*misses || inside <= outside {
		return false // what is between dates and names is the text
	}
	if strings.HasSuffix(p.lines[first].Text, " #1") {
		p.opener, found = found[0], found[1:]
		p.named = p.threadTitle(p.opener.line)
	}
	p.headers, p.start, p.count, p.end = found, -1, len(found), end
	return true
}

// naming is the first of some lines that is a name and nothing else but a mark
// and a picture, -1 where none is.
func (p *page) naming(name string, from, to int) int {
	const farthest = 400
	for i := max(from, to-farthest); i < to; i++ {
		text := p.lines[i].Text
		if len(text) < len(name) || text[len(text)-1] != name[len(name)-1] {
			continue
		}
		if _, text = cutTextMark(text); cutAvatar(text) == name {
			return i
		}
	}
	return -1
}

// belowProfile is the first line below what a forum tells of somebody, in
// [from, to): below the paragraph that counts their posts. It is from where
// nothing does.
func (p *page) belowProfile(from, to int) int {
	const farthest = 16
	for i := from; i < min(from+farthest, to); i++ {
		if countsPosts(p.lines[i].Text) {
			for i++; i < to && p.lines[i].Gap() == 0; {
				i++
			}
			return i
		}
	}
	return from
}
