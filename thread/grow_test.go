package thread

import "testing"

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
