package source

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"skein/thread/markup"
)

// A File is one file of a folder. Err is why it could not be read.
type File struct {
	Name string // below the folder: clean, on one line
	Data []byte
	Err  error
}

// Folder says whether the input is a folder, whose Files are read.
func (in *Input) Folder() bool { return in.folder }

// Files are the files in the folder, at most max bytes (DefaultMax for 0) in
// all, sorted by name as people count: 9 before 10. What begins with a dot is
// left out, and so are folders, except that of a Maildir (one with cur or
// new) the messages in these two are the files. A file that cannot be read is
// there all the same, with its error.
func (in *Input) Files(ctx context.Context, max int64) ([]File, error) {
	if max == 0 {
		max = DefaultMax
	}
	names, err := in.names()
	if err != nil {
		return nil, err
	}
	files := make([]File, len(names))
	for i, name := range names {
		f := &files[i]
		f.Name = markup.CleanLine(name)
		f.Data, f.Err = readFile(ctx, filepath.Join(in.path, name), max)
		if errors.Is(f.Err, ErrTooLarge) || ctx.Err() != nil {
			return nil, f.Err
		}
		max -= int64(len(f.Data))
	}
	if len(files) == 0 {
		return nil, ErrNoFiles
	}
	return files, nil
}

// names are the paths of the files below the folder.
func (in *Input) names() ([]string, error) {
	var names []string
	maildir := false
	for _, sub := range []string{"cur", "new"} {
		folder := filepath.Join(in.path, sub)
		if stat, err := os.Stat(folder); err != nil || !stat.IsDir() {
			continue // no Maildir, or half of one
		}
		maildir = true
		found, err := filesIn(folder)
		if err != nil {
			return nil, plain(err)
		}
		for _, name := range found {
			names = append(names, filepath.Join(sub, name))
		}
	}
	if !maildir {
		found, err := filesIn(in.path)
		if err != nil {
			return nil, plain(err)
		}
		names = found
	}
	slices.SortStableFunc(names, func(a, b string) int {
		return natural(filepath.Base(a), filepath.Base(b))
	})
	return names, nil
}

// filesIn are the names of the files directly in a folder, links to files
// among them.
func filesIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !e.Type().IsRegular() {
			stat, err := os.Stat(filepath.Join(folder, e.Name()))
			if err == nil && !stat.Mode().IsRegular() {
				continue
			}
		}
		names = append(names, e.Name())
	}
	return names, nil
}

func readFile(ctx context.Context, path string, max int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, plain(err)
	}
	defer f.Close()
	size := int64(0)
	if stat, err := f.Stat(); err == nil {
		size = stat.Size()
	}
	return readAll(ctx, f, size, max, nil)
}

// natural compares names as people do, runs of digits by their value.
func natural(a, b string) int {
	for a != "" && b != "" {
		x, restX := cutRun(a)
		y, restY := cutRun(b)
		if digits(x) && digits(y) {
			x, y := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
				return c
			}
		} else if x != y {
			return cmp.Compare(x, y)
		}
		a, b = restX, restY
	}
	return cmp.Compare(len(a), len(b))
}

// cutRun parts a name after its first run of digits or of other letters.
func cutRun(name string) (run, rest string) {
	i := 1
	for i < len(name) && digits(name[i:i+1]) == digits(name[:1]) {
		i++
	}
	return name[:i], name[i:]
}

func digits(s string) bool { return '0' <= s[0] && s[0] <= '9' }
