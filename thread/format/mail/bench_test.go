package mail

import (
	"fmt"
	"strings"
	"testing"

	"skein/thread"
)

// mailbox is a mailbox of n messages of 2 kB as lists have them: replies,
// quotes, now and then parts and encodings.
func mailbox(n int) string {
	var b strings.Builder
	line := "The chisels in the blue box are blunt again, and nobody has seen the whetstone.\n"
	for i := range n {
		fmt.Fprintf(&b, "From a@b.example Mon May  6 09:00:00 2024\nReturn-Path: <a@b.example>\n"+
			"Received: from a.b.example (a.b.example [192.0.2.%d])\n\tby lists.island.example with SMTP id abc%d;\n\tMon, 6 May 2024 09:00:00 +0200\n"+
			"From: Person %d <p%d@b.example>\nTo: tools@island.example\nSubject: Re: [tools] Who sharpens the chisels?\n"+
			"Date: Mon, 6 May 2024 09:00:00 +0200\nMessage-ID: <%d@b.example>\nReferences: <%d@b.example>\n\t<%d@b.example>\n"+
			"List-Id: tools <tools.island.example>\nMIME-Version: 1.0\n", i%250, i, i%500, i%500, i, i/8, i/2)
		switch i % 10 {
		case 0:
			fmt.Fprintf(&b, "Content-Type: multipart/alternative; boundary=\"x%d\"\n\n--x%d\nContent-Type: text/plain; charset=utf-8\n"+
				"Content-Transfer-Encoding: quoted-printable\n\n%s\n--x%d\nContent-Type: text/html\n\n<p>%s</p>\n--x%d--\n\n",
				i, i, strings.Repeat("caf=C3=A9 "+line, 6), i, strings.Repeat(line, 6), i)
		case 1:
			b.WriteString("Content-Type: text/plain; charset=iso-8859-1\n\n" + strings.Repeat("J\xf8rn: "+line, 12) + "\n")
		default:
			b.WriteString("Content-Type: text/plain; charset=us-ascii\n\n" + strings.Repeat("> "+line, 6) + "\n" + strings.Repeat(line, 8) + "\n")
		}
	}
	return b.String()
}

func BenchmarkReadMailbox(b *testing.B) {
	data := []byte(mailbox(5000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var builder thread.Builder
		if err := Read(data, &builder); err != nil {
			b.Fatal(err)
		}
		if builder.Thread().Len() < 5000 {
			b.Fatal("messages are missing")
		}
	}
}
