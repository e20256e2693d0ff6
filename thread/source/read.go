package source

import (
	"context"
	"errors"
	"io"
	"slices"
)

// readAll reads r to its end, or until there are more than max bytes or ctx is
// done. Size is a guess at the length. When r breaks off, what came before is
// there beside the error. Arrived, if not nil, is given what has come after
// each piece.
func readAll(ctx context.Context, r io.Reader, size, max int64, arrived func([]byte)) ([]byte, error) {
	const spare = 512 // room to see the end without growing
	data := make([]byte, 0, min(size, max)+spare)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case int64(len(data)) > max:
			return nil, ErrTooLarge
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return data, plain(err)
		}
		if arrived != nil {
			arrived(data)
		}
		if len(data) == cap(data) {
			data = roomier(data, max+spare)
		}
	}
}

// roomier is data with room for more, at most max bytes. What is long moves
// once only, and what came before stays where others may be looking at it.
func roomier(data []byte, max int64) []byte {
	if len(data) >= worthMapping {
		if all, err := room(max); err == nil {
			return all[:copy(all, data)]
		}
	}
	return slices.Grow(data, 1)
}
