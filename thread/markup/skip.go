package markup

import "golang.org/x/net/html/atom"

// A skip is an element whose content nobody reads.
type skip struct {
	tag   atom.Atom // 0 while nothing is skipped
	depth int       // such elements open inside it
}

// starts takes a start tag and says whether it is skipped.
func (s *skip) starts(tag atom.Atom) bool {
	switch {
	case s.tag != 0:
		if tag == s.tag {
			s.depth++
		}
	case unread[tag]:
		s.tag = tag
	}
	return s.tag != 0
}

// ends takes an end tag and says whether it is skipped.
func (s *skip) ends(tag atom.Atom) bool {
	if s.tag == 0 {
		return false
	}
	if tag == s.tag {
		if s.depth--; s.depth < 0 {
			*s = skip{}
		}
	}
	return true
}

// unread are the elements that hold no words for a reader.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Iframe: true, atom.Head: true, atom.Title: true, atom.Object: true, atom.Noembed: true,
}
