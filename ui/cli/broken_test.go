package cli

import (
	"context"
	"os"
	"time"

	"skein/thread"
	"skein/thread/markup"
	"skein/ui"
)

// brokenReader is a reader with a bug in the place that its argument names.
func brokenReader() {
	b := thread.Builder{Title: "The ladder"}
	b.Post(thread.Post{Body: markup.Body{Raw: "Who keeps the ladder?"}})
	b.Add(thread.Post{Level: 1, Author: "ann", Time: time.Now(), URL: "https://town.example/1", Body: markup.Body{Raw: "I do."}})
	th := b.Thread()
	panics := func(where string) {
		if os.Args[1] == where {
			panic("no ground")
		}
	}
	err := ui.Run(context.Background(), ui.Options{
		Load: func(context.Context) (*thread.Thread, error) {
			panics("reading")
			return th, nil
		},
		Now: func() time.Time {
			panics("drawing")
			return time.Now()
		},
		Open: func(string) error {
			panics("a command")
			return nil
		},
	}, os.Stdin, os.Stdout)
	os.Exit(report(os.Stderr, err))
}
