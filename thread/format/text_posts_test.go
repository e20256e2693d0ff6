package format

import "testing"

const forumDump = `Forum
  • What's new
  • Members

Rain again

  • Thread starter Ann Lee
  • Start date Sep 18, 2020

Ann Lee

Ann Lee

Rain Watcher
Member
Joined
    Jan 2, 2011
Sep 18, 2020
#1
It rains.

B

bo

Newcomer

Joined
    Sep 19, 2020

Location
    Leith

  • Sep 20, 2020

  •  
  • #2

So it does. Room
  #4
is wet.

Ann Lee

Ann Lee

Rain Watcher
Member
Joined
    Jan 2, 2011

  • Sep 20, 2020
  •  
  • #3

Here, too.

B

bo

Newcomer

Joined
    Sep 19, 2020

  • Sep 21, 2020
  • #4

We will see.

  • Terms
`

// TestPostsOfAForumAreCounted reads a dump of a forum in which a line of a text
// looks like the number of a later post. The first post is what the others
// answer.
func TestPostsOfAForumAreCounted(t *testing.T) {
	t.Parallel()
	th, err := Read([]byte(forumDump), "")
	if err != nil {
		t.Fatal(err)
	}
	const want = "1 bo 2020-09-20 00:00: So it does. Room\n#4\nis wet.\n" +
		"1 Ann Lee 2020-09-20 00:00: Here, too.\n1 bo 2020-09-21 00:00: We will see.\n\n• Terms\n"
	if got := account(th); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	post := th.At(0)
	const text = "• What's new\n• Members\n\nRain again\n\n• Thread starter Ann Lee\n• Start date Sep 18, 2020\n\nIt rains."
	if got := post.Body.Plain(); got != text || th.Name(0) != "Ann Lee" || post.Time().Format("2006-01-02") != "2020-09-18" || th.Title != "Forum" {
		t.Errorf("the post %q of %s at %s is %q", th.Title, th.Name(0), post.Time(), got)
	}
}
