package cli

import (
	"fmt"
	"testing"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

// talk is a thread of ten people with answers to each other and themselves.
func talk() *thread.Thread {
	var b thread.Builder
	b.Post(thread.Post{ID: "post", Author: "host", Body: markup.Body{Raw: "not counted"}})
	for i := range 200 {
		b.Add(thread.Post{
			ID:     fmt.Sprint(i),
			Level:  1 + i%7,
			Author: fmt.Sprint("person ", i*i%10),
			Time:   time.Date(2026, 3, 1, 12, (i*37)%200, 0, 0, time.UTC),
			Body:   markup.Body{Raw: fmt.Sprintf("%d words - or so, are \u2014 dashes\nnot counted.", i)},
		})
	}
	return b.Thread()
}

func TestFiguresAgreeWithTheListOfPeople(t *testing.T) {
	t.Parallel()
	th := talk()
	byName := map[string]commenter{}
	for _, c := range count(th, nil, 0).Commenters {
		byName[c.Name] = c
	}
	people := 0
	for _, p := range th.People() {
		if p.Comments == 0 {
			continue
		}
		people++
		got := byName[th.Authors[p.Author].Name]
		if got.Comments != p.Comments || got.Words != p.Words || got.Replies != p.Replies {
			t.Errorf("%+v, in the list %+v", got, p)
		}
	}
	if people != len(byName) {
		t.Errorf("%d people, in the list %d", len(byName), people)
	}
}

func TestFiguresAreOfWhatIsAskedFor(t *testing.T) {
	t.Parallel()
	th := talk()
	by := th.Select(thread.ByName("person 4"))
	for _, c := range []struct {
		name  string
		sel   *thread.Selection
		depth int
		is    func(i int) bool
	}{
		{"all", nil, 0, func(int) bool { return true }},
		{"two levels", nil, 2, func(i int) bool { return th.Depth(i) <= 2 }},
		{"one person", &by, 0, func(i int) bool { return th.Name(i) == "person 4" }},
		{"one person on top", &by, 1, func(i int) bool { return th.Name(i) == "person 4" && th.Depth(i) == 1 }},
	} {
		want, people := 0, map[string]bool{}
		for i := 1; i < th.Len(); i++ {
			if c.is(i) {
				want++
				people[th.Name(i)] = true
			}
		}
		got := count(th, c.sel, c.depth)
		sum := 0
		for _, p := range got.Commenters {
			sum += p.Comments
		}
		if got.Comments != want || sum != want || got.People != len(people) {
			t.Errorf("%s: %d comments, %d by %d people, want %d by %d", c.name, got.Comments, sum, got.People, want, len(people))
		}
	}
}

func TestTimesKeepToWhatIsKnown(t *testing.T) {
	t.Parallel()
	east := time.FixedZone("", 2*60*60)
	at := time.Date(2026, 3, 2, 8, 30, 0, 0, east)
	for _, c := range []struct {
		time  time.Time
		zone  thread.ZoneKnown
		first string
	}{
		{time.Time{}, thread.KnownZone, ""},
		{at, thread.KnownZone, "2026-03-02T08:30:00+02:00"},
		{time.Date(2026, 3, 2, 8, 30, 0, 0, time.UTC), thread.LocalTime, "2026-03-02T08:30:00"},
	} {
		var b thread.Builder
		b.Add(thread.Post{ID: "1", Level: 1, Time: c.time, Zone: c.zone})
		b.Add(thread.Post{ID: "2", Level: 1})
		if f := count(b.Thread(), nil, 0); f.First != c.first || f.Last != c.first {
			t.Errorf("%q to %q, want %q", f.First, f.Last, c.first)
		}
	}
}
