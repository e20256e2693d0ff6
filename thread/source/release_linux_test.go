package source

import (
	"os"
	"strconv"
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
	before := residentFiles(t)
	in.Release()
	if freed := before - residentFiles(t); freed < worthMappingInTests {
		t.Errorf("%d bytes less are in memory", freed)
	}
	if string(data) != text {
		t.Error("the bytes are others")
	}
}

// residentFiles is how many bytes of files are in the memory of the process.
func residentFiles(t *testing.T) int {
	t.Helper()
	statm, err := os.ReadFile("/proc/self/statm") // see proc_pid_statm(5)
	if err != nil {
		t.Skip(err)
	}
	pages, err := strconv.Atoi(strings.Fields(string(statm))[2])
	if err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize()
}
