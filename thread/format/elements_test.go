package format

import (
	"bytes"
	"errors"
	"io"
	"testing"
)

// checkCuts reads a sample up to every byte: each further one only adds, and
// the error says that something is missing.
func checkCuts(t *testing.T, name string, data []byte) {
	t.Helper()
	data = bytes.TrimSpace(data)
	whole := mustRead(t, data, name).Len()
	last := 0
	for cut := 1; cut < len(data); cut++ {
		th, err := Read(data[:cut], name)
		if err == nil {
			t.Fatalf("cut at %d: no error", cut)
		}
		if th == nil {
			if last > 0 {
				t.Fatalf("cut at %d loses the thread", cut)
			}
			continue
		}
		at, ok := errors.AsType[*SyntaxError](err)
		if !ok || at.Format != name || at.Line == 0 || !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		checkThread(t, th)
		if th.Len() < last {
			t.Fatalf("cut at %d: %d comments, before %d", cut, th.Len(), last)
		}
		last = th.Len()
	}
	if last != whole {
		t.Errorf("without its last byte it has %d comments, want %d", last, whole)
	}
}

func TestForbiddenCharactersDoNotEndXML(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"none", "ann\tand\r\nbo", "ann\tand\nbo"},
		{"a control character", "a\x1b[31mb\x00c", "a\ufffd[31mb\ufffdc"},
		{"its number", "a&#27;b&#x1B;c&#0;d&#8217;e&#x9;f", "a\ufffdb\ufffdc\ufffdd’e\tf"},
		{"the last two of a plane", "a\ufffeb\uffffc&#xFFFE;d&#65535;e", "a\ufffdb\ufffdc\ufffdd\ufffde"},
		{"half a surrogate", "a&#xD800;b", "a\ufffdb"},
		{"what is no UTF-8", "caf\xe9 \xff", "caf\ufffd \ufffd"},
		{"entities of HTML", "caf&eacute;&nbsp;&hellip; &unheard; &", "café\u00a0… &unheard; &"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := newElements([]byte("<a><b>" + c.text + "</b></a>"))
			x.child()
			x.child()
			if got := x.text(); got != c.want || x.failure() != nil {
				t.Errorf("%q, %v, want %q", got, x.failure(), c.want)
			}
		})
	}
}

func TestTheCharsetOfXMLIsBelievedUnlessItIsUTF8(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ charset, text, want string }{
		{"iso-8859-1", "caf\xe9 \x93x\x94", "café “x”"},
		{"ISO-8859-1", "café", "café"},
		{"koi8-r", "\xcd\xc9\xd2", "мир"},
		{"iso-2022-jp", "\x1b$B@$3&\x1b(B", "世界"},
		{"utf-16", "café", "café"},
		{"klingon", "café", "café"},
	} {
		x := newElements([]byte(`<?xml version="1.0" encoding="` + c.charset + `"?><a>` + c.text + "</a>"))
		x.child()
		if got := x.text(); got != c.want || x.failure() != nil {
			t.Errorf("%s: %q, %v, want %q", c.charset, got, x.failure(), c.want)
		}
	}
}

func TestElementsThatNobodyClosedAreClosed(t *testing.T) {
	t.Parallel()
	x := newElements([]byte("<a><b>one<br>two</b><c>three</c></a>"))
	x.child()
	var got []string
	for label := range x.children {
		got = append(got, label+"="+x.markup())
	}
	if len(got) != 2 || got[0] != "b=one<br>two" || got[1] != "c=three" || x.failure() != nil {
		t.Errorf("%q, %v", got, x.failure())
	}
}
