package format

import (
	"html"
	"io"
	"net/url"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"skein/thread/markup"
)

// bodies write the texts of comments as HTML.
type bodies struct{ goldmark.Markdown }

func newBodies() bodies {
	table := extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))
	const first = 1 // before goldmark's own
	return bodies{goldmark.New(
		goldmark.WithExtensions(table, extension.Strikethrough),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(safeNodes{}, first))),
	)}
}

func (b bodies) write(w io.Writer, body markup.Body) error {
	if body.Empty() {
		return nil
	}
	if _, err := io.WriteString(w, "<div class=\"body\">\n"); err != nil {
		return err
	}
	if err := b.Convert([]byte(body.Markdown()), w); err != nil {
		return err
	}
	_, err := io.WriteString(w, "</div>\n")
	return err
}

// safeNodes writes what could do harm: links only where they lead to the web
// or to a mail address, pictures as links to them, HTML as text.
type safeNodes struct{}

// RegisterFuncs tells goldmark what safeNodes writes.
func (safeNodes) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindLink, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		writeAnchor(w, string(n.(*ast.Link).Destination), entering)
		return ast.WalkContinue, nil
	})
	r.Register(ast.KindImage, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Parent().Kind() != ast.KindLink { // links don't stand in links
			writeAnchor(w, string(n.(*ast.Image).Destination), entering)
		}
		if entering {
			w.WriteString("[image] ")
		}
		return ast.WalkContinue, nil
	})
	r.Register(ast.KindAutoLink, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link := n.(*ast.AutoLink); entering {
			address := string(link.URL(source))
			if link.AutoLinkType == ast.AutoLinkEmail {
				address = "mailto:" + address
			}
			w.WriteString(linked(address, string(link.Label(source))))
		}
		return ast.WalkContinue, nil
	})
	r.Register(ast.KindRawHTML, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			w.WriteString(html.EscapeString(string(n.(*ast.RawHTML).Segments.Value(source))))
		}
		return ast.WalkSkipChildren, nil
	})
	r.Register(ast.KindHTMLBlock, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			w.WriteString("<pre>" + html.EscapeString(string(n.Lines().Value(source))) + "</pre>\n")
		}
		return ast.WalkSkipChildren, nil
	})
}

// writeAnchor writes the beginning or the end of a link.
func writeAnchor(w util.BufWriter, address string, entering bool) {
	switch {
	case !webAddress(address):
	case entering:
		w.WriteString(anchor(address))
	default:
		w.WriteString("</a>")
	}
}

// linked is text that leads to an address, or text alone where that is none.
func linked(address, text string) string {
	text = html.EscapeString(text)
	if !webAddress(address) {
		return text
	}
	return anchor(address) + text + "</a>"
}

func anchor(address string) string {
	return `<a rel="noopener noreferrer nofollow" href="` + html.EscapeString(address) + `">`
}

// webAddress says whether an address is one that a page may link to.
func webAddress(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	}
	return false
}
