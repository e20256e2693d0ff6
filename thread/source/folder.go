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

// deepest is how many folders in folders are looked into: far more than people
// keep threads in.
const deepest = 16

// Folder says whether the input is a folder, whose Files are read.
func (in *Input) Folder() bool { return in.folder }

// Files are the files in the folder, at most max bytes (DefaultMax for 0) in
// all, unpacked where they are compressed, sorted by name as people count: 9
// before 10. Of a Maildir (a folder with cur or new) the messages in these two
// are the files. What begins with a dot is left out. Folders in the folder are
// read only where it has no files of its own; else Notice says that they were
// not. A file that cannot be read is there all the same, with its error.
func (in *Input) Files(ctx context.Context, max int64) ([]File, error) {
	if max == 0 {
		max = DefaultMax
	}
	names, folders, err := below(in.path, deepest)
	if err != nil {
		return nil, plain(err)
	}
	if folders > 0 {
		in.Notice = "the folders in it were not read"
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

// below are the paths of a folder's own files from there or, where it has
// none, of those in the folders in it, so many levels down; and how many
// folders were left out.
func below(folder string, levels int) (names []string, left int, err error) {
	own, subs, err := inside(folder)
	if err != nil || len(own) > 0 || levels == 0 {
		return own, len(subs), err
	}
	for _, sub := range subs {
		found, more, err := below(filepath.Join(folder, sub), levels-1)
		if err != nil {
			more = 1
		}
		for _, name := range found {
			names = append(names, filepath.Join(sub, name))
		}
		left += more
	}
	return names, left, nil
}

// inside are a folder's own files, links to files and the messages of a
// Maildir among them, and the folders in it, both as people count.
func inside(folder string) (files, folders []string, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, nil, err
	}
	maildir := isMaildir(folder)
	for _, e := range entries {
		name, path := e.Name(), filepath.Join(folder, e.Name())
		hidden := strings.HasPrefix(name, ".")
		switch {
		case maildir && (name == "cur" || name == "new"):
			messages, _, err := inside(path)
			if err != nil {
				return nil, nil, err
			}
			for _, message := range messages {
				files = append(files, filepath.Join(name, message))
			}
		case maildir && (name == "tmp" || !e.IsDir()):
		case e.IsDir():
			if !hidden || isMaildir(path) {
				folders = append(folders, name)
			}
		case !hidden && mayBeFile(e, path):
			files = append(files, name)
		}
	}
	for _, names := range [][]string{files, folders} {
		slices.SortStableFunc(names, func(a, b string) int { return natural(filepath.Base(a), filepath.Base(b)) })
	}
	return files, folders, nil
}

// isMaildir says whether a folder has messages as Maildir keeps them. In one,
// other Maildirs begin with a dot (Maildir++).
func isMaildir(folder string) bool {
	for _, sub := range []string{"cur", "new"} {
		if stat, err := os.Stat(filepath.Join(folder, sub)); err == nil && stat.IsDir() {
			return true
		}
	}
	return false
}

// mayBeFile says whether an entry of a folder can be read like a file. A link
// that leads nowhere is there with its error.
func mayBeFile(e os.DirEntry, path string) bool {
	if e.Type().IsRegular() {
		return true
	}
	stat, err := os.Stat(path)
	return err != nil || stat.Mode().IsRegular()
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
	data, err := readAll(ctx, f, size, max, nil)
	if err != nil {
		return data, err
	}
	return unpack(ctx, data, max, nil)
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
