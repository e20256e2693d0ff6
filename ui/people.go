package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"

	"skein/thread"
	"skein/ui/draw"
)

// people is the list of the commenters. Typing narrows it.
type people struct {
	line
	cursor
	all   []thread.Person // nil while they are being counted
	found []int           // those that the typing leaves, best first
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
	m.mode = &people{line: l}
	return tea.Batch(cmd, countPeople(m.source))
}

// peopleCounted fills the list, if it is still open.
func (m *Model) peopleCounted(msg peopleCountedMsg) {
	p, open := m.mode.(*people)
	if !open || msg.thread != m.source {
		return
	}
	p.all = msg.people
	p.narrow(m.source)
	if author := m.thread.At(m.focus).Author; p.input.Value() == "" {
		at := slices.IndexFunc(p.found, func(k int) bool { return p.all[k].Author == int(author) })
		p.at = max(at, 0)
	}
}

func (p *people) press(m *Model, k tea.KeyPressMsg) tea.Cmd {
	switch m.typed {
	case "esc":
		m.leave()
	case "up", "ctrl+p":
		p.move(-1, len(p.found))
	case "down", "ctrl+n":
		p.move(+1, len(p.found))
	case "pgup":
		p.move(-m.bodyHeight(), len(p.found))
	case "pgdown":
		p.move(+m.bodyHeight(), len(p.found))
	case "enter":
		return p.choose(m, "to author", (*Model).toAuthor)
	case "alt+l":
		return p.choose(m, "limit to author", (*Model).limitToAuthor)
	default:
		return p.insert(m, k)
	}
	return nil
}

// choose does something with the author under the cursor.
func (p *people) choose(m *Model, name string, do func(*Model, int)) tea.Cmd {
	m.leave()
	if len(p.found) == 0 {
		m.say("nobody was chosen")
		return nil
	}
	author := p.all[p.found[p.at]].Author
	return m.perform(command{name: name, jump: true, do: func(m *Model) { do(m, author) }})
}

func (p *people) insert(m *Model, msg tea.Msg) tea.Cmd {
	changed, cmd := p.edit(msg)
	if changed {
		p.narrow(m.source)
	}
	return cmd
}

// narrow leaves the people whose names match what was typed, in fzf's order.
func (p *people) narrow(t *thread.Thread) {
	p.cursor = cursor{}
	p.found = p.found[:0]
	typed := []rune(thread.Fold(p.input.Value()))
	score := make([]int, len(p.all))
	slab := util.MakeSlab(16*1024, 2*1024)
	for k, person := range p.all {
		name := util.ToChars([]byte(thread.Fold(t.Authors[person.Author].Name)))
		result, _ := algo.FuzzyMatchV2(false, true, true, &name, typed, false, slab)
		if result.Start >= 0 {
			p.found = append(p.found, k)
			score[k] = result.Score
		}
	}
	slices.SortStableFunc(p.found, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
}

func (p *people) prompt(m *Model) string {
	said := "counting …"
	if p.all != nil {
		said = draw.Count(len(p.found), "person", "people")
	}
	return p.draw(m, said+"  enter goes to theirs · alt+l limits to them · esc",
		said+"  enter · alt+l limits · esc", said)
}

func (p *people) cover(m *Model, body []string) []string {
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

func (m *Model) limitToAuthor(author int) {
	m.limitTo(thread.ByName(m.thread.Authors[author].Name))
}
