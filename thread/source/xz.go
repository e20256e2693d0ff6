package source

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"

	"github.com/ulikunitz/xz"
)

// xzMagic begins every xz stream,
// see https://tukaani.org/xz/xz-file-format.txt, section 2.1.1.1.
const xzMagic = "\xfd7zXZ\x00"

var errXzMemory = errors.New("a block needs more than 128 MiB of memory")

// An xzReader unpacks data. The library takes a file that is cut between two
// parts of a stream for whole; this one looks for the end.
type xzReader struct {
	*xz.Reader
	data []byte
}

func openXz(data []byte) (io.Reader, error) {
	if err := checkXz(data); err != nil {
		return nil, err
	}
	r, err := xz.NewReader(bytes.NewReader(data))
	return xzReader{r, data}, err
}

func (r xzReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if errors.Is(err, io.EOF) && !bytes.HasSuffix(bytes.TrimRight(r.data, "\x00"), []byte("YZ")) {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// checkXz refuses a file in which a block asks for a very large dictionary: the
// decoder allocates it before the block has shown anything. (The xz tool's
// highest level asks for 64 MiB.)
//
// Where blocks begin is known only by unpacking, but they begin at multiples
// of four, and their headers bear a checksum: nothing else is taken for one.
func checkXz(data []byte) error {
	for i := 0; i+8 <= len(data); i += 4 {
		if xzDictionaryTooLarge(data[i:]) {
			return errXzMemory
		}
	}
	return nil
}

// xzDictionaryTooLarge says whether data begins with a block header, section
// 3.1 of the format, whose LZMA2 filter has a dictionary above 128 MiB.
func xzDictionaryTooLarge(data []byte) bool {
	const (
		reserved = 0x3c // of the flags
		lzma2    = 0x21
		largest  = 30 // 128 MiB as section 5.3.1 writes it
	)
	flags := data[1]
	size := (int(data[0]) + 1) * 4 // of the header
	if data[0] == 0 || flags&reserved != 0 || size > len(data) {
		return false
	}
	header, sum := data[:size-4], binary.LittleEndian.Uint32(data[size-4:])
	rest := header[2:]
	for _, given := range []bool{flags&0x40 != 0, flags&0x80 != 0} { // the sizes of the block
		if !given {
			continue
		}
		_, n := binary.Uvarint(rest)
		if n <= 0 {
			return false
		}
		rest = rest[n:]
	}
	if len(rest) < 3 || rest[0] != lzma2 || rest[1] != 1 || rest[2] <= largest {
		return false
	}
	return crc32.ChecksumIEEE(header) == sum
}
