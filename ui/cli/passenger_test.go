//go:build unix

package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
	"skein/thread/format"
	"skein/ui"
	"skein/ui/draw"
)

// A passenger is an input on its way through the program.
type passenger struct {
	*ordeal
	t    *testing.T
	data []byte
	keys []string
}

// journey is the keys that threads are read with: down, to the end and
// back, folds, people, links, search, limits, copies, orders.
var journey = []string{
	"j", "space", "G", "k", "b", "g", "J", "z", "M", "enter", "z", "R", "1", "0", "P", "esc", "f", "esc",
	"@", "esc", "y", "Y", "o", "esc", "\"", "s", "x", "/", "a", "enter", "n", "esc", "&", "a", "enter", "esc", "w", "G",
}

// longestError is what an error may take of a terminal: some of its lines.
const longestError = 1000

// through reads, draws and, where all is asked for, prints and converts.
func (p *passenger) through(all bool) {
	t, damage := p.read()
	if t == nil {
		return
	}
	p.drawn++
	p.look(t, damage)
	if !all {
		return
	}
	p.written++
	p.output(t)
}

// read reads the input at once in every other case, in parts in the others.
func (p *passenger) read() (t *thread.Thread, err error) {
	p.run(p.t, "read", func(c *pulse) {
		t, err = format.NewGrowth("", p.grown(c)).Read(p.data)
		if t != nil {
			t = t.Inferred()
		}
	})
	var said bytes.Buffer
	report(&said, err)
	p.leak(p.t, "the error", onlyText, said.Bytes())
	if said.Len() > longestError {
		p.t.Errorf("%s: an error of %d bytes", p.current, said.Len())
	}
	if t == nil && err == nil {
		p.panics++
		p.t.Errorf("%s: neither a thread nor an error", p.current)
	}
	return t, err
}

func (p *passenger) grown(c *pulse) func(*thread.Thread) {
	if p.cases%2 == 0 {
		return nil
	}
	return func(*thread.Thread) { c.sign() }
}

// look reads the thread on a small screen.
func (p *passenger) look(t *thread.Thread, damage error) {
	m := ui.New(context.Background(), ui.Options{
		Load:  func(context.Context) (*thread.Thread, error) { return t, damage },
		Name:  "ordeal",
		Theme: "dark",
		Now:   func() time.Time { return time.Date(2026, 3, 3, 12, 0, 0, 0, time.UTC) },
		Open:  func(string) error { return errors.New("opened by itself") },
	})
	p.run(p.t, "open", func(*pulse) {
		p.give(m, tea.WindowSizeMsg{Width: 60, Height: 20})
		p.do(m, m.Init())
		p.frame(m)
	})
	for k, key := range p.keys {
		p.run(p.t, fmt.Sprintf("key %d, %s", k, key), func(*pulse) {
			p.give(m, press(key))
			p.frame(m)
		})
	}
}

// press is a key as Bubble Tea has it.
func press(name string) tea.KeyPressMsg {
	switch name {
	case "space":
		return tea.KeyPressMsg{Code: ' ', Text: " "}
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}

func (p *passenger) give(m *ui.Model, msg tea.Msg) {
	_, cmd := m.Update(msg)
	p.do(m, cmd)
}

// do sees commands through. What they say may be meant for the clipboard.
func (p *passenger) do(m *ui.Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			p.do(m, c)
		}
	default:
		if fmt.Sprintf("%T", msg) == "tea.setClipboardMsg" {
			p.leak(p.t, "the clipboard", onlyText, fmt.Append(nil, msg))
			return
		}
		p.give(m, msg)
	}
}

func (p *passenger) frame(m *ui.Model) {
	view := m.View()
	p.leak(p.t, "the screen", inColour, []byte(view.Content))
	p.leak(p.t, "the window's title", onlyText, []byte(view.WindowTitle))
}

// output prints the thread and writes it in every format.
func (p *passenger) output(t *thread.Thread) {
	p.send("print", inColour, func(w io.Writer) error {
		return ui.Print(w, t, ui.PrintOptions{Width: 60, Theme: draw.Dark()})
	})
	p.send("stats", onlyText, func(w io.Writer) error { return writeStats(w, count(t, nil, 0)) })
	p.send("threads", onlyText, func(w io.Writer) error { return writeThreads(w, t) })
	for to := range format.Writers() {
		p.send("--to "+to, onlyText, func(w io.Writer) error { return format.Write(w, t, to, format.Selection{}) })
	}
}

func (p *passenger) send(name string, may allowance, write func(io.Writer) error) {
	check := func(output []byte) {
		p.leak(p.t, name, may, output)
		if name == "--to json" || name == "--to jsonl" {
			p.leak(p.t, name+", decoded", onlyText, unescaped(output))
		}
	}
	p.run(p.t, name, func(c *pulse) {
		j := &judge{pulse: c, check: check}
		if err := write(j); err != nil {
			p.t.Errorf("%s: %s: %v", p.current, name, err)
		}
		check(j.line)
	})
}
