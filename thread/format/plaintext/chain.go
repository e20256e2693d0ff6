package plaintext

import (
	"slices"
	"strconv"
)

// judgeNumbers looks for the numbers of the top-level comments, which follow
// each other, and doubts those in their column that do not. It says whether
// the page has such numbers.
func judgeNumbers(own []*header) bool {
	numbered, chain := []int(nil), []int(nil)
	best := 0.0
	for _, column := range []func(*header) int{leftEdge, rightEdge} {
		inColumn := topNumbers(own, column)
		if c, worth := longestChain(own, inColumn); worth > best {
			numbered, chain, best = inColumn, c, worth
		}
	}
	if len(chain) < 2 || 2*len(chain) < len(numbered) {
		return len(chain) == 1 && len(own) == 1 && own[0].mark.number == 1
	}
	for _, i := range numbered {
		own[i].doubt += 2
	}
	for _, i := range chain {
		own[i].doubt = min(own[i].doubt, 4) - 5
	}
	judgeNested(own)
	return true
}

// Numbers stand one below the other with their first or their last digit.
func leftEdge(h *header) int  { return h.column }
func rightEdge(h *header) int { return h.column + len(strconv.Itoa(h.mark.number)) }

// topNumbers are the numbered candidates in the leftmost column.
func topNumbers(own []*header, column func(*header) int) []int {
	first := -1
	for i, h := range own {
		if h.mark.kind == "1" && h.doubt < doubtful && (first < 0 || h.column < own[first].column) {
			first = i
		}
	}
	if first < 0 {
		return nil
	}
	var numbered []int
	for i := range own {
		if h := own[i]; h.mark.kind == "1" && h.mark.parts == 1 && column(h) == column(own[first]) {
			numbered = append(numbered, i)
		}
	}
	return numbered
}

// near is how many columns right-aligned numbers may stand apart.
const near = 2

// longestChain is the run of numbers, up or down by one, that has the least
// doubt. Where numbers are missing it goes on at a price.
func longestChain(own []*header, numbered []int) (chain []int, worth float64) {
	up, worthUp := chainBy(own, numbered, 1)
	down, worthDown := chainBy(own, numbered, -1)
	if worthDown > worthUp {
		return down, worthDown
	}
	return up, worthUp
}

func chainBy(own []*header, numbered []int, step int) ([]int, float64) {
	const bonus, price = 3.0, 2.0
	worth := make([]float64, len(numbered))
	before := make([]int, len(numbered))
	byNumber := map[int]int{} // the best chain that ends in a number
	best := -1
	for k, i := range numbered {
		h := own[i]
		worth[k], before[k] = bonus-h.doubt, -1
		if j, ok := byNumber[h.mark.number-step]; ok && worth[j] > 0 {
			worth[k], before[k] = worth[k]+worth[j], j
		} else if best >= 0 && step*(h.mark.number-own[numbered[best]].mark.number) > 0 && worth[best] > price {
			worth[k], before[k] = worth[k]+worth[best]-price, best
		}
		if j, ok := byNumber[h.mark.number]; !ok || worth[k] > worth[j] {
			byNumber[h.mark.number] = k
		}
		if best < 0 || worth[k] > worth[best] {
			best = k
		}
	}
	var chain []int
	for k := best; k >= 0; k = before[k] {
		chain = append(chain, numbered[k])
	}
	slices.Reverse(chain)
	if best < 0 {
		return nil, 0
	}
	return chain, worth[best]
}

// fillGaps adds the numbered entries that are written differently, such as
// `3. Pingback: …` between comments 2 and 4.
func fillGaps(headers, all []*header) []*header {
	filled := make([]*header, 0, len(headers))
	k := 0
	last := -1 // the last header of the top-level numbers
	for i, h := range headers {
		if last >= 0 && h.mark.kind == "1" && h.mark.number == headers[last].mark.number+2 && h.column <= headers[last].column+near {
			for k < len(all) && all[k].line < headers[last].line {
				k++
			}
			missing := headers[last].mark.number + 1
			for ; k < len(all) && all[k].line < h.line; k++ {
				c := *all[k]
				near := c.column <= h.column+near && c.column >= h.column-near
				if c.mark.kind == "1" && c.mark.number == missing && near && c.line > filled[len(filled)-1].line {
					c.doubt = 0
					filled = append(filled, &c)
					break
				}
			}
		}
		filled = append(filled, h)
		if h.mark.kind == "1" && (last < 0 || h.column <= headers[last].column+near) {
			last = i
		}
	}
	return filled
}

// judgeNested doubts numbers below the top level that begin in the middle:
// the replies to one comment are counted from 1 on.
func judgeNested(own []*header) {
	type rung struct{ column, number int }
	var path []rung // the entries that are open
	for _, h := range own {
		for len(path) > 0 && path[len(path)-1].column > h.column {
			path = path[:len(path)-1]
		}
		before := rung{h.column, 0}
		if n := len(path); n > 0 && path[n-1].column == h.column {
			before, path = path[n-1], path[:n-1]
		}
		if h.mark.kind == "1" && h.mark.parts == 1 && h.doubt >= 0 && h.mark.number != before.number+1 {
			h.doubt++
		}
		path = append(path, rung{h.column, h.mark.number})
	}
}
