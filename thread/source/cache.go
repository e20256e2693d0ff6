package source

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// A cache keeps answers as files, so that a thread is fetched again only when
// it has changed and opens where there is no network. It is a convenience:
// what goes wrong with it goes unsaid.
//
// A file is called after the hash of what was asked for, and holds a line of
// JSON and then the body. Its time is when the server last said that this is
// the answer.
type cache struct {
	dir   string // "" keeps nothing
	bytes int64  // most that the files hold together
	files int
}

// usualCache is in the reader's cache folder.
func usualCache() cache {
	c := cache{bytes: 256 << 20, files: 2000}
	if dir, err := os.UserCacheDir(); err == nil {
		c.dir = filepath.Join(dir, "skein", "web")
	}
	return c
}

// keyOf is the name of the file that answers to a request. Who asks with a
// token may get another answer.
func keyOf(u *url.URL, body []byte, token string) string {
	h := sha256.New()
	for _, part := range [][]byte{[]byte(u.String()), body, []byte(token)} {
		sum := sha256.Sum256(part)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// A kept answer is one that the cache has. Nil is none.
type kept struct {
	path string
	time time.Time
	head keptHead
	body []byte
	as   *answer
}

// keptHead is the first line of a file of the cache.
type keptHead struct {
	URL      string `json:"url"`
	Size     int    `json:"size"`
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
	Link     string `json:"link,omitempty"`
	Pages    string `json:"pages,omitempty"`
}

// find is the answer that is kept under key, nil where there is none of at
// most max bytes, or one that is not whole.
func (c cache) find(key string, max int64) *kept {
	if c.dir == "" {
		return nil
	}
	path := filepath.Join(c.dir, key)
	stat, err := os.Stat(path)
	if err != nil || !stat.Mode().IsRegular() || stat.Size() > max+1<<16 {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	line, body, found := bytes.Cut(data, []byte("\n"))
	k := &kept{path: path, time: stat.ModTime(), body: body}
	if !found || json.Unmarshal(line, &k.head) != nil || k.head.Size != len(body) || int64(len(body)) > max {
		return nil
	}
	u, err := url.Parse(k.head.URL)
	if err != nil {
		return nil
	}
	k.as = &answer{body, u, http.Header{}}
	k.as.header.Set("Link", k.head.Link)
	k.as.header.Set(pagesHeader, k.head.Pages)
	return k
}

// answer is the kept answer as it came, nil of none.
func (k *kept) answer() *answer {
	if k == nil {
		return nil
	}
	return k.as
}

// condition asks the server to answer only if something has changed.
func (k *kept) condition(req *http.Request) {
	if k == nil {
		return
	}
	if k.head.ETag != "" {
		req.Header.Set("If-None-Match", k.head.ETag)
	}
	if k.head.Modified != "" {
		req.Header.Set("If-Modified-Since", k.head.Modified)
	}
}

// confirm notes that the server has said that nothing has changed.
func (k *kept) confirm(now time.Time) { _ = os.Chtimes(k.path, now, now) }

// keep writes an answer down: to another file first, so that nobody ever
// finds half of one.
func (c cache) keep(key string, a *answer, now time.Time) {
	if c.dir == "" || int64(len(a.body)) > c.bytes {
		return
	}
	head, err := json.Marshal(keptHead{
		URL:      a.url.Redacted(),
		Size:     len(a.body),
		ETag:     a.header.Get("ETag"),
		Modified: a.header.Get("Last-Modified"),
		Link:     a.header.Get("Link"),
		Pages:    a.header.Get(pagesHeader),
	})
	if err != nil || os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(c.dir, "new-*")
	if err != nil {
		return
	}
	_, err = f.Write(slices.Concat(head, []byte("\n"), a.body))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chtimes(f.Name(), now, now)
	}
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(c.dir, key))
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
}

// trim removes what was confirmed longest ago until the rest is within bounds.
func (c cache) trim() {
	entries, err := os.ReadDir(c.dir)
	if c.dir == "" || err != nil {
		return
	}
	var all []fs.FileInfo
	for _, e := range entries {
		if stat, err := e.Info(); err == nil && stat.Mode().IsRegular() {
			all = append(all, stat)
		}
	}
	slices.SortFunc(all, func(a, b fs.FileInfo) int { return cmp.Compare(b.ModTime().UnixNano(), a.ModTime().UnixNano()) })
	var bytes int64
	for i, stat := range all {
		bytes += stat.Size()
		if bytes > c.bytes || i >= c.files {
			_ = os.Remove(filepath.Join(c.dir, stat.Name()))
		}
	}
}
