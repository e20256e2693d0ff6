package format

import (
	"fmt"
	"strings"
	"testing"

	"skein/thread"
)

// TestForumsAreRead holds a topic of three posts against the pages that forums
// make of it: whoever answers begins with the post, and neither ranks nor
// buttons are part of a name or a text.
func TestForumsAreRead(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"mybb": `ann 2016-03-03 14:05 : The well is dry.
Bo 2016-03-03 15:05 802: > *(03-03-2016, 02:05 PM)ann Wrote:* > > The well is dry. Since when?
Cleo 2016-03-04 00:00 803: Since May.
`,
		"smf_today": `ann 2012-03-03 14:05 : The well is dry.
Bo 2012-03-03 15:05 702: [Quote from: ann on March 03, 2012, 02:05:00 PM](http://f.example/index.php?topic=3.msg701#msg701) > The well is dry. Since when?
Cleo - 703: Since May.
`,
		"invision": `ann 2017-03-03 14:05 : The well is dry.
Bo 2017-03-03 15:05 902: > On 3/3/2017 at 2:05 PM, ann said: > > The well is dry. Since when?
Cleo 2017-03-04 15:05 903: Since May.
`,
		"bbpress": `ann 2017-03-03 14:05 : The well is dry.
Bo 2017-03-03 15:05 1002: Since when?
Cleo 2017-03-04 15:05 1003: Since May.
`,
		"subsilver": `ann 2003-03-03 14:05 : The well is dry.
bo 2003-03-03 15:05 102: > **ann wrote:** > > The well is dry. Since when?
Cleo 2003-03-04 09:05 103: Since May.
`,
		"vbulletin5": `ann 2018-03-03 14:05 : The well is dry.
Bo 2018-03-03 15:05 602: Since when?
Cleo 2018-03-04 09:05 603: Since May.
`,
		"xenforo2": `ann 2023-03-03 14:05 : The well is dry.
Bo 2023-03-03 15:05 202: > ann said: > > The well is dry. Since when?
Cleo 2023-03-04 15:05 203: Since May.
`,
		"fluxbb": `Ann Bee 2014-09-27 18:01 : Looking at a used one.
Bo Cee 2014-09-27 18:03 502: > *Ann Bee wrote:* > > Looking at a used one. Anything with a flat bed.
kim 2014-09-27 18:07 503: Check the gears.
`,
		"discuz": `ann 2024-05-03 10:01 : Looking at a used one. Any brand?
bo 2024-05-03 11:01 502: > ann 发表于 2024-5-3 10:01 > Looking at a used one. Anything with a flat bed.
kim 2024-05-03 12:01 503: Check the gears.
`,
		"discourse": `ann 2017-03-03 14:05 : The well is dry.
Bo 2017-03-03 15:05 2: > ann wrote: > > The well is dry. Since when?
Cleo 2017-03-04 15:05 3: Since May.
`,
	} {
		th := mustRead(t, contents(t, "testdata/html/"+file+".html"), "")
		if got := posts(th); got != want {
			t.Errorf("%s: got\n%swant\n%s", file, got, want)
		}
	}
}

// posts is a line for the post and each comment: who, when, its id unless it is
// the post's, and its text.
func posts(th *thread.Thread) string {
	var b strings.Builder
	for i := range th.Len() {
		c, when, id := th.At(i), "-", th.At(i).ID
		if c.Is(thread.Timed) {
			when = c.Time().Format("2006-01-02 15:04")
		}
		if i == 0 {
			id = ""
		}
		fmt.Fprintf(&b, "%s %s %s: %s\n", th.Name(i), when, id, strings.Join(strings.Fields(c.Body.Markdown()), " "))
	}
	return b.String()
}
