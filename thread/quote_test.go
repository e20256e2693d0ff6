package thread

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lending is a discussion in which people quote each other.
func lending() *Thread {
	return talk(`MR HALE: Well, we weren’t asked. And they gave the council a sense of how the evening went.

Almost every shelf — of the old library — is empty now. 工具图书馆关门了。`,
		said{1, "marta", "A waiver at a desk is not a policy, and the council knows it. “Boo”, some say."},
		said{2, "kim", "The well-known co-op said that in spring."},
		said{3, "bo", "Yes."},
	)
}

func TestAQuotationLeadsToItsSource(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, passage string
		from          int // None for nowhere
	}{
		{"the middle of a sentence", "“they gave the council a sense of how the evening went.”", 0},
		{"other marks and case", "\"Almost every shelf - of the OLD library -\nis empty\"", 0},
		{"an apostrophe", "we weren't asked, and they", 0},
		{"the nearest", "the council knows it", 1},
		{"a parent", "the well known co-op said", 2},
		{"words left out", "almost every shelf […] is empty", 0},
		{"words left out at both ends", "... not a policy, and ...", 1},
		{"in the wrong order", "is empty now ... almost every shelf", None},
		{"from two comments", "the council knows it ... said that in spring", None},
		{"no one said it", "We drank a toast to the council and we are planning our next evening.", None},
		{"one word", "boo", None},
		{"three short words", "at a desk", None},
		{"a part of a word", "ouncil knows it. “Boo”, some", None},
		{"nothing", "… “” …", None},
		{"without blanks", "图书馆关门了", 0},
		{"its own words", "Yes. Yes. Yes. Yes.", None},
	} {
		source, ok := lending().Source(3, c.passage, false)
		if ok != (c.from != None) || ok && source.Comment != c.from {
			t.Errorf("%s: %q comes from %v, %v, want %d", c.name, c.passage, source, ok, c.from)
		}
	}
}

func TestQuotedWordsAreFoundInARendering(t *testing.T) {
	t.Parallel()
	post := lending().At(0).Body.Raw
	for _, c := range []struct{ passage, text, want string }{
		{
			"they gave the council a sense", post,
			"MR HALE: Well, we weren’t asked. And [they gave the council a sense] of how the evening went.",
		},
		{
			"every shelf - of the old library ... empty now",
			" │ Almost every\n │ shelf — of\n │ the old library — is\n │ empty\n │ now.",
			" │ Almost [every\n │ shelf — of\n │ the old library] — is\n │ [empty\n │ now].",
		},
		{"and they gave the council", "▎ “And they gave the cou", "▎ “And they gave the cou"},
		{"we weren't asked and", "we “weren’t” asked; and ...", "[we “weren’t” asked; and] ..."},
	} {
		source, ok := lending().Source(3, c.passage, false)
		if !ok {
			t.Fatalf("%q comes from nowhere", c.passage)
		}
		got, _, _ := strings.Cut(marked(c.text, source.Locate(c.text)), "\n\n")
		if got != c.want {
			t.Errorf("%q stands at\n%s\nwant\n%s", c.passage, got, c.want)
		}
	}
}

func TestThePostIsLookedAtFromAnyDepth(t *testing.T) {
	t.Parallel()
	const deep = 3 * maxQuoteAncestors
	comments := make([]said, deep)
	for i := range comments {
		comments[i] = said{i + 1, "ann", fmt.Sprintf("This is what number%d had to say.", i+1)}
	}
	q := NewQuotes(talk("The town wants a tool library.", comments...))
	for passage, want := range map[string]int{
		"the town wants a tool library":                                     0,
		fmt.Sprintf("this is what number%d had", deep-1):                    deep - 1,
		fmt.Sprintf("this is what number%d had", deep-maxQuoteAncestors-1):  None,
		fmt.Sprintf("what number%d had to say", deep-maxQuoteAncestors):     deep - maxQuoteAncestors,
		fmt.Sprintf("and this is what number%d had to say", deep-1):         None,
		fmt.Sprintf("what number%d had to say ... to say", deep-1):          None,
		fmt.Sprintf("what number%d had to ... say ...", deep-1):             deep - 1,
		fmt.Sprintf("what number%d had to say", deep):                       None,
		fmt.Sprintf("what number%d had to say (emphasis by me)", deep):      None,
		fmt.Sprintf("“What ‘number%d’ had to say”", deep-maxQuoteAncestors): deep - maxQuoteAncestors,
	} {
		source, ok := q.Source(deep, passage, false)
		if ok != (want != None) || ok && source.Comment != want {
			t.Errorf("%q comes from %v, %v, want %d", passage, source, ok, want)
		}
	}
}

func TestQuotesKeepLittle(t *testing.T) {
	t.Parallel()
	comments := make([]said, 8)
	for i := range comments {
		comments[i] = said{i + 1, "ann", strings.Repeat(fmt.Sprintf("number%d ", i), 80_000)}
	}
	q := NewQuotes(talk("The town wants a tool library.", comments...))
	q.Source(q.t.Len()-1, "the town never wanted one", false)
	kept := 0
	for _, cache := range []map[int][]byte{q.young, q.old} {
		for _, w := range cache {
			kept += len(w)
		}
	}
	if kept == 0 || kept > quoteCache {
		t.Errorf("%d bytes kept", kept)
	}
}

// sharedThread is a real thread beside the project; SKEIN_THREADS says where
// else the folder is.
func sharedThread(t *testing.T, path string) string {
	t.Helper()
	dir := os.Getenv("SKEIN_THREADS")
	if dir == "" {
		dir = "../../shared/threads"
	}
	text, err := os.ReadFile(filepath.Join(dir, path))
	if err != nil {
		t.Skipf("no real threads to read (set SKEIN_THREADS): %v", err)
	}
	return string(text)
}

// TestABlogsQuotations asks, of each paragraph of a real blog's comments,
// whether it is from the post: one is, though others look like it.
func TestABlogsQuotations(t *testing.T) {
	t.Parallel()
	page := sharedThread(t, "blog_text/000_a62d14924cf33fcf.txt")
	post, comments, ok := strings.Cut(page, "\n7 replies\n")
	if !ok {
		t.Fatal("the post has no end")
	}
	th := talk(post, said{1, "all", comments})
	var quoted []string
	for p := range strings.SplitSeq(comments, "\n\n") {
		if source, ok := th.Source(1, p, false); ok && source.Comment == 0 {
			quoted = append(quoted, strings.TrimSpace(p))
			if at := source.Locate(post); len(at) != 1 || !strings.HasPrefix(post[at[0][0]:], "they provided") {
				t.Errorf("%q stands at %v", p, at)
			}
		}
	}
	if len(quoted) != 1 || !strings.HasPrefix(quoted[0], "“they provided") {
		t.Errorf("from the post: %q", quoted)
	}
}

func FuzzLocate(f *testing.F) {
	f.Add("│ Almost every\n│ shelf’s — empty", "every shelf's empty")
	f.Add("工具图书馆 closed", "图书")
	f.Add("a½b e\u0301", "1")
	f.Add(" ", "\x00—")
	f.Fuzz(func(t *testing.T, text, piece string) {
		last := 0
		for _, r := range (Source{Pieces: []string{piece}}).Locate(text) {
			if r[0] < last || r[1] < r[0] || r[1] > len(text) {
				t.Fatalf("%q stands at %v of %q", piece, r, text)
			}
			last = r[1]
			found, want := wording(text[r[0]:r[1]], false).text, wording(piece, false).text
			if !bytes.Contains(found, want) {
				t.Fatalf("%q stands at %v of %q, which says %q", piece, r, text, found)
			}
		}
	})
}

func BenchmarkQuoteSource(b *testing.B) {
	th := long(1000)
	q := NewQuotes(th)
	for b.Loop() {
		q.Source(999, "the council lends chisels to all who would sign ... or not", false)
	}
}

func TestThePostIsTheSourceOfWhatTheParentQuotedToo(t *testing.T) {
	t.Parallel()
	th := talk("The council lends chisels to all who sign.",
		said{1, "ann", "> lends chisels to all who sign\n\nWhat a thing."},
		said{2, "bo", "> lends chisels to all who sign\n\nIt is."})
	if source, ok := th.Source(2, "lends chisels to all who sign", true); !ok || source.Comment != 0 {
		t.Errorf("it comes from %v, %v", source, ok)
	}
}

func TestAMarkedQuotationMayBeShort(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		passage string
		marked  bool
		want    bool
	}{
		{"a sense", true, true},
		{"a sense", false, false},
		{"sense", true, false},
		{"no sense", true, false},
	} {
		if _, ok := lending().Source(3, c.passage, c.marked); ok != c.want {
			t.Errorf("%q, marked %v: %v", c.passage, c.marked, ok)
		}
	}
}
