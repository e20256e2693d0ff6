package format

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"skein/thread"
)

func TestAnswersHaveTheirCommentsBelowThem(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/stackexchange/question.html"), "")
	const want = `71 kim: It bends.
  comment901 bo: Which saw?
  72 hanne: Flat.
    comment902 ann: Hung is better.
  73 user73: Lend it out.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != "How to store a saw?" || th.URL != "https://sheds.example/questions/71/how-to-store-a-saw" {
		t.Errorf("title %q, address %q", th.Title, th.URL)
	}
	if c := th.At(2); c.Score != -1 || !c.Is(thread.Scored) || !c.Time().Equal(time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("the answer has %d points and was written %v, not when it was edited", c.Score, c.Time())
	}
	if th.At(1).Score != 2 || th.At(3).Is(thread.Scored) || !th.At(4).Is(thread.Scored) {
		t.Error("comments that nobody voted for have no score, answers always have")
	}
}

// TestAQuestionSavedAsTextHasTheTreeOfThePage is of a dump of a page of today
// and a copy of one of the years before 2019.
func TestAQuestionSavedAsTextHasTheTreeOfThePage(t *testing.T) {
	t.Parallel()
	const want = ` kim: It bends when it hangs by its handle.…
   Bo Lund: Which saw? There are those that are…
   hanne: Mine bends, too – always.
   Hanne: Lay it flat.…
     kim: Hung is better.
   Ann: Lend it out.
`
	for name, c := range map[string]struct {
		title, question string
		answer          time.Time
		scores          [6]int // -9 for none
	}{
		"dump": {"How do I keep the blade of a long saw straight over a winter in a shed that is damp?",
			"It bends when it hangs by its handle.\n\nA saw is a spring.\n\nWhat else is there?\n\nsawsstorage",
			time.Date(2024, 3, 5, 23, 35, 0, 0, time.UTC), [6]int{71, 2, -9, -1, -9, 0}},
		"old": {"How do I keep a saw straight?", "It bends when it hangs by its handle.\n\nsaws storage",
			time.Date(2013, 3, 5, 23, 35, 0, 0, time.UTC), [6]int{71, -9, -9, 12, -9, 0}},
	} {
		th := mustRead(t, contents(t, "testdata/stackexchange/"+name+".txt"), "")
		if got := firstLines(th); got != want || th.Format != "stackexchange" || th.Title != c.title {
			t.Errorf("%s as %s, %q:\n%swant\n%s", name, th.Format, th.Title, got, want)
			continue
		}
		if got := th.At(0).Body.Plain(); got != c.question {
			t.Errorf("%s: the question says %q", name, got)
		}
		if got := th.At(3).Time(); !got.Equal(c.answer) {
			t.Errorf("%s: the answer was written %v, not when it was edited", name, got)
		}
		for i, score := range c.scores {
			if at := th.At(i); at.Is(thread.Scored) != (score != -9) || at.Is(thread.Scored) && int(at.Score) != score {
				t.Errorf("%s: comment %d has %d points, want %d", name, i, at.Score, score)
			}
		}
	}
}

// firstLines draws a tree with the first lines of what was said.
func firstLines(th *thread.Thread) string {
	var b strings.Builder
	for i := range th.Len() {
		first, _, more := strings.Cut(th.At(i).Body.Plain(), "\n")
		b.WriteString(strings.Repeat("  ", th.Depth(i)) + " " + th.Name(i) + ": " + first)
		if more {
			b.WriteString("…")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestStackExchangesAPIHasTheTreeOfThePage(t *testing.T) {
	t.Parallel()
	th := mustRead(t, contents(t, "testdata/stackexchange/api.json"), "")
	const want = `71 kim & co: It bends.
  comment901 bo: Which saw?
  72 hanne: Flat & dry.
    comment902 ann: @hanne Hung is better.
  73 : Lend it out.
`
	if got := outline(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if th.Title != `How to store a "saw"?` || th.URL != "https://sheds.example/questions/71/how-to-store-a-saw" {
		t.Errorf("title %q, address %q", th.Title, th.URL)
	}
	if c := th.At(2); c.Score != -1 || !c.Time().Equal(time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC)) || th.At(4).Is(thread.Deleted) {
		t.Errorf("the answer has %d points and was written %v; who is gone leaves what was said", c.Score, c.Time())
	}
	if th.At(0).More() != 2 {
		t.Errorf("an answer and a comment of the question are not there, but %d", th.At(0).More())
	}
}

func TestAnswersAndCommentsOfTheAPIComeAlone(t *testing.T) {
	t.Parallel()
	const answers = `{"items":[{"owner":{"display_name":"bo"},"score":1,"creation_date":1714557600,"answer_id":72,"question_id":71,"body":"<p>Flat.</p>"},
{"score":0,"creation_date":1714557700,"answer_id":74,"question_id":70,"body":"<p>Round.</p>"},{"score":0,"creation_date":1714557900,"answer_id":73,"question_id":71,"body":"<p>Dry.</p>"}],"has_more":true}`
	if got, want := bareOutline(mustRead(t, []byte(answers), "")), " \n  71 \n    72 bo\n    73 \n  70 \n    74 \n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	const comments = `{"items":[{"owner":{"display_name":"bo"},"score":1,"creation_date":1714557600,"comment_id":901,"post_id":71,"body":"Flat."}]}`
	if got, want := bareOutline(mustRead(t, []byte(comments), "")), "71 \n  comment901 bo\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestAQuestionThatWasFetchedIsOneThread is of the answers to the questions
// that are asked for a page's address: the question alone comes first.
func TestAQuestionThatWasFetchedIsOneThread(t *testing.T) {
	t.Parallel()
	const fetched = `{"items":[{"owner":{"display_name":"kim"},"answer_count":1,"creation_date":1714554000,"question_id":71,"title":"A saw","body":"<p>It bends.</p>"}],"has_more":false}
{"items":[{"owner":{"display_name":"bo"},"creation_date":1714557600,"answer_id":72,"question_id":71,"body":"<p>Flat.</p>"}],"has_more":false}
{"items":[{"owner":{"display_name":"cy"},"creation_date":1714557700,"comment_id":901,"post_id":71,"body":"Which saw?"}],"has_more":false}
{"items":[{"owner":{"display_name":"ann"},"creation_date":1714557800,"comment_id":902,"post_id":72,"body":"Hung is better."}],"has_more":false}`
	th := mustRead(t, []byte(fetched), "")
	const want = `71 kim: It bends.
  72 bo: Flat.
    comment902 ann: Hung is better.
  comment901 cy: Which saw?
`
	if got := outline(th); got != want || th.Format != "stackexchange" || th.At(0).More() != 0 {
		t.Errorf("as %s, %d more:\n%swant\n%s", th.Format, th.At(0).More(), got, want)
	}
}

func TestQuestionPagesSayWhatTheyLeaveOut(t *testing.T) {
	t.Parallel()
	page := string(contents(t, "testdata/stackexchange/question.html"))
	page = strings.Replace(page, `<ul class="comments-list">`, `<ul class="comments-list" data-remaining-comments-count="4">`, 1)
	page = strings.Replace(page, `<div id="answers">`, `<div id="answers"><h2 data-answercount="31">31 Answers</h2>`, 1)
	if more := mustRead(t, []byte(page), "").At(0).More(); more != 4+29 {
		t.Errorf("%d are missing below the question, want 4 comments and 29 answers", more)
	}
}

func TestAWikisAnswerIsByWhoWroteMostOfIt(t *testing.T) {
	t.Parallel()
	page := strings.Replace(string(contents(t, "testdata/stackexchange/question.html")), `<a href="/users/1/kim">`,
		`<span class="community-wiki">community wiki</span><br><a href="/posts/71/revisions">3 revs, 2 users 60%</a><br><a href="/users/1/kim">`, 1)
	if name := mustRead(t, []byte(page), "").Name(0); name != "kim" {
		t.Errorf("the question is by %q", name)
	}
}

func TestAQuestionSavedAsTextCutAnywhere(t *testing.T) {
	t.Parallel()
	data := contents(t, "testdata/stackexchange/dump.txt")
	last := 0
	for cut := bytes.Index(data, []byte("user avatar")); cut < len(data); cut++ {
		if data[cut] != '\n' {
			continue
		}
		th, err := Read(data[:cut], "stackexchange")
		if err != nil || th.Len() < last {
			t.Fatalf("cut at %d: %v, %d entries, before %d", cut, err, th.Len(), last)
		}
		checkThread(t, th)
		last = th.Len()
	}
}

func TestStackExchangeCutAnywhere(t *testing.T) { checkCut(t, "stackexchange") }

func FuzzReadStackExchange(f *testing.F) { fuzzReader(f, "stackexchange") }

func BenchmarkReadStackExchange(b *testing.B) {
	benchReader(b, `{"items":[{"question_id":1,"creation_date":1714554000,"title":"T","body":"x","answers":[`,
		`{"owner":{"user_id":3,"display_name":"ann#"},"score":1,"creation_date":1714557600,"answer_id":#,"question_id":1,"body":"`+prose+`"}`, `]}]}`)
}
