package markup

import (
	"strings"
	"testing"
)

func TestPatchesStayAsTheyAre(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"a patch in a mail",
			"Fixed:\n---\n saw.go | 3 ++-\n 1 file changed, 2 insertions(+), 1 deletion(-)\n\ndiff --git a/saw.go b/saw.go\nindex 1..2 100644\n--- a/saw.go\n+++ b/saw.go\n@@ -1,3 +1,4 @@ func saw()\n \tx\n-*y*\n+*z*\n+\n \n-- \nAnn\n",
			"Fixed:  \n\\---\n\n```diff\n saw.go | 3 ++-\n 1 file changed, 2 insertions(+), 1 deletion(-)\n\ndiff --git a/saw.go b/saw.go\nindex 1..2 100644\n--- a/saw.go\n+++ b/saw.go\n@@ -1,3 +1,4 @@ func saw()\n    x\n-*y*\n+*z*\n+\n \n```\n\n\\--  \nAnn"},
		{"a hunk alone", "@@ -1 +1 @@\n-a\n+b\nIs it?", "```diff\n@@ -1 +1 @@\n-a\n+b\n```\n\nIs it?"},
		{"a hunk in a quote", "ann wrote:\n> @@ -1,2 +1,3 @@\n>  - a\n> +b\n>\n\nWhy b?\n\n> -c\n", "ann wrote:\n\n> ```diff\n> @@ -1,2 +1,3 @@\n>  - a\n> +b\n>\n> ```\n\nWhy b?\n\n> -c"},
		{"blanks lost at the end of lines", "@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n\nEnd.", "```diff\n@@ -1,3 +1,3 @@\n a\n\n-b\n+c\n```\n\nEnd."},
		{"quotes inside", "@@ -1,2 +1 @@\n > a\n->> b\n", "```diff\n@@ -1,2 +1 @@\n > a\n->> b\n```"},
		{"a fence inside", "@@ -1 +1 @@\n-```\n+a", "````diff\n@@ -1 +1 @@\n-```\n+a\n````"},
		{"words that only begin so", "diff -u shows nothing.\nThis\n--- is a rule\n@@ -1 is none", "diff -u shows nothing.  \nThis  \n--- is a rule  \n@@ -1 is none"},
		{"a table", "a | 1\nb | 2", "a | 1  \nb | 2"},
	} {
		if got := (Body{c.text, Text}).Markdown(); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestALongPatchTakesLinearTime(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("> @@ -1 +1 @@\n", 200_000) + strings.Repeat("diff -u\n", 200_000) + strings.Repeat(" a | 1 +\n", 100_000)
	if got := (Body{text, Text}).Markdown(); len(got) < len(text) {
		t.Errorf("%d bytes became %d", len(text), len(got))
	}
}
