package samples

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"regexp"
	"slices"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// Layers returns the bytes of a file and of everything packed inside it, at any depth; the names of packed files are layers too.
// Markup is there three times: as it is, with character references resolved, and without the tags that split a text into runs. It
// is written with the standard library, apart from the product's readers.
func Layers(data []byte) [][]byte {
	all := [][]byte{data}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		all = append(all, []byte(html.UnescapeString(string(tags.ReplaceAll(runProperties.ReplaceAll(data, nil), nil)))))
		return append(all, []byte(html.UnescapeString(string(data))))
	}
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		return append(all, pdfLayers(data)...)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return all
	}
	for _, f := range z.File {
		all = append(all, []byte(f.Name))
		r, err := f.Open()
		if err != nil {
			continue
		}
		inner, err := io.ReadAll(r)
		if err == nil {
			all = append(all, Layers(inner)...)
		}
		r.Close()
	}
	return all
}

// What stands between two runs of one text: their properties in Word, and tags.
var runProperties = regexp.MustCompile(`(?s)<w:rPr>.*?</w:rPr>|<w:(?:proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak)\b[^>]*>`)

var tags = regexp.MustCompile(`<(?:/?(?:\w+:)?(?:r|t|rPr|phoneticPr)\b[^>]*|(?:\w+:)?(?:b|sz|color|rFont|family|charset)\b[^>]*)>`)

var spellings = []encoding.Encoding{
	encoding.Nop, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	japanese.ShiftJIS, japanese.EUCJP,
}

// Holds reports whether one of the layers holds s: as it is, escaped, or in another encoding.
func Holds(layers [][]byte, s string) bool {
	for _, e := range spellings {
		for _, form := range []string{s, esc(s), string(bytes.ReplaceAll([]byte(s), []byte(`"`), []byte(`""`)))} {
			coded, err := e.NewEncoder().Bytes([]byte(form))
			if err == nil && slices.ContainsFunc(layers, func(t []byte) bool { return bytes.Contains(t, coded) }) {
				return true
			}
		}
	}
	return slices.ContainsFunc(layers, func(t []byte) bool {
		text, err := japanese.ISO2022JP.NewDecoder().Bytes(t)
		return err == nil && bytes.Contains(text, []byte(s))
	})
}
