package thread

import "skein/thread/markup"

// Authors are the people of a discussion while it is read: each has a number,
// its index in the Thread's Authors. The zero Authors has nobody.
type Authors struct {
	names  []Author         // by number, clean
	number map[Author]int32 // of everyone, as the source has them and clean
	shelf  Shelf            // their names as they came
}

// A Writer is one of the Authors; the zero Writer is nobody.
type Writer int32 // the number and one

// Writer is who has that name and address. Where only names tell people apart,
// what cleaning takes out of them does so, too: nobody becomes somebody else by
// a blank or an invisible character.
func (a *Authors) Writer(name, address string) Writer {
	return Writer(a.find(name, address) + 1)
}

func (a *Authors) find(name, address string) int32 {
	if name == "" && address == "" {
		return None
	}
	if i, ok := a.number[Author{name, address}]; ok {
		return i
	}
	key := Author{a.shelf.Keep(name), a.shelf.Keep(address)}
	if a.number == nil {
		a.number = map[Author]int32{}
	}
	clean := Author{markup.CleanLine(key.Name), markup.CleanLine(key.Address)}
	raw := key.Name
	if clean.Name == "" {
		clean.Name, clean.Address = clean.Address, ""
		raw = key.Address
	}
	if clean.Name == "" {
		a.number[key] = None
		return None
	}
	i, known := a.number[clean]
	shared := clean.Address != "" || raw == clean.Name
	if !known || !shared {
		i = int32(len(a.names))
		a.names = append(a.names, clean)
	}
	a.number[key] = i
	if shared {
		a.number[clean] = i
	}
	return i
}
