package markup

import (
	"slices"
	"strings"
	"unicode"
)

// An openLink is a link that has not been closed.
type openLink struct {
	address string // empty where it must not be followed
	piece   int    // place of its start among the pieces
	opened  bool
	started bool // there are words in it
}

// openLink starts a link.
func (l *inline) openLink(href string) {
	l.closeLink()
	l.link = openLink{address: webAddress(href), opened: true}
	l.pending = append(l.pending, linked)
}

// closeLink ends the link that is open. Where its text only repeats the
// address, the address alone is kept.
func (l *inline) closeLink() {
	if !l.link.opened {
		return
	}
	if !l.link.started {
		l.pending = slices.DeleteFunc(l.pending, func(k markKind) bool { return k == linked })
		l.link.opened = false
		if l.link.address != "" {
			l.content(source, autolink(l.link.address))
		}
		l.link = openLink{}
		return
	}
	inside := slices.IndexFunc(l.open, func(m openMark) bool { return m.inside })
	if inside >= 0 {
		l.pending = append(l.closeFrom(inside), l.pending...)
	}
	start, address := l.link.piece, l.link.address
	l.link = openLink{}
	switch {
	case address == "":
	case l.repeats(start, address):
		l.pieces = append(l.pieces[:start], piece{kind: source, text: autolink(address)})
	default:
		l.pieces[start] = piece{kind: source, text: "["}
		l.pieces = append(l.pieces, piece{kind: source, text: "](" + destination(address) + ")"})
	}
}

// repeats says whether the words from a piece on are the address itself, as a
// whole, without its scheme, or shortened as Hacker News does.
func (l *inline) repeats(start int, address string) bool {
	var text strings.Builder
	for _, p := range l.pieces[start:] {
		if p.kind == source || p.kind == code {
			return false
		}
		text.WriteString(p.text)
	}
	return repeatsAddress(text.String(), address)
}

func repeatsAddress(text, address string) bool {
	short := strings.TrimRight(unsafeInAddress.Replace(text), "/")
	if start, cut := strings.CutSuffix(short, "..."); cut {
		return len(start) >= 8 && hasAddressPrefix(address, start)
	}
	if start, cut := strings.CutSuffix(short, "…"); cut {
		return len(start) >= 8 && hasAddressPrefix(address, start)
	}
	return short != "" && hasAddressPrefix(address, short) && len(withoutScheme(address)) <= len(withoutScheme(short))
}

// hasAddressPrefix says whether address starts with text, which may lack the
// scheme.
func hasAddressPrefix(address, text string) bool {
	return strings.HasPrefix(withoutScheme(address), withoutScheme(text))
}

// withoutScheme is what people leave out of an address.
func withoutScheme(address string) string {
	for _, scheme := range [...]string{"https://", "http://", "mailto:"} {
		if rest, ok := strings.CutPrefix(address, scheme); ok {
			return strings.TrimRight(rest, "/")
		}
	}
	return strings.TrimRight(address, "/")
}

// autolink writes an address that has no text but itself.
func autolink(address string) string {
	if mail, ok := strings.CutPrefix(address, "mailto:"); ok && !strings.ContainsAny(mail, "?*_&") {
		return "<" + mail + ">"
	}
	return "<" + address + ">"
}

// smiles says whether the words for an image are a smiley or an emoji: those
// of `:name:`, and a few signs with hardly a letter, like `;-)` or `:D`.
func smiles(alt string) bool {
	if len(alt) > 2 && alt[0] == ':' && alt[len(alt)-1] == ':' {
		return true
	}
	const longest = 12 // bytes: an emoji may be several characters
	letters := 0
	for i, r := range alt {
		switch {
		case unicode.IsSpace(r) || i >= longest:
			return false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			letters++
		}
	}
	return alt != "" && (letters == 0 || letters == 1 && len(alt) <= 4 && strings.ContainsAny(alt[:1], ":;=8xX>"))
}

// picture adds what stands for an image: the text of an emoji, a link to
// anything else.
func (l *inline) picture(a attributes) {
	alt := CleanLine(a.alt)
	if a.has("emoji") || smiles(alt) {
		l.write(alt)
		return
	}
	address := webAddress(a.src)
	if a.has("avatar") || alt == "" && address == "" {
		return
	}
	l.write(" ") // pages set pictures close to the text
	name := "image"
	if alt != "" {
		name += ": " + alt
	}
	if l.link.opened || address == "" {
		l.write(name)
		return
	}
	l.openLink(address)
	l.write(name)
	l.closeLink()
}
