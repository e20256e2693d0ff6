package plaintext

import (
	"strings"

	"skein/thread/format/dates"
	"skein/thread/format/lexicon"
)

// findHeadedPosts finds the posts of a forum that has number and date above the
// name, as dumps of FluxBB and PunBB have them, and says whether there are some.
// Below the name stands what is told of its owner:
//
//	#2 2014-09-27 18:03:02
//
//	Ann Bee
//	    Member
//	    Posts: 99
//
//	Re: The well
//
// The first is what the others answer, unless its number is another.
func (p *page) findHeadedPosts() bool {
	const several, tries = 3, 4
	var all, found []*header
	numbers := map[*header]int{}
	for i := 0; i+1 < len(p.lines); i++ {
		n, when, ok := headsPost(p.lines[i].Text)
		name := p.lines[i+1].Text
		if !ok || !PossibleName(name) || lexicon.OnlyDigits(name) {
			continue
		}
		h := &header{kind: bareHeader, date: when, author: CleanName(name), line: i, body: i + 2}
		for h.body < len(p.lines) && p.lines[h.body].Gap() == 0 {
			h.body++
		}
		all = append(all, h)
		numbers[h] = n
	}
	for k := range min(len(all), tries) { // a text may have such a line, too
		chain := all[k : k+1 : k+1]
		for _, h := range all[k+1:] {
			if numbers[h] == numbers[chain[0]]+len(chain) {
				chain = append(chain, h)
			}
		}
		if len(chain) > len(found) {
			found = chain
		}
	}
	if len(found) < several {
		return false
	}
	p.takePosts(found, numbers[found[0]] == 1)
	return true
}

// headsPost reads the number and the date of a post that have a line for
// themselves.
func headsPost(s string) (n int, when dates.Date, ok bool) {
	const longest = 48
	if len(s) > longest || !strings.HasPrefix(s, "#") {
		return 0, when, false
	}
	number, date, _ := strings.Cut(s, " ")
	if n, ok = postNumber(number); !ok || !maySayWhen(date) {
		return 0, when, false
	}
	h := readHeader(date)
	return n, h.date, h.kind == dateHeader
}
