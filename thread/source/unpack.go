package source

import (
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// A packing is a way to compress a file.
type packing struct {
	name  string
	magic []string // what its files begin with: one of these
	open  func(data []byte) (io.Reader, error)
}

// packings are told by their content, never by a name: a mail archive that
// came as .gz is often called .txt.
var packings = []packing{
	{"gzip", []string{"\x1f\x8b\x08"}, openGzip},
	{"bzip2", bzip2Magic(), openBzip2},
	{"xz", []string{xzMagic}, openXz},
	{"zstd", []string{"\x28\xb5\x2f\xfd"}, openZstd},
}

// bzip2Magic is the nine sizes that a block may have, each before a first
// block. "BZh" alone would take text.
func bzip2Magic() []string {
	var all []string
	for size := '1'; size <= '9'; size++ {
		all = append(all, fmt.Sprintf("BZh%c1AY&SY", size))
	}
	return all
}

// packingOf is how data is compressed, nil where it is not.
func packingOf(data []byte) *packing {
	for i, p := range packings {
		for _, magic := range p.magic {
			if bytes.HasPrefix(data, []byte(magic)) {
				return &packings[i]
			}
		}
	}
	return nil
}

// unpack is data as it was before it was compressed, or data itself where it
// was not. It has at most max bytes. A damaged file gives what came before the
// damage, and an error. See readAll for arrived.
func unpack(ctx context.Context, data []byte, max int64, arrived func([]byte)) ([]byte, error) {
	p := packingOf(data)
	if p == nil {
		return data, nil
	}
	r, err := p.open(data)
	if err != nil {
		return nil, p.damaged(err)
	}
	const usual = 4 // text gets smaller by that much
	plain, err := readAll(ctx, r, int64(len(data))*usual, max, arrived)
	switch {
	case err == nil:
		return plain, nil
	case errors.Is(err, ErrTooLarge):
		return nil, fmt.Errorf("%w when unpacked", ErrTooLarge)
	case ctx.Err() != nil:
		return nil, err
	}
	return plain, p.damaged(err)
}

// damaged says that a file is not what its packing promises.
func (p *packing) damaged(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fmt.Errorf("%s: the file is cut off", p.name)
	case errors.Is(err, zstd.ErrWindowSizeExceeded), errors.Is(err, zstd.ErrDecoderSizeExceeded):
		return fmt.Errorf("%s: unpacking needs more memory than is allowed", p.name)
	}
	return fmt.Errorf("%s: the file is damaged: %w", p.name, err)
}

func openGzip(data []byte) (io.Reader, error) {
	return gzip.NewReader(bytes.NewReader(data))
}

func openBzip2(data []byte) (io.Reader, error) {
	return bzip2.NewReader(bytes.NewReader(data)), nil
}

// openZstd bounds the window, which is memory that a file asks for before it
// has shown anything: 128 MiB is what the zstd tool allows as well.
func openZstd(data []byte) (io.Reader, error) {
	const window = 128 << 20
	return zstd.NewReader(bytes.NewReader(data),
		zstd.WithDecoderConcurrency(1), // no goroutines, so nothing to close
		zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(window))
}
