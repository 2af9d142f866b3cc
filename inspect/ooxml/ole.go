package ooxml

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/japanese"
)

// What an embedded object turns out to be.
type oleKind int

const (
	asIs     oleKind = iota // the bytes are the file
	wrapped                 // the file lies in an OLE storage
	harmless                // an equation: it holds what it shows
)

// An oleFile is a file taken out of an OLE storage. Label holds the names and paths that the storage gives it.
type oleFile struct {
	label string
	data  []byte
}

var oleSignature = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")

// unwrap looks for the embedded file in an OLE storage ([MS-OLEDS] 2.3.6, [MS-CFB]).
func unwrap(data []byte) (oleFile, oleKind) {
	if !bytes.HasPrefix(data, oleSignature) {
		return oleFile{}, asIs
	}
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return oleFile{}, asIs
	}
	for entry, err := doc.Next(); err == nil; entry, err = doc.Next() {
		switch entry.Name {
		case "Equation Native":
			return oleFile{}, harmless
		case "Package", "CONTENTS":
			if b, err := io.ReadAll(entry); err == nil {
				return oleFile{data: b}, wrapped
			}
		case "\x01Ole10Native":
			if b, err := io.ReadAll(entry); err == nil {
				return native(b)
			}
		}
	}
	return oleFile{}, asIs
}

// native reads an Ole10Native stream: size, flags, label, original path, a reserved word, temporary path, and the file's bytes.
// The names are in the system's code page, which in Japan is CP932.
func native(b []byte) (oleFile, oleKind) {
	r := b[min(6, len(b)):]
	label, r := cString(r)
	original, r := cString(r)
	if len(r) < 8 {
		return oleFile{}, asIs
	}
	size := int(binary.LittleEndian.Uint32(r[4:]))
	if r = r[8:]; size < 0 || size > len(r) {
		return oleFile{}, asIs
	}
	temp, _ := cString(r[:size])
	r = r[size:]
	if len(r) < 4 {
		return oleFile{}, asIs
	}
	n := int64(binary.LittleEndian.Uint32(r))
	if r = r[4:]; n > int64(len(r)) {
		return oleFile{}, asIs
	}
	return oleFile{label: strings.Join([]string{label, original, temp}, "\n"), data: r[:n]}, wrapped
}

func cString(b []byte) (string, []byte) {
	i := bytes.IndexByte(b, 0)
	if i < 0 {
		return "", nil
	}
	s, err := japanese.ShiftJIS.NewDecoder().Bytes(b[:i])
	if err != nil {
		s = b[:i]
	}
	return string(s), b[i+1:]
}
