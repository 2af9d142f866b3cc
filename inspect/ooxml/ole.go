package ooxml

import (
	"bytes"
	"path"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/ole"
	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// An oleObject is what an object in OLE storages holds ([MS-OLEDS], [MS-CFB]).
type oleObject struct {
	files    []oleFile
	texts    []string       // of streams that are searched and not read
	equation bool           // it is an equation and nothing else: it holds what it shows
	unread   inspect.Reason // "" if all of it was looked at
}

// An oleFile is a file in a storage, with the ending of the name it had.
type oleFile struct {
	ending string
	data   []byte
}

// plainStreams say how an object is shown and which program made it.
var plainStreams = map[string]bool{"\x03ObjInfo": true, "\x01CompObj": true, "Equation Native": true, "\x03LinkInfo": true}

// readOLE takes an object apart: files come out whole; of old documents, of property sets and of streams of an unknown make the text is
// searched. None of them stays in a copy unread, since the object goes as a whole.
func readOLE(data []byte) *oleObject {
	o := &oleObject{}
	equation, others := false, false
	err := ole.Streams(bytes.NewReader(data), int64(len(data)), func(s *ole.Stream) bool {
		b := s.Head(int64(len(data)))
		equation = equation || s.Name == "Equation Native"
		if ole.LockedHead(s.Name, b) {
			o.unread = inspect.Encrypted
			return false
		}
		others = o.stream(s.Name, b) || others
		return true
	})
	if err != nil && o.unread == "" {
		o.unread = inspect.Corrupt
	}
	o.equation = equation && !others && o.unread == ""
	return o
}

// stream notes what one stream holds, and reports whether that is anything beside the way it is shown.
func (o *oleObject) stream(name string, b []byte) bool {
	switch {
	case len(b) == 0, plainStreams[name]:
		return false
	case name == "Package", name == "CONTENTS", name == "EmbeddedOdf":
		o.files = append(o.files, oleFile{data: b})
		return true
	case name == "\x01Ole10Native":
		if n, ok := ole.ReadNative(b); ok {
			o.texts = append(o.texts, strings.Join([]string{n.Label, n.Path, n.Temp}, "\n"))
			o.files = append(o.files, oleFile{ending(n.Label), n.Data})
			return true
		}
	case name == "\x01Ole" && len(b) <= 20: // of an object that is no link
		return false
	}
	if text := runs.Of(b); text != "" {
		o.texts = append(o.texts, text)
	}
	return name != "\x01Ole" && !strings.HasPrefix(name, "\x02OlePres") && !strings.HasPrefix(name, "\x03")
}

// ending returns the ending of a file's name if it is an ordinary one: it tells a table of separated values from a text.
func ending(name string) string {
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
	if len(ext) < 2 || len(ext) > 6 || strings.Trim(ext[1:], "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return ""
	}
	return ext
}
