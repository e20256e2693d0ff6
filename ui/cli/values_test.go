package cli

import (
	"math"
	"testing"

	"skein/thread"
)

func TestSizesAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int64{
		"1": 1, "1000": 1000, "5k": 5 << 10, "5K": 5 << 10, "5KB": 5 << 10, "5KiB": 5 << 10,
		"64M": 64 << 20, "64 mb": 64 << 20, "2G": 2 << 30, "2gib": 2 << 30, "10b": 10,
		"9223372036854775807": math.MaxInt64,
	} {
		var got int64
		if err := size(&got)(s); err != nil || got != want {
			t.Errorf("%q: %d, %v, want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"", "0", "-1", "M", "iB", "1.5G", "1T", "G5", "9223372036854775808", "9007199254740992K", "0x10"} {
		got := int64(7)
		if err := size(&got)(s); err == nil || got != 7 {
			t.Errorf("%q is taken for %d", s, got)
		}
	}
}

func TestSizesAreWrittenAsTheyAreGiven(t *testing.T) {
	t.Parallel()
	for n, want := range map[int64]string{1: "1", 1000: "1000", 1 << 10: "1K", 1500 << 10: "1500K", 64 << 20: "64M", 1 << 40: "1024G"} {
		var again int64
		if got := sizeText(n); got != want || size(&again)(got) != nil || again != n {
			t.Errorf("%d is written %q and read %d, want %q", n, got, again, want)
		}
	}
}

func FuzzSize(f *testing.F) {
	for _, s := range []string{"1", "500K", "64 MiB", "2g", "-1", "M", "9223372036854775807", "99999999G"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var n, again int64
		if size(&n)(s) != nil {
			return
		}
		if err := size(&again)(sizeText(n)); n <= 0 || err != nil || again != n {
			t.Errorf("%q is %d, written %q, read again %d, %v", s, n, sizeText(n), again, err)
		}
	})
}

func TestLimitsAddUp(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		{"--by", "ann", "--query", "by:kim"},
		{"--query", "by:ann", "--by", "kim"},
		{"--query", "by:ann", "--query", "by:kim"},
	} {
		var b thread.Builder
		b.Add(thread.Post{ID: "1", Level: 1, Author: "ann"})
		b.Add(thread.Post{ID: "2", Level: 1, Author: "kim"})
		var o options
		for i := 0; i < len(args); i += 2 {
			set := o.setBy
			if args[i] == "--query" {
				set = o.setQuery
			}
			if err := set(args[i+1]); err != nil {
				t.Fatal(err)
			}
		}
		if n := b.Thread().Select(o.query).Count(); n != 0 {
			t.Errorf("%q finds %d comments that are by two people", args, n)
		}
	}
}
