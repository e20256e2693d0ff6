// Package sample holds threads that ship inside the binary, one for each shape
// of file: something to read before you have a thread of your own, and the
// common ground of demos, golden files and fuzz seeds.
//
// All of them are original text. The people, the towns and the ladder are made
// up.
package sample

import "embed"

// Default is the thread to open when none is asked for: a blog post and its
// comments, as a browser saves the page as text.
const Default = "tool-library.txt"

// The other samples.
const (
	Workshop = "workshop.json" // an item of the Hacker News API at Algolia
	Skein    = "skein.json"    // skein's own JSON, with every field it knows
)

//go:embed tool-library.txt workshop.json skein.json
var files embed.FS

// Names are the names of all samples, the default first.
func Names() []string { return []string{Default, Workshop, Skein} }

// Read is the content of the sample of that name, byte for byte as in the
// repository. An unknown name gives an error that is fs.ErrNotExist.
func Read(name string) ([]byte, error) { return files.ReadFile(name) }
