package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// about is what skein is, on one line.
const about = "read long comment threads in the terminal"

// intro is what one has to know to begin. A paragraph is a line.
var intro = []string{
	"FILE is a saved thread of any format that --formats lists, also compressed, FOLDER a Maildir, loose messages or such files; " +
		"- and piped input are read from standard input, and keys then come from the terminal. Without any of these a " +
		"bundled sample opens.",
	"URL is the address of a page. Where skein knows the site, it fetches the whole thread that the page shows a part " +
		"of. What was fetched is kept and opens without a network.",
	"On a terminal the reader opens, and ? shows its keys; anywhere else the thread is printed.",
	"A file that is called like a command needs its folder in front: ./man.",
}

// An entry is something and what it means.
type entry struct{ name, about string }

// What goes into the help and the manual.
var (
	commands = []entry{
		{"completion SHELL", "print the completions for bash, zsh, fish or powershell"},
		{"man", "print the manual page"},
	}
	statuses = []entry{
		{"0", "all is well"},
		{"1", "the input could not be read or is no thread"},
		{"2", "wrong usage"},
		{"3", "the input could be read in part; that part went out"},
	}
	environment = []entry{
		{"NO_COLOR", "when set to anything, no colours are used"},
		{"CLICOLOR_FORCE", "when set and not 0, printed text always has colours"},
		{"TERM", "when dumb, the thread is printed"},
		{"GH_TOKEN", "the token for GitHub, which answers few questions without"},
		{"HTTPS_PROXY", "the proxy for the web; also HTTP_PROXY and NO_PROXY"},
		{"XDG_CACHE_HOME", "the folder for what is kept of the web"},
	}
	examples = []entry{
		{"skein thread.html", "read a saved page"},
		{"skein https://lobste.rs/s/ID", "read a thread of the web"},
		{"curl -s URL | skein", "read what another program prints"},
		{"skein --by marta -p thread.txt", "print what marta wrote, and what it answers"},
		{"skein --to json thread.txt", "convert for other programs"},
	}
)

// writeHelp writes what --help shows.
func writeHelp(w io.Writer, groups []group) {
	var b strings.Builder
	fmt.Fprintf(&b, "skein: %s\n\nUsage:\n  skein [flags] [FILE|FOLDER|URL|-]\n\n", about)
	for _, paragraph := range intro {
		fmt.Fprintf(&b, "%s\n\n", wrap(paragraph, 78))
	}
	for _, g := range groups {
		fmt.Fprintf(&b, "%s:\n%s\n", g.title, g.flags.FlagUsagesWrapped(80))
	}
	writeEntries(&b, "Commands", commands)
	writeEntries(&b, "Exit status", statuses)
	writeEntries(&b, "Environment", environment)
	writeEntries(&b, "Examples", examples)
	io.WriteString(w, strings.TrimSuffix(b.String(), "\n")) // nobody to tell when the help goes nowhere
}

func writeEntries(b *strings.Builder, title string, entries []entry) {
	var t table
	for _, x := range entries {
		t.rows = append(t.rows, []string{"  " + x.name, x.about})
	}
	fmt.Fprintf(b, "%s:\n", title)
	t.write(b) // a Builder takes everything
	b.WriteByte('\n')
}

// wrap breaks text into lines of at most width letters.
func wrap(text string, width int) string {
	var b strings.Builder
	col := 0
	for word := range strings.FieldsSeq(text) {
		switch {
		case col == 0:
		case col+1+len(word) > width:
			b.WriteByte('\n')
			col = 0
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col += len(word)
	}
	return b.String()
}

// helpCommand makes skein help the same as skein --help.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "help",
		Hidden: true,
		Run:    func(cmd *cobra.Command, _ []string) { cmd.Root().HelpFunc()(cmd.Root(), nil) },
	}
}

// completionCommand prints what makes a shell complete skein's arguments.
func completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     commands[0].about,
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("completion needs a SHELL: %s", strings.Join(shells, ", "))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root, w := cmd.Root(), cmd.OutOrStdout()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(w, true)
			case "zsh":
				return root.GenZshCompletion(w)
			case "fish":
				return root.GenFishCompletion(w, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(w)
			}
			return usage("no completions for %q, only for %s", args[0], strings.Join(shells, ", "))
		},
	}
}
