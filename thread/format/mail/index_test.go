package mail

import (
	"fmt"
	"testing"
)

func TestIDsOfOneHashAreTold(t *testing.T) {
	t.Parallel()
	var b Box
	const ids, hashes = 1000, 3
	for i := range ids {
		id, hash := fmt.Sprint(i), uint32(i%hashes)
		b.ids.room(1)
		at, place := b.look(id, hash)
		if at != none {
			t.Fatalf("%s is there before it is put: %d", id, at)
		}
		b.ids.put(place, hash, int32(i))
		b.messages = append(b.messages, &kept{letter: letter{id: id}})
	}
	for i := range ids {
		if at, _ := b.look(fmt.Sprint(i), uint32(i%hashes)); int(at) != i {
			t.Errorf("%d is %d", i, at)
		}
	}
	if at, _ := b.look("1", 2); at != none {
		t.Errorf("an id with another's hash is %d", at)
	}
}
