package source

import (
	"strings"
	"testing"
)

// TestReleasedBytesStayValid reads a mapped file twice, and gives its memory
// back in between.
func TestReleasedBytesStayValid(t *testing.T) {
	// Not parallel: what it measures is of the whole process.
	text := strings.Repeat("a line of a thread\n", worthMappingInTests*4/19)
	in, err := Open(file(t, text), nil)
	if err != nil {
		t.Fatal(err)
	}
	in.Release() // nothing yet
	data, err := in.Read(t.Context(), 0)
	if err != nil || string(data) != text {
		t.Fatalf("%d bytes of %d, %v", len(data), len(text), err)
	}
	for name, release := range map[string]func(){"release": in.Release, "spare": in.Spare} {
		before := residentFiles(t)
		release()
		if freed := before - residentFiles(t); freed < worthMappingInTests {
			t.Errorf("%s: %d bytes less are in memory", name, freed)
		}
		if string(data) != text {
			t.Errorf("%s: the bytes are others", name)
		}
	}
}

// TestLittleIsSpared has a file in memory: as what was there before, and as
// what came since.
func TestLittleIsSpared(t *testing.T) {
	// Not parallel: what it measures is of the whole process.
	text := strings.Repeat("a line of a thread\n", worthMappingInTests/19+1)
	in, err := Open(file(t, text), nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := in.Read(t.Context(), 0)
	if err != nil || string(data) != text {
		t.Fatalf("%d bytes of %d, %v", len(data), len(text), err)
	}
	held := residentFiles(t)
	in.resident = held
	if in.Spare(); residentFiles(t) < held {
		t.Errorf("%d bytes less are in memory, and none had come", held-residentFiles(t))
	}
	in.resident = held - len(data)/2
	if in.Spare(); held-residentFiles(t) < len(data)/2 {
		t.Errorf("%d bytes less are in memory, and half of %d had come", held-residentFiles(t), len(data))
	}
}

// residentFiles is how many bytes of files are in the memory of the process.
func residentFiles(t *testing.T) int {
	t.Helper()
	bytes, known := resident()
	if !known {
		t.Skip("the system does not say")
	}
	return bytes
}
