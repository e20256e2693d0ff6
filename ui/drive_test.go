package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"skein/thread"
	"skein/thread/markup"
)

// noon is the time at which every test reads.
var noon = time.Date(2026, 3, 3, 12, 0, 0, 0, time.UTC)

// outlined reads a thread written as an outline: the title, then `name: text`
// with two blanks of indent for every level below the first and \n for a line
// break. The name "post" gives the post, `name @HH:MM: text` a time of noon's
// day, `name =Title=: text` a title.
func outlined(t testing.TB, outline string) *thread.Thread {
	t.Helper()
	title, rest, _ := strings.Cut(outline, "\n")
	b := thread.Builder{Title: title, Format: "outline"}
	for l := range strings.Lines(rest) {
		l = strings.TrimRight(l, "\n")
		text := strings.TrimLeft(l, " ")
		if text == "" {
			continue
		}
		end := ": "
		if strings.Contains(text, "=: ") {
			end = "=: "
		}
		name, body, ok := strings.Cut(text, end)
		if !ok {
			t.Fatalf("no name in %q", l)
		}
		p := thread.Post{Body: markup.Body{Raw: strings.ReplaceAll(body, `\n`, "\n"), Kind: markup.Text}}
		if body == "-" {
			p.Body.Raw = ""
		}
		p.Level = (len(l)-len(text))/2 + 1
		if before, title, ok := strings.Cut(name, " ="); ok {
			name, p.Title = before, strings.Trim(title, "=")
		}
		if before, clock, ok := strings.Cut(name, " @"); ok {
			at, err := time.Parse("15:04", clock)
			if err != nil {
				t.Fatal(err)
			}
			name = before
			p.Time = noon.Truncate(24 * time.Hour).Add(time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute)
			p.Zone = thread.KnownZone
		}
		p.Author = name
		if name == "topic" { // that nobody wrote
			p.Author, p.Flags = "", thread.Topic
		}
		if name == "post" {
			p.Author = ""
			b.Post(p)
			continue
		}
		b.Add(p)
	}
	return b.Thread()
}

// opened is a reader of the thread on a screen of that size.
func opened(t testing.TB, th *thread.Thread, width, height int, o Options) *Model {
	t.Helper()
	o.Load = func(context.Context) (*thread.Thread, error) { return th, nil }
	if o.Now == nil {
		o.Now = func() time.Time { return noon }
	}
	if o.Theme == "" {
		o.Theme = "plain"
	}
	m := New(t.Context(), o)
	give(m, tea.WindowSizeMsg{Width: width, Height: height})
	run(m, m.Init())
	return m
}

// give hands a message to the model and sees its commands through.
func give(m *Model, msg tea.Msg) {
	_, cmd := m.Update(msg)
	run(m, cmd)
}

func run(m *Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			run(m, c)
		}
	case threadLoadedMsg, threadGrownMsg, firstHitMsg, hitsFoundMsg, limitFoundMsg, peopleCountedMsg, saidMsg:
		give(m, msg)
	}
}

// keys presses keys as Bubble Tea names them, parted by blanks; zM and its
// like are two strokes.
func keys(m *Model, names string) {
	for _, name := range strings.Fields(names) {
		if len(name) == 2 && name[0] == 'z' {
			give(m, keyPress("z"))
			name = name[1:]
		}
		give(m, keyPress(name))
	}
}

// typeIn types a text.
func typeIn(m *Model, text string) {
	for _, r := range text {
		give(m, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

var namedKeys = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace,
}

func keyPress(name string) tea.KeyPressMsg {
	var k tea.KeyPressMsg
	for {
		rest, ctrl := strings.CutPrefix(name, "ctrl+")
		rest, alt := strings.CutPrefix(rest, "alt+")
		if !ctrl && !alt {
			break
		}
		if ctrl {
			k.Mod |= tea.ModCtrl
		}
		if alt {
			k.Mod |= tea.ModAlt
		}
		name = rest
	}
	switch code, named := namedKeys[name]; {
	case name == "space":
		k.Code, k.Text = ' ', " "
	case named:
		k.Code = code
	default:
		k.Code = []rune(name)[0]
		if k.Mod == 0 {
			k.Text = name
		}
	}
	return k
}

// screen is what a terminal shows of the model, blanks at line ends cut off.
func screen(m *Model) string {
	buffer := uv.NewScreenBuffer(m.width, m.height)
	uv.NewStyledString(m.View().Content).Draw(buffer, buffer.Bounds())
	var b strings.Builder
	for y := range m.height {
		var l strings.Builder
		for x := 0; x < m.width; x++ {
			if c := buffer.CellAt(x, y); c != nil && c.Width > 0 {
				l.WriteString(c.Content)
			}
		}
		b.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	return b.String()
}
