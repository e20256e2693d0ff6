package format

import "testing"

func TestImageboardPostsAnswerTheNumberInTheirText(t *testing.T) {
	t.Parallel()
	for sample, want := range map[string]string{
		"thread": `5100 : It must fit through the door.
  5101 : >>5100
    5104 turner: >>5101
      5108 : >>5104 >>5104 >>99
  5105 : Measure the door first.
  5107 : >>5104
`,
		"board": ` : 
  11 : Ash or spruce?
    12 : >>11
      15 : >>12 (OP)
  13 : Lamp oil?
    14 : >>13
`,
		"lynx": `40 : Hemp
  41 : >>40
    42 kim: >>41
`,
		"archive": `7001 : How big a tail?
  7002 : >>7001
    7005 : >>7002
`,
	} {
		th := mustRead(t, contents(t, "testdata/imageboard/"+sample+".json"), "")
		if got := outline(th); got != want || th.Format != "imageboard" {
			t.Errorf("%s, as %s: got\n%swant\n%s", sample, th.Format, got, want)
		}
	}
}

func TestImageboardTellsWhatItKnows(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/imageboard/thread.json"), "")
	post, turner := th.At(0), th.At(2)
	if th.Title != "A lathe & a small shed" || post.When != 1714730400 || th.Authors[turner.Author].Address != "!Qx1" {
		t.Errorf("%q at %d, then %v", th.Title, post.When, th.Authors[turner.Author])
	}
	if files := post.Attachments(); len(files) != 1 || files[0].Name != "door.jpg" || files[0].Size != 81920 {
		t.Errorf("the post has %v", files)
	}
	if got, want := turner.Body.Markdown(), "\\>>5101\n\n> comes apart\n\nAnd back together?"; got != want {
		t.Errorf("turner says %q, want %q", got, want)
	}
	lynx := mustRead(t, contents(t, "testdata/imageboard/lynx.json"), "")
	if files := lynx.At(1).Attachments(); lynx.Title != "Rope" || len(files) != 1 || files[0].Name != "rope.jpg" || files[0].Type != "image/jpeg" {
		t.Errorf("%q, %v", lynx.Title, files)
	}
}

func TestImageboardCutAnywhere(t *testing.T) { checkCut(t, "imageboard") }

func FuzzReadImageboard(f *testing.F) { fuzzReader(f, "imageboard") }

func BenchmarkReadImageboard(b *testing.B) {
	benchReader(b, `{"posts":[{"no":1,"time":1714730400,"com":"x","resto":0},`,
		`{"no":1#,"now":"05/03/24(Fri)10:05:00","name":"Anonymous","com":"<a href=\"#p1\" class=\"quotelink\">&gt;&gt;1</a><br>`+prose+`","time":1714730700,"resto":1}`, `]}`)
}

func TestPostsOfOtherThreadsWithAnIDAreNoImageboard(t *testing.T) {
	t.Parallel()
	th := mustRead(t, []byte(`{"threadId":7,"posts":[
		{"id":1,"author":"ann","text":"Rope?","created_at":"2024-05-03T10:00:00Z","parent_id":null},
		{"id":2,"author":"bo","text":"Hemp.","created_at":"2024-05-03T10:01:00Z","parent_id":1}]}`), "")
	if got, want := outline(th), " : \n  1 ann: Rope?\n    2 bo: Hemp.\n"; got != want || th.Format != "comments" {
		t.Errorf("as %s: got\n%swant\n%s", th.Format, got, want)
	}
}
