package ui

import (
	tea "charm.land/bubbletea/v2"

	"skein/thread"
	"skein/ui/draw"
)

// topics is the list of the threads in a file that holds many.
type topics struct {
	picker
	roots []int // numbers
}

func (m *Model) showTopics() tea.Cmd {
	roots := m.thread.Topics()
	if roots == nil {
		m.say("the file holds one thread only")
		return nil
	}
	l, cmd := m.newLine("threads ", "")
	list := &topics{picker: picker{line: l}}
	var titles []string
	for k, i := range roots {
		list.roots = append(list.roots, m.number(i))
		titles = append(titles, m.thread.At(i).Title())
		if m.thread.Contains(i, m.focus) {
			list.at = k
		}
	}
	at := list.at
	list.fill(titles)
	list.at = at
	m.mode = list
	return cmd
}

func (l *topics) press(m *Model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case l.walk(m.typed, m.bodyHeight()):
	case m.typed == "esc":
		m.leave()
	case m.typed == "enter":
		m.leave()
		chosen := l.chosen()
		if chosen < 0 {
			m.say("no thread was chosen")
			return nil
		}
		number := l.roots[chosen]
		return m.perform(command{name: "to thread", jump: true, do: func(m *Model) { m.toTopic(number) }})
	default:
		return l.insert(m, k)
	}
	return nil
}

// toTopic opens a thread of the file and puts its first line on top.
func (m *Model) toTopic(number int) {
	i := m.thread.Numbered(number)
	if !m.goTo(i) {
		return
	}
	m.openUp(i)
	m.put(i, 0)
	m.fillEnd()
}

func (l *topics) prompt(m *Model) string {
	said := draw.Count(len(l.found), "thread", "threads")
	return l.draw(m, said+"  enter goes there · esc", said)
}

func (l *topics) cover(m *Model, _ []string) []string {
	var rows []draw.Topic
	from, to := l.window(len(l.found), max(m.bodyHeight()-1, 1))
	for k := from; k < to; k++ {
		i := m.thread.Numbered(l.roots[l.found[k]])
		row := draw.Topic{
			Title:    m.thread.At(i).Title(),
			Comments: m.thread.Replies(i) + 1,
			Chosen:   k == l.at,
		}
		if m.thread.At(i).Is(thread.Topic) {
			row.Comments--
		}
		if latest, known := m.thread.LastActivity(i); known {
			row.Last, _ = m.when(m.thread.At(latest))
		}
		rows = append(rows, row)
	}
	return draw.Topics(m.theme, rows, m.pageWidth()+1)
}
