package format

import (
	"math"

	"github.com/go-json-experiment/json/jsontext"
)

// A valueReader gathers values from tokens.
type valueReader struct {
	*tokens
	*values
	perList int         // how many elements of a list it takes, all others it skips
	open    []openValue // the lists and objects whose end has not come yet
	skipped bool        // there was such an element
	name    uint32      // where that of the next value is, if it was read; else 0
}

// An openValue is a list or object while it is read.
type openValue struct {
	index    int32
	kind     jsontext.Kind
	elements int // of a list, so far
}

func newValueReader(data []byte) *valueReader {
	return &valueReader{tokens: newTokens(data), values: &values{data: data}, perList: math.MaxInt}
}

// read goes on to the end, or until there are so many values.
func (r *valueReader) read(most int) {
	for len(r.all) < most {
		k := r.peek()
		if k == 0 {
			break
		}
		r.take(k)
	}
	for len(r.open) > 0 {
		r.close()
	}
}

// take goes over one token.
func (r *valueReader) take(k jsontext.Kind) {
	switch {
	case k == '}' || k == ']':
		if r.step(); r.err == nil {
			r.close()
		}
	case k == '"' && r.name == 0 && r.in('{'):
		if length := len(r.literal()); r.err == nil {
			r.name = r.offset() - uint32(length-len(`"`))
		}
	case r.tooMany():
		r.skipped = true
		r.skip()
	case k == '{' || k == '[':
		if r.step(); r.err == nil {
			r.open = append(r.open, openValue{int32(len(r.all)), k, 0})
			r.add(1)
		}
	default:
		if length := len(r.literal()); r.err == nil {
			r.add(length)
		}
	}
}

func (r *valueReader) offset() uint32 { return uint32(r.dec.InputOffset()) }

// in says whether the innermost open value is of a kind.
func (r *valueReader) in(kind jsontext.Kind) bool {
	n := len(r.open)
	return n > 0 && r.open[n-1].kind == kind
}

// tooMany counts the elements of the innermost list and says whether it has
// more than are taken.
func (r *valueReader) tooMany() bool {
	if !r.in('[') {
		return false
	}
	list := &r.open[len(r.open)-1]
	list.elements++
	return list.elements > r.perList
}

// add appends a value of which so many bytes were just read.
func (r *valueReader) add(length int) {
	end := r.offset()
	v := jsonValue{start: end - uint32(length), past: end, name: r.name}
	r.name = 0
	if n := len(r.all); n == cap(r.all) && n >= sample {
		left := float64(len(r.values.data)-int(end)) / float64(end)
		more := int(float64(n) * min(left+slack, mostGrowth))
		all := make([]jsonValue, n, n+more) // slices.Grow would write to all of it, and nobody has a turn meanwhile
		copy(all, r.all)
		r.all = all
	}
	r.all = append(r.all, v)
}

// From so many values on, room is made for as many more as the rest of the
// text holds if it is like what was read, and for some too many rather than too
// few; but for no more than so many times those that there are.
const (
	sample     = 1 << 12
	slack      = 0.1
	mostGrowth = 8
)

func (r *valueReader) close() {
	last := len(r.open) - 1
	r.all[r.open[last].index].past = uint32(len(r.all))
	r.open, r.name = r.open[:last], 0
}

// glance is what stands near the start of a JSON text: of its first document
// the first values, of lists only the first elements. It is empty for what is
// no list or object.
func glance(data []byte) value {
	const enough, most, perList = 64 << 10, 1000, 8
	const few, long = 64, 16 << 20
	look := func(data []byte) *valueReader {
		r := newValueReader(data)
		if k := r.peek(); k == '{' || k == '[' {
			r.perList = perList
			r.read(most)
		}
		return r
	}
	r := look(data[:min(len(data), enough)])
	if n := len(r.all); n > 0 && n < few && !r.skipped && len(data) > enough { // a long text stands before all else
		r = look(data[:min(len(data), long)])
	}
	return r.document()
}
