package format

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"skein/thread"
)

// TestAnOddFieldCostsOnlyItself changes every field of every sample that is
// JSON: what is not in that field, or in the comment that it is a field of, is
// there still.
func TestAnOddFieldCostsOnlyItself(t *testing.T) {
	t.Parallel()
	for _, name := range jsonFormats {
		files, err := filepath.Glob(filepath.Join("testdata", name, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			t.Run(filepath.ToSlash(file), func(t *testing.T) {
				t.Parallel()
				data, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				checkOddFields(t, name, data)
			})
		}
	}
}

// oddValues are what stands in a field where something else is expected.
var oddValues = []string{`null`, `-7`, `"\u0000x"`, `1e400`, `[[]]`, `{"x":[1]}`}

func checkOddFields(t *testing.T, name string, data []byte) {
	vs, err := readValues(data)
	if err != nil {
		return // cut on purpose
	}
	whole := commentsIn(mustRead(t, data, name))
	for i := range vs.all {
		field, called := &vs.all[i], value{vs, int32(i)}.name()
		if called == "" || called == "kind" { // what Reddit has behind it is of that kind
			continue
		}
		text, objects := extent(t, data, field), vs.objectsIn(int32(i))
		changed := [][]byte{spliced(data, int(field.name), int(field.name)+len(called), "otherwise")}
		for _, odd := range oddValues {
			changed = append(changed, spliced(data, int(field.start), int(field.start)+len(text), odd))
		}
		for _, data := range changed {
			begun := time.Now()
			th, _ := Read(data, name)
			if th != nil {
				checkThread(t, th)
			}
			if lost := whole - commentsIn(th); lost > objects+1 {
				t.Errorf("%d of %d are lost with %s: %s", lost, whole, called, around(data, int(field.name)))
				break
			}
			if took := time.Since(begun); took > 10*time.Second {
				t.Errorf("%v for %s", took, around(data, int(field.name)))
			}
			Read(data, "")
		}
	}
}

// commentsIn counts what somebody wrote, also the post.
func commentsIn(th *thread.Thread) int {
	n := 0
	for i := range lenOf(th) {
		c := th.At(i)
		if stands := i == 0 || c.Is(thread.Topic); !c.Is(thread.Ghost) && (!stands || c.Author != thread.None) {
			n++
		}
	}
	return n
}

// extent is a value as it is written, with all that is in it.
func extent(t *testing.T, data []byte, v *jsonValue) json.RawMessage {
	t.Helper()
	var raw json.RawMessage
	if err := json.NewDecoder(bytes.NewReader(data[v.start:])).Decode(&raw); err != nil {
		t.Fatal(err)
	}
	return raw
}

// objectsIn counts the objects in a value.
func (vs *values) objectsIn(i int32) int {
	n := 0
	for k := i; k < vs.next(i); k++ {
		if vs.kind(k) == '{' {
			n++
		}
	}
	return n
}

func spliced(data []byte, from, to int, text string) []byte {
	return append(append(append([]byte{}, data[:from]...), text...), data[to:]...)
}

func around(data []byte, at int) []byte { return data[max(at-40, 0):min(at+80, len(data))] }
