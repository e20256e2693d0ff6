package format

import "testing"

// TestCommentsOfManyForms is of comments as trackers, chats and other sites
// answer or export them.
func TestCommentsOfManyForms(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, title, want string }{
		"texts and names in objects": {`{"code":0,"data":{"replies":[
			{"rpid":1,"root":0,"parent":0,"ctime":1714554000,"member":{"mid":"10","uname":"Ann"},"content":{"message":"How high?"},"replies":[
				{"rpid":2,"root":1,"parent":1,"ctime":1714554060,"member":{"mid":"11","uname":"Bo"},"content":{"message":"Very."},"replies":null}]}]}}`,
			"", ` : 
  1 Ann: How high?
    2 Bo: Very.
`},
		"names of a newspaper": {`{"results":{"comments":[
			{"commentID":1,"userDisplayName":"Ann","commentBody":"How high?","createDate":"1714554000","replies":[
				{"commentID":2,"parentID":1,"userDisplayName":"Bo","commentBody":"Very.","createDate":"1714554060","replies":[]}]}]}}`,
			"", ` : 
  1 Ann: How high?
    2 Bo: Very.
`},
		"what they reply to in objects": {`{"data":[
			{"id":"1","text":"How high?","username":"ann","timestamp":"2024-05-01T09:00:00+0000","replied_to":{"id":"0"}},
			{"id":"2","text":"Very.","username":"bo","timestamp":"2024-05-01T10:00:00+0000","replied_to":{"id":"1"}}]}`,
			"", ` : 
  1 ann: How high?
    2 bo: Very.
`},
		"all that an annotation answers": {`{"total":3,"rows":[
			{"id":"a1","created":"2024-05-01T09:00:00+00:00","user":"acct:ann@notes.example","text":"How high?","tags":[]},
			{"id":"a2","references":["a1"],"created":"2024-05-01T10:00:00+00:00","user":"acct:bo@notes.example","text":"Very.","tags":[]},
			{"id":"a3","references":["a1","a2"],"created":"2024-05-01T11:00:00+00:00","user":"acct:ann@notes.example","text":"Too high.","tags":[]}]}`,
			"", ` : 
  a1 ann: How high?
    a2 bo: Very.
      a3 ann: Too high.
`},
		"places of replies in an export of Slack": {`[
			{"type":"message","text":"How high?","user":"U1","ts":"1714554000.1","user_profile":{"display_name":"ann"},"thread_ts":"1714554000.1","replies":[{"user":"U2","ts":"1714554060.2"}]},
			{"type":"message","text":"Very.","user":"U2","ts":"1714554060.2","user_profile":{"display_name":"bo"},"thread_ts":"1714554000.1"}]`,
			"", ` : 
  1714554000.1 ann: How high?
    1714554060.2 bo: Very.
`},
		"a scrape of pictures": {`[
			{"id":"1","text":"How high?","ownerUsername":"ann","timestamp":"2024-05-01T09:00:00.000Z","likesCount":2,"replies":[
				{"id":"2","text":"Very.","ownerUsername":"bo","timestamp":"2024-05-01T10:00:00.000Z","replies":[]}]}]`,
			"", ` : 
  1 ann: How high?
    2 bo: Very.
`},
		"documents of Jira": {`{"startAt":0,"total":2,"comments":[
			{"id":"10","author":{"accountId":"5b","displayName":"Ann"},"created":"2024-05-01T09:00:00.000+0000","body":{"type":"doc","version":1,"content":[
				{"type":"paragraph","content":[{"type":"text","text":"Is 2 < "},{"type":"text","text":"3","marks":[{"type":"strong"},{"type":"link","attrs":{"href":"https://sums.example/"}}]},
					{"type":"text","text":", "},{"type":"mention","attrs":{"id":"x","text":"@Bo"}},{"type":"text","text":"?"}]},
				{"type":"rule"}]}},
			{"id":"11","author":{"displayName":"Bo"},"created":"2024-05-01T10:00:00.000+0000","body":{"type":"doc","version":1,"content":[
				{"type":"codeBlock","attrs":{"language":"go"},"content":[{"type":"text","text":"2 < 3"}]}]}}]}`,
			"", ` : 
  10 Ann: Is 2 < 3, @Bo?
  11 Bo: 2 < 3
`},
		"a pull request of Bitbucket": {`{"values":[
			{"id":1,"created_on":"2024-05-01T09:00:00+00:00","content":{"type":"rendered","raw":"Looks *good*","markup":"markdown","html":"<p>Looks <em>good</em></p>"},"user":{"display_name":"Ann"}},
			{"id":2,"parent":{"id":1},"created_on":"2024-05-01T10:00:00+00:00","content":{"raw":"Thanks","markup":"markdown","html":"<p>Thanks</p>"},"user":{"display_name":"Bo"}}],"pagelen":10}`,
			"", ` : 
  1 Ann: Looks good
    2 Bo: Thanks
`},
		"connections of GraphQL": {`{"data":{"post":{"title":"Kites","comments":{"edges":[
			{"node":{"id":"1","content":{"markdown":"How *high*?"},"author":{"name":"Ann"},"dateAdded":"2024-05-01T09:00:00Z","replies":{"edges":[
				{"node":{"id":"2","content":{"markdown":"Very."},"author":{"name":"Bo"},"dateAdded":"2024-05-01T10:00:00Z","replies":{"edges":[]}}}]}}}]}}}}`,
			"Kites", ` : 
  1 Ann: How high?
    2 Bo: Very.
`},
		"comments by their ids": {`{"post":{"title":"Kites","content":"Mine flew.","author":"Zed"},"comments":{
			"c1":{"author":"Ann","text":"How high?","replies":{"c3":{"author":"Cy","text":"Hm."}}},"c2":{"author":"Bo","text":"Very.","parent":"c1"}}}`,
			"Kites", ` Zed: Mine flew.
  c1 Ann: How high?
    c3 Cy: Hm.
    c2 Bo: Very.
`},
		"comments without ids and times": {`{"title":"Kites","comments":[{"author":"Ann","text":"How high?","replies":[{"author":"Bo","text":"Very.","replies":[{"author":"Ann","text":"Oh."}]}]},{"author":"Cy","text":"Hm.","replies":[]}]}`,
			"Kites", ` : 
   Ann: How high?
     Bo: Very.
       Ann: Oh.
   Cy: Hm.
`},
		"lists by pages": {`{"/kites/":[{"id":1,"parent":0,"name":"Ann","text":"How high?","time":1714554000},{"id":2,"parent":1,"name":"Bo","text":"Very.","time":1714554060}],
			"/boats/":[{"id":3,"parent":0,"name":"Cy","text":"Do they sink?","time":1714554120}]}`,
			"", ` : 
  /kites/ : 
    1 Ann: How high?
      2 Bo: Very.
  /boats/ : 
    3 Cy: Do they sink?
`},
		"a topic of NodeBB": {`{"tid":7,"title":"Kites","posts":[
			{"pid":1,"tid":7,"content":"<p>How high?</p>","timestamp":1714554000000,"user":{"username":"ann"},"replies":{"count":1}},
			{"pid":2,"tid":7,"toPid":1,"content":"<p>Very.</p>","timestamp":1714554060000,"user":{"username":"bo"},"replies":{"count":0}}]}`,
			"Kites", ` : 
  1 ann: How high?
    2 bo: Very.
`},
		"an issue of Redmine": {`{"issue":{"id":1,"subject":"It sinks","description":"When wet.","author":{"id":1,"name":"Ann"},"created_on":"2024-05-01T09:00:00Z","journals":[
			{"id":1,"user":{"id":2,"name":"Bo"},"notes":"How wet?","created_on":"2024-05-01T10:00:00Z","details":[]},
			{"id":2,"user":{"id":1,"name":"Ann"},"notes":"","created_on":"2024-05-01T11:00:00Z","details":[{"name":"status_id"}]}]}}`,
			"It sinks", `1 Ann: When wet.
  1 Bo: How wet?
`},
		"comments as WordPress.com has them": {`{"found":2,"comments":[
			{"ID":1,"post":{"ID":9,"title":"Kites"},"author":{"ID":0,"name":"Ann"},"date":"2024-05-01T09:00:00+00:00","content":"<p>How high?</p>","parent":false,"type":"comment"},
			{"ID":2,"post":{"ID":9,"title":"Kites"},"author":{"ID":0,"name":"Bo"},"date":"2024-05-01T10:00:00+00:00","content":"<p>Very.</p>","parent":{"ID":1,"type":"comment"},"type":"comment"}]}`,
			"", ` : 
  1 Ann: How high?
    2 Bo: Very.
`},
		"comments as the command line of WordPress lists them": {`[
			{"comment_ID":"1","comment_post_ID":"9","comment_date":"2024-05-01 09:00:00","comment_author":"Ann","comment_content":"How <b>high</b>?","comment_parent":"0"},
			{"comment_ID":"2","comment_post_ID":"9","comment_date":"2024-05-01 10:00:00","comment_author":"Bo","comment_content":"Very.","comment_parent":"1"}]`,
			"", ` : 
  1 Ann: How high?
    2 Bo: Very.
`},
		"comments beside their replies, as PeerTube has them": {`{"comment":{"id":1,"text":"<p>How high?</p>","threadId":1,"createdAt":"2024-05-01T09:00:00.000Z","account":{"displayName":"Ann"}},"children":[
			{"comment":{"id":2,"text":"Very.","threadId":1,"inReplyToCommentId":1,"createdAt":"2024-05-01T10:00:00.000Z","account":{"displayName":"Bo"}},"children":[]}]}`,
			"", ` : 
  1 Ann: How high?
    2 Bo: Very.
`},
		"an outbox of ActivityPub": {`{"type":"OrderedCollection","orderedItems":[
			{"id":"https://kites.example/a/1","type":"Create","actor":"https://kites.example/users/ann","object":{"id":"https://kites.example/1","type":"Note","attributedTo":"https://kites.example/users/ann","content":"<p>How high?</p>","published":"2024-05-01T09:00:00Z","inReplyTo":null}},
			{"id":"https://kites.example/a/2","type":"Create","actor":"https://kites.example/users/ann","object":{"id":"https://kites.example/2","type":"Note","attributedTo":"https://kites.example/users/ann","content":"<p>Very.</p>","published":"2024-05-01T10:00:00Z","inReplyTo":"https://kites.example/1"}}]}`,
			"", ` : 
  https://kites.example/1 ann: How high?
    https://kites.example/2 ann: Very.
`},
		"a card of Trello": {`{"name":"Kites","desc":"Mine flew.","actions":[
			{"id":"a2","type":"commentCard","data":{"text":"Very."},"date":"2024-05-01T10:00:00.000Z","memberCreator":{"fullName":"Bo"}},
			{"id":"a1","type":"commentCard","data":{"text":"How high?"},"date":"2024-05-01T09:00:00.000Z","memberCreator":{"fullName":"Ann"}},
			{"id":"a0","type":"createCard","data":{},"date":"2024-05-01T08:00:00.000Z","memberCreator":{"fullName":"Ann"}}]}`,
			"Kites", ` : Mine flew.
  a1 Ann: How high?
  a2 Bo: Very.
`},
		"a channel of Discord, with a picture and a pin": {`{"guild":{"name":"G"},"channel":{"name":"kites"},"messages":[
			{"id":"1","type":"Default","timestamp":"2024-05-01T09:00:00+00:00","content":"How high?","author":{"name":"Ann"}},
			{"id":"2","type":"Default","timestamp":"2024-05-01T10:00:00+00:00","content":"","author":{"name":"Bo"},"attachments":[{"url":"https://kites.example/a.png"}]},
			{"id":"3","type":"ChannelPinnedMessage","timestamp":"2024-05-01T11:00:00+00:00","content":"","author":{"name":"Cy"}}]}`,
			"", ` : 
  1 Ann: How high?
  2 Bo: 
`},
		"a group of Telegram": {`{"name":"Kites","type":"public_supergroup","id":7,"messages":[
			{"id":1,"type":"service","date":"2024-05-01T08:00:00","actor":"Ann","action":"create_group","text":""},
			{"id":2,"type":"message","date":"2024-05-01T09:00:00","from":"Ann","text":["How ",{"type":"bold","text":"high"},"?"]},
			{"id":3,"type":"message","date":"2024-05-01T10:00:00","from":"Bo","reply_to_message_id":2,"text":"Very."}]}`,
			"Kites", `7 : 
  2 Ann: How high?
    3 Bo: Very.
`},
		"a room of Matrix": {`{"room_name":"Kites","messages":[
			{"type":"m.room.create","sender":"@ann:kites.example","content":{"room_version":"10"},"origin_server_ts":1714553000000,"event_id":"$0"},
			{"type":"m.room.message","sender":"@ann:kites.example","content":{"body":"How high?","msgtype":"m.text"},"origin_server_ts":1714554000000,"event_id":"$1"},
			{"type":"m.room.message","sender":"@bo:kites.example","content":{"body":"Very.","m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}},"origin_server_ts":1714554060000,"event_id":"$2"}]}`,
			"", ` : 
  $1 @ann:kites.example: How high?
    $2 @bo:kites.example: Very.
`},
		"an export of Mattermost": {`{"type":"version","version":1}
{"type":"post","post":{"channel":"c","user":"ann","message":"How high?","create_at":1714554000000,"replies":[{"user":"bo","message":"Very.","create_at":1714554060000}]}}
{"type":"post","post":{"channel":"c","user":"cy","message":"Hm.","create_at":1714554120000}}`,
			"", ` : 
   ann: How high?
     bo: Very.
   cy: Hm.
`},
		"messages of Slack": {`[{"type":"message","text":"How high?","user":"U1","ts":"1714554000.0001","thread_ts":"1714554000.0001","user_profile":{"real_name":"Ann Bee","display_name":""}},
			{"type":"message","text":"Very.","user":"U2","ts":"1714554060.0002","thread_ts":"1714554000.0001","user_profile":{"real_name":"Bo Cee","display_name":"bo"}}]`,
			"", ` : 
  1714554000.0001 Ann Bee: How high?
    1714554060.0002 bo: Very.
`},
	} {
		th := mustRead(t, []byte(c.data), "")
		if got := outline(th); got != c.want || th.Title != c.title || th.Format != "comments" {
			t.Errorf("%s: as %s, %q\n%swant\n%s", name, th.Format, th.Title, got, c.want)
		}
	}
}

func TestDocumentsKeepTheirForm(t *testing.T) {
	t.Parallel()
	th := mustRead(t, []byte(`{"comments":[{"id":"10","author":{"displayName":"Ann"},"body":{"type":"doc","version":1,"content":[
		{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Sums"}]},
		{"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"2 < "},{"type":"text","text":"3","marks":[{"type":"strong"}]},{"type":"hardBreak"},{"type":"text","text":"<b>"}]}]},
		{"type":"orderedList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"one","marks":[{"type":"link","attrs":{"href":"https://sums.example/"}}]}]}]}]},
		{"type":"codeBlock","content":[{"type":"text","text":"2 < 3"}]},
		{"type":"paragraph","content":[{"type":"emoji","attrs":{"shortName":":abacus:"}}]}]}}]}`), "")
	const want = "### Sums\n\n> 2 < **3**  \n> \\<b>\n\n1. [one](https://sums.example/)\n\n```\n2 < 3\n```\n\n:abacus:"
	if got := th.At(1).Body.Markdown(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTimesOfCommentsMayBeInWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"1 May 2024, 9:30": "2024-05-01T09:30:00", "May 3, 2024 at 2:05 pm": "2024-05-03T14:05:00", "2024-05-04 10:00": "2024-05-04T10:00:00",
		"25/06/2024 10:00": "2024-06-25T10:00:00", "2024/05/01 10:00:00 +0200": "2024-05-01T10:00:00+02:00",
		"05/06/2024": "", "05-06-2024": "", "06/06/2024": "2024-06-06T00:00:00", "3 days ago": "", "soon": "",
	} {
		th := mustRead(t, []byte(`{"comments":[{"id":1,"author":"Ann","text":"Hm.","date":"`+text+`"}]}`), "")
		if got := stamp(th.At(1)); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}
