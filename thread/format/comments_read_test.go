package format

import (
	"testing"

	"skein/thread"
)

// TestCommentSystemsKeepTheTree is of comments as the comment systems of blogs
// answer or export them.
func TestCommentSystemsKeepTheTree(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ data, title, want string }{
		"an export of Artalk": {`[
			{"id":"101","rid":"0","content":"Frost again.","created_at":"2024-05-01 09:00:00 +0800 +0800","nick":"Ann","email":"ann@garden.example","page_key":"/frost/","page_title":"Frost"},
			{"id":"102","rid":"101","content":"Cover them.","created_at":"2024-05-01 10:00:00 +0800 CST","nick":"Bo","email":"","page_key":"/frost/","page_title":"Frost"},
			{"id":"103","rid":"0","content":"Sweet.","created_at":"2024-05-02 10:00:00 +0800 CST","nick":"Cy","email":"","page_key":"/peas/","page_title":"Peas"}]`,
			"", ` : 
  /frost/ : 
    101 Ann: Frost again.
      102 Bo: Cover them.
  /peas/ : 
    103 Cy: Sweet.
`},
		"an answer of Artalk": {`{"comments":[
			{"id":101,"content":"x","content_marked":"<p>Frost <b>again</b>.</p>","nick":"Ann","date":"2024-05-01 09:00:00","rid":0},
			{"id":102,"content":"x","content_marked":"<p>Cover them.</p>","nick":"Bo","date":"2024-05-01 10:00:00","rid":101}],
			"count":2,"page":{"id":7,"title":"Frost","url":"https://garden.example/frost/"}}`,
			"Frost", `7 : 
  101 Ann: Frost again.
    102 Bo: Cover them.
`},
		"an answer of Waline, of which only the first says where it is": {`{"errno":0,"data":{"count":3,"data":[
			{"objectId":41,"nick":"Ann","comment":"<p>Cold tea.</p>","url":"/tea/","time":1714554000000,"children":[
				{"objectId":42,"pid":41,"rid":41,"nick":"Bo","comment":"<p>Warm it.</p>","time":1714554060000},
				{"objectId":43,"pid":42,"rid":41,"nick":"Cy","comment":"<p>How?</p>","time":1714554120000}]},
			{"objectId":44,"nick":"Di","comment":"<p>Hm.</p>","time":1714550000000,"children":[]}]}}`,
			"", ` : 
  41 Ann: Cold tea.
    42 Bo: Warm it.
      43 Cy: How?
  44 Di: Hm.
`},
		"pages of Cusdis": {`{"data":{"commentCount":2,"data":[{"id":"c1","page":{"slug":"tea","title":"Tea"},"createdAt":"2024-05-01T09:00:00.000Z",
			"by_nickname":"Ann","content":"Hot *tea*","parsedContent":"<p>Hot <em>tea</em></p>","parentId":null,"replies":{"commentCount":1,"data":[
			{"id":"c2","createdAt":"2024-05-01T09:10:00.000Z","by_nickname":"Bo","content":"Cold","parentId":"c1","replies":{"data":[]}}]}}]}}`,
			"Tea", ` : 
  c1 Ann: Hot tea
    c2 Bo: Cold
`},
		"replies without ids": {`{"comments":[{"name":"Ann","date":"2024-05-01","body":"Hi","replies":[{"name":"Bo","date":"2024-05-02","body":"Ho"}]},{"name":"Cy","date":"2024-05-03","body":"Hm"}]}`,
			"", ` : 
   Ann: Hi
     Bo: Ho
   Cy: Hm
`},
		"replies to a note that is not there": {`[{"id":"n2","replyId":"n1","text":"One","user":{"username":"ann"},"createdAt":"2024-05-01T09:00:00Z"},
			{"id":"n3","replyId":"n2","text":"Two","user":{"username":"bo"},"createdAt":"2024-05-01T09:01:00Z"}]`,
			"", `n1 : 
  n2 ann: One
    n3 bo: Two
`},
		"files of Staticman": {`[{"_id":"e1","_parent":"https://tea.example/","message":"Hi","name":"Ann","email":"5f","date":"2024-05-01T09:00:00Z"},
			{"_id":"e2","_parent":"https://tea.example/","message":"Ho","name":"Bo","email":"6f","date":1714554060}]`,
			"", `https://tea.example/ : 
  e1 Ann: Hi
  e2 Bo: Ho
`},
	} {
		th := mustRead(t, []byte(c.data), "")
		if got := outline(th); got != c.want || th.Title != c.title || th.Format != "comments" {
			t.Errorf("%s: as %s, %q\n%swant\n%s", name, th.Format, th.Title, got, c.want)
		}
	}
}

func TestAnExportOfArtalkKnowsTimesAndPeople(t *testing.T) {
	t.Parallel()
	th := mustRead(t, []byte(`{"id":"1","rid":"0","content":"Frost.","created_at":"2024-05-01 09:00:00 +0800 +0800","nick":"Ann","email":"ann@garden.example"}`), "")
	c := th.At(1)
	if c.When != 1714525200 || !c.Is(thread.Zoned) || th.Authors[c.Author].Address != "ann@garden.example" {
		t.Errorf("at %v by %v", c.Time(), th.Authors[c.Author])
	}
}
