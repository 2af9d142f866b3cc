package strictzip

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
)

// decodeName turns the bytes of a name into text. The flag says UTF-8 (APPNOTE 4.4.4 bit 11, appendix D); without it many writers use
// UTF-8 all the same, Japanese Windows its own code page, and the specification CP437.
func decodeName(raw []byte, flagged bool) string {
	if flagged || utf8.Valid(raw) {
		return string(raw)
	}
	if s, ok := decode(japanese.ShiftJIS, raw); ok {
		return s
	}
	s, _ := decode(charmap.CodePage437, raw)
	return s
}

func decode(enc encoding.Encoding, raw []byte) (string, bool) {
	b, err := enc.NewDecoder().Bytes(raw)
	s := string(b)
	return s, err == nil && !strings.ContainsRune(s, utf8.RuneError)
}

// couldBe reports whether raw is name in one of the encodings that decodeName tries.
func couldBe(raw []byte, name string) bool {
	if string(raw) == name {
		return true
	}
	for _, enc := range []encoding.Encoding{japanese.ShiftJIS, charmap.CodePage437, charmap.CodePage850, charmap.Windows1252} {
		if s, ok := decode(enc, raw); ok && s == name {
			return true
		}
	}
	return false
}

// checkNames refuses names that lead out of the folder they are unpacked into, and names that two entries share. Windows, macOS and
// the readers of Office packages differ in case and slashes, so names that differ only there are the same name.
func (p *parser) checkNames() error {
	seen := make(map[string]bool, len(p.a.Entries))
	for _, e := range p.a.Entries {
		if unsafeName(e.Name) || e.UTF8 && !utf8.ValidString(e.Name) {
			return &Error{Kind: ErrName, Entry: e.Name, Offset: e.header}
		}
		key := Fold(e.Name)
		if seen[key] {
			return ambiguous(e.Name, e.header, "two entries of one name")
		}
		seen[key] = true
	}
	return nil
}

// Fold maps names that some reader takes for the same name to the same key: `\` and `/`, upper and lower case, a folder with and
// without its closing slash.
func Fold(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	// Upper before lower case joins what only one direction joins: ſ and s, K (kelvin) and k.
	return strings.TrimSuffix(strings.ToLower(strings.ToUpper(name)), "/")
}

func unsafeName(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	if name == "" || name[0] == '/' || strings.ContainsRune(name, 0) || len(name) > 1 && name[1] == ':' {
		return true
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}
