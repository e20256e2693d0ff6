package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// ladder is what the packed samples hold, and packedLadder what the bzip2 tool makes
// of it: the library only reads.
const (
	ladder       = "Who keeps the ladder?\n"
	packedLadder = "425a683931415926535963e24ba3000002db800010400000008080264cdc00200022269a604da0a60003b4e02dcd7ee13002652c4d17724538509063e24ba3"
)

// packed is text, or ladder where there is no packer, as each packing has it.
func packed(t testing.TB, text string) map[string][]byte {
	t.Helper()
	bz, err := hex.DecodeString(packedLadder)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{"bzip2": bz}
	for name, open := range map[string]func(io.Writer) (io.WriteCloser, error){
		"gzip": func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil },
		"xz":   func(w io.Writer) (io.WriteCloser, error) { return xz.NewWriter(w) },
		"zstd": func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) },
	} {
		var b bytes.Buffer
		w, err := open(&b)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			t.Fatal(name, err)
		}
		all[name] = b.Bytes()
	}
	return all
}

func TestCompressedInputsAreToldByTheirContent(t *testing.T) {
	t.Parallel()
	for name, data := range packed(t, ladder) {
		for what, c := range map[string]struct{ data, want string }{
			"once":         {string(data), ladder},
			"two together": {string(data) + string(data), ladder + ladder},
		} {
			got, err := read(t, file(t, c.data), nil, 0)
			if err != nil || got != c.want {
				t.Errorf("%s, %s: %q, %v", name, what, got, err)
			}
			if got, err := read(t, Stdin, strings.NewReader(c.data), 0); err != nil || got != c.want {
				t.Errorf("%s, %s, piped: %q, %v", name, what, got, err)
			}
		}
	}
}

func TestTextThatLooksPackedStaysAsItIs(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"BZh9 is how bzip2 begins", "\x1f\x8b", "\xfd7zXZ", "(\xb5/", "PK\x03\x04"} {
		if got, err := read(t, Stdin, strings.NewReader(text), 0); got != text || err != nil {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}

func TestABombIsTooLarge(t *testing.T) {
	t.Parallel()
	const max = 1 << 17
	for name, data := range packed(t, strings.Repeat("\x00", 32*max)) {
		if name == "bzip2" {
			continue
		}
		if len(data) > max {
			t.Fatalf("%s: %d bytes are no bomb", name, len(data))
		}
		got, err := read(t, file(t, string(data)), nil, max)
		if !errors.Is(err, ErrTooLarge) || got != "" {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
}

func TestADamagedFileGivesWhatCameBefore(t *testing.T) {
	t.Parallel()
	var lines strings.Builder
	for i := range uint32(1 << 16) {
		lines.WriteString(hex.EncodeToString(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte{byte(i), byte(i >> 8)}))))
		lines.WriteByte('\n')
	}
	text := lines.String()
	for name, data := range packed(t, text) {
		if name == "bzip2" {
			continue
		}
		got, err := read(t, file(t, string(data[:len(data)*3/4])), nil, 0)
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") || len(got) < len(text)/3 || !strings.HasPrefix(text, got) {
			t.Errorf("%s: %d of %d bytes, %v", name, len(got), len(text), err)
		}
	}
}

func TestNoPackedFileIsReadAsIfItWereWhole(t *testing.T) {
	t.Parallel()
	for name, data := range packed(t, ladder) {
		for cut := 10; cut < len(data); cut++ { // below that, not all of the magic is there
			got, err := unpack(t.Context(), data[:cut], DefaultMax, nil)
			if err == nil {
				t.Errorf("%s cut after %d of %d bytes: %q and no error", name, cut, len(data), got)
			}
		}
	}
}

func TestAnXzBlockMayNotAskForGigabytes(t *testing.T) {
	t.Parallel()
	data := packed(t, ladder)["xz"]
	const header = 12 // of the stream; that of the block follows
	size := (int(data[header]) + 1) * 4
	block := data[header : header+size]
	dictionary := bytes.IndexByte(block[2:], 0x21) + 4
	block[dictionary] = 40 // 4 GiB
	binary.LittleEndian.PutUint32(block[size-4:], crc32.ChecksumIEEE(block[:size-4]))
	if _, err := unpack(t.Context(), data, DefaultMax, nil); !errors.Is(err, errXzMemory) {
		t.Error(err)
	}
	if _, err := unpack(t.Context(), append(packed(t, ladder)["xz"], data...), DefaultMax, nil); !errors.Is(err, errXzMemory) {
		t.Error("in the second stream:", err)
	}
}

func TestUnpackingStopsWhenNobodyWaits(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, data := range packed(t, ladder) {
		if _, err := unpack(ctx, data, DefaultMax, nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	for _, data := range packed(f, ladder) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const max = 1 << 16
		got, err := unpack(t.Context(), data, max, nil)
		switch {
		case len(got) > max && packingOf(data) != nil:
			t.Errorf("%d bytes of %d", len(got), max)
		case errors.Is(err, ErrTooLarge) && got != nil:
			t.Error("too large, and yet there")
		case packingOf(data) == nil && (err != nil || !bytes.Equal(got, data)):
			t.Errorf("not packed, and yet changed: %v", err)
		}
	})
}

func BenchmarkReadGzip(b *testing.B) {
	text := strings.Repeat("Who keeps the ladder, and where is it when it rains?\n", 1<<16)
	data := packed(b, text)["gzip"]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := unpack(b.Context(), data, DefaultMax, nil); err != nil {
			b.Fatal(err)
		}
	}
}
