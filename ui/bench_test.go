package ui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"skein/thread"
	"skein/thread/markup"
)

// forest is a thread of n comments of ordinary lengths, a quarter of them at
// top level.
func forest(n int) *thread.Thread {
	r := rand.New(rand.NewPCG(7, 7))
	b := thread.Builder{Title: "A forest"}
	b.Post(thread.Post{Body: markup.Body{Raw: "Where the trees stand."}})
	depth := 0
	for i := range n {
		depth = max(1, depth+1-r.IntN(4))
		words := make([]string, 5+r.IntN(60))
		for k := range words {
			words[k] = fmt.Sprintf("word%d", r.IntN(5000))
		}
		b.Add(thread.Post{
			Level:  depth,
			Author: fmt.Sprintf("author%d", r.IntN(n/8+1)),
			Body:   markup.Body{Raw: strings.Join(words, " ")},
		})
		if i == n*97/100 {
			b.Add(thread.Post{Level: depth, Author: "rare", Body: markup.Body{Raw: "zyzzyvaflux"}})
		}
	}
	return b.Thread()
}

// sizes are the numbers of comments to measure with; SKEIN_BENCH gives others,
// as in SKEIN_BENCH=1000000.
var sizes = sync.OnceValue(func() []int {
	var asked []int
	for _, field := range strings.Fields(os.Getenv("SKEIN_BENCH")) {
		if n, err := strconv.Atoi(field); err == nil {
			asked = append(asked, n)
		}
	}
	if len(asked) > 0 {
		return asked
	}
	return []int{1_000, 10_000, 100_000}
})

// bySize runs a benchmark on a thread of each size, on a screen of 120x40.
func bySize(b *testing.B, do func(b *testing.B, m *Model)) {
	for _, n := range sizes() {
		th := forest(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := opened(b, th, 120, 40, Options{Theme: "dark"})
			_ = m.View()
			b.ReportAllocs()
			b.ResetTimer()
			do(b, m)
		})
	}
}

// pressed is a benchmark of pressing keys by turns, each with its frame.
func pressed(names ...string) func(b *testing.B, m *Model) {
	return func(b *testing.B, m *Model) {
		for i := range b.N {
			keys(m, names[i%len(names)])
			_ = m.View()
		}
	}
}

func BenchmarkFirstScreen(b *testing.B) {
	for _, n := range sizes() {
		th := forest(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				m := opened(b, th, 120, 40, Options{Theme: "dark"})
				_ = m.View()
			}
		})
	}
}

func BenchmarkNextComment(b *testing.B) { bySize(b, pressed("j")) }
func BenchmarkPageDown(b *testing.B)    { bySize(b, pressed("space")) }
func BenchmarkLineDown(b *testing.B)    { bySize(b, pressed("down")) }
func BenchmarkFoldOne(b *testing.B)     { bySize(b, pressed("enter")) }
func BenchmarkFoldAll(b *testing.B)     { bySize(b, pressed("zM", "zR")) }
func BenchmarkFoldToDepth(b *testing.B) { bySize(b, pressed("2", "4")) }
func BenchmarkEndAndHome(b *testing.B)  { bySize(b, pressed("G", "g")) }
func BenchmarkUndo(b *testing.B) {
	bySize(b, func(b *testing.B, m *Model) {
		keys(m, "zM")
		pressed("u", "U")(b, m)
	})
}
func BenchmarkSort(b *testing.B) { bySize(b, pressed("s")) }

func BenchmarkSearchRareWord(b *testing.B) {
	bySize(b, func(b *testing.B, m *Model) {
		keys(m, "/ esc") // the index is built while one begins to type
		b.ResetTimer()
		for b.Loop() {
			keys(m, "/")
			typeIn(m, "zyzzyva")
			_ = m.View()
			keys(m, "esc")
		}
	})
}

func BenchmarkLimitToAuthor(b *testing.B) {
	bySize(b, func(b *testing.B, m *Model) {
		for b.Loop() {
			keys(m, "&")
			typeIn(m, "by:rare")
			keys(m, "enter")
			_ = m.View()
			keys(m, "esc")
		}
	})
}
