package mail

import (
	"strings"
	"testing"
)

func TestFlowedTextIsJoined(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		delSp      bool
		want       string
	}{
		{"a paragraph", "one \ntwo\nthree\n", false, "one two\nthree\n"},
		{"quotes", "> one \n> two\n>> three \n> four\n", false, "> one two\n>> three \n> four\n"},
		{"quotes without blanks", ">one \n>two\n", false, "> one two\n"},
		{"a stuffed line", " From me\n >not quoted\n", false, "From me\n >not quoted\n"},
		{"a signature", "one \n-- \nAnn \nLee\n", false, "one \n-- \nAnn Lee\n"},
		{"without the blank", "lad \nder\n", true, "ladder\n"},
		{"CRLF", "one \r\ntwo\r\n", false, "one two\n"},
		{"no end", "one ", false, "one "},
	} {
		if got := string(unflow([]byte(c.text), c.delSp)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEncodedBodiesAreDecodedAsFarAsTheyCan(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, encoding, data, want string }{
		{"quoted-printable", "quoted-printable", "caf=C3=a9 =\nnoir=  \r\n=3D =zz =", "café noir= =zz "},
		{"base64", "base64", "Y2Fm\r\nw6k=\r\n", "café"},
		{"base64 with a footer", "base64", "Y2Fmw6k=\n__\n", "café"},
		{"base64 cut short", "base64", "Y2Fmw", "caf"},
		{"none", "8bit", "=C3=A9", "=C3=A9"},
	} {
		if got := string(decodeTransfer([]byte(c.data), c.encoding)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCharsetsAreReadEvenWhenTheirLabelsLie(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ label, data, want string }{
		{"utf-8", "café", "café"},
		{"utf8", "caf\xe9", "café"},
		{"us-ascii", "“café”", "“café”"},
		{"us-ascii", "\x93caf\xe9\x94", "“café”"},
		{"iso-8859-1", "caf\xe9", "café"},
		{"iso-8859-1", "\x93caf\xe9\x94", "“café”"},
		{"iso-8859-1", "café", "café"},
		{"ISO8859-15", "\xa4", "€"},
		{"windows-1251", "\xcf\xf0\xe8", "При"},
		{"cp-1252", "\x93", "“"},
		{"koi8-r", "\xf7", "В"},
		{"gb2312", "\xb4\xf0", "答"},
		{"big5", "\xb5\xaa", "答"},
		{"shift_jis", "\x93\xfa", "日"},
		{"euc-kr", "\xb4\xe4", "답"},
		{"iso-2022-jp", "\x1b$BF|\x1b(B", "日"},
		{"utf-16le", "a\x00", "a"},
		{"x-unknown", "caf\xe9", "café"},
		{"", "\xe9 and é", "é and é"},
		{"'utf-8'", "é", "é"},
	} {
		if got := string(decodeCharset([]byte(c.data), c.label)); got != c.want {
			t.Errorf("%q labelled %q is %q, want %q", c.data, c.label, got, c.want)
		}
	}
}

func TestPartsAreReadOrListed(t *testing.T) {
	t.Parallel()
	part := func(fields, body string) string { return "--x\n" + fields + "\n\n" + body + "\n" }
	text := part("Content-Type: text/plain", "plain")
	rich := part("Content-Type: text/html", "<b>rich</b>")
	for _, c := range []struct{ name, kind, parts, body, files string }{
		{"alternatives", "alternative", text + rich, "plain", ""},
		{"the other way round", "alternative", rich + text, "plain", ""},
		{"only HTML", "alternative", rich, "**rich**", ""},
		{"empty text", "alternative", part("Content-Type: text/plain", "") + rich, "**rich**", ""},
		{"a footer of the list", "mixed", text + text, "plain\n\nplain", ""},
		{"HTML and a footer", "mixed", rich + text, "**rich**\n\n***\n\nplain", ""},
		{"no type", "mixed", part("", "plain"), "plain", ""},
		{"a file", "mixed", text + part("Content-Type: application/pdf; name=\"a.pdf\"\nContent-Transfer-Encoding: base64", "AAAA"), "plain", "a.pdf application/pdf 3"},
		{"a text that is a file", "mixed", text + part("Content-Disposition: attachment; filename=../b.txt", "12345"), "plain", "b.txt  5"},
		{"an invitation", "alternative", text + part("Content-Type: text/calendar", "BEGIN"), "plain", " text/calendar 5"},
		{"a signature", "signed", text + part("Content-Type: application/pgp-signature", "12"), "plain", " application/pgp-signature 2"},
		{"a message", "mixed", part("Content-Type: message/rfc822", "From: Ann\nSubject: Hello\n\ninside"), "From: Ann  \nSubject: Hello\n\ninside", ""},
	} {
		file := "From: a@b.example\nContent-Type: multipart/" + c.kind + "; boundary=x\n\n" + c.parts + "--x--\n"
		th := mustRead(t, file)
		var files []string
		for _, a := range th.At(0).Attachments() {
			files = append(files, a.Name+" "+a.Type+" "+string(rune('0'+a.Size)))
		}
		if got := strings.TrimSpace(th.At(0).Body.Markdown()); got != c.body || strings.Join(files, "|") != c.files {
			t.Errorf("%s: %q and %q, want %q and %q", c.name, got, files, c.body, c.files)
		}
	}
}

func TestAMessageMayBeAFile(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ fields, body, files string }{
		{"Content-Type: image/png; name=scan.png\nContent-Transfer-Encoding: base64\n\niVBORw0K", "", "scan.png"},
		{"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=a.pdf\n\nAAAA", "", "a.pdf"},
		{"Content-Type: application/pgp; format=text\n\nread me", "read me", ""},
		{"Content-Type: x-sun-attachment\n\nread me", "read me", ""},
	} {
		th := mustRead(t, "From: a@b.example\n"+c.fields+"\n")
		var files []string
		for _, a := range th.At(0).Attachments() {
			files = append(files, a.Name)
		}
		if got := th.At(0).Body.Plain(); strings.TrimSpace(got) != c.body || strings.Join(files, "|") != c.files {
			t.Errorf("%q: %q and %q, want %q and %q", c.fields, got, files, c.body, c.files)
		}
	}
}
