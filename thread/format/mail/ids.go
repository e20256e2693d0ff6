package mail

import (
	"bytes"
	"hash/maphash"
	"iter"
	"strings"

	"skein/thread/markup"
)

// firstID is the first message id in a field: what stands in angle brackets,
// or all of a field that is one word with an @ in it.
func firstID(field []byte) string {
	for id := range idsIn(shared(field)) {
		return id
	}
	if word := bytes.Trim(field, "<> \t"); bytes.IndexByte(word, '@') > 0 && len(bytes.Fields(word)) == 1 {
		return shared(word)
	}
	return ""
}

// references are the ids that a message refers to, in angle brackets, its
// parent last: its References or, where there are none, the first id of its
// In-Reply-To (RFC 5256, REFERENCES, step 1). Its own id refers to nothing.
func references(h *header, own string) string {
	refs := shared(h.references)
	if own != "" && names(refs, own) {
		refs = strings.ReplaceAll(refs, "<"+own+">", "")
	}
	for range idsIn(refs) {
		return refs
	}
	if id := firstID(h.inReplyTo); id != "" && id != own {
		return "<" + id + ">"
	}
	return ""
}

// names says whether an id stands in refs.
func names(refs, id string) bool {
	for {
		_, rest, open := strings.Cut(refs, "<")
		if !open {
			return false
		}
		if after, ok := strings.CutPrefix(rest, id); ok && strings.HasPrefix(after, ">") {
			return true
		}
		refs = rest
	}
}

// idsIn yields the ids in angle brackets, cleaned. Old software broke lines
// within them, so space does not count.
func idsIn(field string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			_, rest, open := strings.Cut(field, "<")
			id, after, closed := strings.Cut(rest, ">")
			if !open || !closed {
				return
			}
			if i := strings.LastIndexByte(id, '<'); i >= 0 {
				id = id[i+1:]
			}
			if !plainID(id) {
				id = strings.Join(strings.Fields(markup.CleanLine(id)), "")
			}
			if len(id) > 0 && !yield(id) {
				return
			}
			field = after
		}
	}
}

// plainID says whether text is an id and nothing but one: it has an @, and
// neither the end of another in it nor what is not printed.
func plainID(text string) bool {
	at := false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '@':
			at = true
		case c <= ' ', c == '>', c > '~':
			return false
		}
	}
	return at
}

// plainRef is the last of refs where it is an id for certain, empty elsewhere.
func plainRef(refs string) string {
	if rest, ok := strings.CutSuffix(refs, ">"); ok {
		if id := rest[strings.LastIndexByte(rest, '<')+1:]; plainID(id) {
			return id
		}
	}
	return ""
}

// chainHashes are the hashes of the ids in refs, and of them without the last,
// whatever stands between them.
func chainHashes(refs string) (all, above uint64) {
	var h maphash.Hash
	h.SetSeed(seed)
	last := max(strings.LastIndexByte(refs, '<'), 0)
	writeIDs(&h, refs[:last])
	above = h.Sum64()
	writeIDs(&h, refs[last:])
	return h.Sum64(), above
}

// writeIDs adds the ids in refs to a hash, with their brackets.
func writeIDs(h *maphash.Hash, refs string) {
	for {
		start := strings.IndexByte(refs, '<')
		if start < 0 {
			return
		}
		end := strings.IndexByte(refs[start:], '>')
		if end < 0 {
			return
		}
		h.WriteString(refs[start : start+end+1])
		refs = refs[start+end+1:]
	}
}
