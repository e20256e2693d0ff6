package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
)

// A keyGroup is a part of the help: keys that belong together.
type keyGroup struct {
	name string
	rows []keyRow
}

// A keyRow is what one key does, or a pair of which the second takes back the
// first.
type keyRow struct {
	does string
	keys []key.Binding
}

func single(k key.Binding) keyRow { return keyRow{k.Help().Desc, []key.Binding{k}} }

func pair(does string, a, b key.Binding) keyRow { return keyRow{does, []key.Binding{a, b}} }

// groups are all the keys as the help shows them.
func (k KeyMap) groups() []keyGroup {
	return []keyGroup{
		{"Moving", []keyRow{
			pair("next, previous comment", k.Next, k.Previous),
			pair("next, previous sibling", k.NextSibling, k.PrevSibling),
			pair("previous, next top-level comment", k.PrevTop, k.NextTop),
			single(k.Parent), single(k.ChainTop), single(k.Number),
			pair("first, last", k.First, k.Last),
		}},
		{"Scrolling", []keyRow{
			pair("one line", k.LineDown, k.LineUp),
			pair("a page", k.PageDown, k.PageUp),
			pair("half a page", k.HalfDown, k.HalfUp),
		}},
		{"Folding", []keyRow{
			single(k.Left), single(k.Right), single(k.Toggle), pair("fold, unfold", k.Fold, k.Unfold),
			pair("fold, unfold it and its siblings", k.FoldPeers, k.UnfoldPeers),
			single(k.Levels), single(k.FoldAll), single(k.UnfoldAll),
		}},
		{"Finding", []keyRow{
			single(k.Search), pair("next, previous match", k.NextHit, k.PrevHit),
			single(k.People), pair("previous, next by this author", k.PrevByAuthor, k.NextByAuthor),
			single(k.Limit), single(k.Escape), single(k.Threads),
		}},
		{"Context", []keyRow{
			single(k.QuoteSource), single(k.Peek),
			pair("back, forward through jumps", k.Back, k.Forward),
			pair("undo, redo the last change of view", k.Undo, k.Redo),
		}},
		{"Links and text", []keyRow{
			single(k.Links), single(k.OpenPage),
			pair("copy its permalink, its text", k.CopyLink, k.CopyText),
		}},
		{"Screen", []keyRow{
			single(k.Sort), single(k.Width), single(k.Help), single(k.Quit), single(k.Interrupt),
			single(k.Suspend), single(k.Redraw), single(k.Mouse),
		}},
	}
}

// shown is how the help writes the keys of a row, one string a key.
func (r keyRow) shown() []string {
	var keys []string
	for _, k := range r.keys {
		keys = append(keys, strings.Fields(k.Help().Key)...)
	}
	return keys
}
