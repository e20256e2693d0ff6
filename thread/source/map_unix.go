//go:build unix

package source

import (
	"os"

	"golang.org/x/sys/unix"
)

// worthMapping is the size in bytes from which a file is mapped: below it,
// reading takes less than a millisecond and is safe against truncation.
const worthMapping = 1 << 20

// mapped is the file's bytes, read by the system as they are looked at.
func mapped(f *os.File, size int64) ([]byte, error) {
	if int64(int(size)) != size {
		return nil, unix.EFBIG
	}
	return unix.Mmap(int(f.Fd()), 0, int(size), unix.PROT_READ, unix.MAP_PRIVATE)
}

// room is memory for size bytes, of which the system gives what is written to.
func room(size int64) ([]byte, error) {
	if int64(int(size)) != size {
		return nil, unix.EFBIG
	}
	return unix.Mmap(-1, 0, int(size), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_ANON|unix.MAP_PRIVATE)
}

// release gives back the memory of what was looked at of a mapped file. The
// system may have it in its cache still.
func release(mapped []byte) { _ = unix.Madvise(mapped, unix.MADV_DONTNEED) }
