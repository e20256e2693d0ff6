package format

import (
	"errors"
	"strings"
	"testing"
)

func TestWhatIsNoThreadIsAnError(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, data, want string }{
		{"nothing", "", "is empty"},
		{"blanks", " \n\t ", "is empty"},
		{"only a mark", "\ufeff", "is empty"},
		{"zeros", "\x00\x00\x00", "is binary"},
		{"an image", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is binary"},
		{"an object", `{"name":"x","children":[{"name":"y"}]}`, "is JSON"},
		{"a list", `[{"author":"ann","text":"x"}]`, "is JSON"},
		{"a list of numbers", `[1, 2, 3]`, "is JSON"},
		{"settings", `{"title":"x","url":"y"}`, "is JSON"},
		{"a blog's own JSON", `{"post":{"id":1,"body":"x"},"comments":[{"name":"ann","email":"a@b.example","body":"y"}]}`, "is JSON"},
		{"an error of an API", `{"status":404,"error":"Not Found"}`, "is JSON"},
		{"half an object", `{"name":"x","children":[`, "is JSON"},
		{"a tree of nodes", `{"type":"element","author":"x","children":[{"type":"text","value":"y"}]}`, "is JSON"},
		{"a page", "<!DOCTYPE html>\n<html><body><p>Hello.</p></body></html>", "is HTML"},
		{"a piece of a page", "<div class=x>Hello.</div>", "is HTML"},
		{"XHTML", "<?xml version=\"1.0\"?>\n<html><body/></html>", "is HTML"},
		{"a feed", "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>", "is XML"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			th, err := Read([]byte(c.data), "")
			if th != nil || err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Fatalf("a thread: %v, %v, want: %s", th != nil, err, c.want)
			}
			if errors.Is(err, ErrEmpty) {
				return
			}
			if !errors.Is(err, ErrUnknown) || !strings.Contains(err.Error(), "--from text") {
				t.Errorf("%v does not say what helps", err)
			}
			if th, err := Read([]byte(c.data), "text"); th == nil || err != nil {
				t.Errorf("as text: %v", err)
			}
		})
	}
}

func TestWhatOnlyLooksLikeJSONOrAPageIsText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"[749] ann says:\n\nHello.", "{hello} said the parrot", "[a list] of things", "<ann@island.example> wrote:", "< 5 replies",
	} {
		if k := kindOf([]byte(text)); k != plain {
			t.Errorf("%q is %s", text, k)
		}
	}
}

func TestANameThatIsNoFormat(t *testing.T) {
	t.Parallel()
	th, err := Read([]byte("x"), "hackernoose")
	if th != nil || !errors.Is(err, ErrName) || !strings.Contains(err.Error(), "text") {
		t.Errorf("%v", err)
	}
}
