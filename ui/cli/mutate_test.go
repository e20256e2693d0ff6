//go:build unix

package cli

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
)

// A mutator damages inputs, the same way whenever it is asked for the same
// name and number.
type mutator struct {
	*rand.Rand
	others [][]byte // to splice in parts of
}

func newMutator(name string, number int, others [][]byte) mutator {
	h := fnv.New64a()
	h.Write([]byte(name))
	return mutator{rand.New(rand.NewPCG(h.Sum64(), uint64(number))), others}
}

// mutant is a copy of data with one to four things done to it.
func (m mutator) mutant(data []byte) []byte {
	data = slices.Clone(data)
	for range 1 + m.IntN(4) {
		data = m.mutate(data)
	}
	return data
}

func (m mutator) mutate(data []byte) []byte {
	if len(data) == 0 {
		return append(data, m.venom()...)
	}
	from, to := m.stretch(data)
	switch m.IntN(8) {
	case 0: // cut off the end
		return data[:from]
	case 1: // cut out a stretch
		return slices.Delete(data, from, to)
	case 2: // flip bits
		for range 1 + m.IntN(8) {
			data[m.IntN(len(data))] ^= 1 << m.IntN(8)
		}
		return data
	case 3: // swap two bytes of a kind that structure is made of
		i, j := m.mark(data), m.mark(data)
		data[i], data[j] = data[j], data[i]
		return data
	case 4: // say a stretch twice
		return slices.Insert(data, m.IntN(len(data)), slices.Clone(data[from:to])...)
	case 5: // splice in a stretch of another file
		other := m.others[m.IntN(len(m.others))]
		if len(other) == 0 {
			return data
		}
		begin, end := m.stretch(other)
		return slices.Replace(data, from, min(from+m.IntN(64), len(data)), other[begin:end]...)
	case 6: // swap two stretches
		half := (to - from) / 2
		for k := range half {
			data[from+k], data[to-half+k] = data[to-half+k], data[from+k]
		}
		return data
	}
	return slices.Insert(data, m.IntN(len(data)+1), m.venom()...)
}

// some is some keys of a journey, in any order.
func (m mutator) some(journey []string) []string {
	const most = 16
	keys := make([]string, 1+m.IntN(most))
	for k := range keys {
		keys[k] = journey[m.IntN(len(journey))]
	}
	return keys
}

// stretch is where a part of data begins and ends: often a short one.
func (m mutator) stretch(data []byte) (from, to int) {
	const short, long = 32, 8 << 10
	size := short
	if m.IntN(4) == 0 {
		size = long
	}
	from = m.IntN(len(data))
	return from, min(from+1+m.IntN(size), len(data))
}

// mark is the place of the first sign of structure behind a random place, or
// that place where none follows soon.
func (m mutator) mark(data []byte) int {
	at := m.IntN(len(data))
	for i, c := range data[at:min(at+200, len(data))] {
		if slices.Contains([]byte("\n<>&\"'{}[]():,=\\"), c) {
			return at + i
		}
	}
	return at
}

// venom is something hostile, written in one of the ways that decoders undo.
func (m mutator) venom() []byte {
	text := hostile[m.IntN(len(hostile))]
	return spellings[m.IntN(len(spellings))](text)
}
