package ui

import "slices"

// folds is the set of folded comments, by number. It is never changed once
// made, so that undoing is keeping the old one.
type folds []uint64

func (f folds) has(number int) bool {
	word := number / 64
	return word < len(f) && f[word]&(1<<(number%64)) != 0
}

// same says whether both sets hold the same numbers.
func (f folds) same(g folds) bool {
	if len(f) > len(g) {
		f, g = g, f
	}
	return slices.Equal(f, g[:len(f)]) && !slices.ContainsFunc(g[len(f):], func(word uint64) bool { return word != 0 })
}

// edit is a copy with room for the numbers below n, to be changed before it
// is used.
func (f folds) edit(n int) folds {
	c := make(folds, max((n+63)/64, len(f)))
	copy(c, f)
	return c
}

func (f folds) set(number int)   { f[number/64] |= 1 << (number % 64) }
func (f folds) clear(number int) { f[number/64] &^= 1 << (number % 64) }
