package format

import (
	"encoding/base64"
	"fmt"
	"mime/quotedprintable"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"skein/thread"
)

func TestPagesInOtherEncodingsAreRead(t *testing.T) {
	t.Parallel()
	whole := string(contents(t, "testdata/wordpress/theme.html"))
	want := outline(mustRead(t, []byte(whole), ""))
	unlabelled := strings.Replace(whole, `<meta charset="UTF-8">`, "", 1)
	latin := func(page string) string {
		out, err := charmap.Windows1252.NewEncoder().String(page)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for name, page := range map[string]string{
		"no label, UTF-8":        unlabelled,
		"wrong label, UTF-8":     strings.Replace(whole, "UTF-8", "iso-8859-1", 1),
		"label, windows-1252":    latin(strings.Replace(whole, "UTF-8", "iso-8859-1", 1)),
		"no label, windows-1252": latin(unlabelled),
		"UTF-8 that is none":     latin(whole),
	} {
		if got := outline(mustRead(t, []byte(page), "")); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
	handmade := strings.Replace(string(contents(t, "testdata/wordpress/handmade.html")), "I swam.", "泳いだ。", 2)
	shifted, err := japanese.ISO2022JP.NewEncoder().String(strings.Replace(handmade, "<head>", `<head><meta charset="iso-2022-jp">`, 1))
	if err != nil {
		t.Fatal(err)
	}
	if got := mustRead(t, []byte(shifted), "").At(2).Body.Plain(); got != "泳いだ。" {
		t.Errorf("ISO-2022-JP: %q", got)
	}
}

func TestAPageSavedWithItsImagesIsUnwrapped(t *testing.T) {
	t.Parallel()
	page := contents(t, "testdata/wordpress/theme.html")
	want := outline(mustRead(t, page, ""))
	var quoted strings.Builder
	w := quotedprintable.NewWriter(&quoted)
	if _, err := w.Write(page); err != nil {
		t.Fatal(err)
	}
	w.Close()
	const wrap = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://dorf.example/beile/\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Xy1\"\r\n\r\n\r\n" +
		"------Xy1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n------Xy1\r\nContent-Type: image/png\r\n\r\nx\r\n------Xy1--\r\n"
	for encoding, body := range map[string]string{
		"quoted-printable": quoted.String(),
		"base64":           base64.StdEncoding.EncodeToString(page),
		"8bit":             string(page),
	} {
		th, err := Read(fmt.Appendf(nil, wrap, encoding, body), "")
		if err != nil {
			t.Errorf("%s: %v", encoding, err)
			continue
		}
		if got := outline(th); got != want {
			t.Errorf("%s: got\n%swant\n%s", encoding, got, want)
		}
	}
	mail := []byte("From: kim@town.example\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Hello")
	if got, _ := unwrapPage(mail); string(got) != string(mail) {
		t.Error("a message is no saved page")
	}
}

func TestTimesInAllTheFormsOfPages(t *testing.T) {
	t.Parallel()
	utc := func(d, h, m, s int) time.Time { return time.Date(2024, 5, d, h, m, s, 0, time.UTC) }
	for _, c := range []struct {
		text     string
		dayFirst bool
		want     time.Time
		zone     thread.ZoneKnown
	}{
		{"2024-05-01T10:00:00+02:00", false, utc(1, 8, 0, 0), thread.KnownZone},
		{"2024-05-01T10:00:00+0200", false, utc(1, 8, 0, 0), thread.KnownZone},
		{"2024-05-01 10:00:00Z", false, utc(1, 10, 0, 0), thread.KnownZone},
		{"2024-05-01T10:00:00", false, utc(1, 10, 0, 0), thread.LocalTime},
		{"Wed, 01 May 2024 10:00:00 -0400", false, utc(1, 14, 0, 0), thread.KnownZone},
		{"1714554600", false, utc(1, 9, 10, 0), thread.KnownZone},
		{"1714554600000", false, utc(1, 9, 10, 0), thread.KnownZone},
		{"1. Mai 2024 um 18:05 Uhr", false, utc(1, 18, 5, 0), thread.LocalTime},
		{"May 1, 2024 at 6:05 pm", false, utc(1, 18, 5, 0), thread.LocalTime},
		{"02/05/2024 at 3:00 pm", true, utc(2, 15, 0, 0), thread.LocalTime},
		{"05/02/2024 at 3:00 pm", false, utc(2, 15, 0, 0), thread.LocalTime},
		{"05-02-2024, 03:00 PM", false, utc(2, 15, 0, 0), thread.LocalTime},
		{"3 hours ago", false, time.Time{}, thread.LocalTime},
		{"I was there in May", false, time.Time{}, thread.LocalTime},
		{"42", false, time.Time{}, thread.LocalTime},
		{"99999999999999999999", false, time.Time{}, thread.LocalTime},
	} {
		p := page{dayFirst: c.dayFirst}
		if got := p.parseTime(c.text); !got.Equal(c.want) || got.zone != c.zone {
			t.Errorf("%q is %v (%v), want %v", c.text, got.Time, got.zone, c.want)
		}
	}
	if !saysDayFirst([]byte("on 14/04/2020 and 03/04/2020")) || saysDayFirst([]byte("on 04/14/2020, 1/2 of 20/30/2020")) {
		t.Error("a day above 12 tells which comes first")
	}
}

func TestNamesHaveNoLabels(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"kim says:": "kim", "Jürgen Ott sagt:": "Jürgen Ott", "by kim (12)": "kim", "Posted by": "", "Posted by ann": "ann",
		"3": "", "May 1, 2024 10:00": "", "kim »": "kim", "Reply": "", "by": "", "": "", "Anonymous Coward": "Anonymous Coward",
	} {
		if got := authorName(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestBadgesAreNoPartOfNames has somebody called like a badge, too.
func TestBadgesAreNoPartOfNames(t *testing.T) {
	t.Parallel()
	var page strings.Builder
	page.WriteString("<title>Lamps</title><ol class=commentlist>")
	for i, name := range []string{"Ann<br><span>Author</span>", "<span>admin</span></cite> to <a href=/profile/1>Ann</a><cite>", "Bo <em>Guest</em>"} {
		fmt.Fprintf(&page, `<li class=comment id=comment-%d><cite class=fn>%s</cite><time datetime="2024-05-0%dT10:00:00Z">then</time><div class=comment-content><p>Hello.</p></div>`, i+1, name, i+1)
	}
	th := mustRead(t, []byte(page.String()), "html")
	if names := []string{th.Name(1), th.Name(2), th.Name(3)}; !slices.Equal(names, []string{"Ann", "admin", "Bo"}) {
		t.Errorf("names are %q", names)
	}
}

// TestDeepRepliesOnAPageAreRead goes far beyond the open elements that the
// parser of x/net/html takes.
func TestDeepRepliesOnAPageAreRead(t *testing.T) {
	t.Parallel()
	const levels = 5000
	var page strings.Builder
	page.WriteString(`<html><link href="/wp-content/x.css"><ol class="commentlist">`)
	for i := range levels {
		fmt.Fprintf(&page, `<li class="comment even" id="comment-%d"><cite class="fn">ann</cite><div class="comment-content">No %d.</div><ul class="children">`, i, i)
	}
	th := mustRead(t, []byte(page.String()), "")
	checkThread(t, th)
	if last := th.Len() - 1; last != levels || th.Depth(last) != levels || th.At(last).Body.Plain() != fmt.Sprintf("No %d.", levels-1) {
		t.Errorf("%d comments, the last at depth %d: %q", last, th.Depth(last), th.At(last).Body.Plain())
	}
}

func TestAPageCutAnywhereKeepsWhatCameBefore(t *testing.T) {
	t.Parallel()
	for path, data := range samples(t) {
		if !strings.HasSuffix(path, ".html") || strings.Contains(path, "over18") || strings.HasPrefix(path, "html/") {
			continue
		}
		name, _, _ := strings.Cut(path, "/")
		last := 0
		for cut := 1; cut < len(data); cut += 7 {
			th, err := Read(data[:cut], name)
			if th == nil {
				if err == nil || last > 0 {
					t.Fatalf("%s cut at %d of %d: %v", path, cut, len(data), err)
				}
				continue
			}
			checkThread(t, th)
			if th.Len() < last {
				t.Fatalf("%s cut at %d: %d comments, before %d", path, cut, th.Len(), last)
			}
			last = th.Len()
		}
	}
}

// TestHostilePagesTakeLinearTime nests in each other what is searched for
// parts of a comment.
func TestHostilePagesTakeLinearTime(t *testing.T) {
	t.Parallel()
	const many = 5000
	begin := time.Now()
	for _, unit := range []string{
		`<div class="comment even" id="comment-1">`, `<span class="author">x`, `<div class="comment-content">`, `<li class="comment depth-1"><cite>a</cite>`,
		`<td class="default"><span class="commtext">`, `<div class="thing comment">`, `<div id="t1_a">`, `<shreddit-comment>`, `<article>`,
		`<div class="comment" data-shortid="a"><div class="comment_text">`, `<div class="answer" id="answer-1">`, `<dt class="comment even">a<dd>b`,
		`<div id="moreComments-t1_a">`, `<div class="comments">`, `<p><h3>x`,
	} {
		page := []byte("<html>" + strings.Repeat(unit, many))
		for _, kind := range pageKinds {
			var b thread.Builder
			_ = kind.read(page, &b) // finds what it finds, but soon
		}
	}
	if took := time.Since(begin); took > time.Minute {
		t.Errorf("took %v", took)
	}
}
