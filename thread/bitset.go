package thread

import "math/bits"

// A bitset is a set of small numbers: comments, authors, bytes of a text.
type bitset []uint64

// newBitset has room for the numbers below n.
func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

// has says whether i is in the set.
func (b bitset) has(i int) bool {
	return i>>6 < len(b) && b[i>>6]&(1<<(i&63)) != 0
}

// set puts i into the set, which grows where it must.
func (b *bitset) set(i int) {
	for i>>6 >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[i>>6] |= 1 << (i & 63)
}

// count is how many are in the set.
func (b bitset) count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// next is the first in the set in [i, end), end where there is none.
func (b bitset) next(i, end int) int {
	for i < end && i>>6 < len(b) {
		if word := b[i>>6] >> (i & 63); word != 0 {
			return min(i+bits.TrailingZeros64(word), end)
		}
		i = (i>>6 + 1) << 6
	}
	return end
}

// and is what is in both.
func (b bitset) and(c bitset) bitset {
	both := make(bitset, min(len(b), len(c)))
	for w := range both {
		both[w] = b[w] & c[w]
	}
	return both
}

// or is what is in one of them.
func (b bitset) or(c bitset) bitset {
	either := make(bitset, max(len(b), len(c)))
	copy(either, b)
	for w := range c {
		either[w] |= c[w]
	}
	return either
}

// list is what is in the set, ascending.
func (b bitset) list() []int32 {
	all := make([]int32, 0, b.count())
	for w, word := range b {
		for ; word != 0; word &= word - 1 {
			all = append(all, int32(w<<6+bits.TrailingZeros64(word)))
		}
	}
	return all
}
