package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/japanese"
)

// A search knows every byte of a copy: as it lies in the file, and of every member inflated, at any depth. It is written with the
// standard library alone, apart from the program's own readers.
type search struct{ places []place }

type place struct {
	name string
	data []byte
}

func newSearch(t *testing.T, data []byte) *search {
	s := &search{}
	s.add(t, "the file", data)
	return s
}

func (s *search) add(t *testing.T, name string, data []byte) {
	t.Helper()
	s.places = append(s.places, place{name, data}, place{"the text of " + name, plainText(data)})
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		s.places = append(s.places, pdfPlaces(t, data)...)
	}
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	for _, f := range z.File {
		s.places = append(s.places, place{"the name of " + f.Name, []byte(f.Name)})
		r, err := f.Open()
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		inner, err := io.ReadAll(r)
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		s.add(t, f.Name, inner)
	}
}

var (
	ends = regexp.MustCompile(`</(?:\w+:)?(?:si|is|v|p|f|comment|text)>`)
	tags = regexp.MustCompile(`<[^>]*>`)
)

// plainText puts together what runs and quotes take apart: markup goes, entities and doubled quotes become characters.
func plainText(data []byte) []byte {
	if bytes.HasPrefix(data, []byte("PK")) {
		return nil
	}
	text := tags.ReplaceAllString(ends.ReplaceAllString(string(data), "\n"), "")
	return []byte(strings.ReplaceAll(html.UnescapeString(text), `""`, `"`))
}

// find returns where a text is, in any encoding, or nothing.
func (s *search) find(text string) string {
	for _, form := range forms(text) {
		for _, p := range s.places {
			if bytes.Contains(p.data, form) {
				return p.name
			}
		}
	}
	for _, p := range s.places {
		if strings.HasSuffix(p.name, withoutSpaces) && bytes.Contains(p.data, []byte(tight(text))) {
			return p.name
		}
	}
	return ""
}

// forms returns the ways in which a text may lie in a file.
func forms(text string) [][]byte {
	out := [][]byte{[]byte(text), utf16Bytes(text, 0), utf16Bytes(text, 1)}
	if sjis, err := japanese.ShiftJIS.NewEncoder().String(text); err == nil {
		out = append(out, []byte(sjis))
	}
	if euc, err := japanese.EUCJP.NewEncoder().String(text); err == nil {
		out = append(out, []byte(euc))
	}
	if jis, err := japanese.ISO2022JP.NewEncoder().String(text); err == nil {
		out = append(out, []byte(strings.TrimSuffix(strings.TrimPrefix(jis, "\x1b$B"), "\x1b(B")))
	}
	var dec, hex strings.Builder
	for _, r := range text {
		if r < 0x7f {
			dec.WriteRune(r)
			hex.WriteRune(r)
			continue
		}
		fmt.Fprintf(&dec, "&#%d;", r)
		fmt.Fprintf(&hex, "&#x%X;", r)
	}
	escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(text)
	return append(out, []byte(dec.String()), []byte(hex.String()), []byte(strings.ToLower(hex.String())), []byte(escaped))
}

// utf16Bytes encodes with the high byte at the given place of each pair: 1 is little-endian.
func utf16Bytes(text string, high int) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		pair := [2]byte{}
		pair[high], pair[1-high] = byte(u>>8), byte(u)
		out = append(out, pair[:]...)
	}
	return out
}

func Test_the_searcher_finds_what_is_there(t *testing.T) {
	var inner, outer bytes.Buffer
	pack(t, &inner, "xl/sharedStrings.xml", append([]byte("<t>&#23665;&#30000;</t>"), utf16Bytes("住所録", 1)...))
	pack(t, &outer, "内/book.xlsx", inner.Bytes())
	s := newSearch(t, outer.Bytes())
	for _, text := range []string{"山田", "住所録", "book.xlsx"} {
		if s.find(text) == "" {
			t.Errorf("%s was not found", text)
		}
	}
	if where := s.find("鈴木"); where != "" {
		t.Errorf("found in %s", where)
	}
}

func pack(t *testing.T, w io.Writer, name string, data []byte) {
	t.Helper()
	z := zip.NewWriter(w)
	f, err := z.Create(name)
	if err == nil {
		_, err = f.Write(data)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}
