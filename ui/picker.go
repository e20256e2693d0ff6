package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"

	"skein/thread"
)

// A picker is a list that typing narrows, by fzf's algorithm.
type picker struct {
	line
	cursor
	names []string // of all entries, folded for comparing
	found []int    // the entries that the typing leaves, best first
}

// fill gives the picker its entries.
func (p *picker) fill(names []string) {
	p.names = make([]string, len(names))
	for k, name := range names {
		p.names[k] = thread.Fold(name)
	}
	p.narrow()
}

// narrow leaves the entries that match what was typed.
func (p *picker) narrow() {
	p.cursor = cursor{}
	p.found = p.found[:0]
	typed := []rune(thread.Fold(p.input.Value()))
	score := make([]int, len(p.names))
	slab := util.MakeSlab(16*1024, 2*1024)
	for k, name := range p.names {
		chars := util.ToChars([]byte(name))
		result, _ := algo.FuzzyMatchV2(false, true, true, &chars, typed, false, slab)
		if result.Start >= 0 {
			p.found = append(p.found, k)
			score[k] = result.Score
		}
	}
	slices.SortStableFunc(p.found, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
}

// walk moves the cursor by the keys of lists, and says whether this was one.
func (p *picker) walk(typed string, page int) bool {
	switch typed {
	case "up", "ctrl+p":
		p.move(-1, len(p.found))
	case "down", "ctrl+n":
		p.move(+1, len(p.found))
	case "pgup":
		p.move(-page, len(p.found))
	case "pgdown":
		p.move(+page, len(p.found))
	default:
		return false
	}
	return true
}

// chosen is the entry under the cursor, -1 where nothing is left.
func (p *picker) chosen() int {
	if len(p.found) == 0 {
		return -1
	}
	return p.found[p.at]
}

// insert types into the picker.
func (p *picker) insert(_ *Model, msg tea.Msg) tea.Cmd {
	changed, cmd := p.edit(msg)
	if changed {
		p.narrow()
	}
	return cmd
}
