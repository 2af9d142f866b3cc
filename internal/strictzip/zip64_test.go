package strictzip

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// zip64 puts a zip64 end record with the given extensible data, and its locator, before the end record of an archive of one entry. The
// plain record gets all ones for what change leaves alone.
func zip64(data string, change func(end, end64, locator []byte)) []byte {
	file := build("", "", member{name: "a", data: "hello"})
	at := len(file) - lenEnd
	le := binary.LittleEndian
	end := file[at:]
	rec := le.AppendUint32(nil, sigEnd64)
	rec = le.AppendUint64(rec, uint64(lenEnd64-12+len(data)))
	rec = append(rec, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	rec = le.AppendUint64(rec, 1)
	rec = le.AppendUint64(rec, 1)
	rec = le.AppendUint64(rec, uint64(le.Uint32(end[12:])))
	rec = le.AppendUint64(rec, uint64(le.Uint32(end[16:])))
	loc := le.AppendUint32(nil, sigLocator)
	loc = append(loc, 0, 0, 0, 0)
	loc = le.AppendUint64(loc, uint64(at))
	loc = append(loc, 1, 0, 0, 0)
	copy(end[8:20], "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
	if change != nil {
		change(end, rec, loc)
	}
	out := append([]byte{}, file[:at]...)
	return append(append(append(append(out, rec...), data...), loc...), end...)
}

func TestOpen_zip64(t *testing.T) {
	for _, x := range []struct {
		name string
		file []byte
		want string // residues, or the kind of the error
	}{
		{"honest", zip64("", nil), "[]"},
		{"values_repeated", zip64("", func(end, _, _ []byte) { copy(end[8:], "\x01\x00\x01\x00") }), "[]"},
		{"behind_other_bytes", append([]byte("head"), zip64("", nil)...), "[prefix]"},
		{"extensible_data", zip64("secret", nil), "[directory-extra]"},
		{"other_count", zip64("", func(end, _, _ []byte) { copy(end[8:], "\x02\x00\x02\x00") }), ErrAmbiguous.Error()},
		{"no_record", zip64("", func(_, rec, _ []byte) { rec[0] = 'x' }), ErrCorrupt.Error()},
		{"no_locator", zip64("", func(_, _, loc []byte) { loc[0] = 'x' }), ErrCorrupt.Error()},
		{"wrong_size", zip64("", func(_, rec, _ []byte) { rec[4]++ }), ErrCorrupt.Error()},
		{"volumes", zip64("", func(_, rec, _ []byte) { rec[16] = 1 }), ErrCorrupt.Error()},
		{"huge", zip64("", func(_, rec, _ []byte) { copy(rec[40:], strings.Repeat("\xff", 8)) }), ErrCorrupt.Error()},
	} {
		t.Run(x.name, func(t *testing.T) {
			a, err := open(x.file)
			var e *Error
			if errors.As(err, &e) {
				if e.Kind.Error() != x.want {
					t.Errorf("got %v, want %s", err, x.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			kinds := []string{}
			for _, r := range a.Residue {
				kinds = append(kinds, r.Kind)
			}
			if got := fmt.Sprint(kinds); got != x.want {
				t.Errorf("got %s, want %s", got, x.want)
			}
			if got, err := contents(a.Entries[0]); got != "hello" || err != nil {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

// TestOpen_zip64Sizes reads sizes from the zip64 fields of both headers.
func TestOpen_zip64Sizes(t *testing.T) {
	le := binary.LittleEndian
	sizes := le.AppendUint64(le.AppendUint64(nil, 5), 5)
	file := build("", "", member{name: "a", data: "hello", extra: field(extraZip64, string(sizes)), lextra: field(extraZip64, string(sizes))})
	dir := strings.Index(string(file), "PK\x01\x02")
	for _, at := range []int{18, dir + 20} {
		copy(file[at:], "\xff\xff\xff\xff\xff\xff\xff\xff")
	}
	a := mustOpen(t, file)
	if got, err := contents(a.Entries[0]); got != "hello" || err != nil || len(a.Residue) > 0 {
		t.Errorf("%q, %v, %v", got, err, a.Residue)
	}
	copy(file[dir+lenCentral+1+4:], "\x06") // the central size
	if _, err := open(file); !errors.Is(err, ErrAmbiguous) {
		t.Errorf("different sizes: %v", err)
	}
}
