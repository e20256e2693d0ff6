package thread

import (
	"fmt"
	"slices"
	"testing"
)

func TestAThreadGrowsWithoutChangingWhatItHas(t *testing.T) {
	t.Parallel()
	var grown []*Thread
	b := Builder{Title: "growing", Grown: func(th *Thread) { grown = append(grown, th) }}
	for i := range 5000 {
		b.Add(Post{ID: string(rune('a' + i%26)), Level: 1 + i%7, Author: "ann"})
	}
	whole := b.Thread()
	if len(grown) != 3 {
		t.Fatalf("it was shown %d times", len(grown))
	}
	for _, part := range grown {
		for i := range part.Len() {
			if *part.At(i) != *whole.At(i) || part.Name(i) != whole.Name(i) {
				t.Fatalf("of %d comments, %d is %v, and at the end %v", part.Len(), i, *part.At(i), *whole.At(i))
			}
			if want := min(whole.End(i), part.Len()); part.End(i) != want {
				t.Fatalf("of %d comments, %d ends at %d, want %d", part.Len(), i, part.End(i), want)
			}
		}
	}
}

func TestNothingIsShownOfAThreadThatMayStillChange(t *testing.T) {
	t.Parallel()
	grown := 0
	for name, change := range map[string]func(*Builder){
		"a comment without a level": func(b *Builder) { b.Add(Post{ID: "x", Refs: []string{"y"}}) },
		"a comment set anew":        func(b *Builder) { b.Set(b.Add(Post{Level: 1}), Post{Author: "ann"}) },
	} {
		b := Builder{Grown: func(*Thread) { grown++ }}
		change(&b)
		for range 1000 {
			b.Add(Post{Level: 1})
		}
		if grown > 0 {
			t.Errorf("%s: shown %d times", name, grown)
		}
	}
}

func TestWhatWasShownOfAThreadStaysAsItWas(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*Builder){
		"the post":   func(b *Builder) { b.Post(Post{Author: "post"}) },
		"a comment":  func(b *Builder) { b.Set(3, Post{Author: "other"}) },
		"the places": func(b *Builder) { b.Add(Post{ID: "1", Refs: []string{"2"}}) },
	} {
		var part *Thread
		b := Builder{Grown: func(th *Thread) { part = th }}
		for i := range 300 {
			b.Add(Post{Level: 1 + i%3, Author: "ann", ID: fmt.Sprint(i / 2)})
		}
		before := slices.Clone(part.comments)
		change(&b)
		whole := b.Thread()
		if !slices.Equal(part.comments, before) {
			t.Errorf("%s: the part has changed", name)
		}
		if slices.Equal(whole.comments[:min(len(before), whole.Len())], before) {
			t.Errorf("%s: nothing has changed in the whole", name)
		}
	}
}
