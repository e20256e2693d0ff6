package ui

import (
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
	"skein/ui/draw"
)

// linkList shows addresses in full, each with a letter that opens it: nothing
// is opened that was not on the screen.
type linkList struct {
	cursor
	links []draw.Link
}

// hintKeys are the letters of the links, those under the fingers first.
const hintKeys = "asdfghlwertyuiopzxcvbnm"

// showLinks lists the links of the comments on the screen.
func (m *Model) showLinks() tea.Cmd {
	var links []draw.Link
	for row := m.top.row; row != thread.None; row = m.rows.next(row) {
		if line, found := m.lineOf(row); !found || line >= m.bodyHeight() {
			break
		}
		if m.rows.form(row) == full {
			links = append(links, m.links(row)...)
		}
	}
	if len(links) == 0 {
		m.say("no links on the screen")
		return nil
	}
	m.mode = &linkList{links: links}
	return nil
}

// links are those that row i shows.
func (m *Model) links(i int) []draw.Link {
	var links []draw.Link
	for _, b := range m.blocks(i) {
		links = append(links, draw.Links(b.Markdown)...)
	}
	return links
}

// askOpenPage shows the comment's own address, or the thread's.
func (m *Model) askOpenPage() tea.Cmd {
	address, whose := m.permalink()
	if address == "" {
		m.say("neither the comment nor the thread has an address")
		return nil
	}
	m.mode = &linkList{links: []draw.Link{{Text: whose, URL: address}}}
	return nil
}

// permalink is the address of the focused comment, or else of the thread.
func (m *Model) permalink() (address, whose string) {
	if address = m.thread.Link(m.focus); address != "" {
		return address, "this comment"
	}
	return m.thread.URL, "the whole thread"
}

func (l *linkList) press(m *Model, _ tea.KeyPressMsg) tea.Cmd {
	switch m.typed {
	case "esc", "q":
		m.leave()
	case "up", "ctrl+p", "k":
		l.move(-1, len(l.links))
	case "down", "ctrl+n", "j":
		l.move(+1, len(l.links))
	case "enter":
		return l.open(m, l.at)
	default:
		if k := strings.Index(hintKeys, m.typed); len(m.typed) == 1 && k >= 0 && l.top+k < len(l.links) {
			return l.open(m, l.top+k)
		}
		m.say("no link has that letter")
	}
	return nil
}

func (l *linkList) open(m *Model, k int) tea.Cmd {
	m.leave()
	address := l.links[k].URL
	if !isWebPage(address) {
		m.say("only http and https addresses are opened")
		return nil
	}
	open := m.options.Open
	if open == nil {
		open = openInBrowser
	}
	return openAddress(open, address)
}

// cover lays the list over the foot of the body.
func (l *linkList) cover(m *Model, body []string) []string {
	width := m.pageWidth() + 1
	from, to := l.window(len(l.links), min(max(m.bodyHeight()/2, 1), len(hintKeys)))
	over := []string{draw.Crumbs(m.theme, nil, width)}
	for k := from; k < to; k++ {
		hint := draw.Hint{Key: hintKeys[k-from : k-from+1], Link: l.links[k], Note: hostNote(l.links[k].URL), Chosen: k == l.at}
		over = append(over, hint.Lines(m.theme, m.width)...)
	}
	over = over[:min(len(over), m.bodyHeight())]
	for len(body) < m.bodyHeight() {
		body = append(body, "")
	}
	return append(body[:len(body)-len(over)], over...)
}

func (l *linkList) prompt(m *Model) string {
	return draw.Status{Place: "open in the browser", Said: m.notice, Hints: "a letter or enter opens · esc"}.Line(m.theme, m.pageWidth()+1)
}

// openAddress has the browser show a page.
func openAddress(open func(string) error, address string) tea.Cmd {
	return func() tea.Msg {
		if err := open(address); err != nil {
			return saidMsg{"could not open it: " + oneLine(err.Error()), true}
		}
		return saidMsg{"opened " + oneLine(address), false}
	}
}

// openInBrowser hands an address to the desktop. No shell sees it.
func openInBrowser(address string) error {
	name, args := opener(address)
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait() // so that it does not stay a zombie; the browser's own fate is not ours
	return nil
}
