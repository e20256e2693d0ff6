package draw

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/txtar"
)

var updateBodies = flag.Bool("update-bodies", false, "write what is drawn into testdata/body")

// Each file holds a text ("markdown"), perhaps its source ("from") or that
// addresses are spelled out ("addresses"), and how it looks at some widths.
func TestBodiesLookAsDrawnInTestdata(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/body/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			drawCase(t, a)
			if *updateBodies {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// drawCase draws a case at each of its widths, in every theme.
func drawCase(t *testing.T, a *txtar.Archive) {
	var b Block
	addresses := false
	for i, f := range a.Files {
		switch f.Name {
		case "markdown":
			b.Markdown = string(f.Data)
		case "from":
			b.From = strings.TrimSpace(string(f.Data))
		case "addresses":
			addresses = true
		default:
			width, err := strconv.Atoi(f.Name)
			if err != nil {
				t.Fatal(err)
			}
			for _, theme := range []*Theme{Plain(), Light(), Dark()} {
				r := NewRenderer(theme)
				r.Addresses = addresses
				lines := r.Body([]Block{b}, width)
				got := ansi.Strip(strings.Join(lines, "\n")) + "\n"
				if *updateBodies {
					a.Files[i].Data = []byte(got)
				} else if got != string(f.Data) {
					t.Errorf("at %d cells:\n%s\nwant\n%s", width, got, f.Data)
				}
				checkLines(t, lines, width)
			}
		}
	}
}

// checkLines holds lines to what every drawing function promises.
func checkLines(t *testing.T, lines []string, width int) {
	t.Helper()
	for i, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			t.Errorf("line %d is %d cells wide, more than %d: %q", i, w, width, line)
		}
		if allowed(line) != line {
			t.Errorf("line %d holds more than colours and links: %q", i, line)
		}
		if complete(line) != line {
			t.Errorf("line %d leaves something open: %q", i, line)
		}
		if bare := ansi.Strip(line); strings.HasSuffix(bare, " ") {
			t.Errorf("line %d ends in space: %q", i, line)
		}
	}
	if len(lines) > 0 && (lines[0] == "" || lines[len(lines)-1] == "") {
		t.Errorf("empty lines around %q", lines)
	}
}

func TestBlocksArePartedByOneEmptyLine(t *testing.T) {
	t.Parallel()
	blocks := []Block{{Markdown: "\n\nOne."}, {Markdown: "Two.\n\n\n", From: "the post"}, {}, {Markdown: "> Three."}}
	got := NewRenderer(Plain()).Body(blocks, 40)
	want := []string{"One.", "", "┃ Two.", "┃ — from the post", "", "┃ Three."}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNothingToDrawIsNoLine(t *testing.T) {
	t.Parallel()
	for _, markdown := range []string{"", "\n \n", "```\n```", "> ", "\x1b"} {
		lines := NewRenderer(Dark()).Body([]Block{{Markdown: markdown}}, 20)
		if markdown != "\x1b" && strings.Trim(ansi.Strip(strings.Join(lines, "")), "┃ ") != "" {
			t.Errorf("%q draws %q", markdown, lines)
		}
	}
}

// Plain text takes a way of its own because it is far quicker; it must not
// be seen.
func TestPlainTextLooksAsGlamourDrawsIt(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"One word after the other - and a well-known hyphen-rich-compound, too.",
		"Two\nlines.\n\nAnd a paragraph.", "averyveryverylongwordthatmustbebroken and more", "町の人たちは道具の図書館を欲しがっている。",
		"ends in space ", " starts in space", "a  b", "it's \"quoted\" & done; 5 > 4? no: (3)", "-5 degrees", "1 2 3", "#5 says",
	} {
		if strings.Contains(s, ">") != !isPlain(s) {
			t.Errorf("isPlain(%q) = %v", s, isPlain(s))
		}
		for width := 2; width < 50; width++ {
			r := NewRenderer(Plain())
			got := strings.Join(fit(r.plain(s, width), width), "\n")
			p := r.parse(s)
			var want []string
			for c := p.root.FirstChild(); c != nil; c = p.root.FirstChild() {
				r.prepare(p, c, false)
				if want != nil {
					want = append(want, "")
				}
				want = append(want, r.glamour(p, c, width)...)
			}
			if want := strings.Join(fit(want, width), "\n"); got != want {
				t.Errorf("%q at %d:\n%s\nGlamour:\n%s", s, width, got, want)
			}
		}
	}
}

func TestAPatchHasTheColoursOfPatches(t *testing.T) {
	t.Parallel()
	theme := Dark()
	lines := NewRenderer(theme).Body([]Block{{Markdown: "```diff\n@@ -1 +1 @@\n-an old line\n+a new line\n```"}}, 40)
	drawn := strings.Join(lines, "\n")
	for text, look := range map[string]lipgloss.Style{"-an old line": theme.Error, "+a new line": theme.New, "@@ -1 +1 @@": theme.Keyword} {
		if want := look.Render(text); !strings.Contains(drawn, want) {
			t.Errorf("%q is not drawn as %q in %q", text, want, drawn)
		}
	}
}

func TestAQuietBlockDoesNotCall(t *testing.T) {
	t.Parallel()
	theme := Dark()
	lines := NewRenderer(theme).Body([]Block{{Markdown: "**loud** https://example.org", Quiet: true}}, 60)
	if want := theme.Dim.Render("loud https://example.org"); len(lines) != 1 || lines[0] != want {
		t.Errorf("drawn as %q, want %q", lines, want)
	}
}
