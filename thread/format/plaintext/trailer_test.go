package plaintext

import "testing"

// TestPagesEndBelowTheirLastComment puts what pages have below their comments
// below a page without indents, where only its words tell it apart.
func TestPagesEndBelowTheirLastComment(t *testing.T) {
	t.Parallel()
	const page = "Gates\n\nThey creak.\n\n2 Comments\n\nAmy says:\n\nOil them.\n\nBea says:\n\nNo oil.\n\nJust wax.\n\n"
	want := outline(readThread(t, page))
	for _, trailer := range []string{
		"Sorry, the comment form is closed at this time.", "The comments are closed.", "Comments are closed.",
		"Trackbacks/Pingbacks", "RSS feed for comments on this post. TrackBack URL",
		"This entry was posted in News. Bookmark the permalink.", "Proudly powered by WordPress",
		"« Previous 1 2 Next »", "« Previous | Next »", "← Older post", "← The stile\n\nThe hedge →", "Share this:",
		"Have your say", "Powered by Disqus", "Copyright 2015 Amy. All rights reserved.", "© 2015 Amy",
		"Reageren is niet meer mogelijk.", "Post a comment", "Add a comment", "Leave a comment", "Newer/Older posts",
		"Older posts", "Die Kommentare sind geschlossen.", "Les commentaires sont fermés.", "Kommentieren nicht mehr möglich",
		"The comments are closed.\n\nArchives\n\nMay 2014", "Share this:\n\n« Previous | Next »\n\nPowered by Disqus",
	} {
		if got := outline(readThread(t, page+trailer+"\n")); got != want {
			t.Errorf("%q: got\n%swant\n%s", trailer, got, want)
		}
	}
}

// TestCommentsKeepWhatOnlySoundsLikeTheEnd puts lines of a comment's own at
// its end.
func TestCommentsKeepWhatOnlySoundsLikeTheEnd(t *testing.T) {
	t.Parallel()
	const page = "Gates\n\nThey creak.\n\n2 Comments\n\nAmy says:\n\nOil them.\n\nBea says:\n\nNo oil.\n\n"
	for _, own := range []string{
		"Previous owners left it open.", "Copyright is a word that my neighbour paints on every gate he makes.",
		"Share on, I say, and share the oil that you have left from last winter.", "« Next »?\n\nIt says so on the gate.",
		"Wax.\nPowered by elbows.", "The gate → the field", "Last year.",
	} {
		th := readThread(t, page+own+"\n")
		if got, want := th.At(th.Len()-1).Body.Unwrapped().Raw, "No oil.\n\n"+own; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
