package ui

import (
	"reflect"

	"charm.land/bubbles/v2/key"
)

// A KeyMap is every key of the reader. Keys of two strokes ("z a") are
// written with a blank between them.
type KeyMap struct {
	Next, Previous             key.Binding
	LineDown, LineUp           key.Binding
	PageDown, PageUp           key.Binding
	HalfDown, HalfUp           key.Binding
	NextSibling, PrevSibling   key.Binding
	Left, Right                key.Binding
	Parent, ChainTop           key.Binding
	PrevTop, NextTop           key.Binding
	First, Last                key.Binding
	Number                     key.Binding
	Toggle, Fold, Unfold       key.Binding
	FoldAll, UnfoldAll, Levels key.Binding
	FoldPeers, UnfoldPeers     key.Binding
	PrevByAuthor, NextByAuthor key.Binding
	People, Threads            key.Binding
	Search                     key.Binding
	NextHit, PrevHit           key.Binding
	Limit                      key.Binding
	Escape                     key.Binding
	QuoteSource                key.Binding
	Peek                       key.Binding
	Back, Forward              key.Binding
	Undo, Redo                 key.Binding
	Links, OpenPage            key.Binding
	CopyLink, CopyText         key.Binding
	Sort, Width                key.Binding
	Help, Quit, Interrupt      key.Binding
	Suspend, Redraw, Mouse     key.Binding
}

// DefaultKeys are the keys as the help and the README list them.
func DefaultKeys() KeyMap {
	return KeyMap{
		Next:         bind("j", "next comment", "j"),
		Previous:     bind("k", "previous comment", "k"),
		LineDown:     bind("↓ ctrl+e", "one line down", "down", "ctrl+e"),
		LineUp:       bind("↑ ctrl+y", "one line up", "up", "ctrl+y"),
		PageDown:     bind("space pgdn", "page down", "space", "pgdown"),
		PageUp:       bind("b pgup", "page up", "b", "pgup"),
		HalfDown:     bind("ctrl+d", "half a page down", "ctrl+d"),
		HalfUp:       bind("ctrl+u", "half a page up", "ctrl+u"),
		NextSibling:  bind("J", "next sibling", "J"),
		PrevSibling:  bind("K", "previous sibling", "K"),
		Left:         bind("h ←", "fold, or to the parent", "h", "left"),
		Right:        bind("l →", "unfold, or to the first reply", "l", "right"),
		Parent:       bind("p", "parent", "p"),
		ChainTop:     bind("t", "top of this chain", "t"),
		PrevTop:      bind("{", "previous top-level comment", "{"),
		NextTop:      bind("}", "next top-level comment", "}"),
		First:        bind("g home", "first", "g", "home"),
		Last:         bind("G end", "last", "G", "end"),
		Number:       bind(":N", "comment number N", ":"),
		Toggle:       bind("enter za", "fold or unfold", "enter", "z a"),
		Fold:         bind("zc", "fold", "z c"),
		Unfold:       bind("zo", "unfold", "z o"),
		FoldAll:      bind("zM", "every comment one line", "z M"),
		UnfoldAll:    bind("zR 0", "everything open", "z R", "0"),
		Levels:       bind("1 … 9", "levels 1 to N in full", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		FoldPeers:    bind("c", "fold it and its siblings", "c"),
		UnfoldPeers:  bind("e", "unfold it and its siblings", "e"),
		PrevByAuthor: bind("[", "previous by this author", "["),
		NextByAuthor: bind("]", "next by this author", "]"),
		People:       bind("@", "the commenters", "@"),
		Threads:      bind("L", "the threads of a file that holds many", "L"),
		Search:       bind("/", "search as you type", "/"),
		NextHit:      bind("n", "next match", "n"),
		PrevHit:      bind("N", "previous match", "N"),
		Limit:        bind("&", "limit to a query", "&"),
		Escape:       bind("esc", "clear the search, then the limit", "esc"),
		QuoteSource:  bind("\"", "to the source of the quote", "\""),
		Peek:         bind("P", "peek at what it answers", "P"),
		Back:         bind("ctrl+o alt+← backspace", "back through jumps", "ctrl+o", "alt+left", "backspace"),
		Forward:      bind("alt+→", "forward through jumps", "alt+right"),
		Undo:         bind("u", "undo the last change of view", "u"),
		Redo:         bind("U", "redo it", "U"),
		Links:        bind("f", "links on the screen", "f"),
		OpenPage:     bind("o", "open the comment in the browser", "o"),
		CopyLink:     bind("y", "copy its permalink", "y"),
		CopyText:     bind("Y", "copy its text", "Y"),
		Sort:         bind("s", "sort order", "s"),
		Width:        bind("w", "width: narrow, wide, full", "w"),
		Help:         bind("?", "these keys", "?"),
		Quit:         bind("q", "quit", "q"),
		Interrupt:    bind("ctrl+c", "quit from anywhere", "ctrl+c"),
		Suspend:      bind("ctrl+z", "suspend", "ctrl+z"),
		Redraw:       bind("ctrl+l", "redraw", "ctrl+l"),
		Mouse:        bind("alt+m", "give the mouse to the terminal and back", "alt+m"),
	}
}

func bind(shown, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
}

// all are the bindings in the order of the struct.
func (k KeyMap) all() []key.Binding {
	v := reflect.ValueOf(k)
	keys := make([]key.Binding, v.NumField())
	for i := range keys {
		keys[i] = v.Field(i).Interface().(key.Binding)
	}
	return keys
}
