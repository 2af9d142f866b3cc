package strictzip

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

func descriptor(m member, signed, wide bool) []byte {
	le := binary.LittleEndian
	var b []byte
	if signed {
		b = le.AppendUint32(b, sigDescriptor)
	}
	b = le.AppendUint32(b, crc32.ChecksumIEEE([]byte(m.data)))
	if wide {
		b = le.AppendUint64(b, uint64(len(m.compressed())))
		return le.AppendUint64(b, uint64(len(m.data)))
	}
	b = le.AppendUint32(b, uint32(len(m.compressed())))
	return le.AppendUint32(b, uint32(len(m.data)))
}

func streamed(signed, wide bool) member {
	m := member{name: "a", data: "hello", method: Deflate, flags: flagDescriptor}
	m.descriptor = descriptor(m, signed, wide)
	return m
}

func TestOpen_honest(t *testing.T) {
	zip64 := make([]byte, 16)
	binary.LittleEndian.PutUint64(zip64, 5)
	binary.LittleEndian.PutUint64(zip64[8:], 5)
	for name, file := range map[string][]byte{
		"stored":                  build("", "", member{name: "a", data: "hello"}),
		"deflated":                build("", "", member{name: "a", data: "hello", method: Deflate}),
		"descriptor":              build("", "", streamed(true, false), member{name: "b"}),
		"descriptor_unsigned":     build("", "", streamed(false, false)),
		"descriptor_zip64":        build("", "", streamed(true, true), member{name: "b"}),
		"descriptor_64_unsigned":  build("", "", streamed(false, true)),
		"flag_without_descriptor": build("", "", member{name: "a", data: "hello", flags: flagDescriptor}),
		"utf8_flag_differs":       build("", "", member{name: "a", data: "hello", localFlags: flagUTF8}),
		"deflate_level_differs":   build("", "", member{name: "a", data: "hello", localFlags: 2}),
		"zip64_sizes_repeated":    build("", "", member{name: "a", data: "hello", lextra: field(extraZip64, string(zip64))}),
		"timestamps":              build("", "", member{name: "a", data: "hello", extra: field(extraTime, "\x01\x00\x00\x00\x60"), lextra: field(extraTime, "\x03\x00\x00\x00\x60\x00\x00\x00\x60")}),
		"owner":                   build("", "", member{name: "a", data: "hello", extra: field(extraUnix3, "\x01\x04\x00\x00\x00\x00\x04\x00\x00\x00\x00")}),
		"growth_hint":             build("", "", member{name: "a", data: "hello", lextra: field(extraGrowth, "\x28\xa0\x10\x02"+strings.Repeat("\x00", 500))}),
		"padding":                 build("", "", member{name: "a", data: "hello", lextra: []byte{0, 0, 0}}),
		"folder":                  build("", "", member{name: "d/"}, member{name: "d/a", data: "hello"}),
		"folder_deflated":         build("", "", member{name: "d/", method: Deflate, raw: []byte{3, 0}}, member{name: "a", data: "hello"}),
	} {
		t.Run(name, func(t *testing.T) {
			a := mustOpen(t, file)
			if len(a.Residue) > 0 {
				t.Errorf("residue %v", a.Residue)
			}
			for _, e := range a.Entries {
				got, err := contents(e)
				if err != nil {
					t.Errorf("%s: %v", e.Name, err)
				}
				if strings.HasSuffix(e.Name, "a") && got != "hello" {
					t.Errorf("%s = %q", e.Name, got)
				}
			}
		})
	}
}

func TestOpen_empty(t *testing.T) {
	if a := mustOpen(t, build("", "")); len(a.Entries) != 0 || len(a.Residue) != 0 {
		t.Errorf("%v", a)
	}
}

func TestOpen_residue(t *testing.T) {
	deleted := build("", "", member{name: "old", data: "secret"})
	deleted = deleted[:lenLocal+len("old")+len("secret")]
	upath := append([]byte{1}, binary.LittleEndian.AppendUint32(nil, 7)...)
	for _, x := range []struct {
		name string
		file []byte
		want []string // kind, name, bytes
	}{
		{"archive_comment", build("note", "", member{name: "a"}), []string{"archive-comment||note"}},
		{"suffix", build("", "tail", member{name: "a"}), []string{"suffix||tail"}},
		{"comment_and_suffix", build("note", "tail", member{name: "a"}), []string{"archive-comment||note", "suffix||tail"}},
		{"prefix", build("", "", member{name: "a", before: "head"}), []string{"prefix||head"}},
		{"glued", append([]byte("#!/bin/sh\n"), build("", "", member{name: "a", data: "x"})...), []string{"prefix||#!/bin/sh\n"}},
		{"gap", build("", "", member{name: "a", after: "gap"}, member{name: "b"}), []string{"gap||gap"}},
		{"gap_before_directory", build("", "", member{name: "a", data: "x", after: "gap"}), []string{"gap||gap"}},
		{"hidden_member", build("", "", member{name: "a", after: string(deleted)}, member{name: "b"}), []string{"hidden-member|old|" + string(deleted)}},
		{"entry_comment", build("", "", member{name: "a", comment: "note"}), []string{"entry-comment|a|note"}},
		{"unknown_field", build("", "", member{name: "a", extra: field(0x1234, "note")}), []string{"extra-field|a|" + string(field(0x1234, "note"))}},
		{"text_in_growth_hint", build("", "", member{name: "a", lextra: field(extraGrowth, "\x28\xa0\x00\x00note")}), []string{"extra-field|a|" + string(field(extraGrowth, "\x28\xa0\x00\x00note"))}},
		{"long_timestamp", build("", "", member{name: "a", lextra: field(extraTime, "\x01note")}), nil},
		{"odd_timestamp", build("", "", member{name: "a", lextra: field(extraTime, "\x01notes")}), []string{"extra-field|a|" + string(field(extraTime, "\x01notes"))}},
		{"broken_field", build("", "", member{name: "a", extra: []byte("abc")}), []string{"extra-field|a|abc"}},
		{"stale_unicode_path", build("", "", member{name: "a", extra: field(extraPath, string(upath)+"b")}), []string{"extra-field|a|" + string(field(extraPath, string(upath)+"b"))}},
		{"folder_with_data", build("", "", member{name: "d/", data: "secret"}), []string{"directory-data|d/|secret"}},
		{"false_descriptor", build("", "", member{name: "a", data: "x", flags: flagDescriptor, descriptor: []byte("PK\x07\x08abcdefghijkl")}), []string{"descriptor|a|PK\x07\x08abcdefghijkl"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			a := mustOpen(t, x.file)
			var got []string
			for _, r := range a.Residue {
				b, err := io.ReadAll(a.ReadResidue(r))
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, fmt.Sprintf("%s|%s|%s", r.Kind, r.Name, b))
			}
			if fmt.Sprint(got) != fmt.Sprint(x.want) {
				t.Errorf("got %q, want %q", got, x.want)
			}
		})
	}
}

func TestOpen_refused(t *testing.T) {
	honest := build("", "", member{name: "a", data: "hello"})
	upath := append([]byte{1}, binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte("a")))...)
	for _, x := range []struct {
		name string
		file []byte
		want error
	}{
		{"nothing", nil, ErrNotZip},
		{"text", []byte("hello"), ErrNotZip},
		{"truncated", honest[:len(honest)-5], ErrCorrupt},
		{"same_name", build("", "", member{name: "a"}, member{name: "a"}), ErrAmbiguous},
		{"same_name_but_case", build("", "", member{name: "x/a"}, member{name: "X/A"}), ErrAmbiguous},
		{"same_name_but_slash", build("", "", member{name: "x/a"}, member{name: `x\a`}), ErrAmbiguous},
		{"file_and_folder", build("", "", member{name: "a"}, member{name: "a/"}), ErrAmbiguous},
		{"local_name", build("", "", member{name: "a", localName: "b"}), ErrAmbiguous},
		{"local_method", build("", "", member{name: "a", localMethod: 8}), ErrAmbiguous},
		{"local_crc", build("", "", member{name: "a", data: "x", lcrc: 1}), ErrAmbiguous},
		{"local_size", build("", "", member{name: "a", data: "x", lsize: 1}), ErrAmbiguous},
		{"local_encrypted", build("", "", member{name: "a", data: "x", localFlags: flagEncrypted}), ErrAmbiguous},
		{"utf8_flag", build("", "", member{name: "漢", localFlags: flagUTF8}), ErrAmbiguous},
		{"two_names", build("", "", member{name: "a", extra: field(extraPath, string(upath)+"b")}), ErrAmbiguous},
		{"overlap", build("", "", member{name: "a", data: "xxxx"}, member{name: "a", data: "x", shift: -35}), ErrAmbiguous},
		{"two_ends", build("", string(build("", "", member{name: "b"})[:]), member{name: "a"}), ErrAmbiguous},
		{"end_in_comment", build("PK\x05\x06", "", member{name: "a"}), ErrAmbiguous},
		{"archive_behind_archive", append(bytes.Clone(honest), build("", "", member{name: "b"})...), ErrAmbiguous},
		{"not_a_local_header", build("", "", member{name: "a", shift: 1}), ErrCorrupt},
		{"absolute", build("", "", member{name: "/a"}), ErrName},
		{"drive", build("", "", member{name: `c:\a`}), ErrName},
		{"parent", build("", "", member{name: `x/..\a`}), ErrName},
		{"no_name", build("", "", member{name: ""}), ErrName},
		{"nul", build("", "", member{name: "a\x00b"}), ErrName},
	} {
		t.Run(x.name, func(t *testing.T) {
			if _, err := open(x.file); !errors.Is(err, x.want) {
				t.Errorf("got %v, want %v", err, x.want)
			}
		})
	}
}

// TestOpen_storedArchive holds that an end record inside of a stored member does not make the file ambiguous.
func TestOpen_storedArchive(t *testing.T) {
	inner := build("", "", member{name: "b", data: "x"})
	a := mustOpen(t, build("", "", member{name: "inner.zip", data: string(inner)}))
	if len(a.Residue) > 0 || len(a.Entries) != 1 {
		t.Errorf("%v %v", a.Entries, a.Residue)
	}
}

func TestEntry_errors(t *testing.T) {
	for _, x := range []struct {
		name string
		m    member
		want error
	}{
		{"crc", member{data: "hello", method: Deflate, crc: 1, lcrc: 1}, ErrCorrupt},
		{"size_larger", member{data: "hello", method: Deflate, size: 1, lsize: 1}, ErrCorrupt},
		{"size_smaller", member{data: "hello", method: Deflate, size: 1<<32 - 1, lsize: 1<<32 - 1}, ErrCorrupt},
		{"cut_off", member{data: "hello", method: Deflate, raw: []byte{0xcb, 0x48}}, ErrCorrupt},
		{"broken", member{data: "hello", method: Deflate, raw: []byte{7, 7, 7, 7}}, ErrCorrupt},
		{"bytes_behind", member{data: "hello", method: Deflate, raw: append(member{data: "hello", method: Deflate}.compressed(), "secret"...)}, ErrCorrupt},
		{"stored_with_two_sizes", member{data: "hello", raw: []byte("hello, hidden")}, ErrAmbiguous},
		{"encrypted", member{data: "hello", flags: flagEncrypted}, ErrEncrypted},
		{"aes", member{data: "hello", method: 99, extra: field(extraAES, "\x02\x00AE\x03\x08\x00")}, ErrEncrypted},
		{"method", member{data: "hello", method: 12}, ErrMethod},
	} {
		t.Run(x.name, func(t *testing.T) {
			x.m.name = "a"
			a := mustOpen(t, build("", "", x.m))
			if got, err := contents(a.Entries[0]); !errors.Is(err, x.want) {
				t.Errorf("got %q, %v, want %v", got, err, x.want)
			}
			if err := NewWriter(io.Discard).Copy(a.Entries[0]); !errors.Is(err, x.want) {
				t.Errorf("copied: %v", err)
			}
		})
	}
}

func TestEntry_limits(t *testing.T) {
	file := build("", "", member{name: "a", data: strings.Repeat("x", 1000), method: Deflate}, member{name: "b"})
	var limit *limits.Error

	ctx := limits.With(context.Background(), limits.NewBudget(limits.Limits{Members: 1}))
	if _, err := Open(ctx, bytes.NewReader(file), int64(len(file))); !errors.As(err, &limit) {
		t.Errorf("members: %v", err)
	}
	a := mustOpen(t, file)
	r, err := a.Entries[0].Open(limits.With(context.Background(), limits.NewBudget(limits.Limits{Inflated: 999})))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, r); !errors.As(err, &limit) {
		t.Errorf("inflated: %v", err)
	}
	done, cancel := context.WithCancel(context.Background())
	r, err = a.Entries[0].Open(done)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := io.Copy(io.Discard, r); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestNames(t *testing.T) {
	for _, x := range []struct {
		raw  string
		want string
	}{
		{"a.txt", "a.txt"},
		{"漢字.txt", "漢字.txt"},
		{"\x8a\xbf\x8e\x9a.txt", "漢字.txt"}, // CP932
		{"\x81.txt", "ü.txt"},              // CP437
	} {
		a := mustOpen(t, build("", "", member{name: x.raw}))
		if got := a.Entries[0].Name; got != x.want {
			t.Errorf("%q = %q, want %q", x.raw, got, x.want)
		}
	}
	raw := "m\x81ller"
	path := append([]byte{1}, binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(raw)))...)
	a := mustOpen(t, build("", "", member{name: raw, extra: field(extraPath, string(path)+"müller")}))
	if got := a.Entries[0].Name; got != "müller" || len(a.Residue) > 0 {
		t.Errorf("with unicode path: %q, %v", got, a.Residue)
	}
}
