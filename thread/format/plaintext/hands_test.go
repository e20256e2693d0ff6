package plaintext

import (
	"fmt"
	"strings"
	"testing"

	"skein/thread"
)

// dumpedPages are the beginnings of pages as programs dump them, in forms that
// other tests do not have.
var dumpedPages = []struct{ name, text, want string }{
	{"pictures before dates, dates with blanks", `Rain again

It rains.

Kommentare

  • Ann Lee

    [36408]14. 01. 2020, 13:29

    Not here.

      □ antworten
      □ melden
      □ bo

        14. 01. 2020, 14:56

        So it does.

          ☆ antworten
          ☆ melden
  • kim

    15. 01. 2020, 9:05

    We will see.
`, "1 Ann Lee 2020-01-14 13:29: Not here.\n2 bo 2020-01-14 14:56: So it does.\n1 kim 2020-01-15 09:05: We will see.\n"},
	{"pictures on lines of their own, controls behind the hour", `Rain again

It rains.

3 Comments

 1. [52eafb]
    Ann Lee 19. Juni 2018 um 15:28 Uhr - Antworten

    Not here.

      □ [0c242d]
        bo 19. Juni 2018 um 20:41 Uhr - Antworten

        So it does.

 2. [9c2116]
    kim 20. Juni 2018 um 10:29 Uhr - Antworten

    We will see.
`, "1 Ann Lee 2018-06-19 15:28: Not here.\n2 bo 2018-06-19 20:41: So it does.\n1 kim 2018-06-20 10:29: We will see.\n"},
	{"posts of a forum, as vBulletin has them", `Rain again

 1. Ann Lee
      □ Profile
      □ Private message
    Ann Lee is offline Member

        03.03.2011, 14:17
        #661

        It rains, bo.

     0
 2. Avatar of bo
    bo
      □ Profile
      □ Private message
    bo is offline Member

        03.03.2011, 14:27
        #662

        So it does.
 3. kim
      □ Profile
    kim is online

        04.03.2011, 9:37
        #663

        We will see.
`, "1 Ann Lee 2011-03-03 14:17: It rains, bo.\n1 bo 2011-03-03 14:27: So it does.\n1 kim 2011-03-04 09:37: We will see.\n"},
	{"posts of a forum, as html2text has them", `****** Rain again ******
    * Thread_starterAnn_Lee

*** Ann Lee ***
** Rain Watcher **
  Joined
      Jan 2, 2011

    * Sep 18, 2020
    * #1
It rains.
 

*** bo ***
** Newcomer **
  Joined
      Sep 19, 2020

    * Sep 20, 2020
    * #2
So it does.
 

*** kim ***
** Newcomer **
  Joined
      Sep 19, 2020

    * Sep 21, 2020
    * #3
We will see.
`, "1 bo 2020-09-20 00:00: So it does.\n1 kim 2020-09-21 00:00: We will see.\n"},
	{"the post's author, days glued to names, a noun for a link", `Rain again

It rains.

3 Gedanken zu „Rain again“

 1. [675e1]kim 11. Dezember 2012 um 11:07

    Not here.

    Antwort ↓
     1. [db933]Ann Lee Autor11. Dezember 2012 um 12:50

        So it does, and I have no
        Antwort.

        Antwort ↓
 2. [45cd9]bo12. Dezember 2012 um 9:57

    We will see.

    Antwort ↓
     1. [db933]Ann Lee Autor12. Dezember 2012 um 10:10

        Will we?

        Antwort ↓
`, "1 kim 2012-12-11 11:07: Not here.\n2 Ann Lee 2012-12-11 12:50: So it does, and I have no\nAntwort.\n" +
		"1 bo 2012-12-12 09:57: We will see.\n2 Ann Lee 2012-12-12 10:10: Will we?\n"},
	{"names glued to dates, files of pictures", `Rain again

It rains.

3 comments:

 1. [Head]
    Ann LeeMay 30, 2019 at 5:38 PM

    Not here.

    ReplyDelete
 2. [zFdxGE77vv]
    boMay 30, 2019 at 6:22 PM

    So it does.

    ReplyDelete
 3. [mai]
    kimMay 30, 2019 at 6:26 PM

    We will see.

    ReplyDelete
`, "1 Ann Lee 2019-05-30 17:38: Not here.\n1 bo 2019-05-30 18:22: So it does.\n1 kim 2019-05-30 18:26: We will see.\n"},
	{"the hour glued to the year", `Rain again

It rains.

3 comments

Ann Lee
August 06, 20192:42 am

Not here.

  • Report

bo
August 07, 20197:39 pm

So it does.

  • Report

kim
August 08, 201911:05 am

We will see.

  • Report
`, "1 Ann Lee 2019-08-06 02:42: Not here.\n1 bo 2019-08-07 19:39: So it does.\n1 kim 2019-08-08 11:05: We will see.\n"},
	{"days of the week in two letters, a control behind the date", `Rain again

It rains.

3 Kommentare

Ann Lee, Do 9. April 2020 um 08:59 Zum Antworten anmelden Zitieren #

Not here.

bo, Fr 10. April 2020 um 18:18 Zum Antworten anmelden Zitieren #

So it does.

kim, Sa 11. April 2020 um 20:50 Zum Antworten anmelden Zitieren #

We will see.
`, "1 Ann Lee 2020-04-09 08:59: Not here.\n1 bo 2020-04-10 18:18: So it does.\n1 kim 2020-04-11 20:50: We will see.\n"},
	{"names that stand twice, ages below the texts", `Rain again

It rains.

3 Kommentare
Kommentare abonnieren?
neueste älteste beste Bewertung
Ann LeeAnn Lee
Gast
Ann Lee

Not here.

Daumen hoch6Daumen runter
Translate
Show all
Original
1 Monat her
bobo
bo

So it does.

Daumen hoch0Daumen runter  Antworten
19. Februar 2017 20:00
kimkim
kim

We will see.

Daumen hoch1Daumen runter  Antworten
1 Stunde 5 Minuten her
`, "1 Ann Lee none: Not here.\n1 bo 2017-02-19 20:00: So it does.\n1 kim none: We will see.\n"},
	{"a word for the picture before `comment by`", `Rain again

It rains.

3 Kommentare

 1. id Kommentar von Ann Lee
    16. März 2011 um 12:22

    Not here.

 2. id Kommentar von bo
    17. März 2011 um 9:09

    So it does.

 3. id Kommentar von kim
    18. März 2011 um 12:59

    We will see.
`, "1 Ann Lee 2011-03-16 12:22: Not here.\n1 bo 2011-03-17 09:09: So it does.\n1 kim 2011-03-18 12:59: We will see.\n"},
	{"numbers with those of the comments they answer, more that are not shown", `Rain again

It rains.

Kommentare

Ann Lee

#1  —  vor 8 Stunden
2

Not here.

Antworten
bo

#1.1  —  vor 7 Stunden
20

So it does.

Antworten
+ 7 weitere Antworten anzeigen

kim

#2  —  vor 6 Stunden
47

We will see.

Antworten
Ann Lee

#2.1  —  vor 5 Stunden
3

I see it.

Antworten
`, "1 Ann Lee none: Not here.\n2 bo none: So it does.\n1 kim none: We will see.\n2 Ann Lee none: I see it.\n"},
	{"names that stand twice and below no heading", `Rain again

It rains.

3
Leave a comment

Ann LeeAnn Lee
Guest
Ann Lee

Not here.

Thumbs up6Thumbs down 
1 month ago
bobo
Guest
bo

So it does.

Thumbs up1Thumbs down 
1 month ago
kimkim
Author
kim

We will see.

Thumbs up0Thumbs down 
1 month ago
`, "1 Ann Lee none: Not here.\n1 bo none: So it does.\n1 kim none: We will see.\n"},
	{"addresses for pictures", `Rain again

It rains.

Comments

  • ann@rain.example'ann@rain.example' Ann Lee says:
    November 26, 2019 at 12:34 pm

    Not here.

      □ bo.of.the.long.address@rain.example'bo.of.the.long.address@rain.example'
        Bo Bay says:
        November 26, 2019 at 1:05 pm

        So it does.

  • kim@rain.example' kim@rain.example' kim says:
    November 27, 2019 at 9:10 am

    We will see.
`, "1 Ann Lee 2019-11-26 12:34: Not here.\n2 Bo Bay 2019-11-26 13:05: So it does.\n1 kim 2019-11-27 09:10: We will see.\n"},
	{"titles of pages that link here", `Rain again

It rains, and it rains on the pier, on the lamps, and on all who look at them.

4 Comments

 1. Ann Lee 21. Juni 2018 um 9:40 Uhr - Antworten

    Not here.

 2.
    Rain of the Year - All that fell on the islands, on their piers and lamps
    - The Book of Rain 21. Juni 2018 um 10:40 Uhr - Antworten

    […] as Ann said last week […]

 3.
    Who is wet? Links of June | bo 22. Juni 2018 um 11:08 Uhr - Antworten

    […] it rains on the pier […]

 4. kim 22. Juni 2018 um 12:10 Uhr - Antworten

    We will see.
`, "1 Ann Lee 2018-06-21 09:40: Not here.\n" +
		"1 Rain of the Year - All that fell on the islands, on their piers and lamps - The Book of Rain 2018-06-21 10:40: […] as Ann said last week […]\n" +
		"1 Who is wet? Links of June | bo 2018-06-22 11:08: […] it rains on the pier […]\n1 kim 2018-06-22 12:10: We will see.\n"},
	{"names again beside labels, and no dates", `Rain again
Rain Again Today

It rains.

3 comments
  Raincloud

  • Get Raincloud
  • FAQ

Newest | Oldest
Ann Lee
Ann Lee subscriber 5pts

Not here.

bo
bo subscriber 5pts

So it does.


Kim Bay
Kim Bay editor 7pts

We will see.
`, "1 Ann Lee none: Not here.\n1 bo none: So it does.\n1 Kim Bay none: We will see.\n"},
	{"somebody who is called like a badge", `Rain again

It rains.

3 comments

Ann
May 3, 2014 at 9:05 am
It rains here
admin
May 3, 2014 at 9:15 am
Not here
bo
May 3, 2014 at 9:25 am
So it does
`, "1 Ann 2014-05-03 09:05: It rains here\n1 admin 2014-05-03 09:15: Not here\n1 bo 2014-05-03 09:25: So it does\n"},
	{"badges below names, pingbacks of two lines", `Rain again

It rains, and it rains on the pier, on the lamps, and on all who look at them now.

4 Comments

  • [853e]
    Ann Lee
    19. Juni 2019 / 13:20

    Not here.

      □ [853f]
        bo
        Autor
        19. Juni 2019 / 13:22

        So it does.

  • [853a]
    kim
    19. Juni 2019 / 13:24

    We will see.

  • Pingback: All that fell on the islands, on their piers and on their lamps in
    the Year of Rain | The Book of Rain
`, "1 Ann Lee 2019-06-19 13:20: Not here.\n2 bo 2019-06-19 13:22: So it does.\n1 kim 2019-06-19 13:24: We will see.\n" +
		"1 All that fell on the islands, on their piers and on their lamps in the Year of Rain | The Book of Rain none: Pingback\n"},
}

func TestDumpsOfManyHandsAreRead(t *testing.T) {
	t.Parallel()
	for _, c := range dumpedPages {
		checkAccount(t, c.name, c.text, c.want)
	}
}

// account is the comments of a thread, a line each: level, author, time in UTC,
// and text.
func account(th *thread.Thread) string {
	var all strings.Builder
	for i := 1; i < th.Len(); i++ {
		when := "none"
		if at := th.At(i).Time(); !at.IsZero() {
			when = at.UTC().Format("2006-01-02 15:04")
		}
		fmt.Fprintf(&all, "%d %s %s: %s\n", th.Depth(i), th.Name(i), when, th.At(i).Body.Plain())
	}
	return all.String()
}

// checkAccount reads a text and checks what is told of its comments.
func checkAccount(t *testing.T, name, text, want string) *thread.Thread {
	t.Helper()
	th := readThread(t, text)
	if got := account(th); got != want {
		t.Errorf("%s: got\n%swant\n%s", name, got, want)
	}
	return th
}

// TestAnswersThatAreNotThereAreCounted is of lines that say so below a comment.
func TestAnswersThatAreNotThereAreCounted(t *testing.T) {
	t.Parallel()
	const page = "Rain again\n\nIt rains.\n\nComments\n\nAnn says:\nMay 3, 2014 at 9:05 am\n\nNot here.\n\nReply\nView 7 more replies\n\n" +
		"bo says:\nMay 3, 2014 at 9:15 am\n\nSo it does.\n\nReply\n"
	th := checkAccount(t, "more replies", page, "1 Ann 2014-05-03 09:05: Not here.\n1 bo 2014-05-03 09:15: So it does.\n")
	if th.At(1).More() != 7 || th.At(2).More() != 0 {
		t.Errorf("%d and %d more", th.At(1).More(), th.At(2).More())
	}
}

// TestTheTitleOfADumpedPageIsItsHeadline is of pages that begin with menus.
func TestTheTitleOfADumpedPageIsItsHeadline(t *testing.T) {
	t.Parallel()
	const text = `The rain that fell on the pier last night put out nine of the lamps, and
nobody lit them again before the morning, for all were asleep by then, and
dry.
`
	const comments = "\n2 comments\n\nAnn Lee says:\nMay 3, 2014 at 9:05 am\n\nNot here.\n\nbo says:\nMay 3, 2014 at 9:15 am\n\nSo it does.\n"
	for page, want := range map[string]string{
		"  • Home\n  • About\n  • Lamps\n      □ Oil\n      □ Wicks\n  • Rain\n\nThe Pier Post\n\n[logo]\n\nNine lamps went out on the pier\n\nBy Kim | May 2, 2014\n\n" + text: "Nine lamps went out on the pier",
		"The Pier Post\n\nHome\nAbout\nLamps\nOil\nWicks\nRain\nSun\n\n« Older: Sun on the pier\n\nNobody lit the lamps again.\n\nPosted on May 2, 2014\n\n" + text:             "Nobody lit the lamps again.",
		"  • Home\n  • About\n\nRain again\n\n" + text: "Rain again",
		"Rain again\n\n" + text:                        "Rain again",
	} {
		if th := readThread(t, page+comments); th.Title != want || th.Len() != 3 || !strings.Contains(th.At(0).Body.Plain(), "put out nine of the lamps") {
			t.Errorf("%q with %d comments, want %q", th.Title, th.Len()-1, want)
		}
	}
}
