package thread

import (
	"fmt"
	"testing"
	"time"
)

func TestNamesThatLookAlikeHaveOneSkeleton(t *testing.T) {
	t.Parallel()
	for _, names := range [][]string{
		{"ann", "Ann", "ANN", "аnn", "ann ", "an\u200bn", "ａｎｎ", "änn", "𝐚𝐧𝐧", "ann\u00ad", "ɑηη"},
		{"paul", "раul", "PAUI", "pau1", "pau|", "ｐａｕｌ"},
		{"modern", "modem", "modеrn"},
		{"oscar", "0scar", "оsсаr", "Οscar"},
		{"THE NET", "ТНЕ NЕТ", "the  net"},
	} {
		for _, name := range names[1:] {
			if Skeleton(name) != Skeleton(names[0]) {
				t.Errorf("%q looks like %q: %q, %q", name, names[0], Skeleton(name), Skeleton(names[0]))
			}
		}
	}
	for _, pair := range [][2]string{{"ann", "anna"}, {"ann_lee", "annlee"}, {"bo2", "bo3"}, {"Иван", "Ivan"}, {"李", "季"}} {
		if Skeleton(pair[0]) == Skeleton(pair[1]) {
			t.Errorf("%q does not look like %q", pair[0], pair[1])
		}
	}
}

func TestNobodyPosesAsSomebodyElse(t *testing.T) {
	t.Parallel()
	var b Builder
	b.Post(Post{ID: "0", Author: "marta"})
	for k, a := range []Author{
		{"bo", ""}, {"mаrta", ""}, {"marta", ""}, {"Bo", ""}, {"bo", ""}, {"bo\u200b", ""}, {"bo ", ""}, {"kim", "1"}, {"kim", "2"}, {"kim", "1"}, {"marta\u202e", ""},
	} {
		b.Add(Post{ID: fmt.Sprint(k + 1), Level: 1, Author: a.Name, Address: a.Address})
	}
	th := b.Thread()
	alike := th.Lookalikes()
	const nobody = -1
	for number, want := range []int{nobody, nobody, 0, nobody, 1, nobody, 1, 1, nobody, 8, nobody, 0} {
		like := alike[th.At(number).Author]
		if like.Of == None && want != nobody || like.Of != None && like.First != want {
			t.Errorf("#%d, %q: %+v, want %d", number, th.Name(number), like, want)
		}
		if by := th.ByPoster(number); by != (number == 3) {
			t.Errorf("#%d, %q by the post's author: %v", number, th.Name(number), by)
		}
	}
}

func TestLookalikesOfVeryManyAreFoundInLinearTime(t *testing.T) {
	t.Parallel()
	var b Builder
	for k := range 100_000 {
		b.Add(Post{Level: 1, Author: fmt.Sprintf("аnn %d", k%50_000), Address: fmt.Sprint(k)})
	}
	th := b.Thread()
	start := time.Now()
	if alike := th.Lookalikes(); alike[99_999].First != 50_000 {
		t.Errorf("%+v", alike[99_999])
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("took %v", took)
	}
}

func TestTwoWhoAreCalledAnonymousNeedNotBeTheSame(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		poster Author
		want   bool
	}{
		{Author{Name: "Anonymous"}, false},
		{Author{Name: "Anonymous", Address: "!Qx1"}, true},
		{Author{Name: "ann"}, true},
	} {
		var b Builder
		b.Post(Post{Author: c.poster.Name, Address: c.poster.Address})
		b.Add(Post{Level: 1, Author: c.poster.Name, Address: c.poster.Address})
		if got := b.Thread().ByPoster(1); got != c.want {
			t.Errorf("%v: by the poster: %v, want %v", c.poster, got, c.want)
		}
	}
}
