package format

import "testing"

func TestATopicGivenOutRawKeepsWhatItKnows(t *testing.T) {
	t.Parallel()
	const raw = `ann | 2024-05-01 10:11:12 UTC | #1

Who oils the crane?

-------------------------

bo bee | 2024-05-01 11:00:00 UTC | #2

Not me.

-------------------------

cy | 2024-05-02 08:00:00 UTC | #4

[quote="bo bee, post:2, topic:55"]
Not me.
[/quote]

Nor me.

-------------------------
`
	th := mustRead(t, []byte(raw), "")
	const want = `1 ann: Who oils the crane?
  2 bo bee: Not me.
    4 cy: bo bee:
`
	if got := outline(th); got != want || th.Format != "discourse" {
		t.Errorf("as %s:\n%swant\n%s", th.Format, got, want)
	}
	if got := th.At(2).Body.Raw; got != "> **bo bee:**\n> \n> Not me.\n\n\nNor me." || th.At(1).When != 1714561200 {
		t.Errorf("the body is %q, at %v", got, th.At(1).Time())
	}
}
