package format

import "testing"

// TestSitesWithoutAReaderAreRead is of pages of programs whose comments the
// reader of any page knows by what they are called.
func TestSitesWithoutAReaderAreRead(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"vanilla": ` ann: The well is dry.
  802 Bo: Since when?
  803 Cleo: Since May.
`,
		"metafilter": ` : The well is dry.
  802 Bo: Since when?
  803 Cleo: Since May.
`,
		"livejournal": ` : 
  802 bo: Since when?
    803 cleo: Since May.
`,
		"hyperkitty": ` : 
  1 ann: The well is dry.
     Bo: Since when?
       Cleo: Since May.
`,
	} {
		th := mustRead(t, contents(t, "testdata/html/"+file+".html"), "")
		if got := outline(th); got != want || th.Format != "html" || th.At(2).When == 0 {
			t.Errorf("%s as %s: got\n%swant\n%s", file, th.Format, got, want)
		}
	}
}
