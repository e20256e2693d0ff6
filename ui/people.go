package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
	"skein/ui/draw"
)

// people is the list of the commenters.
type people struct {
	picker
	all   []thread.Person   // nil while they are being counted
	early []tea.KeyPressMsg // from the key on that chose among them before that was done
}

// peopleCountedMsg says who wrote how much in a thread.
type peopleCountedMsg struct {
	thread *thread.Thread
	people []thread.Person
}

func countPeople(t *thread.Thread) tea.Cmd {
	return func() tea.Msg { return peopleCountedMsg{t, t.People()} }
}

func (m *Model) showPeople() tea.Cmd {
	l, cmd := m.newLine("@ ", "")
	m.mode = &people{picker: picker{line: l}}
	return tea.Batch(cmd, countPeople(m.source))
}

// peopleCounted fills the list, if it is still open, the cursor on the author
// of the focused comment.
func (m *Model) peopleCounted(msg peopleCountedMsg) tea.Cmd {
	p, open := m.mode.(*people)
	if !open || msg.thread != m.source {
		return nil
	}
	p.all = msg.people
	names := make([]string, len(p.all))
	for k, person := range p.all {
		names[k] = m.thread.Authors[person.Author].Name
	}
	p.fill(names)
	if author := m.thread.At(m.focus).Author; p.input.Value() == "" {
		p.at = max(slices.IndexFunc(p.all, func(who thread.Person) bool { return who.Author == int(author) }), 0)
	}
	return m.pressAll(p.early)
}

func (p *people) press(m *Model, k tea.KeyPressMsg) tea.Cmd {
	chooses := m.typed == "enter" || m.typed == "alt+l"
	switch {
	case m.typed == "esc":
		m.leave()
	case p.all == nil && (chooses || len(p.early) > 0):
		p.early = append(p.early, k)
	case p.walk(m.typed, m.bodyHeight()):
	case m.typed == "enter":
		return p.choose(m, func(author int) command {
			return command{name: "to author", jump: true, do: func(m *Model) { m.toAuthor(author) }}
		})
	case m.typed == "alt+l":
		return p.choose(m, func(author int) command {
			return command{name: "ask for limit", run: func(m *Model) tea.Cmd { return m.limitToAuthor(author) }}
		})
	default:
		return p.insert(m, k)
	}
	return nil
}

// choose does something with the author under the cursor.
func (p *people) choose(m *Model, about func(author int) command) tea.Cmd {
	m.leave()
	k := p.chosen()
	if k < 0 {
		m.say("nobody was chosen")
		return nil
	}
	return m.perform(about(p.all[k].Author))
}

func (p *people) prompt(m *Model) string {
	said := "counting …"
	if p.all != nil {
		said = draw.Count(len(p.found), "person", "people")
	}
	return p.draw(m, said+"  enter goes to theirs · alt+l limits to them · esc",
		said+"  enter · alt+l limits · esc", said)
}

func (p *people) cover(m *Model, _ []string) []string {
	table := draw.People{}
	from, to := p.window(len(p.found), max(m.bodyHeight()-1, 1))
	for k := from; k < to; k++ {
		person := p.all[p.found[k]]
		table.Rows = append(table.Rows, draw.Person{
			Name:     m.thread.Authors[person.Author].Name,
			Comments: person.Comments,
			Words:    person.Words,
			Replies:  person.Replies,
			Chosen:   k == p.at,
			Poster:   m.thread.At(0).Author == int32(person.Author),
			Alike:    m.posing(person.Author),
		})
	}
	return table.Lines(m.theme, m.pageWidth()+1)
}

// toAuthor goes to the first comment of theirs at or after the focus, or else
// to their first of all.
func (m *Model) toAuthor(author int) {
	n := m.thread.Len()
	for k := range n {
		i := (m.focus + k) % n
		if int(m.thread.At(i).Author) == author && m.reachable(i) {
			m.goTo(i)
			return
		}
	}
	m.say("the limit hides all of theirs (esc lifts it)")
}

func (m *Model) limitToAuthor(author int) tea.Cmd {
	return m.limitTo(thread.ByName(m.thread.Authors[author].Name))
}
