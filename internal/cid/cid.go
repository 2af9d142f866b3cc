// Package cid knows the character collections of Adobe (ISO 32000-2, 9.7.3): which character each CID is, and the predefined
// character maps that turn codes into CIDs (9.7.5.2).
//
// The tables are Adobe's, packed into one ZIP file by the program in generate; see NOTICE. An entry is unpacked when it is first
// asked for.
package cid

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"encoding/binary"
	"io"
	"strings"
	"sync"
)

//go:generate go run ./generate -data $POPPLER_DATA

//go:embed tables.zip
var packed []byte

// A Space is a range of codes that have N bytes, compared byte by byte (9.7.6.3).
type Space struct {
	N      int
	Lo, Hi uint32
}

// A Range maps the codes Lo to Hi to CIDs that count up from CID.
type Range struct{ Lo, Hi, CID uint32 }

// A Map is a predefined character map.
type Map struct {
	Use      string // the map that it extends, or ""
	Vertical bool
	Spaces   []Space // none: those of Use
	Ranges   []Range // by their codes
}

// entries holds what was unpacked, by name.
var (
	mu   sync.Mutex
	maps = map[string]*Map{}
	text = map[string][]string{}
)

// Text returns the character of a CID in a collection ("Japan1"), or "".
func Text(collection string, cid uint32) string {
	mu.Lock()
	defer mu.Unlock()
	list, ok := text[collection]
	if !ok {
		if b := entry("text/" + collection); b != nil {
			list = strings.Split(string(b), "\n")
		}
		text[collection] = list
	}
	if int64(cid) >= int64(len(list)) {
		return ""
	}
	return list[cid]
}

// Known reports whether the characters of a collection are known.
func Known(collection string) bool {
	switch collection {
	case "Japan1", "GB1", "CNS1", "Korea1":
		return true
	}
	return false
}

// Lookup returns a predefined map of Adobe-Japan1 by its name, or nil. It must not be changed.
func Lookup(name string) *Map {
	mu.Lock()
	defer mu.Unlock()
	m, ok := maps[name]
	if !ok {
		m = unpack(entry("map/" + name))
		maps[name] = m
	}
	return m
}

// entry returns the bytes of an entry, nil if there is none.
func entry(name string) []byte {
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil
	}
	r, err := z.Open(name)
	if err != nil {
		return nil
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		return nil
	}
	return b
}

// unpack reads what the generator wrote: the name of the map that is extended on a line, then numbers. Codes and CIDs are given by
// their distance from those of the range before.
func unpack(b []byte) *Map {
	use, b, ok := bytes.Cut(b, []byte("\n"))
	if !ok {
		return nil
	}
	next := func() int64 {
		v, n := binary.Varint(b)
		b = b[max(n, 0):]
		return v
	}
	m := &Map{Use: string(use), Vertical: next() == 1}
	for range next() {
		m.Spaces = append(m.Spaces, Space{int(next()), uint32(next()), uint32(next())})
	}
	code, cid := int64(0), int64(0)
	m.Ranges = make([]Range, next())
	for i := range m.Ranges {
		lo := code + next()
		hi := lo + next()
		cid += next()
		m.Ranges[i] = Range{uint32(lo), uint32(hi), uint32(cid)}
		code, cid = hi+1, cid+hi-lo+1
	}
	return m
}
