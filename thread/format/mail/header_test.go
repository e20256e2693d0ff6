package mail

import (
	"testing"
	"time"

	"skein/thread"
)

func TestHeadersAreReadAsTheyAre(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, data, subject, body string }{
		{"plain", "From: a\nSubject: one two\n\nbody\n", "one two", "body\n"},
		{"small letters", "from: a\nsubject:one\n\nbody", "one", "body"},
		{"folded", "Subject: one\n two\n\tthree\nFrom: a\n\nbody", "one two\tthree", "body"},
		{"a blank alone between fields", "From: a\n \nSubject: one\n\t\n\nbody", "one", "body"},
		{"a blank alone within one", "Subject: one\n \n two\nFrom: a\n\nbody", "one  two", "body"},
		{"a blank alone that ends it", "Subject: one\n \nThis is text.\n\nMore.", "one", " \nThis is text.\n\nMore."},
		{"CRLF", "Subject: one\r\n two\r\n\r\nbody\r\n", "one two", "body\r\n"},
		{"a line that is none", "From: a\nthis is broken\nSubject: one\n\nbody", "one", "body"},
		{"a body without a blank line", "Subject: one\nThis is text.\n\nMore.", "one", "This is text.\n\nMore."},
		{"twice", "Subject: one\nSubject: two\n\nbody", "one", "body"},
		{"empty", "Subject:\n\nbody", "", "body"},
		{"nothing but a header", "Subject: one", "one", ""},
		{"no header", "\nbody", "", "body"},
	} {
		h, body := readHeader([]byte(c.data))
		if got := headerText(h.subject); got != c.subject || string(body) != c.body {
			t.Errorf("%s: %q and %q, want %q and %q", c.name, got, body, c.subject, c.body)
		}
	}
}

func TestEncodedWordsAreRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ field, want string }{
		{"=?utf-8?Q?caf=C3=A9?=", "café"},
		{"=?UTF-8?b?Y2Fmw6k=?= noir", "café noir"},
		{"=?utf-8?B?Y2Fmw6k?=", "café"},
		{"=?iso-8859-1?q?caf=E9_noir?=", "café noir"},
		{"=?iso-8859-1*fr?q?caf=E9?=", "café"},
		{"a =?utf-8?q?b?= c =?utf-8?q?d?=", "a b c d"},
		{"=?utf-8?q?a?=  =?utf-8?q?b?=", "ab"},
		{"=?utf-8?q?a?=\r\n =?iso-8859-1?q?=E9?=", "aé"},
		{"=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"},
		{"=?utf-8?b?ww==?= =?utf-8?b?qQ==?=", "é"}, // one character in two words
		{"=?koi8-r?B?98/Q0s/T?=", "Вопрос"},
		{"=?gb2312?B?tPC4tA==?=", "答复"},
		{"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"},
		{"=?no-such-charset?Q?caf=E9?=", "café"},
		{"=?utf-8?Q?words with blanks?=", "words with blanks"},
		{"=?utf-8?X?what?=", "=?utf-8?X?what?="},
		{"=?utf-8?Q?no end", "=?utf-8?Q?no end"},
		{"is 1=?2", "is 1=?2"},
		{"caf\xe9", "café"},
		{"café", "café"},
		{"\x1b$BF|K\\\x1b(B", "日本"},
	} {
		if got := headerText([]byte(c.field)); got != c.want {
			t.Errorf("%q is %q, want %q", c.field, got, c.want)
		}
	}
}

func TestAuthorsAreKnownByNameAndAddress(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ field, name, address string }{
		{"Ann Lee <ann@island.example>", "Ann Lee", "ann@island.example"},
		{`"Lee, Ann" <ann@island.example>`, "Lee, Ann", "ann@island.example"},
		{`"Ann \"the saw\" Lee" <ann@island.example>`, `Ann "the saw" Lee`, "ann@island.example"},
		{"'Ann Lee' <ann@island.example>", "Ann Lee", "ann@island.example"},
		{"ann@island.example (Ann Lee)", "Ann Lee", "ann@island.example"},
		{"ann at island.example (Ann Lee)", "Ann Lee", "ann@island.example"},
		{"ann at island.example (Ann (of the island))", "Ann (of the island)", "ann@island.example"},
		{"ann at island.example", "", "ann@island.example"},
		{"ann@island.example", "", "ann@island.example"},
		{"<ann@island.example>", "", "ann@island.example"},
		{`"Lee, Ann"      ann@island.example`, "Lee, Ann", "ann@island.example"},
		{"Ann Lee ann@island.example", "Ann Lee", "ann@island.example"},
		{"Ann Lee", "Ann Lee", ""},
		{"=?utf-8?q?J=C3=B8rn?= <j@x.example>", "Jørn", "j@x.example"},
		{"=?utf-8?q?Odd=2C_J=C3=B8rn?= <j@x.example>", "Odd, Jørn", "j@x.example"},
		{"J\xf8rn <j@x.example>", "Jørn", "j@x.example"},
		{"Ann <ann@island.example>, Bo <bo@island.example>", "Ann", "ann@island.example"},
		{"Ann via Tools <tools@island.example>", "Ann via Tools", "tools@island.example"},
		{"Ann <saw> Lee <ann@island.example>", "Ann <saw> Lee", "ann@island.example"},
		{"ann@island.example  Thu Aug 22 12:46:39 2002", "", "ann@island.example"},
		{"Ann <ann@island.example", "Ann", "ann@island.example"},
		{"", "", ""},
	} {
		if name, address := author([]byte(c.field)); name != c.name || address != c.address {
			t.Errorf("%q is %q, %q, want %q, %q", c.field, name, address, c.name, c.address)
		}
	}
}

func TestDatesAreReadHoweverTheyStand(t *testing.T) {
	t.Parallel()
	const layout = "2006-01-02 15:04:05 -0700"
	for _, c := range []struct {
		date, want string
		zone       thread.ZoneKnown
	}{
		{"Mon, 6 May 2024 09:00:00 +0200", "2024-05-06 09:00:00 +0200", thread.KnownZone},
		{"6 May 2024 09:00 +0200", "2024-05-06 09:00:00 +0200", thread.KnownZone},
		{"Mon, 06 May 24 09:00:00 EDT", "2024-05-06 09:00:00 -0400", thread.KnownZone},
		{"Mon, 6 May 2024 09:00:00 -0700 (PDT)", "2024-05-06 09:00:00 -0700", thread.KnownZone},
		{"Mon, 6 May 2024 9:00:00 GMT", "2024-05-06 09:00:00 +0000", thread.KnownZone},
		{"1 May 93 12:00:00 GMT", "1993-05-01 12:00:00 +0000", thread.KnownZone},
		{"Mon May  6 09:00:00 2024", "2024-05-06 09:00:00 +0000", thread.LocalTime},
		{"Mon May  6 09:00:00 CEST 2024", "2024-05-06 09:00:00 +0200", thread.KnownZone},
		{"Mon May  6 09:00:00 2024 +0200", "2024-05-06 09:00:00 +0200", thread.KnownZone},
		{"Monday, May 6, 2024 9:00 PM", "2024-05-06 21:00:00 +0000", thread.LocalTime},
		{"2024-05-06T09:00:00Z", "2024-05-06 09:00:00 +0000", thread.KnownZone},
		{"2024-05-06T09:00:00.123+02:00", "2024-05-06 09:00:00 +0200", thread.KnownZone},
		{"2024-05-06 09:00:00 +0200", "2024-05-06 09:00:00 +0200", thread.KnownZone},
		{"06-May-2024 09:00:00", "2024-05-06 09:00:00 +0000", thread.LocalTime},
		{"Thu, 1 Jan 100 00:00:00 +0000", "2000-01-01 00:00:00 +0000", thread.KnownZone},
		{"Mon, 6 May 2024 09:00:00 +9999", "2024-05-06 09:00:00 +0000", thread.LocalTime},
		{"6 May 2024", "2024-05-06 00:00:00 +0000", thread.LocalTime},
		{"yesterday", "", thread.LocalTime},
		{"", "", thread.LocalTime},
		{":: -- ,,", "", thread.LocalTime},
	} {
		got, zone, ok := parseDate(c.date)
		if ok != (c.want != "") || ok && (got.Format(layout) != c.want || zone != c.zone) {
			t.Errorf("%q is %s (zone %v), want %s (%v)", c.date, got.Format(layout), zone, c.want, c.zone)
		}
	}
	if got, _, _ := parseDate("31 Dec 1999 23:59:60 GMT"); !got.Equal(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("a leap second is %v", got)
	}
}

func TestParametersAreRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ field, value, name, want string }{
		{"text/plain; charset=utf-8", "text/plain", "charset", "utf-8"},
		{"TEXT/Plain;CHARSET=\"utf-8\"; format=flowed", "text/plain", "format", "flowed"},
		{"text/plain charset=utf-8", "text/plain", "charset", ""},
		{`text/plain; charset="utf-8"; Content-Type="multipart/mixed"`, "text/plain", "charset", "utf-8"},
		{"multipart/mixed;\n\tboundary=\"a;b=c\\\"d\"", "multipart/mixed", "boundary", `a;b=c"d`},
		{`a; filename="no end`, "a", "filename", "no end"},
		{"a; filename=\"on two\r\n lines\"; x=\"on one\r\"", "a", "filename", "on two lines"},
		{"a; filename=\"on two\r\n lines\"; x=\"on one\r\"", "a", "x", "on one"},
		{"a; filename*=utf-8''caf%C3%A9.txt", "a", "filename", "café.txt"},
		{"a; filename*0*=iso-8859-1'fr'caf%E9; filename*1=\" noir\"; filename*2*=%2Etxt", "a", "filename", "café noir.txt"},
		{"a; filename*0=one; filename*1=two", "a", "filename", "onetwo"},
		{";;==;", "", "x", ""},
		{"", "", "x", ""},
	} {
		value, params := parseParams([]byte(c.field))
		if value != c.value || params.get(c.name) != c.want {
			t.Errorf("%q is %q, %q", c.field, value, params)
		}
	}
}

func TestSubjectsAreComparedWithoutTheirMarks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, want string
		reply      bool
	}{
		{"Hello  there", "hello there", false},
		{"Re: Hello", "hello", true},
		{"RE[2]: Hello", "hello", true},
		{"Re: [tools] Re: Hello", "hello", true},
		{"[tools] Hello", "hello", false},
		{"[tools]", "[tools]", false},
		{"Fwd: Hello (fwd)", "hello", true},
		{"[Fwd: Hello]", "hello", true},
		{"AW: SV: 回复：Hello", "hello", true},
		{"'Re: Hello'", "hello", true},
		{"Regarding: Hello", "regarding: hello", false},
		{"", "", false},
	} {
		if got := baseSubject(c.text); got != (subject{words: c.want, reply: c.reply}) {
			t.Errorf("%q is %v", c.text, got)
		}
	}
}
