package format

import (
	"testing"
	"time"
)

func TestRedditAsScriptsAndArchivesWriteItDown(t *testing.T) {
	t.Parallel()
	const want = "t3_b : \n  t1_c1 ann: Oil it.\n    t1_c2 bo: Twice.\n"
	for name, data := range map[string]string{
		"an archive's answer": `{"data":[
			{"author":"ann","body":"Oil it.","id":"c1","link_id":"t3_b","parent_id":"t3_b","subreddit":"x"},
			{"author":"bo","body":"Twice.","id":"c2","link_id":"t3_b","parent_id":"t1_c1","subreddit":"x"}],"metadata":{}}`,
		"parents by number": `{"data":[
			{"author":"bo","body":"Twice.","id":"c2","link_id":"t3_b","parent_id":433,"subreddit":"x"},
			{"author":"ann","body":"Oil it.","id":"c1","link_id":"t3_b","parent_id":null,"subreddit":"x"}]}`,
		"a tree in an archive's answer": `{"data":[{"kind":"t1","data":{"author":"ann","body":"Oil it.","id":"c1","link_id":"t3_b","parent_id":"t3_b","replies":
			{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"author":"bo","body":"Twice.","id":"c2","link_id":"t3_b","parent_id":"t1_c1","replies":""}}]}}}}]}`,
		"no subreddit": `[
			{"id":"c1","author":{"name":"ann"},"body":"Oil it.","link_id":"t3_b","parent_id":"t3_b"},
			{"id":"c2","author":{"name":"bo"},"body":"Twice.","link_id":"t3_b","parent_id":"t1_c1"}]`,
		"no link": `[
			{"id":"c1","author":"ann","body":"Oil it.","parent_id":"t3_b"},
			{"id":"c2","author":"bo","body":"Twice.","parent_id":"t1_c1"}]`,
		"parents without a kind": `[
			{"id":"c1","author":"ann","body":"Oil it.","link_id":"t3_b","parent_id":"t3_b"},
			{"id":"c2","author":"bo","body":"Twice.","link_id":"t3_b","parent_id":"c1"}]`,
		"things without a listing": `[
			{"kind":"t1","data":{"id":"c1","author":"ann","body":"Oil it.","link_id":"t3_b","parent_id":"t3_b"}},
			{"kind":"t1","data":{"id":"c2","author":"bo","body":"Twice.","link_id":"t3_b","parent_id":"t1_c1"}}]`,
		"a script's calls": `{"success":true,"jquery":[[0,1,"call",["body"]],[1,2,"attr","find"],[2,3,"call",[".x"]],[3,4,"call",[[
			{"kind":"t1","data":{"name":"t1_c1","author":"ann","body":"Oil it.","link_id":"t3_b","parent_id":"t3_b"}},
			{"kind":"t1","data":{"name":"t1_c2","author":"bo","body":"Twice.","link_id":"t3_b","parent_id":"t1_c1"}}],false]]]}`,
	} {
		if got := outline(mustRead(t, []byte(data), "")); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}

func TestAPostOfAScriptHoldsItsComments(t *testing.T) {
	t.Parallel()
	const post = `{"id":"b","title":"Oars","selftext":"Which oil?","author":"kim","permalink":"/r/x/","subreddit":"x","comments":[`
	for name, comments := range map[string]string{
		"flat": `{"id":"c1","parent_id":"t3_b","author":"ann","body":"Oil it."},
			{"id":"c2","parent_id":"t1_c1","author":"bo","body":"Twice."}`,
		"nested": `{"id":"c1","parent_id":"t3_b","author":"ann","body":"Oil it.","replies":[
			{"id":"c2","parent_id":"t1_c1","author":"bo","body":"Twice.","replies":[]}]}`,
		"nested without parents": `{"id":"c1","author":"ann","body":"Oil it.","replies":[
			{"id":"c2","author":"bo","body":"Twice."}]}`,
	} {
		data := post + comments + "]}"
		th := mustRead(t, []byte(data), "")
		want := "t3_b kim: Which oil?\n  t1_c1 ann: Oil it.\n    t1_c2 bo: Twice.\n"
		if got := outline(th); got != want || th.Title != "Oars" {
			t.Errorf("%s: %q, got\n%swant\n%s", name, th.Title, got, want)
		}
	}
}

func TestTheOldestAnswersForMoreSayTheAuthorInTheirHTML(t *testing.T) {
	t.Parallel()
	th := mustRead(t, []byte(`{"json":{"errors":[],"data":{"things":[{"kind":"t1","data":{"id":"t1_c1","parent":"t3_b","link":"t3_b","replies":"",
		"content":"&lt;p&gt;&lt;a href=\"/user/ann\" class=\"author may-blank\"&gt;ann&lt;/a&gt; &lt;time title=\"x\" datetime=\"2012-05-01T09:00:00+00:00\"&gt;",
		"contentText":"Oil &amp; wax.","contentHTML":"&lt;div&gt;Oil &amp;amp; wax.&lt;/div&gt;"}}]}}}`), "")
	if got, want := outline(th), "t3_b : \n  t1_c1 ann: Oil & wax.\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if at := th.At(1).Time(); !at.Equal(time.Date(2012, 5, 1, 9, 0, 0, 0, time.UTC)) {
		t.Errorf("written %v", at)
	}
}
