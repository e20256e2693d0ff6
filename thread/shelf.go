package thread

import "strings"

// A Shelf keeps copies of short texts close together, where to look at all of
// them is no walk through all of their source. The zero Shelf is empty.
type Shelf struct{ board strings.Builder }

// Keep is a copy of text.
func (s *Shelf) Keep(text string) string {
	const shortest, longest = 1 << 10, 64 << 10
	if size := s.board.Cap(); size-s.board.Len() < len(text) {
		s.board.Reset() // what stands on the full one stays
		s.board.Grow(max(min(2*size, longest), shortest, len(text)))
	}
	at := s.board.Len()
	s.board.WriteString(text)
	return s.board.String()[at:]
}
