package pdf

import "bytes"

// TrailerTexts returns the strings in the trailers of all revisions (7.5.5), and of streams that stand for one (7.5.8), but for
// identifiers and what decryption needs.
func (f *File) TrailerTexts() []string {
	var out []string
	for _, x := range f.Scan.Xrefs {
		if code, ok := bytes.CutPrefix(f.Scan.data[x.Start:x.End], []byte("trailer")); ok {
			out = append(out, trailerTexts(code)...)
		}
	}
	for i := range f.Scan.Defs {
		d := &f.Scan.Defs[i]
		if d.maintenance && d.Stream.Start > d.Body {
			out = append(out, trailerTexts(f.Scan.data[d.Body:d.Stream.Start])...)
		}
	}
	return out
}

// trailerTexts returns the strings in the code of one dictionary.
func trailerTexts(code []byte) []string {
	var out []string
	var key string // of the outermost dictionary
	depth := 0
	l := Lexer{Data: code}
	for t := l.Next(); t.Kind != EOF; t = l.Next() {
		switch t.Kind {
		case DictOpen, ArrayOpen:
			depth++
		case DictClose, ArrayClose:
			depth--
		case Name:
			if depth == 1 {
				key = string(t.Bytes)
			}
		case String:
			if key != "ID" && key != "Encrypt" {
				out = append(out, DecodeText(t.Bytes))
			}
		}
		l.Reset()
	}
	return out
}
