package ui

import (
	tea "charm.land/bubbletea/v2"

	"charm.land/bubbles/v2/key"
)

// A command is what a key of the reader does.
type command struct {
	name    string
	key     key.Binding
	partner string // the command that takes it back, for pairs
	jump    bool   // it is a jump: back, forward and undo know it
	do      func(*Model)
	run     func(*Model) tea.Cmd // in place of do, for what has an outside effect
}

// commandTable is what the keys do, by key as Bubble Tea names it.
func commandTable(k KeyMap) map[string]command {
	table := map[string]command{}
	for _, c := range commands(k) {
		for _, name := range c.key.Keys() {
			table[name] = c
		}
	}
	return table
}

func commands(k KeyMap) []command {
	return []command{
		{name: "next", partner: "previous", key: k.Next, do: (*Model).next},
		{name: "previous", partner: "next", key: k.Previous, do: (*Model).previous},
		{name: "line down", partner: "line up", key: k.LineDown, do: (*Model).lineDown},
		{name: "line up", partner: "line down", key: k.LineUp, do: (*Model).lineUp},
		{name: "page down", partner: "page up", key: k.PageDown, do: (*Model).pageDown},
		{name: "page up", partner: "page down", key: k.PageUp, do: (*Model).pageUp},
		{name: "half down", partner: "half up", key: k.HalfDown, do: (*Model).halfDown},
		{name: "half up", partner: "half down", key: k.HalfUp, do: (*Model).halfUp},
		{name: "next sibling", partner: "previous sibling", key: k.NextSibling, do: (*Model).nextSibling},
		{name: "previous sibling", partner: "next sibling", key: k.PrevSibling, do: (*Model).prevSibling},
		{name: "previous top", partner: "next top", jump: true, key: k.PrevTop, do: (*Model).prevTop},
		{name: "next top", partner: "previous top", jump: true, key: k.NextTop, do: (*Model).nextTop},
		{name: "previous by author", partner: "next by author", jump: true, key: k.PrevByAuthor, do: (*Model).prevByAuthor},
		{name: "next by author", partner: "previous by author", jump: true, key: k.NextByAuthor, do: (*Model).nextByAuthor},
		{name: "next hit", partner: "previous hit", jump: true, key: k.NextHit, do: (*Model).nextHit},
		{name: "previous hit", partner: "next hit", jump: true, key: k.PrevHit, do: (*Model).prevHit},
		{name: "back", partner: "forward", key: k.Back, do: (*Model).jumpBack},
		{name: "forward", partner: "back", key: k.Forward, do: (*Model).jumpForward},
		{name: "parent", jump: true, key: k.Parent, do: (*Model).parent},
		{name: "chain top", jump: true, key: k.ChainTop, do: (*Model).chainTop},
		{name: "first", jump: true, key: k.First, do: (*Model).first},
		{name: "last", jump: true, key: k.Last, do: (*Model).last},
		{name: "quote source", jump: true, key: k.QuoteSource, do: (*Model).quoteSource},
		{name: "left", key: k.Left, do: (*Model).left},
		{name: "right", key: k.Right, do: (*Model).right},
		{name: "toggle", key: k.Toggle, do: (*Model).toggleFold},
		{name: "fold", key: k.Fold, do: (*Model).fold},
		{name: "unfold", key: k.Unfold, do: (*Model).unfold},
		{name: "fold all", key: k.FoldAll, do: (*Model).foldAll},
		{name: "unfold all", key: k.UnfoldAll, do: (*Model).unfoldAll},
		{name: "fold peers", key: k.FoldPeers, do: (*Model).foldPeers},
		{name: "unfold peers", key: k.UnfoldPeers, do: (*Model).unfoldPeers},
		{name: "levels", key: k.Levels, do: (*Model).foldToTyped},
		{name: "undo", key: k.Undo, do: (*Model).undo},
		{name: "redo", key: k.Redo, do: (*Model).redo},
		{name: "sort", key: k.Sort, run: (*Model).nextOrder},
		{name: "width", key: k.Width, do: (*Model).nextMeasure},
		{name: "escape", key: k.Escape, do: (*Model).escape},
		{name: "number", key: k.Number, run: (*Model).askNumber},
		{name: "limit", key: k.Limit, run: (*Model).askLimit},
		{name: "search", key: k.Search, run: (*Model).startSearch},
		{name: "people", key: k.People, run: (*Model).showPeople},
		{name: "threads", key: k.Threads, run: (*Model).showTopics},
		{name: "peek", key: k.Peek, run: (*Model).showPeek},
		{name: "help", key: k.Help, run: (*Model).showHelp},
		{name: "links", key: k.Links, run: (*Model).showLinks},
		{name: "open page", key: k.OpenPage, run: (*Model).askOpenPage},
		{name: "copy link", key: k.CopyLink, run: (*Model).copyLink},
		{name: "copy text", key: k.CopyText, run: (*Model).copyText},
		{name: "mouse", key: k.Mouse, do: (*Model).toggleMouse},
		{name: "quit", key: k.Quit, run: (*Model).quit},
		{name: "interrupt", key: k.Interrupt, run: (*Model).quit},
		{name: "suspend", key: k.Suspend, run: (*Model).suspend},
		{name: "redraw", key: k.Redraw, run: (*Model).redraw},
	}
}

// perform does what a command does and keeps the books: the trail for its
// partner, the jumps, and the past for undo.
func (m *Model) perform(c command) tea.Cmd {
	before := m.moment()
	if c.partner != "" {
		if then, ok := m.trail.back(c.partner, before, [2]int{m.pageWidth(), m.height}); ok {
			m.jumps.follow(c.name, before.spot)
			m.restore(then)
			return nil
		}
	}
	var cmd tea.Cmd
	if c.run != nil {
		cmd = c.run(m)
	} else {
		c.do(m)
	}
	m.book(c, before)
	return cmd
}

// book remembers what a command left behind.
func (m *Model) book(c command, before moment) {
	after := m.moment()
	if c.name == "undo" || c.name == "redo" {
		return
	}
	moved, viewed := after.spot != before.spot, !after.view.same(before.view)
	if viewed || moved && c.jump {
		m.past.keep(before)
	}
	if moved && c.jump {
		m.jumps.leave(before.spot)
	}
	if c.partner != "" && (moved || viewed) {
		m.trail.add(step{c.name, before, after, [2]int{m.pageWidth(), m.height}})
	}
}
