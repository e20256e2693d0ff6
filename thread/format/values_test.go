package format

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// plainly makes of a value what the standard library decodes it to.
func plainly(v value) any {
	switch v.kind() {
	case '{':
		object := map[string]any{}
		for name, m := range v.members {
			object[name] = plainly(m)
		}
		return object
	case '[':
		list := []any{}
		for e := range v.elements {
			list = append(list, plainly(e))
		}
		return list
	case '"':
		return v.text()
	case '0':
		return json.Number(v.text())
	case 't', 'f':
		return v.flag()
	}
	return nil
}

func TestValuesAreWhatTheStandardLibraryDecodes(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{}`, `[]`, `""`, `0`, `null`, `true`,
		`{"a":{"b":[1,2.5,-3e4,"x\n\u00e9",[],{}],"":null},"c":false,"c":[[[]],"last"]}`,
		" [ \"a\" , { \"b\" : \"\" } ]\n",
	} {
		vs, err := readValues([]byte(text))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		var want any
		if err := d.Decode(&want); err != nil {
			t.Fatal(err)
		}
		if got := plainly(vs.document()); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}

func TestAValueThatIsNotThereIsEmpty(t *testing.T) {
	t.Parallel()
	vs, _ := readValues([]byte(`{"a":[1],"b":"x"}`))
	doc := vs.document()
	for _, v := range []value{{}, doc.at("c"), doc.at("a", "b"), doc.at("b", "x", "y"), doc.at("a").first().at("z")} {
		if v.there() || v.text() != "" || v.count() != 0 || v.has("a") || v.flag() || v.amount() != 0 || !v.body(0).Empty() || v.literal() != "" {
			t.Errorf("%v is something", v)
		}
	}
	if !doc.has("a", "b") || doc.has("a", "c") || doc.at("a").first().amount() != 1 {
		t.Error("what is there is not found")
	}
}

func TestDocumentsStandOneBehindTheOther(t *testing.T) {
	t.Parallel()
	vs, err := readValues([]byte("{\"a\":[1,2]}\n[3]\n4"))
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for doc := range vs.documents {
		kinds = append(kinds, doc.kind().String())
	}
	if got := strings.Join(kinds, " "); got != "{ [ number" {
		t.Errorf("got %s", got)
	}
}

func TestValuesBreakOffWithTheText(t *testing.T) {
	t.Parallel()
	const text = `{"a":[{"b":"x"},{"b":"y"}],"c":{"d":12}}`
	for cut := 1; cut < len(text); cut++ {
		vs, err := readValues([]byte(text[:cut]))
		var at *SyntaxError
		if !errors.As(err, &at) || !errors.Is(err, io.ErrUnexpectedEOF) || at.Offset != int64(cut) {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if n := vs.document().at("a").count(); cut > strings.Index(text, `,{"b"`) && n == 0 {
			t.Fatalf("cut at %d: the first element is lost", cut)
		}
	}
}

func TestAGlanceSeesBehindLongListsAndTexts(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 1<<20)
	list := "[" + strings.Repeat(`{"id":1,"names":["a","b"]},`, 1000) + "0]"
	for _, text := range []string{
		`{"body":"` + long + `","last":1}`,
		`{"list":` + list + `,"last":1}`,
		`{"deep":{"list":` + list + `},"last":1}`,
	} {
		if !glance([]byte(text)).has("last") {
			t.Errorf("%.30s… ends too early", text)
		}
	}
	if glance([]byte("hello {}")).there() || glance([]byte(`"x"`)).there() {
		t.Error("a text is taken for JSON")
	}
}

func FuzzReadValues(f *testing.F) {
	for path, data := range samples(f) {
		if strings.HasSuffix(path, ".json") {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		vs, err := readValues(data)
		for i, v := range vs.all {
			next := vs.next(int32(i))
			if next <= int32(i) || int(next) > len(vs.all) || v.start >= uint32(len(data)) || v.name >= max(v.start, 1) {
				t.Fatalf("value %d of %d: %+v", i, len(vs.all), v)
			}
			if k := vs.kind(int32(i)); k != '{' && k != '[' && (v.past <= v.start || v.past > uint32(len(data))) {
				t.Fatalf("value %d of %d: %+v", i, len(vs.all), v)
			}
		}
		if err != nil || !utf8.Valid(data) {
			return
		}
		docs := slices.Collect(vs.documents)
		d := json.NewDecoder(strings.NewReader(string(data)))
		d.UseNumber()
		for _, doc := range docs {
			var want any
			if err := d.Decode(&want); err != nil {
				return // duplicate names and the like are the decoders' own matter
			}
			if got, ok := plainly(doc).(map[string]any); ok && !sameNames(got, want) {
				t.Fatalf("got %v, want %v", got, want)
			}
		}
	})
}

// sameNames says whether an object has the members of another, but for names
// that are written with escapes.
func sameNames(got map[string]any, want any) bool {
	object, ok := want.(map[string]any)
	if !ok {
		return false
	}
	for name := range maps.Keys(got) {
		if _, ok := object[name]; !ok && !strings.Contains(name, `\`) {
			return false
		}
	}
	return true
}

func BenchmarkReadValues(b *testing.B) {
	data := []byte("[" + strings.Repeat(`{"id":12,"author":"ann","text":"`+strings.Repeat("word ", 40)+`","points":null,"list":[1,2,3]},`, 4000) + "0]")
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := readValues(data); err != nil {
			b.Fatal(err)
		}
	}
}
