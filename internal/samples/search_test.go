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

// layers returns the bytes of a file and of everything packed inside it, at any depth.
func layers(data []byte) [][]byte {
	all := [][]byte{data}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) {
		// Some programs write every character as a reference, and LibreOffice splits a text into runs where the script changes.
		all = append(all, []byte(html.UnescapeString(string(tags.ReplaceAll(data, nil)))))
		return append(all, []byte(html.UnescapeString(string(data))))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return all
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		inner, err := io.ReadAll(r)
		if err == nil {
			all = append(all, layers(inner)...)
		}
		r.Close()
	}
	return all
}

var tags = regexp.MustCompile(`<(?:/?(?:\w+:)?(?:r|t|rPr|phoneticPr)\b[^>]*|(?:\w+:)?(?:b|sz|color|rFont|family|charset)\b[^>]*)>`)

var spellings = []encoding.Encoding{
	encoding.Nop, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), japanese.ShiftJIS, japanese.EUCJP,
}

// holds reports whether one of the texts holds s: as it is, escaped, or in another encoding.
func holds(texts [][]byte, s string) bool {
	for _, e := range spellings {
		for _, form := range []string{s, esc(s), string(bytes.ReplaceAll([]byte(s), []byte(`"`), []byte(`""`)))} {
			coded, err := e.NewEncoder().Bytes([]byte(form))
			if err == nil && slices.ContainsFunc(texts, func(t []byte) bool { return bytes.Contains(t, coded) }) {
				return true
			}
		}
	}
	return slices.ContainsFunc(texts, func(t []byte) bool {
		text, err := japanese.ISO2022JP.NewDecoder().Bytes(t)
		return err == nil && bytes.Contains(text, []byte(s))
	})
}
