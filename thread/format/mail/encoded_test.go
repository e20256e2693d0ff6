package mail

import (
	"fmt"
	"strings"
	"testing"
)

func TestFilesWithinTextAreAttachments(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, rest, files string }{
		{"uuencoded", "See.\nbegin 644 a ladder.gif\n#86)C\n`\nend\nBo\n", "See.\nBo\n", "[{a ladder.gif  3}]"},
		{"two", "begin 755 a\n#86)C\n \nend\nand\nbegin 0600 C:\\b.txt\n#86)C\n\nend\n", "and\n", "[{a  3} {b.txt  3}]"},
		{"lines without the blanks at their ends", "begin 644 a\nM86\n#86)C\nend", "", "[{a  48}]"},
		{"CRLF", "begin 644 a\r\n#86)C\r\nend\r\nBo\r\n", "Bo\r\n", "[{a  3}]"},
		{"broken off", "See.\nbegin 644 a\n#86)C\n", "See.\n", "[{a  3}]"},
		{"a sentence", "begin 644 files\nthen count them\nend\n", "begin 644 files\nthen count them\nend\n", "[]"},
		{"no mode", "begin the work\nEND\nend\n", "begin the work\nEND\nend\n", "[]"},
		{"quoted", "> begin 644 a\n> #86)C\n> end\n", "> begin 644 a\n> #86)C\n> end\n", "[]"},
		{"yEnc", "Here.\n=ybegin line=128 size=20 name=a ladder.bin\nxx\x01\n=yend size=20\nBo", "Here.\nBo", "[{a ladder.bin  20}]"},
		{"a part in yEnc", "=ybegin part=1 total=2 line=128 size=9 name=a\n=ypart begin=1 end=5\nxx\n=yend size=5 part=1\n", "", "[{a  9}]"},
		{"yEnc without an end", "=ybegin line=128 size=9 name=a\nis how it begins.\n", "=ybegin line=128 size=9 name=a\nis how it begins.\n", "[]"},
		{"yEnc without a name", "=ybegin of it\nmore", "=ybegin of it\nmore", "[]"},
	} {
		rest, files := cutFiles([]byte(c.text))
		if string(rest) != c.rest || fmt.Sprint(files) != c.files {
			t.Errorf("%s: %q and %v, want %q and %s", c.name, rest, files, c.rest, c.files)
		}
	}
}

func TestManyBeginningsOfFilesAreReadOnce(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"begin 644 A\n", "=ybegin line=128 size=9 name=a\n"} {
		text := strings.Repeat(line, 200_000)
		if rest, files := cutFiles([]byte(text)); len(rest) != len(text) || files != nil {
			t.Errorf("%q: %d bytes are left of %d, and %d files", line, len(rest), len(text), len(files))
		}
	}
}
