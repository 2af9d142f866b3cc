package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// typesHead is how much of the content types is looked at for recognition.
const typesHead = 1 << 20

// Declares reports whether the package in src declares one of the content types. It only recognises: it does not tell whether the
// package can be read.
func Declares(src *inspect.Source, types ...string) bool {
	if string(src.Head(2)) != "PK" {
		return false
	}
	zr, err := zip.NewReader(src, src.Size)
	if err != nil {
		return false
	}
	for _, f := range zr.File {
		if !strings.EqualFold(strings.TrimPrefix(f.Name, "/"), "[Content_Types].xml") {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			return false
		}
		defer rc.Close()
		data, _ := io.ReadAll(io.LimitReader(rc, typesHead))
		data = bytes.ToLower(bytes.ReplaceAll(data, []byte{0}, nil)) // UTF-16
		for _, t := range types {
			if bytes.Contains(data, []byte(strings.ToLower(t))) {
				return true
			}
		}
	}
	return false
}
