package inflate

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
)

// read inflates with this package, and returns what is behind the end of the stream too.
func read(t testing.TB, f *Reader, src io.Reader) ([]byte, bool, error) {
	t.Helper()
	f.Reset(src)
	out, err := io.ReadAll(f)
	if err != nil {
		return out, false, err
	}
	rest, err := f.Rest()
	return out, rest, err
}

// oracle inflates with the standard library.
func oracle(data []byte) ([]byte, bool, error) {
	src := bytes.NewReader(data) // a ByteReader: nothing is read ahead
	out, err := io.ReadAll(flate.NewReader(src))
	return out, src.Len() > 0, err
}

func deflated(t testing.TB, level int, data []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := flate.NewWriter(&buf, level)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// texts are data that deflate in different ways: not at all, to long matches near and far, to codes of many lengths.
func texts() map[string][]byte {
	r := rand.New(rand.NewPCG(1, 2))
	noise, skewed, far := make([]byte, 300_000), make([]byte, 400_000), make([]byte, 0, 500_000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	for i := range skewed {
		skewed[i] = byte(r.ExpFloat64() * r.ExpFloat64() * 12) // bytes that are rare get codes of up to 15 bits
	}
	for len(far) < 450_000 {
		far = append(far, noise[:30_000]...)
		far = append(far, strings.Repeat("<c/>", 700)...)
	}
	return map[string][]byte{
		"nothing": nil, "one": {7}, "noise": noise, "skewed": skewed, "far": far,
		"same": bytes.Repeat([]byte{'a'}, 300_000), "pairs": bytes.Repeat([]byte("ab"), 150_000), "cells": bytes.Repeat([]byte(`<c r="B2" t="s"><v>7</v></c>`), 20_000),
	}
}

func TestReader(t *testing.T) {
	f := new(Reader)
	for name, want := range texts() {
		for _, level := range []int{flate.NoCompression, flate.BestSpeed, 6, flate.HuffmanOnly} {
			data := deflated(t, level, want)
			for _, src := range []io.Reader{bytes.NewReader(data), iotest.OneByteReader(bytes.NewReader(data)), iotest.DataErrReader(bytes.NewReader(data))} {
				got, rest, err := read(t, f, src)
				if err != nil || rest || !bytes.Equal(got, want) {
					t.Errorf("%s, level %d: %d bytes of %d, rest %v: %v", name, level, len(got), len(want), rest, err)
				}
			}
			if got, rest, err := read(t, f, bytes.NewReader(append(data, 0))); err != nil || !rest || !bytes.Equal(got, want) {
				t.Errorf("%s, level %d, a byte behind: %v, rest %v", name, level, err, rest)
			}
		}
	}
}

func TestReader_cut(t *testing.T) {
	f := new(Reader)
	for name, want := range texts() {
		data := deflated(t, 6, want)
		for n := 0; n < len(data); n += 1 + len(data)/50 {
			if _, _, err := read(t, f, bytes.NewReader(data[:n])); !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Errorf("%s, %d bytes of %d: %v", name, n, len(data), err)
			}
		}
	}
}

func TestReader_refused(t *testing.T) {
	f := new(Reader)
	for name, data := range map[string]string{
		"third kind of block":        "\x07",
		"stored length":              "\x01\x05\x00\x00\x00hello",
		"before the start":           "\x03\x02\x00",
		"too many codes":             "\xfd\xff\xff\xff\xff\xff\xff\xff",
		"codes collide":              "\x05\xc0\x24\x49\x92\x24\x49\x92\x24\x49",
		"more lengths than codes":    "\x05\x00\x00\x00\x00\x00\x00\x00\x00",
		"distance that is not known": "\x63\x00\x3e\x00",
	} {
		_, _, err := read(t, f, strings.NewReader(data+strings.Repeat("\x00", 20)))
		if !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s: %v", name, err)
		}
		if _, _, err := oracle([]byte(data + strings.Repeat("\x00", 20))); err == nil {
			t.Errorf("%s: the standard library reads it", name)
		}
	}
	broken := errors.New("broken disk")
	if _, _, err := read(t, f, iotest.ErrReader(broken)); err != broken {
		t.Errorf("an error of the input became %v", err)
	}
}

// What is accepted, what it inflates to and where it ends is what compress/flate says.
func FuzzReader(f *testing.F) {
	for _, text := range texts() {
		for _, level := range []int{0, 1, 6, flate.HuffmanOnly} {
			f.Add(deflated(f, level, text[:min(len(text), 3000)]))
		}
	}
	f.Add([]byte("\x05\xc0\x81\x00\x00\x00\x00\x00\x90\xff\x6b\x04"))
	r := new(Reader)
	f.Fuzz(func(t *testing.T, data []byte) {
		want, wantRest, wantErr := oracle(data)
		got, rest, err := read(t, r, bytes.NewReader(data))
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("%v, want %v", err, wantErr)
		}
		if err == nil && (rest != wantRest || !bytes.Equal(got, want)) {
			t.Fatalf("%d bytes, rest %v; want %d, %v", len(got), rest, len(want), wantRest)
		}
	})
}
