package draw

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Link is a web or mail address in a text and the words that lead to it.
type Link struct {
	Text string
	URL  string
}

// Links lists the links of a text in reading order, those of the web and of
// mail only.
func Links(markdown string) []Link {
	markdown, _ = split(harmless(markdown))
	if refuseText(markdown) != "" {
		return nil
	}
	p := &page{source: []byte(markdown)}
	p.root = newMarkdown().Parser().Parse(text.NewReader(p.source))
	var links []Link
	add := func(words, target string) {
		if address, ok := safeAddress(target); ok {
			words = strings.Join(strings.Fields(string(util.UnescapePunctuations([]byte(words)))), " ")
			links = append(links, Link{words, address})
		}
	}
	_ = ast.Walk(p.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			switch n := n.(type) {
			case *ast.Link:
				add(p.words(n), string(n.Destination))
			case *ast.Image:
				add(p.words(n), string(n.Destination))
			case *ast.AutoLink:
				add(string(n.Label(p.source)), bareTarget(n, p.source))
			}
		}
		return ast.WalkContinue, nil
	})
	return links
}

// link replaces a link by its words between the sequences that make them
// clickable (OSC 8), followed by where it leads unless the words say so.
// Links that lead elsewhere than to the web or mail show where but do not.
func (r *Renderer) link(p *page, n ast.Node, target string, bare bool) {
	look := ast.NewLink()
	look.Destination = []byte("#") // so that Glamour adds nothing of its own
	words := p.words(n)
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		look.AppendChild(look, c)
	}
	address, ok := safeAddress(target)
	switch {
	case bare && ok, target == "":
		p.replace(n, look)
	case !ok:
		p.replace(n, look, p.text(r.theme.Dim.Render(mask.Replace(" ("+harmless(target)+")"))))
	default:
		open, end := hyperlink(address)
		nodes := []ast.Node{p.text(mask.Replace(open)), look, p.text(end)}
		if aside := r.aside(unmask.Replace(words), address); aside != "" {
			nodes = append(nodes, p.text(" "+r.theme.Dim.Render(mask.Replace(aside))))
		}
		p.replace(n, nodes...)
	}
}

// bareLink replaces an address that stands for itself.
func (r *Renderer) bareLink(p *page, n *ast.AutoLink, bare bool) {
	link := ast.NewLink()
	link.AppendChild(link, p.text(mask.Replace(string(n.Label(p.source)))))
	target := bareTarget(n, p.source)
	p.replace(n, link)
	r.link(p, link, target, bare)
}

// bareTarget is where an address that stands for itself leads.
func bareTarget(n *ast.AutoLink, source []byte) string {
	target := string(n.URL(source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	return target
}

// image replaces a picture by a link to it.
func (r *Renderer) image(p *page, n *ast.Image, inLink bool) {
	words := strings.TrimSpace(p.words(n))
	if words == "" {
		words = "image"
	} else {
		words = "image: " + words
	}
	link := ast.NewLink()
	link.AppendChild(link, p.text(mask.Replace("["+words+"]")))
	p.replace(n, link)
	r.link(p, link, string(n.Destination), inLink)
}

// aside is what to say of an address after the words that lead to it: its
// host, so that one sees where a link goes, or all of it for paper.
func (r *Renderer) aside(words, address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "(" + address + ")"
	}
	host := strings.TrimPrefix(u.Host, "www.")
	if u.Scheme == "mailto" {
		host, _, _ = strings.Cut(u.Opaque, "?")
	}
	switch {
	case strings.Contains(address, words) && strings.Contains(words, host):
		return ""
	case r.Addresses:
		return "<" + address + ">"
	}
	if host == "" {
		return ""
	}
	return "(" + host + ")"
}

// safeAddress spells an address so that a terminal can take it, its scheme in
// lower case, if it is one that a reader may be led to.
func safeAddress(target string) (string, bool) {
	scheme, rest, _ := strings.Cut(strings.TrimSpace(target), ":")
	scheme = strings.ToLower(scheme)
	switch scheme {
	case "http", "https":
		if !strings.HasPrefix(rest, "//") || len(rest) < 3 {
			return "", false
		}
	case "mailto":
	default:
		return "", false
	}
	var b strings.Builder
	b.WriteString(scheme + ":")
	for i := range len(rest) {
		if c := rest[i]; c > 0x20 && c < 0x7f && c != '\\' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String(), true
}

// hyperlink is what opens and closes a link on a terminal. The id holds the
// pieces of a link together that wraps.
func hyperlink(address string) (open, end string) {
	h := fnv.New32a()
	_, _ = h.Write([]byte(address)) // never fails
	return ansi.SetHyperlink(address, fmt.Sprintf("id=%x", h.Sum32())), ansi.ResetHyperlink()
}
