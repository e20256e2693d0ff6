package format

import "testing"

func TestTextIsNeitherDataNorBinary(t *testing.T) {
	t.Parallel()
	for page, want := range map[string]bool{
		"A line.\n":                           true,
		"[Photo] A line.\n":                   true,
		"[1] is a note, {} is a pair\n":       true,
		"<ann> hello\n<bob> hi\n":             true,
		"caf\xe9\n":                           true,
		"":                                    false,
		" \n\t\n":                             false,
		"{\"a\": 1}":                          false,
		"\ufeff{\"a\": 1":                     false,
		"[]":                                  false,
		"[1, 2]":                              false,
		"<!DOCTYPE html><p>A line.":           false,
		"<?xml version=\"1.0\"?><a/>":         false,
		"<div>A line.</div>":                  false,
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR": false,
	} {
		if got := sniffText([]byte(page)); got != want {
			t.Errorf("%q is text: %v", page, got)
		}
	}
}

func TestChangelogsAreNoThreads(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"Debian's": "lamp (1.2-1) unstable; urgency=medium\n\n  * wick: Trim it.\n  * oil: Warm it.\n    (Closes: #12)\n\n -- Ann Bee <ann@bees.example>  Thu, 22 Jun 2023 21:59:33 +0200\n\n" +
			"lamp (1.1-1) unstable; urgency=low\n\n  * wick: Light it.\n  * oil: Pour it.\n\n -- Bo Cee <bo@bees.example>  Thu, 15 Jun 2023 21:59:33 +0200\n",
		"GNU's": "2022-08-01  Ann Bee  <ann@bees.example>\n\n\t* wick.c (trim): Trim it.\n\n2022-07-10  Bo Cee  <bo@bees.example>\n\n\t* oil.c: Warm it.\n\n" +
			"2022-07-02  Ann Bee  <ann@bees.example>\n\n\t* oil.c: Pour it.\n",
		"by days": "Wed Jan 18 13:57:39 2012  Ann Bee <ann@bees.example>\n\n\t* wick: Trim it.\n\n\t* oil: Warm it.\n\nTue Jan 10 10:00:00 2012  Bo Cee <bo@bees.example>\n\n\t* oil: Pour it.\n\n" +
			"Mon Jan 9 10:00:00 2012  Ann Bee <ann@bees.example>\n\n\t* wick: Light it.\n",
		"by numbers": "0.80: Wed Jul 13 13:22:03 CEST 2005\n* wick: Trim it (ann)\n\n0.79: Thu Mar 31 16:48:45 CEST 2005\n* oil: Warm it (bo)\n\n0.78: Thu Nov 18 14:35:29 CET 2004\n* oil: Pour it (ann)\n\n" +
			"0.77: Thu Sep 23 10:00:00 CEST 2004\n* wick: Light it (ann)\n",
		"git's": "commit 0f5c9e8\nAuthor: Ann Bee <ann@bees.example>\nDate:   Sun Jul 10 17:03:03 2022 +0200\n\n    Trim the wick.\n\n" +
			"commit 1f5c9e8\nAuthor: Bo Cee <bo@bees.example>\nDate:   Sat Jul 9 17:03:03 2022 +0200\n\n    Warm the oil.\n",
		"by versions":  "Lamp news\n\n1.0.6 (2021-09-13)\n==================\n\n- wick: Trim it.\n\n1.0.5 (2020-06-29)\n==================\n\n- oil: Warm it.\n\n1.0.4 (2020-06-12)\n==================\n\n- oil: Pour it.\n",
		"by dates":     "Lamp news\n\n2022-12-28 (3.40.1)\n\n1. Trim the wick, says Ann.\n\n2022-11-16 (3.40.0)\n\n1. Warm the oil.\n\n2022-09-29 (3.39.4)\n\n1. Pour it.\n",
		"with bullets": "lamp 1.14.10 (2023-09-01)\n=========================\n\n• Wick: Trim it,\n  if it smokes.\n\n• Oil: Warm it.\n\nlamp 1.14.8 (2023-06-06)\n========================\n\n• Wick: Light it.\n\n• Oil: Pour it.\n",
	} {
		th := mustRead(t, []byte(text), "")
		if th.Len() != 1 || th.Format != "text" {
			t.Errorf("%s has %d comments as %s", name, th.Len()-1, th.Format)
		}
	}
}

func TestThreadsAboutVersionsAreThreads(t *testing.T) {
	t.Parallel()
	const page = "Which lamp?\n\nVersion 1.2 smokes.\nIn 2014 it did not.\n\nComments\n\n1. Ann says:\n   May 3, 2014 at 9:12 am\n   I have version 1.1.\n\n" +
		"2. Bo says:\n   May 3, 2014 at 9:15 am\n   Release 1.3 came out.\n   In 2014 it was worse.\n\n3. Cy says:\n   May 3, 2014 at 9:18 am\n   Version 1.4 is worse.\n"
	if th := mustRead(t, []byte(page), ""); th.Len() != 4 {
		t.Errorf("%d comments", th.Len()-1)
	}
}

func TestStoriesAndScriptsAreNoThreads(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"a story": "The lamp\n\nThey looked in the shed and waited\nfor the lamp. Ann said:\n\n\"Who has it?\"\n\nNobody had it. They searched\nin vain. Bo said:\n\n\"I had.\"\n\n" +
			"All looked at him, and then the wind\nblew out the candle. Ann said:\n\n\"Where is it?\"\n\nHe thought of the shed and of the\npond. Presently he said:\n\n\"In the shed.\"\n\nSo they went to the shed, where\nthe cat sat. Cy said:\n\n\"Here.\"\n",
		"terms in lists": "# Lamps\n\n- returns: a lamp\n  - version: 2\n  - version: 3\n- returns: a wick\n  - version: 4\n  - version: 5\n- returns: oil\n",
		"a script":       "lamp light\n\nat 2022-02-22T15:53:33-05:00\nlamp trim wick\nlamp fill\n\nat 2022-02-22T15:55:07-05:00\nlamp out\n\nlamp count\n\nat 2022-02-22T15:57:07-05:00\nlamp off\n",
	} {
		if th := mustRead(t, []byte(text), ""); th.Len() != 1 || th.Format != "text" {
			t.Errorf("%s has %d comments as %s", name, th.Len()-1, th.Format)
		}
	}
}
