package format

import (
	"fmt"
	"testing"
	"time"

	"skein/thread"
	"skein/thread/markup"
)

func TestCommentsOfAnyProgramKeepTheTree(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ sample, want string }{
		{"nested.json", ` : 
  61a0 Ann: The ferry was late again.
    61a2 Bo: Which one?
      61a3 Ann: The nine o'clock.
  61a1 Cy: Mine was not.
`},
		{"notes.json", ` : 
  11 Ann: Does it float?
    12 Bo: It did in March.
    13 Ann: Thanks.
  14 Cy: Closed with the season.
`},
		{"lines.json", ` : 
  Ugx1 @ann: The second verse!
    Ugx1.9a @bo: Which one is that?
  Ugx2 @cy: Lovely boats.
`},
		{"chat.json", `400 : 
  1 Ann: Rehearsal is moved.
    2 Bo: To Thursday?
      3 Ann: Yes.
`},
		{"issue.json", ` : Since the storm.
  501 Ann Bee: Oil it.
  502 Bo: Done.
`},
	} {
		th := mustRead(t, contents(t, "testdata/comments/"+c.sample), "")
		if got := outline(th); got != c.want || th.Format != "comments" {
			t.Errorf("%s: got as %s\n%swant\n%s", c.sample, th.Format, got, c.want)
		}
	}
}

func TestAnExportHasTheCommentsOfManyPages(t *testing.T) {
	t.Parallel()
	const export = `#filetype:JSON-streaming {"type":"Class","class":"Comment"}
{"objectId":"5b1","nick":"Ann","comment":"<p>Open on Monday?</p>","url":"/opening/","insertedAt":{"__type":"Date","iso":"2024-05-01T09:00:00.000Z"}}
{"objectId":"5b3","nick":"Cy","comment":"<p>Good soup.</p>","url":"/menu/","insertedAt":{"__type":"Date","iso":"2024-05-01T09:02:00.000Z"}}
{"objectId":"5b2","nick":"Bo","comment":"<p>From ten.</p>","url":"/opening/","pid":"5b1","rid":"5b1","insertedAt":{"__type":"Date","iso":"2024-05-01T09:01:00.000Z"}}
`
	th := mustRead(t, []byte(export), "")
	const want = ` : 
  /opening/ : 
    5b1 Ann: Open on Monday?
      5b2 Bo: From ten.
  /menu/ : 
    5b3 Cy: Good soup.
`
	if got := outline(th); got != want || !th.At(1).Is(thread.Topic) || th.At(2).When != 1714554000 {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestCommentsOfAnyProgramTellWhatTheyKnow(t *testing.T) {
	t.Parallel()
	read := func(sample string) *thread.Thread { return mustRead(t, contents(t, "testdata/comments/"+sample), "") }
	nested, lines := read("nested.json"), read("lines.json")
	if c := nested.At(1); c.When != 1714554000 || c.Score != 4 || c.Body.Kind&^markup.JSON != markup.Markdown {
		t.Errorf("%d points at %v, in %v", c.Score, c.Time(), c.Body.Kind)
	}
	if c := lines.At(1); c.Score != 1200 || c.When != 1714554000 || c.More() != 0 {
		t.Errorf("%d points at %v, %d more", c.Score, c.Time(), c.More())
	}
	if th := read("chat.json"); th.Title != "Harbour Choir" {
		t.Errorf("the chat is called %q", th.Title)
	}
	if th := read("issue.json"); th.Title != "The crane creaks" || th.At(1).When != time.Date(2024, 5, 1, 7, 0, 0, 0, time.UTC).Unix() {
		t.Errorf("the issue is %q, answered at %v", th.Title, th.At(1).Time())
	}
}

// TestCommentsAreKnownByWhatTheyAre is of lists that differ from comments, or
// do not, in one thing.
func TestCommentsAreKnownByWhatTheyAre(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		data string
		want int // comments
	}{
		{`[{"id":1,"author":"ann","text":"a","parent":null},{"id":2,"author":"bo","text":"b","parent":1}]`, 2},
		{`[{"id":1,"author":"ann","text":"a"},{"id":2,"author":"bo","text":"b"}]`, 0},
		{`{"comments":[{"id":1,"author":"ann","text":"a"},{"id":2,"author":"bo","text":"b"}]}`, 2},
		{`{"quotes":[{"id":1,"author":"ann","text":"a"},{"id":2,"author":"bo","text":"b"}]}`, 0},
		{`[{"id":1,"text":"a","parent":null},{"id":2,"text":"b","parent":1}]`, 0},
		{`[{"commit":"a1","author":"ann","date":"2024-05-01","message":"a","parent":"b2"}]`, 0},
		{`[{"id":"1","text":"a","user":{"name":"ann"},"in_reply_to_status_id":null},{"id":"2","text":"b","user":{"name":"bo"},"in_reply_to_status_id":"1"}]`, 2},
		{`{"level":30,"time":1714554000000,"pid":7,"hostname":"h","name":"app","msg":"started"}`, 0},
		{`{"model":"m","messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}`, 0},
		{`{"level":"info","message":"started","name":"app","pid":7,"timestamp":"2024-05-01T09:00:00Z"}`, 0},
		{`[{"id":"b1","name":"Button","text":"OK","children":[{"id":"b2","name":"Icon","text":"x","children":[]}]}]`, 0},
		{`[{"id":1,"author":null,"text":null,"parent":null,"deleted":true},{"id":2,"author":"bo","text":"b","parent":1}]`, 2},
		{`[{"id":1,"author":{"name":null,"login":"ann"},"text":[[]],"body":"a","parent":null},{"id":2,"author":"bo","body":"b","parent":1}]`, 2},
		{`{"_id":{"$oid":"a1"},"nick":"ann","comment":"a","pid":null}` + "\n" + `{"_id":{"$oid":"a2"},"nick":"bo","comment":"b","pid":{"$oid":"a1"}}`, 2},
		{`{"id":1,"author":"","text":"","parent":null}` + "\n" + `{"id":2,"author":"bo","text":"b","parent":1}`, 2},
		{`{"title":"T","reviews":[{"author":"ann","date":"2024-05-01","text":"a"}]}`, 0},
		{`[{"title":"One","comments":[{"id":1,"name":"ann","body":"a"}]},{"title":"Two","comments":[{"id":2,"name":"bo","body":"b"}]}]`, 4},
	} {
		th, err := Read([]byte(c.data), "")
		if got := max(0, lenOf(th)-1); got != c.want || (th == nil) != (err != nil) {
			t.Errorf("%d comments in %s, want %d (%v)", got, c.data, c.want, err)
		}
	}
}

func lenOf(th *thread.Thread) int {
	if th == nil {
		return 0
	}
	return th.Len()
}

func TestAnAnswerWithoutAThreadGivesItsReason(t *testing.T) {
	t.Parallel()
	for data, reason := range map[string]string{
		`{"error":"Record not found"}`:                                             "Record not found",
		`{"error":"NotFound","message":"Post not found"}`:                          "Post not found",
		`{"error":{"code":403,"message":"It has disabled <code>comments</code>"}}`: "It has disabled comments",
		`{"errors":["It is private."],"error_type":"invalid_access"}`:              "It is private.",
		`{"data":null,"errors":[{"message":"No such repository"}]}`:                "No such repository",
		`{"message":"Not Found","documentation_url":"https://docs.example"}`:       "Not Found",
		`{"code":"rest_post_invalid_id","message":"Invalid post ID."}`:             "Invalid post ID.",
		`{"error_id":400,"error_message":"site is required"}`:                      "site is required",
		`{"code":2,"response":"Unable to find thread"}`:                            "Unable to find thread",
		`{"error":"no \u001b[31mred"}`:                                             "no ␛[31mred",
	} {
		_, err := Read([]byte(data), "")
		if want := fmt.Sprintf("is an answer that says %q, and no thread was found in it; --from text reads it as text", reason); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", data, err, want)
		}
	}
}

// TestCommentsOfAReviewStandBelowTheirFiles is of what Gerrit answers, with
// what it writes in front so that no script of others can read it.
func TestCommentsOfAReviewStandBelowTheirFiles(t *testing.T) {
	t.Parallel()
	const review = ")]}'\n" + `{"src/Shed.java":[
{"author":{"_account_id":7,"name":"Ann Lee","email":"ann@shed.example"},"id":"a1","line":23,"message":"A door?","updated":"2024-02-26 15:40:43.986000000"},
{"author":{"_account_id":8,"name":"Bo"},"id":"b2","in_reply_to":"a1","message":"Done","updated":"2024-02-26 15:41:45.000000000"}],
"src/Door.java":[
{"author":{"_account_id":9,"name":"Cy"},"id":"c3","message":"Which way does it open?","updated":"2024-02-27 10:00:00.000000000"}]}`
	th := mustRead(t, []byte(review), "")
	const want = ` : 
  a1 Ann Lee: A door?
    b2 Bo: Done
  c3 Cy: Which way does it open?
`
	if got := outline(th); got != want || th.Format != "comments" {
		t.Errorf("as %s:\n%swant\n%s", th.Format, got, want)
	}
	if got := th.At(3).Time(); !got.Equal(time.Date(2024, 2, 27, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("the last was written %v", got)
	}
	const others = `{"people":[{"id":1,"name":"ann","text":"carpenter"}],"comments":[{"id":"a1","author":"ann","body":"A door?"}]}`
	if got := mustRead(t, []byte(others), "").Len(); got != 2 {
		t.Errorf("with people beside comments there are %d entries", got)
	}
}

func TestCommentsCutAnywhere(t *testing.T) { checkCut(t, "comments") }

func FuzzReadComments(f *testing.F) { fuzzReader(f, "comments") }

func BenchmarkReadComments(b *testing.B) {
	benchReader(b, `{"comments":[`,
		`{"id":#,"parent":null,"author":{"name":"ann#","url":"x"},"createdAt":"2024-05-01T09:10:00Z","likes":3,"text":"`+prose+`"}`, `]}`)
}
