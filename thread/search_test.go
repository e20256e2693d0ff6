package thread

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/thread/markup"
)

// babble makes threads and queries of few words, so that they meet often.
type babble struct{ *rand.Rand }

var babbled = []string{"a", "A", "ab", "Ab", "é", "“b”", "b", "\n", "ß", "by:a", "ann", "Ann Bee", "—"}

func (r babble) words(n int) string {
	var words []string
	for range r.IntN(n + 1) {
		words = append(words, babbled[r.IntN(len(babbled))])
	}
	return strings.Join(words, " ")
}

func (r babble) thread(n int) *Thread {
	var b Builder
	b.Post(Post{Author: r.words(1), Body: markup.Body{Raw: r.words(9)}})
	for i := range n {
		b.Add(Post{
			ID: fmt.Sprint(i + 1), Refs: []string{fmt.Sprint(r.IntN(2*n) + 1)},
			Author: r.words(2), Body: markup.Body{Raw: r.words(9)},
		})
	}
	return b.Thread()
}

func (r babble) query() string {
	const parts = "( ) OR AND NOT - by: \" "
	var b strings.Builder
	for range 1 + r.IntN(7) {
		if r.IntN(3) == 0 {
			b.WriteString(strings.Fields(parts)[r.IntN(8)])
		}
		b.WriteString(babbled[r.IntN(len(babbled))] + strings.Repeat(" ", r.IntN(2)))
	}
	return b.String()
}

func TestAllWaysToAskAgree(t *testing.T) {
	t.Parallel()
	r := babble{rand.New(rand.NewPCG(1, 2))}
	asked := 0
	for k := range 200 {
		th := r.thread(r.IntN(100)).Sorted(Order(k % len(orderNames)))
		x := NewIndex(th)
		for range 20 {
			q, err := ParseQuery(r.query())
			if err != nil || q.Empty() {
				continue
			}
			asked++
			want := matching(th, q)
			found := x.Search(t.Context(), q)
			if got := strings.Trim(fmt.Sprint(found), "[]"); got != want {
				t.Fatalf("%s: the index finds %s, want %s", q, got, want)
			}
			if got, want := fmt.Sprint(th.Select(q)), fmt.Sprint(th.SelectNumbers(found)); got != want {
				t.Fatalf("%s: selected %s, want %s", q, got, want)
			}
		}
	}
	if asked < 1000 {
		t.Errorf("only %d queries made sense", asked)
	}
}

func TestALargeThreadIsSearchedInFull(t *testing.T) {
	t.Parallel()
	th := long(3*blockLen + 7)
	x := NewIndex(th)
	q, _ := ParseQuery("needle in")
	want := "[0 1023 1024 3078]"
	if got := fmt.Sprint(x.Search(t.Context(), q)); got != want {
		t.Errorf("found %s, want %s", got, want)
	}
	if got := fmt.Sprint(th.Select(q).Hits()); got != want {
		t.Errorf("selected %s, want %s", got, want)
	}
}

func TestASearchKeepsTheTextsOfWhichItReadMany(t *testing.T) {
	t.Parallel()
	var b Builder
	for i := range 2 * blockLen {
		b.Add(Post{Body: markup.Body{Raw: fmt.Sprintf("Chisel number %d is blunt", i)}, Level: 1})
	}
	th := b.Thread()
	for query, kept := range map[string]bool{"chisel": true, "900": false} {
		x := NewIndex(th)
		q, _ := ParseQuery(query)
		if got, want := fmt.Sprint(x.Search(t.Context(), q)), fmt.Sprint(th.Select(q).Hits()); got != want {
			t.Errorf("%s: found %.40s, want %.40s", query, got, want)
		}
		if known := x.known(0) != nil; known != kept {
			t.Errorf("%s: the texts are kept: %v", query, known)
		}
	}
}

func TestASearchEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	q, _ := ParseQuery("a OR -b")
	if got := NewIndex(workshop()).Search(ctx, q); got != nil {
		t.Errorf("found %v", got)
	}
}

// long is a thread of n entries with a needle in four of them.
func long(n int) *Thread {
	r := babble{rand.New(rand.NewPCG(3, 4))}
	words := strings.Fields("the council lends saws planes and Chisels to all who’d sign a waiver at the desk, naïve or not")
	var b Builder
	for i := range n {
		var text strings.Builder
		for range 40 {
			text.WriteString(words[r.IntN(len(words))] + " ")
		}
		if i == 0 || i == blockLen-1 || i == blockLen || i == n-1 {
			text.WriteString("Needle\nin a stack")
		}
		p := Post{Author: fmt.Sprint("reader", i%97), Body: markup.Body{Raw: text.String()}, Level: 1 + i%5}
		if i == 0 {
			b.Post(p)
			continue
		}
		b.Add(p)
	}
	return b.Thread()
}

// TestTheFirstHitIsToldBeforeTheOthers asks from every block on.
func TestTheFirstHitIsToldBeforeTheOthers(t *testing.T) {
	t.Parallel()
	th := long(3*blockLen + 7)
	q, _ := ParseQuery("needle")
	for from, want := range map[int]int{0: 0, 1: blockLen - 1, blockLen: blockLen, blockLen + 1: 3*blockLen + 6} {
		told := None
		hits := NewIndex(th).SearchFrom(t.Context(), q, from, func(i int) {
			if told != None {
				t.Errorf("told of %d after %d", i, told)
			}
			told = i
		})
		if told != want || len(hits) != 4 {
			t.Errorf("from %d on: first %d of %v, want %d", from, told, hits, want)
		}
	}
}

func TestNoFirstHitIsToldWhereThereIsNone(t *testing.T) {
	t.Parallel()
	q, _ := ParseQuery("nowhere")
	NewIndex(long(2*blockLen)).SearchFrom(t.Context(), q, 5, func(i int) { t.Errorf("told of %d", i) })
}

func TestSearchingDoesNotWaitForTheIndex(t *testing.T) {
	t.Parallel()
	th := long(3 * blockLen)
	x, q := NewIndex(th), ByName("reader7")
	before := x.Search(t.Context(), q)
	x.Fill(t.Context())
	if after := x.Search(t.Context(), q); len(before) == 0 || !slices.Equal(before, after) {
		t.Errorf("found %v, and %v when all was folded", before, after)
	}
}

func BenchmarkIndex(b *testing.B) {
	th := long(10_000)
	for b.Loop() {
		NewIndex(th).Fill(b.Context())
	}
}

func BenchmarkSearchRareWord(b *testing.B)  { benchmarkSearch(b, "needle") }
func BenchmarkSearchOftenWord(b *testing.B) { benchmarkSearch(b, "Chisels") }
func BenchmarkSearchAuthor(b *testing.B)    { benchmarkSearch(b, "by:reader7") }

func benchmarkSearch(b *testing.B, query string) {
	x := NewIndex(long(10_000))
	x.Fill(b.Context())
	q, err := ParseQuery(query)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if len(x.Search(b.Context(), q)) == 0 {
			b.Fatal("nothing found")
		}
	}
}
