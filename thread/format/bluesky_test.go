package format

import (
	"cmp"
	"html"
	"strings"
	"testing"

	"skein/thread"
	"skein/thread/markup"
)

func TestBlueskyKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, want string }{
		{"thread", `3a kim.example: The clock is back.
  3b Ann: Café: see the minutes & ask @bo.example
    3c Bo: Asked.
      3d kim.example: I do.
    3e : 
    3f : 
`},
		{"flat", `4a kim.example: A bench.
  4b ann.example: Where?
    4c : 
    4d bo.example: By the pier.
`},
	} {
		th := mustRead(t, contents(t, "testdata/bluesky/"+c.sample+".json"), "")
		var got strings.Builder
		for line := range strings.Lines(outline(th)) {
			at := strings.Index(line, "at://")
			got.WriteString(line[:at] + line[strings.Index(line, "post/")+len("post/"):])
		}
		if got.String() != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.sample, got.String(), c.want)
		}
	}
}

func TestBlueskyTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/bluesky/thread.json"), "")
	ann := th.At(1)
	if ann.More() != 1 || ann.Score != 7 || th.Link(1) != "https://bsky.app/profile/ann.example/post/3b" || th.At(2).More() != 0 {
		t.Errorf("%d more, %d likes, at %s", ann.More(), ann.Score, th.Link(1))
	}
	const want = "Café: see [the minutes](https://town.example/?a=1&b=2) & ask [@bo.example](https://bsky.app/profile/did:plc:bo)"
	if got := ann.Body.Markdown(); got != want {
		t.Errorf("the links are in\n%s, want\n%s", got, want)
	}
	for i, deleted := range []bool{false, false, false, false, true, true} {
		if th.At(i).Is(thread.Deleted) != deleted {
			t.Errorf("comment %d is deleted: %v", i, !deleted)
		}
	}
	for i, want := range map[int]thread.Attachment{
		0: {Name: "a clock: https://cdn.example/clock.jpg", Type: "image"},
		3: {Name: "bo.example, “Ask me.”: at://did:plc:bo/app.bsky.feed.post/3z", Type: "quote"},
	} {
		if got := th.At(i).Attachments(); len(got) != 1 || got[0] != want {
			t.Errorf("comment %d came with %+v", i, got)
		}
	}
}

func TestBlueskyFacetsThatFitNoTextAreLeftOut(t *testing.T) {
	t.Parallel()
	for _, index := range []string{`"byteStart":0,"byteEnd":99`, `"byteStart":4,"byteEnd":2`, `"byteStart":1,"byteEnd":2`, `"byteStart":-4,"byteEnd":0`, `"byteEnd":1`, ``} {
		data := `{"thread":{"post":{"uri":"at://a/b/c","author":{"did":"d","handle":"ann"},"record":{"text":"é <b> x","facets":[{"index":{` +
			index + `},"features":[{"uri":"https://a.example"}]}]}}}}`
		th := mustRead(t, []byte(data), "")
		if got := th.At(0).Body; got != (markup.Body{Raw: "<p>é &lt;b&gt; x</p>", Kind: markup.HTML}) {
			t.Errorf("%s: %+v", index, got)
		}
	}
}

func TestBlueskyCutAnywhere(t *testing.T) { checkCut(t, "bluesky") }

// A blueskyWanted is a view of a post, for the standard library.
type blueskyWanted struct {
	Post struct {
		URI    string
		Author struct{ Handle, DisplayName string }
		Record struct {
			Text, CreatedAt string
			Facets          []any
		}
	}
	Replies []blueskyWanted
}

func TestRealBlueskyAsTheStandardLibraryReadsIt(t *testing.T) {
	realFiles(t, func(t *testing.T, th *thread.Thread, f struct{ Thread blueskyWanted }) {
		var all []said
		linked := map[string]string{} // texts with links, by id
		var walk func(parent string, list []blueskyWanted)
		walk = func(parent string, list []blueskyWanted) {
			for _, v := range list {
				p := v.Post
				s := said{p.URI, parent, cmp.Or(p.Author.DisplayName, p.Author.Handle), seconds(t, p.Record.CreatedAt), p.Record.Text}
				if p.Record.Facets != nil {
					linked[s.id] = s.body
					s.body = decoded(t, th.At(indexOf(th, s.id)).Body)
				}
				all = append(all, s)
				walk(s.id, v.Replies)
			}
		}
		walk("", f.Thread.Replies)
		checkSaid(t, th, all)
		for id, text := range linked {
			body := th.At(indexOf(th, id)).Body
			if plain := markup.Body.Plain(body); !strings.Contains(body.Raw, "<a href=") || plain != html.UnescapeString(text) {
				t.Errorf("%s is %q, want %q", id, plain, text)
			}
		}
	}, "bluesky_thread_json/*.json")
}

// indexOf is the comment with an id, 0 where there is none.
func indexOf(th *thread.Thread, id string) int {
	for i := range th.Len() {
		if th.At(i).ID == id {
			return i
		}
	}
	return 0
}

func FuzzReadBluesky(f *testing.F) { fuzzReader(f, "bluesky") }

func BenchmarkReadBluesky(b *testing.B) {
	benchReader(b, `{"thread":{"post":{"uri":"at://a/b/c","author":{"did":"d"},"record":{"text":"x"}},"replies":[`,
		`{"post":{"uri":"at://a/b/#","cid":"#","author":{"did":"did:#","handle":"ann#","displayName":"Ann","viewer":{"muted":false},"labels":[]},"record":{"text":"`+prose+`","langs":["en"],"createdAt":"2024-05-01T09:10:00.000Z","facets":[{"index":{"byteStart":4,"byteEnd":8},"features":[{"uri":"https://a.example"}]}]},"replyCount":0,"likeCount":1},"replies":[]}`, `]}}`)
}
