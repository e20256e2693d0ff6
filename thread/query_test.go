package thread

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestQueriesReadAsTyped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, want string }{
		{"tool  library", "tool library"},
		{`"tool library"`, "tool library"},
		{"“tool library”", "tool library"},
		{`"say \"so\" \\ now"`, `"say \"so\" \\ now"`},
		{"by:ann", "by:ann"},
		{"BY:ann", "by:ann"},
		{`by:"Mary  Ann"`, `by:"Mary Ann"`},
		{"by:ann sharp chisels", "by:ann sharp chisels"},
		{"by:ann AND chisels", "by:ann chisels"},
		{"saw AND plane", `saw "plane"`},
		{`saw "plane" file`, `saw "plane" file`},
		{"saw OR plane by:ann", "saw OR plane by:ann"},
		{"(saw OR plane) by:ann", "(saw OR plane) by:ann"},
		{"by:ann (a (b))", `by:ann a "b"`},
		{"-saw plane", "-saw plane"},
		{"NOT saw plane", `-"saw plane"`},
		{"NOT NOT saw", "saw"},
		{"-(saw OR by:ann)", "-(saw OR by:ann)"},
		{"--verbose", `"--verbose"`},
		{"a - b", `"a - b"`},
		{"http://x.example note: this", "http://x.example note: this"},
		{"main(argc) :)", `"main(argc) :)"`},
		{"(see f(x))", `"see f(x)"`},
		{`5"disk and or`, `5"disk and or`},
		{`"AND"`, `"AND"`},
		{`"by:ann"`, `"by:ann"`},
	} {
		q, err := ParseQuery(c.typed)
		if err != nil || q.String() != c.want {
			t.Errorf("ParseQuery(%q) = %s, %v, want %s", c.typed, q, err, c.want)
		}
	}
}

func TestWhatIsStillBeingTypedDoesNoHarm(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"":              "",
		" ":             "",
		"by:":           "",
		"saw by: ":      "saw",
		`by:"Mary A`:    `by:"Mary A` + `"`,
		`saw by:"`:      "saw",
		`"tool lib`:     "tool lib",
		`saw "`:         "saw",
		"(":             "",
		"()":            "",
		"(saw OR (":     "saw",
		"(saw OR by:)":  "saw",
		"(saw":          "saw",
		"saw OR":        "saw",
		"saw AND":       "saw",
		"saw NOT":       "saw",
		"saw -":         "saw",
		"(saw OR) file": `saw "file"`,
	} {
		q, err := ParseQuery(typed)
		if err != nil || q.String() != want {
			t.Errorf("ParseQuery(%q) = %s, %v, want %s", typed, q, err, want)
		}
		if q.Empty() != (want == "") {
			t.Errorf("ParseQuery(%q).Empty() = %v", typed, q.Empty())
		}
	}
}

func TestNonsenseIsNamedAndPlaced(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typed string
		pos   int
		want  string
	}{
		{"OR saw", 0, "query: column 1: OR needs something before it"},
		{"né AND AND b", 8, "query: column 8: AND needs something before it"},
		{"a AND OR b", 6, "query: column 7: AND needs something after it"},
		{"a NOT OR b", 6, "query: column 7: NOT needs something after it"},
		{"saw by: file", 4, "query: column 5: by: needs a name"},
		{strings.Repeat("(", 200), 100, "query: column 101: too many parentheses in each other"},
	} {
		_, err := ParseQuery(c.typed)
		var bad *QueryError
		if !errors.As(err, &bad) || bad.Pos != c.pos || err.Error() != c.want {
			t.Errorf("ParseQuery(%.20q) gives %v, want %s", c.typed, err, c.want)
		}
	}
}

func TestANameIsAQueryWhateverItHolds(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"ann":          "by:ann",
		"Mary Ann":     `by:"Mary Ann"`,
		`a"b\ OR (by:`: `by:"a\"b\\ OR (by:"`,
		" ":            "",
	} {
		q := ByName(name)
		again, err := ParseQuery(q.String())
		if q.String() != want || err != nil || again.String() != want {
			t.Errorf("ByName(%q) = %s, again %s, %v, want %s", name, q, again, err, want)
		}
	}
}

// marked is text with brackets around ranges.
func marked(text string, ranges [][2]int) string {
	for _, r := range slices.Backward(ranges) {
		text = text[:r[0]] + "[" + text[r[0]:r[1]] + "]" + text[r[1]:]
	}
	return text
}

func TestMatchesAreFoundInWhatIsRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ query, text, want string }{
		{"tool library", "A Tool\n  Library, a tool library.", "A [Tool\n  Library], a [tool library]."},
		{"tool library", "▎a tool\n▎ library", "▎a [tool\n▎ library]"},
		{"don't", "I don’t", "I [don’t]"},
		{"cafe", "Cafe\u0301 café", "[Cafe\u0301] [café]"},
		{"Café", "cafe Cafe", "cafe [Cafe]"},
		{"fi", "a ﬁle", "a [ﬁ]le"},
		{"f", "a ﬁle", "a [ﬁ]le"},
		{"a AND ab -c", "abc", "[ab]c"},
		{"a OR c", "abc", "[a]b[c]"},
		{"by:ann -a", "ann", "ann"},
		{"", "abc", "abc"},
	} {
		q, err := ParseQuery(c.query)
		if err != nil {
			t.Fatal(err)
		}
		if got := marked(c.text, q.Ranges(c.text)); got != c.want {
			t.Errorf("%s in %q: %q, want %q", c.query, c.text, got, c.want)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, s := range []string{
		`by:"Mary Ann" -spam`, "(saw OR plane) NOT rent", `"a\"b\\" -(x y) by:)`, "a AND b AND OR", "“x” -“y", "- (f(x)) )",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := ParseQuery(s)
		if err != nil {
			return
		}
		again, err := ParseQuery(q.String())
		if err != nil || again.String() != q.String() {
			t.Fatalf("%q reads as %s, that as %s, %v", s, q, again, err)
		}
		last := 0
		for _, r := range q.Ranges(s) {
			if r[0] < last || r[1] <= r[0] || r[1] > len(s) {
				t.Fatalf("%q finds %v in itself", s, r)
			}
			last = r[1]
		}
	})
}
