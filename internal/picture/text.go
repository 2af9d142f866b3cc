package picture

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// maxText is how much of a compressed note is inflated, in bytes.
const maxText = 1 << 20

// said returns what text can be found in bytes whose make is not known.
func said(b []byte) string { return runs.Of(b) }

// decode reads text of which nothing but its bytes is known: UTF-8, or what Japanese Windows writes, or Latin-1.
func decode(b []byte) string {
	b = bytes.TrimRight(b, "\x00 ")
	if utf8.Valid(b) {
		return string(b)
	}
	if s, err := japanese.ShiftJIS.NewDecoder().Bytes(b); err == nil && !bytes.ContainsRune(s, utf8.RuneError) {
		return string(s)
	}
	s, err := charmap.ISO8859_1.NewDecoder().Bytes(b)
	if err != nil {
		return ""
	}
	return string(s)
}

// inflate reads a zlib stream up to maxText.
func inflate(b []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	defer r.Close()
	out, _ := io.ReadAll(io.LimitReader(r, maxText))
	return out
}

// packet returns what an XMP packet says: its texts and attribute values, a line each, and whether it tells of a person or a place.
func packet(b []byte) (text string, grave bool) {
	if len(b) > maxText {
		b = b[:maxText]
	}
	s := strings.ToValidUTF8(string(b), "")
	for _, mark := range [...]string{"GPSL", "dc:creator", "photoshop:AuthorsPosition", "Iptc4xmp", "PersonInImage", "xmp:Thumbnails", "dc:description", "dc:title"} {
		grave = grave || strings.Contains(s, mark)
	}
	var lines []string
	for s != "" {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			open = len(s)
		}
		if t := strings.TrimSpace(s[:open]); t != "" {
			lines = append(lines, t)
		}
		s = s[open:]
		end := strings.IndexByte(s, '>')
		if end < 0 {
			break
		}
		lines = append(lines, values(s[:end])...)
		s = s[end+1:]
	}
	return strings.Join(lines, "\n"), grave
}

// values returns the attribute values of a tag that are no names of namespaces.
func values(tag string) []string {
	var list []string
	for {
		i := strings.IndexByte(tag, '"')
		if i < 0 {
			return list
		}
		name := tag[:i]
		tag = tag[i+1:]
		j := strings.IndexByte(tag, '"')
		if j < 0 {
			return list
		}
		if v := strings.TrimSpace(tag[:j]); v != "" && !strings.Contains(name[strings.LastIndexAny(name, " \t\n")+1:], "xmlns") {
			list = append(list, v)
		}
		tag = tag[j+1:]
	}
}
