package xmlscan

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/transform"
)

// A charset says how the input was turned into UTF-8.
type charset struct {
	name  string // lower case, empty for UTF-8
	lossy bool   // the decoder writes U+FFFD, which the charset itself does not have, for what it can't decode
	ascii bool   // only ASCII is allowed
}

// detect finds the encoding (XML 1.0 appendix F) and puts a decoder before the input if it is not UTF-8.
func (s *Scanner) detect() error {
	var order binary.ByteOrder
	skip := 0
	n, err := io.ReadFull(s.r, s.buf[:1024])
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return err
	}
	head := s.buf[:n]
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(head, []byte("\x00\x00")):
		return &Error{Kind: ErrEncoding, What: "utf-32"}
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		order, skip = binary.LittleEndian, 2
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		order, skip = binary.BigEndian, 2
	case bytes.HasPrefix(head, []byte("<\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(head, []byte("\x00<")):
		order = binary.BigEndian
	case !bytes.HasPrefix(head, bom):
		return s.detectDeclared(head)
	}
	if order == nil {
		s.r = io.MultiReader(bytes.NewReader(bytes.Clone(head)), s.r)
		return nil
	}
	s.charset.name = "utf-16"
	src := io.MultiReader(bytes.NewReader(bytes.Clone(head[skip:])), s.r)
	s.r = &utf16Reader{src: src, order: order}
	return nil
}

// detectDeclared looks for an encoding in an XML declaration that is readable as ASCII.
func (s *Scanner) detectDeclared(head []byte) error {
	s.r = io.MultiReader(bytes.NewReader(bytes.Clone(head)), s.r)
	end := bytes.Index(head, []byte("?>"))
	if !bytes.HasPrefix(head, []byte("<?xml")) || end < 0 {
		return nil
	}
	p, ok := parseDeclaration(head[5:end])
	if !ok {
		return nil // it will be refused when it is read
	}
	var enc encoding.Encoding
	switch name := strings.ToLower(string(p.encoding)); name {
	case "", "utf-8", "utf8":
		return nil
	case "us-ascii", "ascii":
		s.charset = charset{name: name, ascii: true}
		return nil
	case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms932", "cp932":
		enc = japanese.ShiftJIS
	case "euc-jp":
		enc = japanese.EUCJP
	case "iso-8859-1", "latin1":
		enc = charmap.ISO8859_1
	default:
		return &Error{Kind: ErrEncoding, What: "not one that is known"}
	}
	s.charset = charset{name: strings.ToLower(string(p.encoding)), lossy: true}
	s.r = transform.NewReader(s.r, enc.NewDecoder())
	return nil
}

// declaration checks the XML declaration in raw, whose pseudo-attributes begin at data, and rewrites its encoding if the input was decoded.
func (s *Scanner) declaration(raw []byte, data int) error {
	bad := func(kind error, what string) error { return &Error{Kind: kind, What: what, Offset: s.Offset()} }
	p, ok := parseDeclaration(raw[data-1 : len(raw)-2])
	switch {
	case s.notFirst(), !s.Is("xml"):
		return bad(ErrSyntax, "an XML declaration that is not at the start")
	case !ok || string(p.version) != "1.0":
		return bad(ErrSyntax, "a broken XML declaration")
	case len(p.encoding) == 0:
		return nil
	}
	declared := strings.ToLower(string(p.encoding))
	switch s.charset.name {
	case "":
		if declared != "utf-8" && declared != "utf8" {
			return bad(ErrEncoding, "declared as another than it is in")
		}
		return nil
	case "utf-16":
		if declared != "utf-16" && declared != "utf-16le" && declared != "utf-16be" {
			return bad(ErrEncoding, "declared as another than it is in")
		}
	}
	at := data - 1 + p.at
	s.decl = append(append(bytes.Clone(raw[:at]), "UTF-8"...), raw[at+len(p.encoding):]...)
	return nil
}

// notFirst reports whether anything but a byte order mark stands before the token.
func (s *Scanner) notFirst() bool {
	at := s.Offset()
	return at != 0 && (at != int64(len(bom)) || !s.marked)
}

// A prolog is what an XML declaration says.
type prolog struct {
	version, encoding []byte
	at                int // where the encoding begins
}

// parseDeclaration reads the pseudo-attributes of an XML declaration: XML 1.0 production 23, in any order.
func parseDeclaration(b []byte) (p prolog, ok bool) {
	i := 0
	for {
		start := i
		if i = spaces(b, i); i == len(b) {
			return p, true
		}
		name := i
		for i < len(b) && b[i] >= 'a' && b[i] <= 'z' {
			i++
		}
		key := string(b[name:i])
		i = spaces(b, i)
		if i == len(b) || b[i] != '=' || name == start {
			return p, false
		}
		if i = spaces(b, i+1); i == len(b) || b[i] != '"' && b[i] != '\'' {
			return p, false
		}
		n := bytes.IndexByte(b[i+1:], b[i])
		if n < 1 {
			return p, false
		}
		value := b[i+1 : i+1+n]
		switch {
		case key == "version" && p.version == nil:
			p.version = value
		case key == "encoding" && p.encoding == nil:
			p.encoding, p.at = value, i+1
		case key == "standalone" && (string(value) == "yes" || string(value) == "no"):
		default:
			return p, false
		}
		i += n + 2
	}
}

// A utf16Reader decodes UTF-16 and refuses halves of surrogate pairs.
type utf16Reader struct {
	src   io.Reader
	order binary.ByteOrder
	in    [4096]byte
	n     int    // bytes in in
	out   []byte // decoded and not yet returned
	buf   []byte
	read  int64 // bytes decoded
	err   error
}

func (r *utf16Reader) Read(p []byte) (int, error) {
	for len(r.out) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		n, err := r.src.Read(r.in[r.n:])
		r.n += n
		r.err = err
		r.decode()
	}
	n := copy(p, r.out)
	r.out = r.out[n:]
	return n, nil
}

// decode turns the complete characters in r.in into UTF-8.
func (r *utf16Reader) decode() {
	b, dst := r.in[:r.n], r.buf[:0]
	broken := false
	for len(b) >= 2 && !broken {
		c := rune(r.order.Uint16(b))
		size := 2
		if utf16.IsSurrogate(c) {
			if len(b) < 4 {
				break
			}
			c = utf16.DecodeRune(c, rune(r.order.Uint16(b[2:])))
			broken = c == utf8.RuneError
			size = 4
		}
		if !broken {
			dst = utf8.AppendRune(dst, c)
			b = b[size:]
		}
	}
	if broken || r.err == io.EOF && len(b) > 0 {
		r.err = &Error{Kind: ErrSyntax, What: "broken UTF-16", Offset: r.read + int64(len(dst))}
	}
	r.read += int64(len(dst))
	r.n = copy(r.in[:], b)
	r.buf, r.out = dst, dst
}
