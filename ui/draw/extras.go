package draw

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Subject is a comment's own title, above its text.
func Subject(t *Theme, title string, width int) []string {
	lines := strings.Split(ansi.Wrap(title, max(width, 1), ""), "\n")
	for k := range lines {
		lines[k] = t.Heading.Render(lines[k])
	}
	return append(lines, "")
}

// Attachment is the line that names a file that came with a comment.
func Attachment(t *Theme, name, media string, size int64, width int) string {
	said := "attached: " + name
	if facts := joined(media, Bytes(size)); facts != "" {
		said += " (" + facts + ")"
	}
	return clip(t.Dim.Render(said), width)
}

// Bytes is a size for people: "2.1 MB". It says nothing of one unknown.
func Bytes(n int64) string {
	const unit = 1000
	switch {
	case n <= 0:
		return ""
	case n < unit:
		return fmt.Sprintf("%d B", n)
	case n < unit*unit:
		return fmt.Sprintf("%.1f kB", float64(n)/unit)
	default:
		return fmt.Sprintf("%.1f MB", float64(n)/unit/unit)
	}
}
