package cli

import (
	"bytes"
	"io"
	"os"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"skein/ui/draw"
)

// noColour says whether the reader wants none, see https://no-color.org.
func noColour() bool { return os.Getenv("NO_COLOR") != "" }

// screenTheme is the name of the reader's theme.
func (c *call) screenTheme() string {
	if noColour() {
		return "plain"
	}
	return c.theme
}

// profile is what printed text may hold: nothing but text away from a
// terminal, no colours for those who want none, and what the terminal can do
// otherwise. Colour can be forced, see https://bixense.com/clicolors.
func (c *call) profile() colorprofile.Profile {
	force := os.Getenv("CLICOLOR_FORCE")
	forced := force != "" && force != "0"
	terminal := term.IsTerminal(c.stdout.Fd()) && os.Getenv("TERM") != "dumb"
	switch {
	case !terminal && (!forced || noColour()):
		return colorprofile.NoTTY
	case noColour(), !forced && os.Getenv("CLICOLOR") == "0":
		return colorprofile.ASCII
	}
	return max(colorprofile.Env(os.Environ()), colorprofile.ANSI)
}

// coloured has draw write to w with a theme that suits what w may hold. The
// terminal is not asked for its background, since not all answer: dark it is,
// unless --theme knows better.
func (c *call) coloured(w io.Writer, print func(io.Writer, *draw.Theme) error) error {
	profile := c.profile()
	theme, chosen := draw.ThemeNamed(c.theme)
	switch {
	case profile <= colorprofile.ASCII:
		theme = draw.Plain()
	case !chosen:
		theme = draw.Dark()
	}
	lines := &lineWriter{w: &colorprofile.Writer{Forward: w, Profile: profile}}
	if err := print(lines, theme); err != nil {
		return err
	}
	return lines.flush()
}

// A lineWriter hands on whole lines only: what reduces colours would not know
// half an escape sequence.
type lineWriter struct {
	w    io.Writer
	line []byte // begun and not ended yet
}

func (l *lineWriter) Write(p []byte) (int, error) {
	l.line = append(l.line, p...)
	end := bytes.LastIndexByte(l.line, '\n') + 1
	if end == 0 {
		return len(p), nil
	}
	_, err := l.w.Write(l.line[:end])
	l.line = append(l.line[:0], l.line[end:]...)
	return len(p), err
}

// flush hands on the last line, which has no end.
func (l *lineWriter) flush() error {
	_, err := l.w.Write(l.line)
	l.line = nil
	return err
}
