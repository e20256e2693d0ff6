package cli

import (
	"iter"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"skein/thread"
	"skein/thread/format"
	"skein/ui/draw"
)

// Options are what the flags say.
type options struct {
	from    string
	maxSize int64 // 0 for what is usual
	asRead  bool  // replies of flat threads are not inferred

	formats bool
	threads bool
	thread  string
	print   bool
	stats   bool
	to      string

	query *thread.Query
	depth int // negative where nothing was said
	order thread.Order
	width int
	theme string
}

// A group is flags that belong together in the help.
type group struct {
	title string
	flags *pflag.FlagSet
}

// groups are the flags, which set o when they are parsed.
func (o *options) groups() []group {
	return []group{
		{"Input", o.inputFlags()},
		{"Output", o.outputFlags()},
		{"View", o.viewFlags()},
		{"Other", otherFlags()},
	}
}

func flagSet() *pflag.FlagSet {
	f := pflag.NewFlagSet("", pflag.ContinueOnError)
	f.SortFlags = false
	return f
}

func (o *options) inputFlags() *pflag.FlagSet {
	f := flagSet()
	f.FuncP("from", "f", "read as the format `NAME` instead of recognising it", choice(&o.from, names(format.Formats())))
	f.BoolVar(&o.formats, "formats", false, "list the formats that can be read")
	f.BoolVar(&o.threads, "threads", false, "list the threads of a file that holds many")
	f.StringVar(&o.thread, "thread", "", "open one of them, `N|TITLE` of that list")
	f.BoolVar(&o.asRead, "no-infer", false, "leave a flat discussion flat")
	f.Func("max-size", "read at most `SIZE`, as 500K, 64M or 2G (1G; 64M from the web)", size(&o.maxSize))
	return f
}

func (o *options) outputFlags() *pflag.FlagSet {
	f := flagSet()
	f.BoolVarP(&o.print, "print", "p", false, "print the thread; the default when standard output is no terminal")
	f.FuncP("to", "t", "convert to the format `NAME`: "+strings.Join(names(format.Writers()), ", "), choice(&o.to, names(format.Writers())))
	f.BoolVar(&o.stats, "stats", false, "print commenters and figures of the thread (-t json: as JSON)")
	return f
}

func (o *options) viewFlags() *pflag.FlagSet {
	f := flagSet()
	o.theme = draw.AutoTheme
	f.FuncP("query", "q", "limit to what `QUERY` finds, as by:NAME", o.setQuery)
	f.Func("by", "limit to what `NAME` wrote", o.setBy)
	o.depth = -1
	f.Func("depth", "show `N` levels of replies; 0 for all", number(&o.depth, 0))
	f.Func("sort", "sort by `ORDER`: "+strings.Join(thread.Orders(), ", "), o.setOrder)
	f.Func("width", "make the text `N` cells wide", number(&o.width, 20))
	f.Func("theme", "use the colours of `NAME`: "+strings.Join(draw.ThemeNames(), ", "), choice(&o.theme, draw.ThemeNames()))
	return f
}

func otherFlags() *pflag.FlagSet {
	f := flagSet()
	f.BoolP("help", "h", false, "show this help")
	f.Bool("version", false, "show the version")
	return f
}

// suggest has shells complete what flags may be set to.
func suggest(root *cobra.Command) {
	for flag, of := range map[string][]string{
		"from": names(format.Formats()), "to": names(format.Writers()), "sort": thread.Orders(), "theme": draw.ThemeNames(),
	} {
		values := cobra.FixedCompletions(of, cobra.ShellCompDirectiveNoFileComp)
		_ = root.RegisterFlagCompletionFunc(flag, values) // fails for flags that are not there
	}
}

// names are the first of each pair.
func names(all iter.Seq2[string, string]) []string {
	var names []string
	for name := range all {
		names = append(names, name)
	}
	return names
}

// check says what is asked for does not go together.
func (o *options) check() error {
	switch {
	case o.print && o.to != "":
		return usage("--print and --to: one or the other")
	case o.threads && (o.print || o.stats || o.to != ""):
		return usage("--threads is a list of its own")
	case o.print && o.stats:
		return usage("--print and --stats: one or the other")
	case o.stats && o.to != "" && o.to != "json":
		return usage("--stats is a table or --to json, not --to %s", o.to)
	}
	return nil
}
