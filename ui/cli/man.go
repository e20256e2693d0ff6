package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manCommand prints the manual page.
func (c *call) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: commands[1].about,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("man takes nothing; ./man is a file of that name")
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			return c.write(func(w io.Writer) error { return writeMan(w, c.groups()) })
		},
	}
}

// writeMan writes the manual page in the man macros of roff. It bears no
// date: the same program always prints the same page.
func writeMan(w io.Writer, groups []group) error {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH SKEIN 1 \"\" %q\n", roff("skein "+version()))
	fmt.Fprintf(&b, ".SH NAME\nskein %s %s\n", `\-`, roff(about))
	b.WriteString(".SH SYNOPSIS\n.B skein\n[flags] [\\fIFILE\\fR|\\fIFOLDER\\fR|\\fIURL\\fR|\\-]\n")
	for _, x := range commands {
		fmt.Fprintf(&b, ".br\n.B skein\n%s\n", roff(x.name))
	}
	b.WriteString(".SH DESCRIPTION\n")
	for i, paragraph := range intro {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		b.WriteString(roff(wrap(paragraph, 72)) + "\n")
	}
	b.WriteString(".SH OPTIONS\n")
	for _, g := range groups {
		fmt.Fprintf(&b, ".SS %s\n", g.title)
		g.flags.VisitAll(func(f *pflag.Flag) { manFlag(&b, f) })
	}
	manEntries(&b, "COMMANDS", commands)
	manEntries(&b, "EXIT STATUS", statuses)
	manEntries(&b, "ENVIRONMENT", environment)
	manEntries(&b, "EXAMPLES", examples)
	_, err := io.WriteString(w, b.String())
	return err
}

func manFlag(b *strings.Builder, f *pflag.Flag) {
	value, about := pflag.UnquoteUsage(f)
	b.WriteString(".TP\n")
	if f.Shorthand != "" {
		fmt.Fprintf(b, `\fB%s\fR, `, roff("-"+f.Shorthand))
	}
	fmt.Fprintf(b, `\fB%s\fR`, roff("--"+f.Name))
	if value != "" {
		fmt.Fprintf(b, ` \fI%s\fR`, roff(value))
	}
	fmt.Fprintf(b, "\n%s\n", roff(about))
}

func manEntries(b *strings.Builder, title string, entries []entry) {
	fmt.Fprintf(b, ".SH %s\n", title)
	for _, x := range entries {
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(x.name), roff(x.about))
	}
}

// roff writes text so that roff takes none of it for a request.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}
