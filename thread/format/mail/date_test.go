package mail

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// TestUsualDatesAreThoseOfTheStandardLibrary changes dates until some are none.
func TestUsualDatesAreThoseOfTheStandardLibrary(t *testing.T) {
	t.Parallel()
	const layout = "2 Jan 2006 15:04:05 -0700"
	random := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 100_000 {
		zone := time.FixedZone("", (random.IntN(26*4)-48)*15*60)
		text := []byte(time.Unix(random.Int64N(1<<32), 0).In(zone).Format(layout))
		for range random.IntN(3) {
			text[random.IntN(len(text))] = "0123456789 :+-JanFeb"[random.IntN(20)]
		}
		want, err := time.ParseInLocation(layout, strings.TrimSpace(string(text)), time.UTC)
		got, ok := usualDate(string(text))
		_, east := got.Zone()
		_, wantEast := want.Zone()
		if ok && (err != nil || !got.Equal(want) || east != wantEast) {
			t.Fatalf("%s is %v, want %v, %v", text, got, want, err)
		}
		if ok {
			read++
		}
	}
	if read < 30_000 {
		t.Errorf("only %d dates were usual", read)
	}
	if _, ok := usualDate("Tue, 29 Feb 2028 07:05:00 -0330"); !ok {
		t.Error("a leap day is unusual")
	}
}
