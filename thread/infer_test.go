package thread

import (
	"fmt"
	"testing"

	"skein/thread/markup"
)

// addressed is a flat discussion of comments written as name, text.
func addressed(post string, comments ...[2]string) *Thread {
	b := Builder{Flat: true}
	b.Post(Post{Author: "host", Body: markup.Body{Raw: post}})
	for _, c := range comments {
		b.Add(Post{Level: 1, Author: c[0], Body: markup.Body{Raw: c[1]}})
	}
	return b.Thread()
}

func TestIdsAndHintsMakeAFlatDiscussionATree(t *testing.T) {
	t.Parallel()
	b := Builder{Flat: true}
	b.Post(Post{ID: "500", Body: markup.Body{Raw: "Which lathe?"}})
	for _, c := range []struct{ id, text string }{
		{"501", ">>500\nA small one."},
		{"502", ">>501\nHow small? >>501"},
		{"503", ">>501\n>>502\nThis small."},
		{"504", ">>77\n>> 502 years old."},
		{"505", "Says who?"},
		{"506", ">>505\nI do."},
	} {
		b.Add(Post{ID: c.id, Level: 1, Body: markup.Body{Raw: c.text}})
	}
	b.Hint(5, 2)
	b.Hint(4, 6) // of what comes later, nothing is believed
	th := b.Thread().Inferred()
	for number, want := range []int{1: 0, 2: 1, 3: 0, 4: 0, 5: 2, 6: 5} {
		i := th.Numbered(number)
		if number > 0 && int(th.At(th.Parent(i)).Number) != want {
			t.Errorf("%d answers %d, want %d", number, th.At(th.Parent(i)).Number, want)
		}
	}
}

func TestAFlatDiscussionGetsItsTreeBack(t *testing.T) {
	t.Parallel()
	const long = "The ladder behind the church has been missing since spring."
	for _, c := range []struct {
		name   string
		second [2]string // what bo and ann wrote before it is below
		want   int       // the number of its parent
	}{
		{"an at sign", [2]string{"cy", "@ann that is so."}, 1},
		{"an at sign and two words", [2]string{"cy", "@Mary Ann: that is so."}, 3},
		{"a colon", [2]string{"cy", "ann: that is so."}, 1},
		{"a comma, other case", [2]string{"cy", "Ann, that is so."}, 0},
		{"a name that begins a sentence", [2]string{"cy", "ann is right."}, 0},
		{"in reply to", [2]string{"cy", "In reply to Bo — no."}, 4},
		{"the latest of theirs", [2]string{"cy", "@bo no."}, 4},
		{"oneself", [2]string{"ann", "@ann I mean it."}, 0},
		{"a stranger", [2]string{"cy", "@zoe no."}, 0},
		{"a name that two have", [2]string{"cy", "@kim no."}, 0},
		{"the host", [2]string{"cy", "@host thank you."}, 0},
		{"a quotation", [2]string{"cy", "> has been missing since spring\n\nI have it."}, 1},
		{"a quotation in marks", [2]string{"cy", "“The ladder behind the church has been missing”\n\nI have it."}, 1},
		{"a quotation below who wrote it", [2]string{"cy", "> *ann wrote:*\n>\n> has been missing since spring\n\nI have it."}, 1},
		{"a quotation of the post", [2]string{"cy", "> Who has the ladder of the church\n\nNot me."}, 0},
		{"what two wrote", [2]string{"cy", "> this is what everybody says here\n\nNo."}, 0},
		{"name and quotation agree", [2]string{"cy", "@ann\n\n> has been missing since spring\n\nI have it."}, 1},
		{"name and quotation disagree", [2]string{"cy", "@bo\n\n> has been missing since spring\n\nI have it."}, 0},
		{"nobody", [2]string{"cy", "I have it."}, 0},
	} {
		th := addressed("Who has the ladder of the church?",
			[2]string{"ann", long},
			[2]string{"bo", "Well, this is what everybody says here."},
			[2]string{"Mary Ann", "But this is what everybody says here."},
			[2]string{"bo", "I withdraw that."},
			[2]string{"kim", "One kim."},
			[2]string{"Kim", "Another kim."},
			c.second).Inferred()
		i := th.Numbered(7)
		if got := int(th.At(th.Parent(i)).Number); got != c.want {
			t.Errorf("%s: answers %d, want %d", c.name, got, c.want)
		}
		if th.At(i).Is(Inferred) != (c.want > 0) {
			t.Errorf("%s: inferred %v", c.name, th.At(i).Is(Inferred))
		}
	}
}

func TestOnlyFlatDiscussionsAreInferred(t *testing.T) {
	t.Parallel()
	for _, isFlat := range []bool{false, true} {
		b := Builder{Flat: isFlat}
		b.Post(Post{Body: markup.Body{Raw: "A post."}})
		b.Add(Post{Level: 1, Author: "ann", Body: markup.Body{Raw: "One."}})
		if isFlat {
			b.Add(Post{Level: 2, Author: "bo", Body: markup.Body{Raw: "Two."}})
		}
		b.Add(Post{Level: 1, Author: "cy", Body: markup.Body{Raw: "@ann three."}})
		th := b.Thread()
		if th.Inferred() != th {
			t.Errorf("flat %v: it was changed", isFlat)
		}
	}
}

func TestAnInferredTreeIsATree(t *testing.T) {
	t.Parallel()
	var comments [][2]string
	for i := range 200 {
		comments = append(comments, [2]string{fmt.Sprintf("person%d", i%23), fmt.Sprintf("@person%d yes, number %d.", (i*7)%23, i)})
	}
	th := addressed("A post.", comments...).Inferred()
	if th.Len() != 201 || th.Flat {
		t.Errorf("%d entries, flat %v", th.Len(), th.Flat)
	}
	for i := range th.Len() {
		checkWalks(t, th, i)
	}
}
