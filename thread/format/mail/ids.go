package mail

import "bytes"

// firstID is the first message id in a field: what stands in angle brackets,
// or all of a field that is one word with an @ in it.
func firstID(field []byte) string {
	for id := range idsIn(field) {
		return id
	}
	if word := bytes.Trim(field, "<> \t"); bytes.IndexByte(word, '@') > 0 && len(bytes.Fields(word)) == 1 {
		return string(word)
	}
	return ""
}

// references are the ids that a message refers to, its parent last: those of
// its References or, where there are none, the first of its In-Reply-To
// (RFC 5256, REFERENCES, step 1). Its own id refers to nothing.
func references(h *header, own string) []string {
	var refs []string
	for id := range idsIn(h.references) {
		if id != own {
			refs = append(refs, id)
		}
	}
	if len(refs) > 0 {
		return refs
	}
	if id := firstID(h.inReplyTo); id != "" && id != own {
		return []string{id}
	}
	return nil
}

// idsIn yields the ids in angle brackets. Old software broke lines within
// them, so space does not count.
func idsIn(field []byte) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for {
			_, rest, open := bytes.Cut(field, []byte("<"))
			id, after, closed := bytes.Cut(rest, []byte(">"))
			if !open || !closed {
				return
			}
			if i := bytes.LastIndexByte(id, '<'); i >= 0 {
				id = id[i+1:]
			}
			if bytes.ContainsAny(id, " \t\r\n") {
				id = bytes.Join(bytes.Fields(id), nil)
			}
			if len(id) > 0 && !yield(string(id)) {
				return
			}
			field = after
		}
	}
}
