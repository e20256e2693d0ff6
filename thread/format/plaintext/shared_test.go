package plaintext

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skein/thread"
)

// realPage is a page of the shared threads, which are no part of the project.
func realPage(t testing.TB, name string) string {
	t.Helper()
	dir := cmp.Or(os.Getenv("SKEIN_THREADS"), filepath.Join("..", "..", "..", "..", "shared", "threads"))
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Skipf("the shared threads are not there (SKEIN_THREADS names their folder): %v", err)
	}
	return string(data)
}

// TestRealTextPages holds counts and levels against CASES.tsv, which counted
// by patterns. Where the two differ, why says what stands in the file.
func TestRealTextPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		file             string
		comments, levels int
		why              string
	}{
		{"blog_text/000_a62d14924cf33fcf.txt", 7, 2, ""},
		{"text_dump/419.txt", 385, 4, ""},
		{"text_dump/R988.txt", 111, 1, "not 2: only the first header lost its indent, and the numbers count all as one list"},
		{"text_dump/R974.txt", 116, 1, ""},
		{"text_dump/172.txt", 87, 2, "not 85 and 1: two are headed `… Reply:`, and the page counts 87"},
		{"text_dump/T55.txt", 455, 1, ""},
		{"text_dump/R342.txt", 27, 1, ""},
		{"text_dump/R14.txt", 156, 1, ""},
		{"text_dump/281.txt", 28, 2, "not 27 and 3: one is headed `… Reply:`; four headers stand deeper, but not their text"},
		{"slashdot_text/131.txt", 100, 7, "not 97 and 9: three have no user number; `by` in columns 1 and 2 is prose"},
		{"slashdot_text/360.txt", 100, 7, "not 98: two anonymous ones"},
		{"slashdot_text/357.txt", 100, 4, "not 94 and 5: six anonymous ones; one in column 24 skips two levels"},
		{"slashdot_text/257.txt", 44, 9, "not 40 and 10: four anonymous ones; ten columns, but no branch has text in all of them"},
		{"text_dump_browser/foxyfolksy.com.buttercream.html.w3m.txt", 80, 4, ""},
		{"text_dump_browser/foxyfolksy.com.buttercream.html.lynx.txt", 80, 4, ""},
		{"text_dump_browser/archive.org.muffinrezept.net.grundrezept.html.w3m.txt", 51, 3, ""},
		{"text_dump_browser/golfpost.de-premiere.html.w3m.txt", 33, 3, ""},
		{"text_dump_browser/thenervousbreakdown.com.loneliest.html.w3m.txt", 11, 2, ""},
		{"text_dump_browser/thenervousbreakdown.com.loneliest.html.lynx.txt", 11, 2, ""},
	} {
		t.Run(c.file, func(t *testing.T) {
			t.Parallel()
			page := realPage(t, c.file)
			th := readThread(t, page)
			levels := 0
			for i := range th.Len() {
				levels = max(levels, th.Depth(i))
			}
			if got := th.Len() - 1; got != c.comments || levels != c.levels {
				t.Errorf("%d comments on %d levels, want %d on %d (%s)", got, levels, c.comments, c.levels, c.why)
			}
		})
	}
}

const (
	blog     = "blog_text/000_a62d14924cf33fcf.txt"
	slimming = "text_dump/419.txt"
	baseball = "text_dump/T55.txt"
	baby     = "text_dump/R988.txt"
	phone    = "text_dump/R342.txt"
	slashdot = "slashdot_text/257.txt"
	cakeW3m  = "text_dump_browser/foxyfolksy.com.buttercream.html.w3m.txt"
	cakeLynx = "text_dump_browser/foxyfolksy.com.buttercream.html.lynx.txt"
	muffins  = "text_dump_browser/archive.org.muffinrezept.net.grundrezept.html.w3m.txt"
	golf     = "text_dump_browser/golfpost.de-premiere.html.w3m.txt"
)

// readings are single comments as a person reads them in the files.
var readings = []struct {
	file         string
	number       int
	author       string
	parent       string // its author's name
	when         string
	starts, ends string
}{
	{blog, 0, "", "", "", "Yesterday, I expressed alarm", "when I noted the leak."},
	{blog, 1, "bevin", "", "", "It is an indication", "believe a word that they say."},
	{blog, 2, "wayoutwest", "", "", "I think this has more to do", "losers and on the way out."},
	{blog, 3, "bloopie2", "wayoutwest", "", "Interesting point", "come back and entangle us?"},
	{blog, 4, "lefty665", "", "", "You are right to be concerned", "Have you found a new job yet?”"},
	{blog, 7, "earlofhuntingdon", "", "", "Russia and China seem", "with a hard position."},
	{slimming, 2, "Erin", "Tim Ferriss", "2012-06-25 00:21", "Hi Tim,\nGreat article", ""},
	{slimming, 385, "Rod B", "", "2012-07-30 19:59", "Hi Tim\nI am a 4HB believer", "than I was at 42! :)"},
	{baseball, 0, "baseballgirl", "", "2012-08-08 17:13", "So, on paper", ""},
	{baseball, 1, "Athletix Man", "", "2012-08-08 17:21", "anyone have a link", "Go A’s!"},
	{baseball, 455, "Billy Frijoles", "", "2012-08-09 10:38", "of course.", "Git er dun Bean."},
	{baby, 1, "Marrije", "", "2012-11-07 21:42", "Aaah, congratulations", "little baby."},
	{baby, 111, "victoria", "", "2012-11-13 14:23", "Congratulations!", "Congratulations!"},
	{phone, 1, "mtmjr90", "", "2012-11-06 13:23", "Do we know for sure", "as opposed to 8X?"},
	{slashdot, 1, "SJ2000", "", "", "Keep in mind", ""},
	{slashdot, 2, "Anonymous Coward", "SJ2000", "", "Maybe but do you have it", "touchscreen?"},
	{cakeW3m, 2, "Bebs", "Kristine", "2020-10-27 01:18", "Ermine icing", "transporting\nthem."},
	{cakeLynx, 2, "Bebs", "Kristine", "2020-10-27 01:18", "Ermine icing", "transporting them."},
	{cakeW3m, 8, "Armin", "sarah Paulson", "2020-05-18 17:24", "Muchas gracias", "que te guste!"},
	{cakeW3m, 80, "Amber", "", "2018-04-20 11:44", "5 stars", "still sweet enough."},
	{cakeLynx, 80, "Amber", "", "2018-04-20 11:44", "5 stars", "still sweet enough."},
	{muffins, 3, "Mariahm", "admin", "2013-11-30 17:10", "Super Rezepte :)", "Super Rezepte :)"},
	{muffins, 51, "Markus", "", "2015-10-13 16:00", "Hallo zusammen", "schmeckt sehr gut… :-)"},
	{golf, 5, "Jürgen Schumann", "brigitte", "2019-05-28 08:07", "Ich glaube", "in einer Sendung ……."},
	{golf, 33, "Michael Köp", "", "2015-01-01 21:24", "Frohes Neues,", "MK"},
}

func TestRealTextPagesReadAsTheyLook(t *testing.T) {
	t.Parallel()
	for _, c := range readings {
		th := readThread(t, realPage(t, c.file))
		i := th.Numbered(c.number)
		body := th.At(i).Body.Unwrapped().Raw
		if th.Name(i) != c.author || !strings.HasPrefix(body, c.starts) || !strings.HasSuffix(body, c.ends) {
			t.Errorf("%s, %d: %s writes %q", c.file, c.number, th.Name(i), body)
		}
		if p := th.Parent(i); p != thread.None && th.Name(p) != c.parent && !(p == 0 && c.parent == "") {
			t.Errorf("%s, %d: it answers %q", c.file, c.number, th.Name(p))
		}
		if got := th.At(i).Time(); c.when != "" && got.Format("2006-01-02 15:04") != c.when {
			t.Errorf("%s, %d: it is of %s", c.file, c.number, got)
		}
	}
}
