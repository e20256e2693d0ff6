package ui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// hangupMsg says that the terminal has gone away.
type hangupMsg struct{}

// framesPerSecond is the renderer's clock: a key is answered on its next tick.
const framesPerSecond = 120

// Run reads a thread on the terminal until the reader quits. The terminal is
// as it was before when it returns, also after an error, a panic or a signal.
// The error is that of reading, where nothing could be read.
func Run(ctx context.Context, o Options, in, out *os.File) error {
	m := New(ctx, o)
	p := tea.NewProgram(m,
		tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithFPS(framesPerSecond))

	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP, syscall.SIGQUIT)
	defer signal.Stop(hangups)
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-hangups:
			p.Send(hangupMsg{})
		case <-done:
		}
	}()

	_, err := p.Run()
	switch {
	case m.err != nil:
		return m.err
	case errors.Is(err, tea.ErrInterrupted):
		return nil
	default:
		return err
	}
}
