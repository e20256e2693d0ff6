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
	case unread(tag):
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

// unread says whether an element holds no words for a reader.
func unread(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Template, atom.Svg, atom.Math,
		atom.Iframe, atom.Head, atom.Title, atom.Object, atom.Noembed:
		return true
	}
	return false
}
