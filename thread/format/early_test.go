package format

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"skein/thread"
)

// manyPages are long inputs of formats that cannot tell before their end what
// they are, each of n comments in a few threads of five.
var manyPages = map[string]func(n int) []byte{
	"text": func(n int) []byte {
		var b bytes.Buffer
		fmt.Fprintf(&b, "A long page\n\nIt begins with this.\n\n%d replies\n\n", n)
		for i := range n {
			if level := i % 5; level == 0 {
				fmt.Fprintf(&b, "  %d. ann%d says:\n\n    %s\n\n", i/5+1, i, manyWords(i))
			} else {
				in := strings.Repeat("  ", level+1)
				fmt.Fprintf(&b, "%s• ann%d says:\n\n%s  %s\n\n", in, i, in, manyWords(i))
			}
		}
		return b.Bytes()
	},
	"markdown": func(n int) []byte {
		var b bytes.Buffer
		b.WriteString("# A long page\n\nIt begins with this.\n\n## Comments\n\n")
		for i := range n {
			in := strings.Repeat("> ", i%5)
			fmt.Fprintf(&b, "%s**ann%d** · %d points\n%s\n%s%s\n\n", in, i, i%40, in, in, manyWords(i))
		}
		return b.Bytes()
	},
	"mail": func(n int) []byte {
		var b bytes.Buffer
		for i := range n {
			fmt.Fprintf(&b, "From ann@a.example Thu Jan  1 00:00:00 2015\nFrom: ann%d <ann%d@a.example>\n", i, i)
			fmt.Fprintf(&b, "Message-ID: <%d@a.example>\nSubject: thread %d\nDate: Thu, 1 Jan 2015 10:%02d:00 +0000\n", i, i/5, i%60)
			if i%5 > 0 {
				fmt.Fprintf(&b, "In-Reply-To: <%d@a.example>\n", i-1)
			}
			fmt.Fprintf(&b, "\n%s\n\n", manyWords(i))
		}
		return b.Bytes()
	},
	"reddit": func(n int) []byte {
		var b bytes.Buffer
		b.WriteString(`[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p","name":"t3_p","author":"host","title":"A long page","permalink":"/r/x/comments/p/"}}]}},{"kind":"Listing","data":{"children":[`)
		for i := range n {
			if i > 0 {
				b.WriteString(",")
			}
			fmt.Fprintf(&b, `{"kind":"t1","data":{"id":"c%d","name":"t1_c%d","link_id":"t3_p","parent_id":"t3_p","author":"ann%d","body":"%s","replies":""}}`, i, i, i, manyWords(i))
		}
		b.WriteString(`]}}]`)
		return b.Bytes()
	},
}

func manyWords(i int) string {
	return strings.TrimSpace(strings.Repeat(fmt.Sprintf("Number %d has words. ", i), 20))
}

// TestLongInputsShowTheirBeginning has parts come before the whole, each a
// beginning of it by author and words, and the whole as without them.
func TestLongInputsShowTheirBeginning(t *testing.T) {
	t.Parallel()
	for name, write := range manyPages {
		data := write(5000)
		var parts []*thread.Thread
		whole, err := NewGrowth("", func(part *thread.Thread) { parts = append(parts, part) }).Read(data)
		if err != nil || whole.Format != name || whole.Len() < 5000 {
			t.Fatalf("%s: %s, %d comments, %v", name, whole.Format, whole.Len()-1, err)
		}
		if len(parts) == 0 || parts[0].Len() < 50 || len(data) > 1<<20 && parts[0].Len() > whole.Len()/4 {
			t.Fatalf("%s: the first of %d parts has not the right length", name, len(parts))
		}
		plain, _ := Read(data, "")
		if plain.Len() != whole.Len() {
			t.Errorf("%s: %d comments, %d without parts", name, whole.Len()-1, plain.Len()-1)
		}
		for _, part := range parts {
			beginsAs(t, part, whole)
		}
	}
}

// TestWhatArrivesShowsItsBeginning has an input come in pieces.
func TestWhatArrivesShowsItsBeginning(t *testing.T) {
	t.Parallel()
	for name, write := range manyPages {
		data := write(5000)
		var parts []*thread.Thread
		g := NewGrowth("", func(part *thread.Thread) { parts = append(parts, part) })
		for end := 0; end < len(data)/2; end += 10_000 {
			g.Arrived(data[:end:end])
		}
		if len(parts) < 2 || parts[0].Len() < 50 {
			t.Errorf("%s: %d parts", name, len(parts))
		}
		whole, err := g.Read(data)
		if err != nil || whole.Format != name || whole.Len() < 5000 {
			t.Fatalf("%s: %s, %d comments, %v", name, whole.Format, whole.Len()-1, err)
		}
		for k, part := range parts {
			if k > 0 && part.Len() <= parts[k-1].Len() {
				t.Errorf("%s: %d comments after %d", name, part.Len()-1, parts[k-1].Len()-1)
			}
			beginsAs(t, part, whole)
		}
	}
}

// TestALongPostHidesNoBeginning has the comments begin behind what the first look
// takes: the next looks a little further.
func TestALongPostHidesNoBeginning(t *testing.T) {
	t.Parallel()
	var file strings.Builder
	fmt.Fprintf(&file, `{"id":1,"type":"story","title":"T","author":"ann","text":%q,"children":[`, strings.Repeat("It rains. ", firstLook/8))
	for i := range 5000 {
		fmt.Fprintf(&file, `{"id":%d,"type":"comment","author":"bo","text":"So it does.","children":[]},`, i+2)
	}
	data := []byte(strings.TrimSuffix(file.String(), ",") + "]}")
	var parts []*thread.Thread
	g := NewGrowth("", func(part *thread.Thread) { parts = append(parts, part) })
	for end := 0; end <= 4*firstLook; end += firstLook / 4 {
		g.Arrived(data[:end:end])
	}
	if len(parts) != 1 || parts[0].Len() < 100 {
		t.Errorf("%d parts of %d bytes", len(parts), 4*firstLook)
	}
}

// beginsAs checks that all of a part but its last comment, which may have been
// cut, are in the whole.
func beginsAs(t *testing.T, part, whole *thread.Thread) {
	t.Helper()
	numbers := whole.Renumber(part)
	for number := 1; number < part.Len()-1; number++ {
		now := number
		if numbers != nil {
			now = int(numbers[number])
		}
		if now == thread.None {
			t.Fatalf("%s: comment %d of %d is gone", whole.Format, number, part.Len()-1)
		}
		i, j := part.Numbered(number), whole.Numbered(now)
		if part.Name(i) != whole.Name(j) || part.At(i).Body != whole.At(j).Body {
			t.Fatalf("%s: comment %d became %d, %q", whole.Format, number, now, whole.Name(j))
		}
	}
}

func TestShortInputsHaveNoParts(t *testing.T) {
	t.Parallel()
	for name, write := range manyPages {
		_, err := NewGrowth("", func(part *thread.Thread) { t.Errorf("%s: a part of %d", name, part.Len()-1) }).Read(write(100))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestABrokenMessageIsNoThreadOfItsOwn cuts a mailbox of one thread anywhere
// in its last message: what is shown of it early is one thread.
func TestABrokenMessageIsNoThreadOfItsOwn(t *testing.T) {
	t.Parallel()
	const message = "From a@x Thu Jan  1 1%[1]d:00:00 2015\nFrom: ann%[1]d\nMessage-ID: <%[1]d@x>\nSubject: Chisels\nReferences: <%[2]d@x>\n\nSharp, I said %[1]d times.\n\n"
	box := fmt.Sprintf(message, 1, 1) + fmt.Sprintf(message, 2, 1) + fmt.Sprintf(message, 3, 1)
	before := len(box)
	box += fmt.Sprintf(message, 4, 2)
	for size := before; size <= len(box); size++ {
		part := Beginning([]byte(box[:size]), "")
		if part == nil || part.Topics() != nil || part.Title != "Chisels" {
			t.Fatalf("with %q it is %v", box[before:size], part)
		}
	}
	if whole, _ := Read([]byte(box), ""); whole.Len() != 4 {
		t.Errorf("the whole has %d entries", whole.Len())
	}
}
