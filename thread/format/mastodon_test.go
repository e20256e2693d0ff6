package format

import (
	"cmp"
	"testing"

	"skein/thread"
)

func TestMastodonKeepsTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, url, want string }{
		{"context", "", `1001 : 
  1002 ann: @kim Which wood?
    1003 Bo 🌊: Larch & oak.
  1004 Hanne: 
  1005 : 
    1006 ann: Too late.
`},
		{"pair", "https://reef.example/@kim/1001", `1001 kim: A bench!
  1002 ann: Which wood?
    1008 : 
      1009 bo: Birch.
`},
	} {
		th := mustRead(t, contents(t, "testdata/mastodon/"+c.sample+".json"), "")
		if got := outline(th); got != c.want || th.URL != c.url {
			t.Errorf("%s: %s, got\n%swant\n%s", c.sample, th.URL, got, c.want)
		}
	}
}

func TestMastodonTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/mastodon/context.json"), "")
	bo, hanne, late := th.At(2), th.At(3), th.At(5)
	if bo.Title() != "wood" || bo.URL() != "https://reef.example/@bo/1003" || bo.Score != 2 || th.Authors[bo.Author].Address != "bo@harbour.example" {
		t.Errorf("the warning is %q, at %s, by %+v", bo.Title(), bo.URL(), th.Authors[bo.Author])
	}
	if got := hanne.Attachments(); len(got) != 1 || got[0].Name != "a bench by the sea: https://files.example/bench.png" || got[0].Type != "image" {
		t.Errorf("the picture is %+v", got)
	}
	if got, want := late.Body.Markdown(), "Too late.\n\n- yes & no (3)\n- maybe"; got != want || late.URL() != "https://far.example/1006" {
		t.Errorf("the poll is %q, want %q", got, want)
	}
	if !th.At(4).Is(thread.Ghost) {
		t.Error("a status that is gone has no ghost")
	}
}

func TestMastodonCutAnywhere(t *testing.T) { checkCut(t, "mastodon") }

func TestRealMastodonAsTheStandardLibraryReadsIt(t *testing.T) {
	type status struct {
		ID      string
		To      string `json:"in_reply_to_id"`
		Created string `json:"created_at"`
		Content string
		Warning string `json:"spoiler_text"`
		Account struct {
			Name     string `json:"display_name"`
			Username string
		}
	}
	realFiles(t, func(t *testing.T, th *thread.Thread, f struct{ Ancestors, Descendants []status }) {
		all := append(f.Ancestors, f.Descendants...)
		root := all[0].To // which the file does not hold
		if len(f.Ancestors) > 0 {
			root = all[0].ID
			if post := th.At(0); th.Name(0) != all[0].Account.Name || decoded(t, post.Body) != all[0].Content {
				t.Errorf("the post is by %q: %q", th.Name(0), post.Body.Raw)
			}
			all = all[1:]
		}
		var want []said
		for _, s := range all {
			if s.To == root {
				s.To = ""
			}
			want = append(want, said{s.ID, s.To, cmp.Or(s.Account.Name, s.Account.Username), seconds(t, s.Created), s.Content})
		}
		checkSaid(t, th, want)
		if th.At(0).ID != root {
			t.Errorf("the post is %s, want %s", th.At(0).ID, root)
		}
	}, "mastodon_context_json/*.json")
}

func FuzzReadMastodon(f *testing.F) { fuzzReader(f, "mastodon") }

func BenchmarkReadMastodon(b *testing.B) {
	benchReader(b, `{"ancestors":[],"descendants":[`,
		`{"id":"#","created_at":"2024-05-01T09:10:00.000Z","in_reply_to_id":"1","sensitive":false,"spoiler_text":"","visibility":"public","language":"en","uri":"https://reef.example/users/ann/statuses/#","url":"https://reef.example/@ann/#","replies_count":0,"content":"`+prose+`","account":{"id":"7","username":"ann","acct":"ann#","display_name":"Ann","note":"`+prose+`","fields":[]},"media_attachments":[],"mentions":[],"tags":[]}`, `]}`)
}
