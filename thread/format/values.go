package format

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"time"
	"unsafe"

	"github.com/go-json-experiment/json/jsontext"

	"skein/thread"
	"skein/thread/markup"
)

// values are all values of a JSON text in the order in which they stand: what
// a list or object holds is the run behind it. So nothing is copied, a value
// is stepped over at once, names may come in any order, and where the text
// breaks off all that came before is there.
type values struct {
	data []byte
	all  []jsonValue
}

// A jsonValue says where a value, and the name before it, are written. There is
// one for each value of a text, so what the text itself tells is left to it.
type jsonValue struct {
	start uint32 // with the quote or bracket
	past  uint32 // the end of what is written; of a list or object the index of the first value that is not in it
	name  uint32 // without the quote; 0 where it has none
}

// A value is one value of a JSON text. The zero value stands for one that is
// not there. A value of another type than the one asked for reads as empty,
// since one odd field must not cost a whole thread.
type value struct {
	of *values
	i  int32
}

// readValues reads all values of a JSON text, or of several one behind the
// other. It returns what it got also when the text is damaged.
func readValues(data []byte) (*values, error) {
	if uint64(len(data)) > math.MaxUint32 {
		return &values{}, errors.New("is larger than 4 GiB")
	}
	r := newValueReader(data)
	r.read(math.MaxInt)
	return r.values, r.finish()
}

// kind is what begins value i.
func (vs *values) kind(i int32) jsontext.Kind {
	switch c := vs.data[vs.all[i].start]; c {
	case '{', '[', '"', 't', 'f', 'n':
		return jsontext.Kind(c)
	}
	return '0'
}

// next is the index of the first value behind value i that is not in it.
func (vs *values) next(i int32) int32 {
	v := &vs.all[i]
	if c := vs.data[v.start]; c == '{' || c == '[' {
		return int32(v.past)
	}
	return i + 1
}

// called says whether a member of an object has that name.
func (vs *values) called(i int32, name string) bool {
	from := int(vs.all[i].name)
	to := from + len(name)
	return to < len(vs.data) && vs.data[to] == '"' && string(vs.data[from:to]) == name
}

// documents yields the values that are in no other.
func (vs *values) documents(yield func(value) bool) {
	for i := int32(0); int(i) < len(vs.all); i = vs.next(i) {
		if !yield(value{vs, i}) {
			return
		}
	}
}

// document is the first value of all.
func (vs *values) document() value {
	if len(vs.all) == 0 {
		return value{}
	}
	return value{vs, 0}
}

// documents yields all values of the text that are in no other.
func (v value) documents(yield func(value) bool) {
	if v.of != nil {
		v.of.documents(yield)
	}
}

// kind is what begins the value: '{', '[', '"', '0', 't', 'f', 'n', or 0 where
// there is none.
func (v value) kind() jsontext.Kind {
	if v.of == nil {
		return 0
	}
	return v.of.kind(v.i)
}

// there says whether the value is there and not null.
func (v value) there() bool { return v.of != nil && v.kind() != 'n' }

// within yields what stands directly in a list or object of the given kind.
func (v value) within(kind jsontext.Kind, yield func(value) bool) {
	if v.of == nil || v.kind() != kind {
		return
	}
	for i, past := v.i+1, v.of.next(v.i); i < past; i = v.of.next(i) {
		if !yield(value{v.of, i}) {
			return
		}
	}
}

// elements yields the elements of a list.
func (v value) elements(yield func(value) bool) { v.within('[', yield) }

// members yields the members of an object.
func (v value) members(yield func(name string, v value) bool) {
	v.within('{', func(m value) bool { return yield(m.name(), m) })
}

// entries yields what stands directly in a list or an object.
func (v value) entries(yield func(value) bool) { v.within(v.kind(), yield) }

// count is the number of entries of a list or an object.
func (v value) count() int {
	n := 0
	for range v.entries {
		n++
	}
	return n
}

// name is what the value is called in its object.
func (v value) name() string {
	from := v.of.all[v.i].name
	if from == 0 {
		return ""
	}
	quoted := v.of.data[from:]
	for to := 0; to < len(quoted); to++ {
		switch quoted[to] {
		case '\\':
			to++
		case '"':
			return alias(quoted[:to])
		}
	}
	return ""
}

// at is the value that one gets to by these names of members.
func (v value) at(names ...string) value {
	for _, name := range names {
		v = v.member(name)
	}
	return v
}

// member is an object's member of that name; of two the later counts.
func (v value) member(name string) (found value) {
	if v.kind() != '{' {
		return value{}
	}
	for i, past := v.i+1, v.of.next(v.i); i < past; i = v.of.next(i) {
		if v.of.called(i, name) {
			found = value{v.of, i}
		}
	}
	return found
}

// has says whether the value is an object with members of all these names.
func (v value) has(names ...string) bool {
	for _, name := range names {
		if v.at(name).of == nil {
			return false
		}
	}
	return v.kind() == '{'
}

// first is the first element of a list.
func (v value) first() value {
	for e := range v.elements {
		return e
	}
	return value{}
}

// literal is a string, number, true, false or null as it is written.
func (v value) literal() string {
	switch v.kind() {
	case 0, '{', '[':
		return ""
	}
	at := &v.of.all[v.i]
	return alias(v.of.data[at.start:at.past])
}

// text is a string, or a number as it is written.
func (v value) text() string {
	switch v.kind() {
	case '0':
		return v.literal()
	case '"':
		quoted := v.literal()
		if strings.IndexByte(quoted, '\\') < 0 {
			return quoted[1 : len(quoted)-1]
		}
		out, _ := jsontext.AppendUnquote(make([]byte, 0, len(quoted)), quoted) // what is no UTF-8 becomes U+FFFD
		return alias(out)
	}
	return ""
}

// body is a string that stays as it is written.
func (v value) body(kind markup.Kind) markup.Body {
	if v.kind() != '"' {
		return markup.Body{}
	}
	raw := v.literal()
	raw = raw[1 : len(raw)-1]
	if strings.IndexByte(raw, '\\') >= 0 {
		kind |= markup.JSON
	}
	return markup.Body{Raw: raw, Kind: kind}
}

// number is a whole number, also one within a string, and whether it is one.
func (v value) number() (int64, bool) { return wholeNumber(v.text()) }

// amount is a number that counts something, 0 where it is none.
func (v value) amount() int {
	const most = 1 << 30
	n, _ := v.number()
	return int(min(max(n, 0), most))
}

// flag is true where the value is.
func (v value) flag() bool { return v.kind() == 't' }

// time is a date in words or the seconds since 1970.
func (v value) time() (time.Time, thread.ZoneKnown) {
	if v.kind() == '"' {
		if t, zone, ok := parseTime(v.text()); ok {
			return t, zone
		}
	}
	if n, ok := v.number(); ok && n > 0 && n < endOfTime {
		return time.Unix(n, 0).UTC(), thread.KnownZone
	}
	return time.Time{}, thread.LocalTime
}

// score gives a post the points that a value holds.
func (v value) score(p *thread.Post) {
	if n, ok := v.number(); ok {
		p.Score, p.Flags = int(n), p.Flags|thread.Scored
	}
}

// or is the value, or another where it is not there.
func (v value) or(other value) value {
	if v.there() {
		return v
	}
	return other
}

func wholeNumber(text string) (int64, bool) {
	if text == "" { // the most frequent of what is none, and errors take memory
		return 0, false
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n, true
	}
	f, err := strconv.ParseFloat(text, 64)
	return int64(f), err == nil && f > -1<<53 && f < 1<<53
}

// alias is a string that shares its bytes with an input, which never changes.
func alias(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	return unsafe.String(&b[0], len(b))
}
