package source

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// folder makes a folder with these files, each of which holds its name.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// filesOf opens a folder and reads its files.
func filesOf(t *testing.T, path string, max int64) ([]File, error) {
	t.Helper()
	in, err := Open(path, nil)
	if err != nil || !in.Folder() {
		t.Fatalf("%s is no folder: %v", path, err)
	}
	return in.Files(t.Context(), max)
}

func TestTheFilesOfAFolderStandAsPeopleCount(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name        string
		files, want []string
	}{
		{"numbers", []string{"10", "9", "100", "1"}, []string{"1", "9", "10", "100"}},
		{"numbers in names", []string{"a10.eml", "a9.eml", "a.eml"}, []string{"a9.eml", "a10.eml", "a.eml"}},
		{"zeros before", []string{"010", "9", "0011"}, []string{"9", "010", "0011"}},
		{"hidden files and folders", []string{".mh_sequences", "1", "sub/2"}, []string{"1"}},
		{"only folders", []string{"b/10", "b/9", "b/c/1", "a/2/3/4", ".git/5"}, []string{"a/2/3/4", "b/9", "b/10"}},
		{"a Maildir", []string{"cur/2.a:2,S", "new/10.b", "new/1.c", "tmp/3", "dovecot.index", ".Sent/cur/4"}, []string{"new/1.c", "cur/2.a:2,S", "new/10.b"}},
		{"an empty Maildir", []string{"cur/.keep", "dovecot.index", ".Sent/cur/4", ".Sent/tmp/5", ".old/6"}, []string{".Sent/cur/4"}},
	} {
		files, err := filesOf(t, folder(t, c.files...), 0)
		var got []string
		for _, f := range files {
			name := filepath.ToSlash(f.Name)
			if string(f.Data) != name || f.Err != nil {
				t.Errorf("%s: %s holds %q, %v", c.name, name, f.Data, f.Err)
			}
			got = append(got, name)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestAFolderSaysThatFoldersInItAreLeftOut(t *testing.T) {
	t.Parallel()
	for want, files := range map[string][]string{
		"":                                {"1", ".git/2"},
		"the folders in it were not read": {"1", "sub/2"},
	} {
		in, err := Open(folder(t, files...), nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Files(t.Context(), 0); err != nil || in.Notice != want {
			t.Errorf("%q: %q, %v, want %q", files, in.Notice, err, want)
		}
	}
}

func TestThePackedFilesOfAFolderAreUnpacked(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	for name, data := range packed(t, ladder) {
		if err := os.WriteFile(filepath.Join(root, strings.ReplaceAll(name, " ", "-")), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filesOf(t, root, 0)
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, f := range files {
		if string(f.Data) != ladder || f.Err != nil {
			t.Errorf("%s: %d bytes, %v", f.Name, len(f.Data), f.Err)
		}
	}
}

func TestAFileThatMayNotBeReadIsThereWithItsError(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	root := folder(t, "1", "2")
	if err := os.Chmod(filepath.Join(root, "1"), 0); err != nil {
		t.Fatal(err)
	}
	files, err := filesOf(t, root, 0)
	if err != nil || len(files) != 2 || files[0].Err == nil || files[0].Err.Error() != "permission denied" || files[1].Err != nil {
		t.Errorf("%v, %v", files, err)
	}
}

func TestAFolderIsBounded(t *testing.T) {
	t.Parallel()
	root := folder(t, strings.Repeat("a", 60), strings.Repeat("b", 60))
	if _, err := filesOf(t, root, 119); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
	if files, err := filesOf(t, root, 120); len(files) != 2 || err != nil {
		t.Errorf("just as much as allowed: %d files, %v", len(files), err)
	}
	if _, err := filesOf(t, t.TempDir(), 0); !errors.Is(err, ErrNoFiles) {
		t.Errorf("an empty folder: %v", err)
	}
}

func TestNaturalOrderIsAnOrder(t *testing.T) {
	t.Parallel()
	names := []string{"", "0", "00", "1", "01", "2", "10", "a", "a1", "a01b", "a1b", "a2", "a10", "b", "1.2", "1.10"}
	for _, a := range names {
		for _, b := range names {
			if natural(a, b) != -natural(b, a) {
				t.Errorf("%q and %q: %d and %d", a, b, natural(a, b), natural(b, a))
			}
			for _, c := range names {
				if natural(a, b) < 0 && natural(b, c) < 0 && natural(a, c) >= 0 {
					t.Errorf("%q < %q < %q", a, b, c)
				}
			}
		}
	}
}
