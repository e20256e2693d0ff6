// Package ui is how a thread is read on a terminal: one Bubble Tea model that
// shows a thread.Thread as a tree of comments with their bodies, and the keys
// to move, fold, search and limit it.
//
// The screen is filled by walking out from a place, a row and a line within
// it, so the cost of a frame depends on the screen and not on the thread, and
// nothing that happens elsewhere can make the text jump. What is on show is a
// view, a small value that undo brings back; folds and limits live in it,
// beside the thread and never inside.
package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"skein/thread"
	"skein/ui/draw"
)

// Options say what to read and how to begin.
type Options struct {
	Load     func(context.Context) (*thread.Thread, error) // thread and error both set: read in part
	Grown    <-chan *thread.Thread                         // longer and longer parts of it meanwhile; nil for none
	Opening  func() error                                  // waited for before the screen opens, which its error keeps closed; nil for nothing
	Begun    func()                                        // called beside the first drawing of the thread; nil for nothing
	Progress <-chan string                                 // how far reading has come, until there is a thread; nil for none
	Name     string                                        // what is being read
	Notice   func() string                                 // said in the status line at the start; nil for nothing
	Theme    string                                        // auto, dark, light or plain
	Query    *thread.Query                                 // limited to it at the start; nil for none
	Depth    int                                           // levels shown in full at the start; 0 for all
	Topics   bool                                          // the threads of a file that holds many are folded at the start
	Order    thread.Order
	Width    int              // of the page, in cells; 0 for the default
	Now      func() time.Time // the clock that ages are told by; nil for time.Now
	Open     func(address string) error
}

// A Model is the reader: a thread, what of it is on show, and the place.
type Model struct {
	options Options
	ctx     context.Context
	keys    KeyMap
	table   map[string]command
	dark    bool // the terminal's ground, or what it is taken for
	theme   *draw.Theme
	painter *draw.Renderer
	quotes  *thread.Quotes
	alike   []thread.Likeness // by author
	bodies  bodyCache

	width, height int
	measure       measure
	mouseOff      bool

	source *thread.Thread // in the order of its source
	thread *thread.Thread // in the order on show
	ahead  sortedMsg      // the order that comes next
	view   view
	rows   rows
	focus  int
	top    place
	whole  bool         // all of the thread has been read
	part   bool         // it could be read in part only
	stands []int        // the numbers of the entries that are no comments, but stand for one or for a thread
	stand  []int        // their places
	says   thread.Flags // what the thread says of any comment
	many   bool         // it is many threads, which are folded at the start
	uncut  bool         // bodies of any length are drawn whole

	mode    mode
	typed   string            // the key being handled, and the first stroke of a pair
	waiting []tea.KeyPressMsg // keys typed before there was anything to read
	touched bool              // the reader has done something
	stroke  string
	search  search
	asked   *thread.Query // what the thread is to be limited to once its hits are known
	passage passage       // what the last quote key lit up
	past    past
	trail   trail
	jumps   jumps

	progress string // how far reading has come
	notice   string
	failed   bool   // the notice is an error
	frame    string // the last frame drawn, while nothing has changed
	stale    bool
	err      error
}

// New is a reader that begins as the options say.
func New(ctx context.Context, o Options) *Model {
	if o.Now == nil {
		o.Now = time.Now
	}
	m := &Model{
		options: o,
		ctx:     ctx,
		keys:    DefaultKeys(),
		measure: measureOf(o.Width),
		stale:   true,
	}
	m.table = commandTable(m.keys)
	m.mode = reading{}
	m.dark = true
	m.setTheme(themeFor(o.Theme, m.dark))
	return m
}

// Init starts reading and asks the terminal for its background.
func (m *Model) Init() tea.Cmd {
	cmds := []tea.Cmd{loadThread(m.ctx, m.options.Load, m.options.Query), awaitGrowth(m.options.Grown, m.options.Query), awaitProgress(m.options.Progress)}
	if m.options.Theme == "" || m.options.Theme == "auto" {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

// Update routes a message to what it is about.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	was := m.stale
	m.stale = true
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		m.stale = m.suit(msg.IsDark()) || was
	case threadGrownMsg:
		return m, m.grown(msg)
	case progressedMsg:
		return m, m.progressed(msg)
	case threadLoadedMsg:
		return m, m.loaded(msg)
	case tea.KeyPressMsg:
		return m, m.press(msg)
	case tea.PasteMsg:
		return m, m.paste(msg)
	case tea.MouseMsg:
		return m, m.mouse(msg)
	case firstHitMsg:
		m.firstHit(msg)
	case hitsFoundMsg:
		return m, m.hitsFound(msg)
	case limitFoundMsg:
		return m, m.limitFound(msg)
	case peopleCountedMsg:
		return m, m.peopleCounted(msg)
	case sortedMsg:
		m.ahead = msg
	case saidMsg:
		m.notice, m.failed = msg.text, msg.failed
	case quitMsg:
		return m, tea.Quit
	default:
		m.stale = was
	}
	return m, nil
}

// View joins the parts of the screen.
func (m *Model) View() tea.View {
	if m.stale {
		m.frame, m.stale = m.draw(), false
	}
	v := tea.NewView(m.frame)
	v.AltScreen = true
	if !m.mouseOff {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = m.windowTitle()
	return v
}

// press gives a key to the mode. Some work in every mode, also before there
// is a thread to keep books about.
func (m *Model) press(k tea.KeyPressMsg) tea.Cmd {
	if m.thread == nil {
		return m.early(k)
	}
	m.notice, m.failed, m.touched = "", false, true
	if m.typed = k.String(); m.typed == "ctrl+j" {
		m.typed = "enter" // so a terminal says it that was not yet in raw mode
	}
	switch c := m.table[m.typed]; c.name {
	case "interrupt", "suspend", "redraw":
		return c.run(m)
	}
	return m.mode.press(m, k)
}

// say puts a notice into the status line, until the next key. What it names
// need not be clean.
func (m *Model) say(notice string) { m.notice, m.failed = oneLine(notice), false }

// resize keeps the focused comment on its screen line, as far as there are
// so many.
func (m *Model) resize(width, height int) {
	if m.thread == nil {
		m.width, m.height = width, height
		return
	}
	m.relay(func() { m.width, m.height = width, height })
}

// relay lays the screen out anew after a change of its measures, around the
// focused comment.
func (m *Model) relay(change func()) {
	line := 0
	if m.thread != nil && m.width > 0 {
		line, _ = m.lineOf(m.focus)
	}
	change()
	m.bodies.forget()
	if m.thread == nil || m.width <= 0 {
		return
	}
	m.put(m.focus, min(line, max(m.bodyHeight()-m.size(m.focus), 0)))
}

// suit takes the theme for a dark or a light ground, if that is another than
// the one that was taken for it.
func (m *Model) suit(dark bool) (changed bool) {
	if changed = dark != m.dark; changed {
		m.dark = dark
		m.setTheme(themeFor(m.options.Theme, dark))
	}
	return changed
}

func (m *Model) setTheme(t *draw.Theme) {
	m.theme = t
	m.painter = draw.NewRenderer(t)
	m.bodies.forget()
}

// themeFor is the theme of that name; by the terminal's background where the
// name leaves it open.
func themeFor(name string, dark bool) *draw.Theme {
	if t, ok := draw.ThemeNamed(name); ok {
		return t
	}
	if dark {
		return draw.Dark()
	}
	return draw.Light()
}

func (m *Model) quit() tea.Cmd    { return tea.Quit }
func (m *Model) suspend() tea.Cmd { return tea.Suspend }
func (m *Model) redraw() tea.Cmd  { return tea.ClearScreen }
