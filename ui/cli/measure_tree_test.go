package cli

import (
	"fmt"
	"io"
	"strings"
)

// writeMadeJSON writes a tree as an item of Hacker News' Algolia API.
func writeMadeJSON(w io.Writer, tree []made) {
	for i, c := range tree {
		fmt.Fprintf(w, `{"id":%d,"created_at_i":%d,"author":%q,"points":null,"text":%q,"children":[`,
			i+1, 1700000000+i, c.author, c.text)
		next := 0
		if i+1 < len(tree) {
			next = tree[i+1].level
		}
		if next > c.level {
			continue
		}
		closing := c.level - next + 1
		if i+1 == len(tree) {
			closing = c.level + 1
		}
		io.WriteString(w, strings.Repeat("]}", closing))
		if i+1 < len(tree) {
			io.WriteString(w, ",")
		}
	}
}

// writeMadeText writes a tree as indented text.
func writeMadeText(w io.Writer, tree []made) {
	for _, c := range tree {
		indent := strings.Repeat("  ", c.level)
		fmt.Fprintf(w, "%s%s wrote:\n%s%s\n\n", indent, c.author, indent, c.text)
	}
}

// writeMadeMail writes a tree as a mailbox.
func writeMadeMail(w io.Writer, tree []made) {
	var open []int
	for i, c := range tree {
		open = append(open[:c.level], i)
		subject := firstWords
		if c.author == rareAuthor {
			subject = besideRare
		}
		fmt.Fprintf(w, "From %s@example.org Mon Jan  1 00:00:00 2024\nFrom: %s <%s@example.org>\n"+
			"Subject: %s\nMessage-ID: <%d@example.org>\n", c.author, c.author, c.author, subject, i)
		if c.level > 0 {
			fmt.Fprintf(w, "In-Reply-To: <%d@example.org>\n", open[c.level-1])
		}
		fmt.Fprintf(w, "Date: Mon, 01 Jan 2024 00:00:00 +0000\n\n%s\n\n", c.text)
	}
}
