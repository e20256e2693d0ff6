package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"skein/thread"
)

// writeThreads lists the threads of a file: number, comments, last activity
// and title. A file of one thread lists that.
func writeThreads(w io.Writer, t *thread.Thread) error {
	roots := t.Topics()
	if roots == nil {
		roots = []int{0}
	}
	list := table{right: []bool{true, true}}
	for n, i := range roots {
		last := ""
		if k, known := t.LastActivity(i); known {
			last = t.At(k).Time().Format("2006-01-02")
		}
		comments := t.Replies(i)
		if i > 0 && !t.At(i).Is(thread.Topic) && !t.At(i).Is(thread.Ghost) {
			comments++ // the first message of a thread is one of its comments
		}
		list.rows = append(list.rows, []string{strconv.Itoa(n + 1), strconv.Itoa(comments), last, topicTitle(t, i)})
	}
	return list.write(w)
}

// topicTitle is what a thread of a file is called.
func topicTitle(t *thread.Thread, i int) string {
	if title := t.At(i).Title(); title != "" {
		return title
	}
	if i == 0 {
		return t.Title
	}
	return "(without a title)"
}

// pick is the thread that is called so: by its number in the list, by its
// title, or by a part that only one title has.
func pick(t *thread.Thread, called string) (*thread.Thread, error) {
	roots := t.Topics()
	if roots == nil {
		if called == "1" || thread.Fold(called) == thread.Fold(t.Title) {
			return t, nil
		}
		return nil, fmt.Errorf("holds one thread only")
	}
	if n, err := strconv.Atoi(called); err == nil {
		if n < 1 || n > len(roots) {
			return nil, fmt.Errorf("has %d threads, and none of number %d", len(roots), n)
		}
		return t.Only(roots[n-1]), nil
	}
	want := thread.Fold(called)
	var parts []int
	for _, i := range roots {
		title := thread.Fold(topicTitle(t, i))
		if title == want {
			return t.Only(i), nil
		}
		if strings.Contains(title, want) {
			parts = append(parts, i)
		}
	}
	switch len(parts) {
	case 0:
		return nil, fmt.Errorf("has no thread called %q", called)
	case 1:
		return t.Only(parts[0]), nil
	}
	return nil, fmt.Errorf("has %d threads called like %q; --threads lists them", len(parts), called)
}
