package ui

import (
	"errors"
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// A BugError is a panic as an error.
type BugError struct {
	Value any // what recover returned
	Stack []byte
}

func (e *BugError) Error() string { return fmt.Sprint("a bug in skein: ", e.Value) }

// ErrCutShort is a mapped file that somebody truncates while it is read.
var ErrCutShort = errors.New("the file was cut short while it was being read")

// Broken is what recover returned as an error: a *BugError but for a panic
// that knows an address in memory. That one has met a page that is no longer
// in its mapped file, which is ErrCutShort.
func Broken(v any) error {
	if _, ok := v.(interface{ Addr() uintptr }); ok {
		return ErrCutShort
	}
	return &BugError{v, debug.Stack()}
}

// brokenMsg says that something panicked.
type brokenMsg struct{ err error }

// A guard stands between Bubble Tea and a model. A panic in the model or in a
// command of its ends the reader with an error; Bubble Tea would print it as
// it is, and whatever text of the thread it names.
type guard struct {
	*Model
	send func(tea.Msg)
	last tea.View
}

func (g *guard) Init() tea.Cmd { return guarded(g.Model.Init()) }

func (g *guard) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	next = g
	defer func() {
		if v := recover(); v != nil {
			cmd = g.breakOff(Broken(v))
		}
	}()
	if msg, ok := msg.(brokenMsg); ok {
		return next, g.breakOff(msg.err)
	}
	_, cmd = g.Model.Update(msg)
	return next, guarded(cmd)
}

// View is the last view that could be drawn.
func (g *guard) View() (view tea.View) {
	defer func() {
		if v := recover(); v != nil {
			view = g.last
			go g.send(brokenMsg{Broken(v)})
		}
	}()
	g.last = g.Model.View()
	return g.last
}

// breakOff ends the reader with the first error that there was.
func (g *guard) breakOff(err error) tea.Cmd {
	if g.err == nil {
		g.err = err
	}
	return tea.Quit
}

// guarded has a panic in a command, or in those that it starts, told to the
// guard.
func guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if v := recover(); v != nil {
				msg = brokenMsg{Broken(v)}
			}
		}()
		debug.SetPanicOnFault(true)
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for k, c := range batch {
				batch[k] = guarded(c)
			}
		}
		return msg
	}
}
