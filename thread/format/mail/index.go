package mail

import (
	"hash/maphash"
	"slices"
)

// An index finds messages by their ids. It is a hash table with linear probing
// that holds no ids, so it is small and no work for the garbage collector, and
// to find a place for an id is to know whether it is there.
type index struct {
	slots []slot // a power of two, of which a quarter is free; nil before the first
	used  int
}

// A slot is where a message may be noted.
type slot struct {
	hash    uint32 // of its id
	message int32  // none in a free one
}

// room makes room for n more messages.
func (x *index) room(n int) {
	const fewest = 1 << 6
	size := max(len(x.slots), fewest)
	for (x.used+n)*4 > size*3 {
		size *= 2
	}
	if size == len(x.slots) {
		return
	}
	old := x.slots
	x.slots = slices.Repeat([]slot{{message: none}}, size)
	for _, s := range old {
		if s.message != none {
			place := x.first(s.hash)
			for x.slots[place].message != none {
				place = x.next(place)
			}
			x.slots[place] = s
		}
	}
}

// first is the first place for a hash.
func (x *index) first(hash uint32) int { return int(hash) & (len(x.slots) - 1) }

// next is the place to look in after another.
func (x *index) next(place int) int { return (place + 1) & (len(x.slots) - 1) }

// put notes a message at a free place.
func (x *index) put(place int, hash uint32, message int32) {
	x.slots[place] = slot{hash, message}
	x.used++
}

// look is the message of an id, or none and the place for it.
func (b *Box) look(id string, hash uint32) (message int32, place int) {
	for place = b.ids.first(hash); ; place = b.ids.next(place) {
		s := b.ids.slots[place]
		if s.message == none || s.hash == hash && b.messages[s.message].id == id {
			return s.message, place
		}
	}
}

// find is the message of an id, or none.
func (b *Box) find(id string) int32 {
	message, _ := b.look(id, idHash(id))
	return message
}

// idHash is the hash by which an index knows an id.
func idHash(id string) uint32 { return uint32(maphash.String(seed, id)) }

var seed = maphash.MakeSeed()
