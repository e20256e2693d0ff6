package mail

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/markup"
)

// envelopes are where mailboxes are parted: the real ones have a blank line
// before each, and none in a text.
var envelopes = regexp.MustCompile(`(?m)(?:\A|\n)^From .*[0-9]{4}\r?\n`)

// realMail are the real mailboxes and folders, each as raw messages.
func realMail(t *testing.T) map[string][][]byte {
	t.Helper()
	all := map[string][][]byte{}
	folder := realFolder(t)
	boxes, _ := filepath.Glob(filepath.Join(folder, "mbox", "*"))
	for _, path := range boxes {
		for _, m := range envelopes.Split(string(contents(t, path)), -1)[1:] {
			all[path] = append(all[path], []byte(m))
		}
	}
	for _, of := range []string{"maildir_eml/*", "usenet_articles/*"} {
		folders, _ := filepath.Glob(filepath.Join(folder, of))
		for _, path := range folders {
			entries, err := os.ReadDir(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				all[path] = append(all[path], contents(t, filepath.Join(path, e.Name())))
			}
		}
	}
	return all
}

// TestRealMailIsAsTheStandardLibraryReadsIt compares all that net/mail and
// mime can read of a message. What they refuse is left out.
func TestRealMailIsAsTheStandardLibraryReadsIt(t *testing.T) {
	t.Parallel()
	compared := map[string]int{}
	for path, messages := range realMail(t) {
		for _, raw := range messages {
			want, err := netmail.ReadMessage(bytes.NewReader(raw))
			if err != nil {
				compared["refused"]++
				continue
			}
			for s := range split(raw) {
				s.quoted = filepath.Base(filepath.Dir(path)) == "mbox"
				got := readMessage(&s, new(lastType))
				where := filepath.Base(path) + " " + got.id
				compareHeader(t, where, &got, want.Header, compared)
				compareBody(t, where, &got, want, compared)
			}
		}
	}
	for _, part := range []string{"author", "subject", "date", "plain body", "encoded body", "parts"} {
		if compared[part] < 20 {
			t.Errorf("%d comparisons of the %s", compared[part], part)
		}
	}
	t.Log(compared)
}

func compareHeader(t *testing.T, where string, got *message, want netmail.Header, compared map[string]int) {
	t.Helper()
	if from, err := netmail.ParseAddressList(want.Get("From")); err == nil {
		const marks = "\"' " // names have them twice, and one pair is enough
		name, address := author(got.section.header.from)
		if strings.Trim(name, marks) != strings.Trim(from[0].Name, marks) || address != from[0].Address {
			t.Errorf("%s is by %q, %q, want %q", where, name, address, from[0])
		}
		compared["author"]++
	}
	date, err := netmail.ParseDate(want.Get("Date"))
	if zone, east := date.Zone(); err == nil && (east != 0 || zone == "" || zone == "UTC" || zone == "GMT") { // net/mail knows no EDT
		if !got.when.Equal(date) {
			t.Errorf("%s is of %v, want %v", where, got.when, date)
		}
		compared["date"]++
	}
	subject, err := (&mime.WordDecoder{}).DecodeHeader(want.Get("Subject"))
	if err == nil && ascii([]byte(want.Get("Subject"))) {
		if clean := markup.CleanLine; clean(got.subject) != clean(subject) {
			t.Errorf("%s is about %q, want %q", where, got.subject, subject)
		}
		compared["subject"]++
	}
}

func compareBody(t *testing.T, where string, got *message, want *netmail.Message, compared map[string]int) {
	t.Helper()
	kind, params, err := mime.ParseMediaType(want.Header.Get("Content-Type"))
	body, _ := io.ReadAll(want.Body)
	encoding := strings.ToLower(want.Header.Get("Content-Transfer-Encoding"))
	switch {
	case err == nil && strings.HasPrefix(kind, "multipart/"):
		text, ok := firstText(multipart.NewReader(bytes.NewReader(body), params["boundary"]))
		if ok && ascii(text) && !strings.Contains(plainText(got.body.Raw), plainText(string(text))) {
			t.Errorf("%s does not hold %.300q but %.300q", where, text, got.body.Raw)
		}
		compared["parts"]++
	case kind != "text/plain" && want.Header.Get("Content-Type") != "", params["format"] != "":
	case encoding == "quoted-printable":
		text, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(body)))
		if err == nil && ascii(text) {
			compareText(t, where, got, text)
			compared["encoded body"]++
		}
	case encoding != "base64" && ascii(body):
		compareText(t, where, got, body)
		compared["plain body"]++
	}
}

func compareText(t *testing.T, where string, got *message, want []byte) {
	t.Helper()
	if got, want := plainText(got.body.Raw), plainText(string(want)); got != want {
		t.Errorf("%s holds %.300q, want %.300q", where, got, want)
	}
}

func plainText(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n>From ", "\nFrom "))
}

// firstText is the first part that is plain text without a charset's help.
func firstText(r *multipart.Reader) ([]byte, bool) {
	for {
		p, err := r.NextPart()
		if err != nil {
			return nil, false
		}
		kind, params, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
		switch {
		case err != nil:
			return nil, false
		case strings.HasPrefix(kind, "multipart/"):
			return firstText(multipart.NewReader(p, params["boundary"]))
		case kind == "text/plain":
			text, err := io.ReadAll(p)
			return text, err == nil && params["format"] == "" && p.Header.Get("Content-Transfer-Encoding") != "base64"
		}
	}
}

// TestRealMessagesAnswerWhatTheySay holds each message's parent against the
// last of its References, or the first of its In-Reply-To.
func TestRealMessagesAnswerWhatTheySay(t *testing.T) {
	t.Parallel()
	found := 0
	angled := regexp.MustCompile(`<([^<>\s]+)>`)
	for path, messages := range realMail(t) {
		stated := map[string]string{}
		var all bytes.Buffer
		for _, raw := range messages {
			all.WriteString("From x Mon May  6 09:00:00 2024\n" + string(raw) + "\n\n")
			m, err := netmail.ReadMessage(bytes.NewReader(raw))
			if err != nil {
				continue
			}
			id := angled.FindStringSubmatch(m.Header.Get("Message-ID"))
			refs := angled.FindAllStringSubmatch(m.Header.Get("References"), -1)
			if len(refs) == 0 {
				refs = angled.FindAllStringSubmatch(m.Header.Get("In-Reply-To"), 1)
			}
			if id != nil && len(refs) > 0 {
				stated[id[1]] = refs[len(refs)-1][1]
			}
		}
		found += compareParents(t, path, mustRead(t, all.String()), stated)
	}
	if found < 300 {
		t.Errorf("only %d parents were compared", found)
	}
}

// compareParents counts the messages whose parent is there and holds it
// against what they state.
func compareParents(t *testing.T, path string, th *thread.Thread, stated map[string]string) (found int) {
	t.Helper()
	there := map[string]bool{}
	for i := range th.Len() {
		there[th.At(i).ID] = !th.At(i).Is(thread.Ghost)
	}
	for i := range th.Len() {
		c := th.At(i)
		want := stated[c.ID]
		if want == "" || !there[want] {
			continue
		}
		if got := th.At(max(th.Parent(i), 0)).ID; got != want {
			t.Errorf("%s: %s answers %s, want %s", filepath.Base(path), c.ID, got, want)
		}
		found++
	}
	return found
}
