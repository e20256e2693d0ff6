package plaintext

import (
	"strings"
	"testing"
)

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
	const want = "1 bo 2020-09-20 00:00: So it does. Room\n#4\nis wet.\n" +
		"1 Ann Lee 2020-09-20 00:00: Here, too.\n1 bo 2020-09-21 00:00: We will see.\n\n• Terms\n"
	th := checkAccount(t, "XenForo 2", forumDump, want)
	post := th.At(0)
	const text = "Forum\n• What's new\n• Members\n\n• Thread starter Ann Lee\n• Start date Sep 18, 2020\n\nIt rains."
	if got := post.Body.Plain(); got != text || th.Name(0) != "Ann Lee" || post.Time().Format("2006-01-02") != "2020-09-18" || th.Title != "Rain again" {
		t.Errorf("the post %q of %s at %s is %q", th.Title, th.Name(0), post.Time(), got)
	}
}

// forumDumps are pages of forums that say something of each post's author: the
// copy from a browser, and dumps.
var forumDumps = []struct{ name, text, title, starter, want string }{
	{"SMF, copied", `Lamp forum
Home Help Search Login

Pages: [1]   Go Down
Author
	Topic: The lamps  (Read 1234 times)
mfor
Administrator
Member
**
Offline Offline

Posts: 1,193


View Profile WWW Email Personal Message (Offline)

The lamps
« on: March 09, 2009, 07:11:20 AM » 	Reply with quote

Who lights them?

« Last Edit: March 10, 2009, 07:24:50 AM by mfor » 	Report to moderator   Logged
Ann Bee
Newcomer
*
Offline Offline

Posts: 14


View Profile Email Personal Message (Offline)

Re: The lamps
« Reply #1 on: March 10, 2009, 07:23:49 AM » 	Reply with quote
Tar them.

Then keep them dry.

	Report to moderator   Logged
bo
Newcomer
*
Offline Offline

Posts: 2


View Profile Email Personal Message (Offline)

Re: The lamps
« Reply #2 on: Today at 07:25:49 AM » 	Reply with quote
I did.

	Report to moderator   Logged
Pages: [1]   Go Up
Print
Jump to:
`,
		"The lamps", "mfor", "1 Ann Bee 2009-03-10 07:23: Tar them.\n\nThen keep them dry.\n1 bo none: I did.\n"},
	{"SMF", `Lamp forum

Author Topic: The lamps  (Read 1234 times)

[useroff] mfor

  • Administrator
  • *****
  • Posts: 1193
  •   □ View Profile

[xx] The lamps

« on: January 01, 2010, 10:00:00 AM »

Who lights them?

[ip] Logged

[useroff] Ann Bee

  • Newbie
  • *
  • Posts: 14
  •   □ View Profile

[xx] Re: The lamps

« Reply #1 on: January 01, 2010, 11:00:00 AM »

  • Quote

Tar them.

Then keep them dry.

[ip] Logged

[useroff] bo

  • Newbie
  • *
  • Posts: 2
  •   □ View Profile

[xx] Re: The lamps

« Reply #2 on: January 02, 2010, 10:00:00 AM »

I did.

[ip] Logged

  • Print

Pages: [1]   Go Up
`,
		"The lamps", "mfor", "1 Ann Bee 2010-01-01 11:00: Tar them.\n\nThen keep them dry.\n1 bo 2010-01-02 10:00: I did.\n"},
	{"MyBB", `Lamp forum
Hello There, Guest!

Lamp forum › Lamps › Oil
The lamps

The lamps
[avatar_12]
mfor Offline
Administrator
*******
Posts: 1,193
Threads: 20
Joined: Jan 2008
Reputation: 12
#1
03-19-2009, 07:11 AM
Who lights them?
Website Find
Reply
[avatar_14]
Ann Bee Online
Junior Member
**
Posts: 14
Threads: 0
Joined: Mar 2009
Reputation: 0
#2
03-20-2009, 07:23 AM
Tar them.

Then keep them dry.
Find
Reply
[avatar_15]
bo Offline
Junior Member
**
Posts: 2
Threads: 0
Joined: Mar 2009
Reputation: 0
#3
03-20-2009, 07:25 AM
I did.
Find
Reply
« Next Oldest | Next Newest »
`,
		"Lamp forum", "mfor", "1 Ann Bee 2009-03-20 07:23: Tar them.\n\nThen keep them dry.\n1 bo 2009-03-20 07:25: I did.\n"},
	{"XenForo 1", `Lamp forum

The lamps

Discussion in 'Oil' started by mfor, Mar 9, 2012.

 1. mfor

    mfor
    Keeper

    Joined:
        Jan 3, 2011
    Messages: 1,193

    Who lights them?

    mfor, Mar 9, 2012 #1

 2. Ann Bee

    Ann Bee
    Member

    Joined:
        Jan 4, 2012
    Messages: 14

    Tar them.

    Then keep them dry.

    Ann Bee, Mar 10, 2012 #2

 3. bo

    bo
    Member

    Joined:
        Feb 4, 2012
    Messages: 2

    I did.

    bo, Mar 11, 2012 #3

(You must log in to reply here.)
`,
		"The lamps", "mfor", "1 Ann Bee 2012-03-10 00:00: Tar them.\n\nThen keep them dry.\n1 bo 2012-03-11 00:00: I did.\n"},
	{"Invision", `Lamp forum

  • Browse
  • Activity

The lamps

Started by mfor, March 9, 2009

3 posts in this topic

mfor

  • Administrator
  • Administrators
  • 1,193 posts

Posted March 9, 2009

Who lights them?

  • Quote

Ann Bee

  • Newbie
  • Members
  • 14 posts

Posted March 10, 2009

Tar them.

Then keep them dry.

  • Quote

bo

  • Newbie
  • Members
  • 2 posts

Posted March 11, 2009 (edited)

I did.

  • Quote

Create an account or sign in to comment
`,
		"The lamps", "mfor", "1 Ann Bee 2009-03-10 00:00: Tar them.\n\nThen keep them dry.\n1 bo 2009-03-11 00:00: I did.\n"},
}

func TestALaterPageOfAForumHasNoPost(t *testing.T) {
	t.Parallel()
	for _, c := range forumDumps {
		text := strings.NewReplacer("« on:", "« Reply #30 on:", "#1 on", "#31 on", "#2 on", "#32 on", "#1\n", "#31\n", "#2\n", "#32\n", "#3\n", "#33\n").Replace(c.text)
		if text == c.text {
			continue // it has no numbers
		}
		if th := readThread(t, text); th.Len() != 4 || th.Name(1) != "mfor" {
			t.Errorf("%s: %d posts", c.name, th.Len())
		}
	}
}

func TestForumsThatTellOfAuthorsAreRead(t *testing.T) {
	t.Parallel()
	for _, c := range forumDumps {
		th := checkAccount(t, c.name, c.text, c.want)
		if th.Title != c.title || th.Name(0) != c.starter || !strings.HasSuffix(th.At(0).Body.Plain(), "\n\nWho lights them?") {
			t.Errorf("%s: the post %q of %s is %q", c.name, th.Title, th.Name(0), th.At(0).Body.Plain())
		}
	}
}

func TestNumberAndDateMayStandAboveTheName(t *testing.T) {
	t.Parallel()
	const dump = `Rain again (Page 1) / Weather / Forum

  • Index
  • » Weather

#1 2020-09-18 09:05:00

Ann Lee
    Member
    From: Leith
    Posts: 12

Rain again

It rains.

Offline

#2 2020-09-18 09:15:00

bo
    Member
    Posts: 99

Re: Rain again

So it does. See
#7 2020-09-18

Offline

#3 2020-09-19 10:00:00

kim
    Guest

Re: Rain again

Not here.

Offline

#4 2020-09-19 11:00:00

Ann Lee
    Member
    Posts: 12

Re: Rain again

It will.

Offline
`
	th := readThread(t, dump)
	want := []string{"bo 2020-09-18 09:15: Re: Rain again\n\nSo it does. See\n#7 2020-09-18", "kim 2020-09-19 10:00: Re: Rain again\n\nNot here.",
		"Ann Lee 2020-09-19 11:00: Re: Rain again\n\nIt will."}
	if th.Len() != len(want)+1 || th.Name(0) != "Ann Lee" {
		t.Fatalf("%d comments on what %q wrote", th.Len()-1, th.Name(0))
	}
	for i, want := range want {
		c := th.At(i + 1)
		if got := th.Name(i+1) + " " + c.Time().Format("2006-01-02 15:04") + ": " + c.Body.Unwrapped().Raw; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestPostsOfImageboardsEndWithTheirNumber(t *testing.T) {
	t.Parallel()
	const dump = `/pier/ - Lamps

[ ]Which oil? Anonymous 09/27/14 (Sat) 18:01:02 No.100

Whale is dear.

[ ]Anonymous 09/27/14 (Sat) 18:03:02 No.101

>>100
Rape.

[ ]Anonymous 09/27/14(Sat)18:07:02 No.102

>>101
It smells.

[ ]Cleo 09/27/14(Sat)18:09:02 No.104

Not the new one.
`
	th := readThread(t, dump)
	if th.Len() != 4 || th.At(1).ID != "101" || th.Name(3) != "Cleo" || th.At(2).Time().Format("2006-01-02 15:04:05") != "2014-09-27 18:07:02" {
		t.Fatalf("%d comments, the first is %q, the last by %q", th.Len()-1, th.At(1).ID, th.Name(th.Len()-1))
	}
	if tree := th.Inferred(); tree.Depth(2) != 2 {
		t.Errorf("102 is at depth %d", tree.Depth(2))
	}
}
