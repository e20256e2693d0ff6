package format

import (
	"bytes"
	"strings"
	"testing"
)

func TestTablesOfCommentsAreRead(t *testing.T) {
	t.Parallel()
	for sample, want := range map[string]string{
		"table.csv": ` : 
  1 Ann Bee: I like pears, and "quinces".
    2 Bo: Me too.
      3 Cy Eff: Not me, sorry.
  4 Dee: Pears, plums, and 3 apples
`,
		"columns.csv": ` : 
   @annbee: What a boat!
   @bo: Great; really
   @cy: So, so
`,
		"columns.tsv": ` : 
   ann: Pears are fine
   bo: So are quinces
`,
		"wordpress.csv": ` : 
  page/1 : 
    1 Ann Bee: Are they ripe?
      2 Bo: Yes, "nearly"
  page/2 : 
    3 Cy: And quinces?
`,
	} {
		th := mustRead(t, contents(t, "testdata/comments/"+sample), "")
		if got := outline(th); got != want || th.Format != "comments" {
			t.Errorf("%s, as %s: got\n%swant\n%s", sample, th.Format, got, want)
		}
	}
	th := mustRead(t, contents(t, "testdata/comments/table.csv"), "")
	if got := stamp(th.At(3)); got != "2024-05-02T09:30:00" || th.At(3).Score != 12 {
		t.Errorf("%s, %d points", got, th.At(3).Score)
	}
}

func TestOtherTablesAreNoThreads(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"names and titles":  "name,title,text\nfoo,bar,baz\nx,y,z\n",
		"quotations":        "author,text,date\nAnn,To pick or not to pick,1600\nBo,That is it,1800\n",
		"a line of columns": "author, comment and date are\nwhat this is about\n",
		"versions": "version,codename,series,created,release\n1.1,Ann,ann,1993-08-16,1996-06-17\n1.2,Bo,bo,1996-06-17,1996-12-12\n" +
			"1.3,Cy,cy,1996-12-12,1997-06-05\n14,Dee,dee,2025-08-09\n15,Eff,eff,2027-08-01\n,Sid,sid,1993-08-16\n",
	} {
		if th := mustRead(t, []byte(text), ""); th.Len() != 1 {
			t.Errorf("%s has %d comments as %s", name, th.Len()-1, th.Format)
		}
	}
}

// TestATableCutAnywhereKeepsItsRows cuts a table at every byte.
func TestATableCutAnywhereKeepsItsRows(t *testing.T) {
	t.Parallel()
	data := bytes.TrimSpace(contents(t, "testdata/comments/table.csv"))
	last := 0
	for cut := bytes.IndexByte(data, '\n') + 1; cut < len(data); cut++ {
		th, err := Read(data[:cut], "comments")
		if th == nil {
			continue
		}
		checkThread(t, th)
		if th.Len() < last {
			t.Fatalf("cut at %d: %d comments, before %d", cut, th.Len()-1, last-1)
		}
		last = th.Len()
		line := data[bytes.LastIndexByte(data[:cut], '\n')+1 : cut]
		if fields := bytes.Count(line, []byte(",")) + 1; err == nil && fields < 6 && len(line) > 0 && !strings.Contains(string(line), "ripen") {
			t.Fatalf("cut at %d, behind %q: no error", cut, line)
		}
	}
	if last != 5 {
		t.Errorf("%d comments", last-1)
	}
}

func FuzzReadTable(f *testing.F) {
	fuzzSniffed(f, "comments", sniffTable, "table.csv", "columns.csv", "columns.tsv")
}

func BenchmarkReadTable(b *testing.B) {
	benchReader(b, "id,parent_id,author,date,comment\n", "\n#,1,Ann Bee,2024-05-01 10:00:00,\"It is said: \"\""+prose+"\"\"\"", "")
}
