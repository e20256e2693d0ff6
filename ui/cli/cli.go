// Package cli is skein's command line: it finds out what is asked for, gets
// the thread, and opens the reader, prints, converts or counts.
//
// Run is the whole program but for leaving it, so that every call can be
// tested. Each file here is one concern: flags what can be asked for, show
// what is done about it, load how the thread comes, terminal where it goes.
package cli

import (
	"context"
	"io"
	"log"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"skein/ui"
)

// A call is one run of the program.
type call struct {
	options

	stdin  *os.File
	stdout *os.File
	stderr io.Writer
}

// Run does what args, without the name of the program, ask for and returns
// the exit status.
func Run(args []string, stdin, stdout *os.File, stderr io.Writer) (status int) {
	defer func() {
		if v := recover(); v != nil {
			status = report(stderr, ui.Broken(v))
		}
	}()
	log.SetOutput(io.Discard) // net/http complains of servers there, across the screen
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	c := &call{stdin: stdin, stdout: stdout, stderr: stderr}
	root := c.command()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take os.Args
	return report(stderr, root.ExecuteContext(ctx))
}

// command is the command line as cobra knows it.
func (c *call) command() *cobra.Command {
	root := &cobra.Command{
		Use:               "skein [flags] [FILE|FOLDER|URL|-]",
		Short:             about,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              atMostOne,
		ValidArgsFunction: files,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.show(cmd.Context(), args)
		},
	}
	root.SetIn(c.stdin)
	root.SetOut(c.stdout)
	root.SetErr(c.stderr)
	root.SetVersionTemplate("skein {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	root.SetHelpFunc(func(*cobra.Command, []string) { writeHelp(c.stdout, c.groups()) })
	root.Flags().SortFlags = false
	for _, g := range c.groups() {
		root.Flags().AddFlagSet(g.flags)
	}
	suggest(root)
	root.SetHelpCommand(helpCommand())
	root.AddCommand(completionCommand(), c.manCommand())
	return root
}

// version is the version of the module that the program was built from.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok || build.Main.Version == "" || build.Main.Version == "(devel)" {
		return "devel"
	}
	return build.Main.Version
}

// atMostOne refuses more than one input.
func atMostOne(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usage("one FILE at a time, not %d", len(args))
	}
	return nil
}

// files has shells complete the names of files.
func files(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}
