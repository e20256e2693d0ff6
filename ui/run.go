package ui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// quitMsg says that the reader is told to end, or that its terminal is gone.
type quitMsg struct{}

// framesPerSecond is the renderer's clock: a key is answered on its next tick.
const framesPerSecond = 120

// Run reads a thread on the terminal until the reader quits or a signal says
// so. The terminal is as it was before when it returns, also after an error
// or a panic. The error is that of reading, where nothing could be read, or a
// *BugError.
func Run(ctx context.Context, o Options, in, out *os.File) error {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // a text may lie in a mapped file
	m := &guard{Model: New(ctx, o)}
	p := tea.NewProgram(m,
		tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithFPS(framesPerSecond),
		tea.WithoutSignalHandler())
	m.send = p.Send
	if o.Opening != nil {
		if err := o.Opening(); err != nil {
			return err
		}
	}
	defer quitOnSignals(p)()

	_, err := p.Run()
	switch {
	case m.err != nil:
		return m.err
	case errors.Is(err, syscall.EIO): // the terminal is gone, and says so before its signal comes
		return nil
	}
	return err
}

// quitOnSignals has signals end the program in good order, however many come,
// until stop is called.
func quitOnSignals(p *tea.Program) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	done := make(chan struct{})
	go func() {
		select {
		case <-signals:
			p.Send(quitMsg{})
		case <-done:
		}
	}()
	return func() {
		signal.Stop(signals)
		close(done)
	}
}
