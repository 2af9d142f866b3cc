package samples

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"io"
	"regexp"
)

var (
	pdfStream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	pdfHex    = regexp.MustCompile(`<([0-9A-Fa-f\s]{4,})>`)
	pdfEscape = regexp.MustCompile(`#[0-9A-Fa-f]{2}`)
)

// pdfLayers returns what is packed in a PDF file: the data of its streams with what lies in it, strings that are written in
// hexadecimal, and names that are.
func pdfLayers(data []byte) [][]byte {
	var all [][]byte
	for _, m := range pdfStream.FindAllSubmatch(data, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue
		}
		inner, _ := io.ReadAll(r)
		all = append(all, Layers(inner)...)
		all = append(all, pdfSpellings(inner)...)
	}
	return append(all, pdfSpellings(data)...)
}

func pdfSpellings(data []byte) [][]byte {
	var all [][]byte
	for _, m := range pdfHex.FindAllSubmatch(data, -1) {
		digits := bytes.Join(bytes.Fields(m[1]), nil)
		if b, err := hex.DecodeString(string(digits[:len(digits)&^1])); err == nil {
			all = append(all, b)
		}
	}
	return append(all, pdfEscape.ReplaceAllFunc(data, func(code []byte) []byte {
		b, _ := hex.DecodeString(string(code[1:]))
		return b
	}))
}
