package format

import "testing"

func TestPagesOfChatsAreRead(t *testing.T) {
	t.Parallel()
	for sample, want := range map[string]struct{ title, tree string }{
		"telegram": {"Pear growers", ` : 
  101 Ann Bee: Who has seen the ladder?
    103 Bo: In the shed, see here.
      104 Ann Bee: Thanks!
  102 Ann Bee: The long one, I mean.
  1031 Bo: 
`},
		"discord": {"Orchard", ` : 
  100 Ann: Who has the ladder?
    102 Bo: I have.
  101 Ann: The long one.
`},
	} {
		th := mustRead(t, contents(t, "testdata/chat/"+sample+".html"), "")
		if got := outline(th); got != want.tree || th.Format != "chat" || th.Title != want.title {
			t.Errorf("%s, as %s, %q: got\n%swant\n%s", sample, th.Format, th.Title, got, want.tree)
		}
	}
}

func TestPagesOfChatsTellWhenAndWhat(t *testing.T) {
	t.Parallel()
	telegram := mustRead(t, contents(t, "testdata/chat/telegram.html"), "")
	if got := stamp(telegram.At(1)); got != "2024-05-01T10:00:12+02:00" {
		t.Errorf("%s", got)
	}
	if files := telegram.At(5).Attachments(); len(files) != 1 || files[0].Name != "key.pdf" {
		t.Errorf("%v", files)
	}
	discord := mustRead(t, contents(t, "testdata/chat/discord.html"), "")
	if got := stamp(discord.At(3)); got != "2024-05-01T10:01:00" {
		t.Errorf("%s", got)
	}
	if files := discord.At(3).Attachments(); len(files) != 1 || files[0].Name != "ladder.png" {
		t.Errorf("%v", files)
	}
}
