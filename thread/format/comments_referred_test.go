package format

import "testing"

// TestAuthorsWhoStandInAListOfTheirOwnAreFound is of answers that refer to
// people by their ids.
func TestAuthorsWhoStandInAListOfTheirOwnAreFound(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, title, want string }{
		"JSON:API": {string(contents(t, "testdata/comments/referred.json")), "The crane", ` : 
  71 Ann Bee: Who oils the crane?
    72 Bo: Not me.
  73 : It creaks at night.
`},
		"a forum, whose posts are referred to, too": {`{"data":{"type":"discussions","id":"1","attributes":{"title":"The crane"}},"included":[
			{"type":"posts","id":"1","attributes":{"number":1,"createdAt":"2024-05-01T09:00:00+00:00","contentType":"comment","contentHtml":"<p>Who oils it?</p>"},"relationships":{"user":{"data":{"type":"users","id":"1"}}}},
			{"type":"posts","id":"2","attributes":{"number":2,"createdAt":"2024-05-01T10:00:00+00:00","contentType":"comment","contentHtml":"<p>Not me.</p>"},"relationships":{"user":{"data":{"type":"users","id":"2"}}}},
			{"type":"users","id":"1","attributes":{"username":"ann","displayName":"Ann"}},{"type":"users","id":"2","attributes":{"username":"bo"}}]}`,
			"The crane", ` : 
  1 Ann: Who oils it?
  2 bo: Not me.
`},
		"a content management system, with a type in each id": {`{"jsonapi":{"version":"1.0"},"data":[
			{"type":"comment--comment","id":"a","attributes":{"subject":"","created":"2024-05-01T09:00:00+00:00","comment_body":{"value":"<p>Who oils it?</p>","processed":"<p>Who oils it?</p>"}},"relationships":{"pid":{"data":null},"uid":{"data":{"type":"user--user","id":"u"}}}},
			{"type":"comment--comment","id":"b","attributes":{"created":"2024-05-01T10:00:00+00:00","comment_body":{"processed":"<p>Not me.</p>"}},"relationships":{"pid":{"data":{"type":"comment--comment","id":"a"}},"uid":{"data":{"type":"user--user","id":"v"}}}}],
			"included":[{"type":"user--user","id":"u","attributes":{"display_name":"ann"}},{"type":"user--user","id":"v","attributes":{"display_name":"bo"}}]}`,
			"", ` : 
  a ann: Who oils it?
    b bo: Not me.
`},
		"profiles and groups, replies on a page of each": {`{"response":{"count":3,"items":[
			{"id":1,"from_id":10,"date":1714554000,"text":"Who oils it?","thread":{"count":1,"items":[{"id":2,"from_id":-11,"date":1714554060,"text":"Not me.","reply_to_comment":1,"parents_stack":[1]}]}},
			{"id":3,"from_id":99,"date":1714554120,"text":"So.","thread":{"count":0,"items":[]}},
			{"id":4,"from_id":0,"date":1714554180,"text":"","deleted":true,"thread":{"count":0,"items":[]}}],
			"profiles":[{"id":10,"first_name":"Ann","last_name":"Bee","screen_name":"ann"}],"groups":[{"id":11,"name":"Crane drivers"}]}}`,
			"", ` : 
  1 Ann Bee: Who oils it?
    2 Crane drivers: Not me.
  3 : So.
  4 : 
`},
		"what is referred to": {`{"data":[
			{"id":"1","text":"Who oils it?","author_id":"10","created_at":"2024-05-01T09:00:00.000Z","conversation_id":"1"},
			{"id":"2","text":"Not me.","author_id":"11","created_at":"2024-05-01T10:00:00.000Z","conversation_id":"1","referenced_tweets":[{"type":"quoted","id":"9"},{"type":"replied_to","id":"1"}]}],
			"includes":{"users":[{"id":"10","name":"Ann","username":"ann"},{"id":"11","name":"Bo","username":"bo"}]}}`,
			"", ` : 
  1 Ann: Who oils it?
    2 Bo: Not me.
`},
		"people by their ids": {`{"comments":[{"id":1,"author_id":10,"body":"Who oils it?","created_at":"2024-05-01T09:00:00Z"},{"id":2,"author_id":11,"body":"Not me.","created_at":"2024-05-01T10:00:00Z"}],
			"users":{"10":{"name":"Ann"},"11":{"name":"Bo"}}}`,
			"", ` : 
  1 Ann: Who oils it?
  2 Bo: Not me.
`},
	} {
		th := mustRead(t, []byte(c.data), "")
		if got := outline(th); got != c.want || th.Title != c.title || th.Format != "comments" {
			t.Errorf("%s: as %s, %q\n%swant\n%s", name, th.Format, th.Title, got, c.want)
		}
	}
}

func TestWhatRefersToPeopleIsNoThreadForThat(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		`{"orders":[{"id":1,"user_id":10,"message":"a lamp"},{"id":2,"user_id":11,"message":"a wick"}],"users":[{"id":10,"name":"Ann"},{"id":11,"name":"Bo"}]}`,
		`{"comments":[{"id":1,"author_id":10,"body":"a"},{"id":2,"author_id":11,"body":"b"}]}`,
		`{"data":[{"type":"articles","id":"1","attributes":{"title":"A","body":"a"},"relationships":{"author":{"data":{"type":"people","id":"9"}}}}],"included":[{"type":"people","id":"9","attributes":{"name":"Ann"}}]}`,
	} {
		if th, _ := Read([]byte(data), ""); th != nil {
			t.Errorf("%d comments in %s", th.Len()-1, data)
		}
	}
}

func BenchmarkReadReferred(b *testing.B) {
	benchReader(b, `{"response":{"items":[`,
		`{"id":#,"from_id":10,"date":1714554000,"text":"`+prose+`","reply_to_comment":1,"parents_stack":[1],"thread":{"count":0,"items":[]}}`,
		`],"profiles":[{"id":10,"first_name":"Ann","last_name":"Bee"}]}}`)
}
