package plaintext

import (
	"fmt"
	"strings"
	"testing"
)

// TestLayoutsAreTold is of pages that differ only in how their comments are
// headed: N is the number, NAME, BODY and the rest what it is; the dates are
// some days of July 2012, at minute 5.
func TestLayoutsAreTold(t *testing.T) {
	t.Parallel()
	for layout, dated := range map[string]bool{
		"NAME said...\nBODY\nJuly DAY, 2012 CLOCK":                                                                      true,
		"BODY\nPosted by: NAME | July DAY, 2012 at CLOCK":                                                               true,
		"Posted by: NAME | 07/DAY/12 | CLOCK\nBODY":                                                                     true,
		"BODY\nComment by NAME — July DAY, 2012 @ CLOCK":                                                                true,
		"NAME | July DAY, 2012 CLOCK | Reply\nBODY":                                                                     true,
		"CLOCK July DAY, 2012\nNAME wrote :\nBODY":                                                                      true,
		"NAME\nDAY July 2012 CLOCK\nBODY\nRecommend? (N)\nReport abuse\nClip | Link":                                    true,
		"N. NAME\nDAYTH JULY 2012 - 9:05\nBODY\nReport this comment\nLink to this":                                      true,
		"Submitted by NAME on Thu, 07/DAY/2012 - 09:05.\nBODY\nreply":                                                   true,
		"NAME\nN3 Fans\nCLOCK on 7/DAY/2012\nBODY\nReply":                                                               true,
		"N.\nNAME\nBoston\nJuly DAY, 2012 at CLOCK\nBODY":                                                               true,
		"07-DAY-2012, 09:05 #N\nNAME\nBODY":                                                                             true,
		"NAME Jul DAYth 2012, 09:05 GMT\nBODY\nRecommend N Report Permalink":                                            true,
		"NAME permalink\nJuly DAY, 2012 CLOCK\nBODY\nReply":                                                             true,
		"# N - NAME - July DAYth, 2012 at CLOCK\nBODY":                                                                  true,
		"N | NAME\nJuly DAY, 2012 at CLOCK\nBODY":                                                                       true,
		"NAME, July DAY, 2012 CLOCK: BODY":                                                                              true,
		"Comment #N posted by NAME on Jul DAY 2012 CLOCK\nBODY":                                                         true,
		"NAME\n\nBODY\n\nJuly DAY, 2012 at CLOCK | Report abuse | Reply":                                                true,
		"N NAME July DAY, 2012 at CLOCK\nBODY":                                                                          true,
		"From: NAME\nDate: July DAY, 2012 CLOCK\nBODY":                                                                  true,
		"NAME (N posts)\nJuly DAY, 2012 CLOCK\nBODY":                                                                    true,
		"Comment from: NAME [Visitor]\nBODY\n07/DAY/12 @ 9:05":                                                          true,
		"NAME:\nDAY июля 2012 в 9:05\nBODY\nОтветить":                                                                   true,
		"NAME\nBODY\nN hours ago\nReply\nLike":                                                                          false,
		"NAME N months ago\nBODY\nN people liked this. Like Reply":                                                      false,
		"NAME • N months ago\n−\nBODY\nN \n•\nReply\n•\nShare ›":                                                        false,
		"NAME's avatar - Go to profile\nNAME · N weeks ago\nBODY\nReport Reply":                                         false,
		"N. NAME schrieb am DAY. Juli 2012 um 9:05 Uhr:\nBODY\nAntworten":                                               true,
		"NAME le DAY juillet 2012 à 9h05\nBODY\nRépondre":                                                               true,
		"NAME dijo:\nDAY julio, 2012 en 9:05\nBODY\nResponder":                                                          true,
		"--- Comment #N from NAME <ann@pier.example> 2012-07-DAY 09:05:00 UTC ---\nBODY":                                true,
		"comment:N by NAME, N years ago\nBODY":                                                                          false,
		"Changed N years ago by NAME\nBODY":                                                                             false,
		"[reply] Comment N NAME 2012-07-DAY 09:05:00 UTC\nBODY":                                                         true,
		"comment:N in reply to: 1 NAME, N years ago\nBODY":                                                              false,
		"Posted Jul DAY, 2012 9:05 UTC (Thu) by NAME (subscriber, #1N) [Link] (N responses)\nBODY":                      true,
		"N. – NAME N3h\nBODY":                                                                                           false,
		"NAME on Chapter N Thu DAY Jul 2012 09:05AM UTC\nBODY":                                                          true,
		"NAME added a comment - DAY/Jul/12 CLOCK\nBODY":                                                                 true,
		"NAME @ann · N years ago\nBODY":                                                                                 false,
		"NAME's profile photo\nNAME\nunread,\nJul DAY, 2012, CLOCK\nBODY":                                               true,
		"Profile photo for NAME\nNAME\n · N3y\nBODY\nReply":                                                             false,
		"NAME\nN3h\nBODY\nLike\nReply\nShare":                                                                           false,
		"NAME DAY июл 2012 в 09:05\nBODY\nОтветить":                                                                     true,
		"NAME\nDAY July, 2012 CLOCK\nBODY\nRespect\nReply\nReport":                                                      true,
		"by NAME » Thu Jul DAY, 2012 CLOCK\nBODY\nNAME\nPosts: N\nJoined: May 3, 2006\nTop":                             true,
		"From: NAME <ann@pier.example>\nTo: 12@pier.example\nSubject: Lamps\nDate: DAY Jul 2012 09:05:00 +0200\n\nBODY": true,
		"NAME\nJul DAY\nLiked by The Pier\n\nBODY\nExpand full comment\nReply\nShare":                                   false,
		"NAME\nDAY July 2012 CLOCK\n#\nBODY\nTake back\nTell a friend":                                                  true,
		"NAME · N3h\nKeeper of the pier\nBODY":                                                                          false,
	} {
		for _, heading := range []string{"6 comments", "COMMENTS"} {
			checkLayout(t, layout, heading, dated)
		}
	}
}

func checkLayout(t *testing.T, layout, heading string, dated bool) {
	t.Helper()
	names := []string{"Ann Bee", "bob77", "Cy Dent", "EvaF", "Frank G.", "gus"}
	bodies := []string{"The lamp went out in the fog,\nand nobody had oil for it.", "I have used tarred rope for years.", "Which lamp?",
		"No.", "What Ann says is right: buy a new one.\n\nThen keep it dry.", "I disagree with the part about oil."}
	days := []int{12, 12, 13, 13, 14, 16}
	page := "Lamps on the pier\n\nWe lit the lamps on the pier last night. It took two hours.\n\nNobody fell.\n\n" + heading + "\n\n"
	for k, name := range names {
		page += strings.NewReplacer("NAME", name, "BODY", bodies[k], "DAY", fmt.Sprint(days[k]), "CLOCK", "9:05 am", "N ", fmt.Sprint(k+1, " "),
			"N.", fmt.Sprint(k+1, "."), "(N)", fmt.Sprintf("(%d)", k), "#N", fmt.Sprint("#", k+1), "N3", fmt.Sprint(k+1, "3")).Replace(layout) + "\n\n"
	}
	th := readThread(t, page)
	if th.Len() != len(names)+1 {
		t.Errorf("%q below %q: %d comments", layout, heading, th.Len()-1)
		return
	}
	if got, want := th.At(0).Body.Unwrapped().Raw, "We lit the lamps on the pier last night. It took two hours.\n\nNobody fell."; got != want {
		t.Errorf("%q below %q: the post is %q", layout, heading, got)
	}
	for i := 1; i < th.Len(); i++ {
		c, when := th.At(i), ""
		if dated {
			when = fmt.Sprintf("2012-07-%02d 09:05", days[i-1])
		}
		if got := th.Name(i); got != names[i-1] || c.Body.Unwrapped().Raw != bodies[i-1] || dated && c.Time().Format("2006-01-02 15:04") != when {
			t.Errorf("%q below %q: %d is %q at %v: %q", layout, heading, i, got, c.Time(), c.Body.Unwrapped().Raw)
		}
	}
}
