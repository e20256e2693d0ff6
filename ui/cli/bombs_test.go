//go:build unix

package cli

import (
	"fmt"
	"strings"
)

// A bomb is an input that is cheap to write and may be dear to read. Its size
// is a count of whatever it repeats.
type bomb struct {
	name string
	size int
	make func(size int) string
}

// bombs are what has brought down programs that read such files.
var bombs = []bomb{
	{"quotes in quotes", 100, func(n int) string { return said(strings.Repeat(">", n) + " a") }},
	{"very many quotes in quotes", 100_000, func(n int) string { return said(strings.Repeat("> ", n) + " a") }},
	{"emphasis in emphasis", 40_000, func(n int) string { return said(strings.Repeat("*a _b ", n)) }},
	{"open brackets", 50_000, func(n int) string { return said(strings.Repeat("[a](", n)) }},
	{"a list of many items", 50_000, func(n int) string { return said(strings.Repeat("- a\n", n)) }},
	{"lists in lists", 5_000, func(n int) string {
		var b strings.Builder
		for k := range min(n, 2000) {
			b.WriteString(strings.Repeat("  ", k) + "- a\n")
		}
		return said(b.String())
	}},
	{"a fence of many lines", 50_000, func(n int) string { return said("```\n" + strings.Repeat("code\n", n) + "```") }},
	{"a table of many cells", 20_000, func(n int) string { return said("|a|b|\n|-|-|\n" + strings.Repeat("|a|b|\n", n)) }},
	{"a comment of many paragraphs", 500_000, func(n int) string { return said(strings.Repeat("Words, and more of them.\n\n", n)) }},
	{"a comment of one word", 20_000_000, func(n int) string { return said(strings.Repeat("a", n)) }},
	{"backticks", 50_000, func(n int) string {
		var b strings.Builder
		for k := range n {
			b.WriteString("a" + strings.Repeat("`", k%300))
		}
		return said(b.String())
	}},
	{"a reply chain", 100_000, func(n int) string {
		var b strings.Builder
		for k := range n {
			fmt.Fprintf(&b, `{"id":"%d","parent":"%d","author":"ann","body":"So?"},`, k+1, k)
		}
		return `{"title":"A chain","format":"x","post":{"id":"0","body":"Why?"},"comments":[` + strings.TrimSuffix(b.String(), ",") + `]}`
	}},
	{"a reply loop", 100_000, func(n int) string {
		var b strings.Builder
		for k := range n {
			fmt.Fprintf(&b, "From a@a.example Mon Jan  5 10:00:00 2026\nMessage-ID: <%d@a>\nIn-Reply-To: <%d@a>\nFrom: ann <a@a.example>\nSubject: So\n\nSo?\n\n", k, (k+1)%n)
		}
		return b.String()
	}},
	{"JSON in JSON", 20_000, func(n int) string { return strings.Repeat(`{"id":1,"type":"comment","text":"a","children":[`, n) }},
	{"arrays in arrays", 1_000_000, func(n int) string { return strings.Repeat("[", n) }},
	{"objects in objects", 1_000_000, func(n int) string { return strings.Repeat(`{"data":`, n) }},
	{"HTML in HTML", 100_000, func(n int) string {
		return "<!doctype html><html><title>a</title><body>" + strings.Repeat(`<div class="comment"><ul><li>a`, n)
	}},
	{"HTML in a comment", 100_000, func(n int) string {
		return `{"id":1,"type":"story","title":"a","author":"ann","text":"` + strings.Repeat("<blockquote><b>a", n) + `","children":[]}`
	}},
	{"tags that never end", 100_000, func(n int) string { return "<!doctype html><html><body>" + strings.Repeat("<p a='", n) }},
	{"XML in XML", 100_000, func(n int) string { return `<?xml version="1.0"?><rss><channel>` + strings.Repeat("<item>", n) }},
	{"XML entities", 30, func(n int) string {
		var b strings.Builder
		for k := range n {
			fmt.Fprintf(&b, `<!ENTITY e%d "&e%d;&e%d;">`, k+1, k, k)
		}
		return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">` + b.String() +
			fmt.Sprintf(`]><rss version="2.0"><channel><title>&e%d;</title><item><title>&e%d;</title></item></channel></rss>`, n, n)
	}},
	{"a text of one line", 50_000_000, func(n int) string { return strings.Repeat("A line that goes on ", n/20) }},
	{"a text of empty lines", 5_000_000, func(n int) string { return "A text\n" + strings.Repeat("\n", n) }},
	{"a text of deeper and deeper lines", 3_000, func(n int) string {
		var b strings.Builder
		for k := range n {
			b.WriteString(strings.Repeat(" ", k) + "ann says:\n" + strings.Repeat(" ", k) + "So?\n\n")
		}
		return b.String()
	}},
	{"mail in broken quoted-printable", 500_000, func(n int) string {
		return encoded("quoted-printable") + strings.Repeat("=ZZ==\r=1B=9", n)
	}},
	{"mail in broken base64", 500_000, func(n int) string { return encoded("base64") + strings.Repeat("G1sz%%MTMz=", n) }},
	{"mail of parts in parts", 10_000, func(n int) string {
		var b strings.Builder
		b.WriteString("From a@a.example Mon Jan  5 10:00:00 2026\nMessage-ID: <1@a>\nFrom: ann <a@a.example>\nSubject: So\nMIME-Version: 1.0\n")
		for k := range n {
			fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", k, k)
		}
		return b.String()
	}},
	{"mail with one long header", 5_000_000, func(n int) string {
		return "From a@a.example Mon Jan  5 10:00:00 2026\nFrom: ann <a@a.example>\nReferences: " + strings.Repeat("<a@b>\n ", n/7) + "\n\nSo?\n"
	}},
	{"stacked marks", 1_000_000, func(n int) string { return said("a" + strings.Repeat("\u0301", n)) }},
	{"control characters", 1_000_000, func(n int) string { return "A text\n\n" + strings.Repeat("\x1b[31337m", n/8) }},
}

// said is a thread whose only comment says that, in Markdown.
func said(text string) string {
	text = strings.NewReplacer("\n", `\n`, "\"", `\"`).Replace(text)
	return `{"title":"A bomb","format":"x","post":{"id":"0","body":"Well?"},"comments":[{"id":"1","author":"ann","body":"` + text + `"},{"id":"2","author":"bo","body":"Still here."}]}`
}

// encoded is how a message begins whose body is written that way.
func encoded(how string) string {
	return "From a@a.example Mon Jan  5 10:00:00 2026\nMessage-ID: <1@a>\nFrom: ann <a@a.example>\nSubject: =?utf-8?q?=1B=5B31337m?=\n" +
		"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + how + "\n\n"
}
