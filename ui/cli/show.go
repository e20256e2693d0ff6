package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"
	"sync"
	"time"

	"skein/thread"
	"skein/thread/format"
	"skein/ui"
	"skein/ui/draw"
)

// show does what the flags ask for with the input that args name.
func (c *call) show(ctx context.Context, args []string) (err error) {
	if err := c.check(); err != nil {
		return err
	}
	if c.formats {
		return c.write(writeFormats)
	}
	in, err := c.input(args)
	if err != nil {
		return err
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // a text may lie in a mapped file
	defer func() {
		if v := recover(); v != nil {
			err = ui.Broken(v)
		}
		if errors.Is(err, ui.ErrCutShort) {
			err = &namedError{in.name, err}
		}
	}()
	tune()
	l := begin(func(grown func(*thread.Thread)) (*thread.Thread, error) {
		defer sparing(in)()
		if !c.onScreen() || c.thread != "" {
			grown = nil
		}
		t, err := c.parse(ctx, in, grown)
		if t == nil || c.thread == "" {
			return t, err
		}
		one, wrong := pick(t, c.thread)
		if wrong != nil {
			return nil, &namedError{in.name, wrong}
		}
		return one, err
	})
	if c.onScreen() {
		return c.read(ctx, in, l)
	}
	return c.send(ctx, in, l)
}

// read opens the reader.
func (c *call) read(ctx context.Context, in input, l *load) error {
	keys, err := c.keys()
	if err != nil {
		return err
	}
	err = ui.Run(ctx, ui.Options{
		Load:     l.wait,
		Grown:    l.grown,
		Opening:  l.early,
		Begun:    sync.OnceFunc(func() { close(l.shown) }),
		Progress: in.progress,
		Name:     in.name,
		Notice:   in.notice,
		Theme:    c.screenTheme(),
		Query:    c.query,
		Depth:    c.levels(),
		Topics:   c.depth < 0,
		Order:    c.order,
		Width:    c.width,
	}, keys, c.stdout)
	if err != nil {
		return err
	}
	return l.part()
}

// send writes the thread to standard output in the form that is asked for.
func (c *call) send(ctx context.Context, in input, l *load) error {
	c.follow(in.progress)
	t, err := l.wait(ctx)
	if t == nil {
		return err
	}
	if notice := in.notice(); notice != "" {
		say(c.stderr, notice)
	}
	defer sparing(in)()
	t = t.Sorted(c.order)
	var sel *thread.Selection
	if c.query != nil {
		found := t.Select(c.query)
		sel = &found
	}
	if nothing(sel) {
		say(c.stderr, fmt.Sprintf("%s: nothing found for %s", in.name, c.query))
	}
	if err := c.write(func(w io.Writer) error { return c.render(w, t, sel) }); err != nil {
		return err
	}
	return l.part()
}

// levels is how many are shown in full, 0 for all.
func (c *call) levels() int { return max(c.depth, 0) }

// render writes what is selected of the thread: as figures, converted or as
// text. Nothing is printed where nothing was found; what machines read is
// then a thread without comments.
func (c *call) render(w io.Writer, t *thread.Thread, sel *thread.Selection) error {
	switch {
	case c.threads:
		return writeThreads(w, t)
	case c.stats && c.to == "json":
		return writeStatsJSON(w, count(t, sel, c.levels()))
	case c.stats:
		return writeStats(w, count(t, sel, c.levels()))
	case c.to != "":
		return format.Write(w, t, c.to, format.Selection{Depth: c.levels(), Part: parts(sel)})
	case nothing(sel):
		return nil
	}
	return c.coloured(w, func(w io.Writer, theme *draw.Theme) error {
		return ui.Print(w, t, ui.PrintOptions{
			Width: c.printWidth(),
			Theme: theme,
			Query: c.query,
			Depth: c.levels(),
			Now:   time.Now(),
		})
	})
}

// parts says which comments go out, as a format is told of it.
func parts(sel *thread.Selection) func(i int) format.Part {
	if sel == nil {
		return nil
	}
	return func(i int) format.Part {
		switch {
		case sel.Hit(i):
			return format.Hit
		case sel.Shown(i):
			return format.Context
		}
		return format.Absent
	}
}

// nothing says whether something was looked for and not found.
func nothing(sel *thread.Selection) bool { return sel != nil && sel.Count() == 0 }

// write has f write to standard output.
func (c *call) write(f func(io.Writer) error) error {
	w := bufio.NewWriterSize(c.stdout, 1<<16)
	err := f(w)
	if err == nil {
		err = w.Flush()
	}
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err // the name it gives is no better
	}
	if err != nil {
		return &namedError{"standard output", err}
	}
	return nil
}
