package mail

import (
	"path/filepath"
	"strings"
	"testing"

	"skein/thread"
)

func FuzzRead(f *testing.F) {
	paths, err := filepath.Glob("../testdata/mail/*")
	if err != nil || len(paths) == 0 {
		f.Fatal("no samples", err)
	}
	for _, path := range paths {
		f.Add(contents(f, path))
	}
	f.Add([]byte("From: a\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\n--a--\n--a"))
	f.Add([]byte("References: <a> <b> <a>\nMessage-ID: <b>\nSubject: =?a?Q?=?= =?utf-8?b?=?=\n\n"))
	f.Add([]byte("Content-Type: message/rfc822\n\nContent-Type: text/plain; format=flowed; delsp=yes\n\n> \n> > a \n-- \n"))
	f.Add([]byte("Subject: Digest\n\na\n" + strings.Repeat("-", 70) + "\n\nFrom: b\nSubject: c\n\nd\n\n" + strings.Repeat("-", 30) + "\n\nFrom: e\n\nf\n"))
	f.Add([]byte("Content-Type: multipart/digest; boundary=a\n\n--a\n\nFrom: b\n\nc\n--a\nContent-Type: text/plain\n\nd\n--a--\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		before := string(data)
		end := 0
		messages := 0
		for s := range split(data) {
			if s.end < end || s.end > len(data) || !strings.Contains(before[end:s.end], string(s.body)) {
				t.Fatalf("a message ends at %d, the one before at %d of %d", s.end, end, len(data))
			}
			end = s.end
		}
		for range withDigests(split(data)) {
			messages++
		}
		if end != len(data) && skipBlank(data) != len(data) {
			t.Fatalf("the messages end at %d of %d bytes", end, len(data))
		}
		var b thread.Builder
		_ = Read(data, &b) // damage is for people
		th := b.Thread()
		if string(data) != before {
			t.Fatal("the input was changed")
		}
		checkTree(t, th, messages)
	})
}

// checkTree holds that every message has one place, below what stands before
// it.
func checkTree(t *testing.T, th *thread.Thread, messages int) {
	t.Helper()
	real, ids := 0, map[string]bool{}
	for i := range th.Len() {
		c := th.At(i)
		if i > 0 && (th.Parent(i) < 0 || th.Parent(i) >= i) {
			t.Fatalf("message %d answers %d", i, th.Parent(i))
		}
		if c.ID != "" && ids[c.ID] && !c.Is(thread.Ghost) {
			t.Fatalf("two messages are called %q", c.ID)
		}
		ids[c.ID] = true
		if c.Is(thread.Ghost) && th.Replies(i) < 2 {
			t.Fatalf("a ghost holds %d messages together", th.Replies(i))
		}
		if !c.Is(thread.Ghost) && i > 0 {
			real++
		}
	}
	if real > messages {
		t.Fatalf("%d messages became %d", messages, real)
	}
}
