package xmlscan

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

// events writes what our scanner sees as one line per element boundary, with text joined.
func events(doc []byte) (string, error) {
	var b, raw strings.Builder
	s := New(context.Background(), iotest.HalfReader(bytes.NewReader(doc)))
	for s.Next() {
		raw.Write(s.Raw())
		switch s.Kind() {
		case Start:
			fmt.Fprintf(&b, "\n<%s|%s", s.Space(), s.Local())
			s.Attrs(func(space string, local, value []byte) bool {
				fmt.Fprintf(&b, " %s|%s=%q", strings.Replace(space, XMLNS, "xmlns", 1), local, value)
				return true
			})
			b.WriteString(">")
		case End:
			fmt.Fprintf(&b, "\n</%s|%s>", s.Space(), s.Local())
		case Text:
			b.Write(s.Text())
		case Comment:
			fmt.Fprintf(&b, "\n<!--%s-->", s.Text())
		}
	}
	if s.Err() == nil && s.charset.name == "" && raw.String() != string(doc) {
		return "", errors.New("raw differs from the document")
	}
	return b.String(), s.Err()
}

// oracle writes the same as encoding/xml sees it.
func oracle(doc []byte) (string, error) {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(doc, bom)))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		t, err := d.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			fmt.Fprintf(&b, "\n<%s|%s", t.Name.Space, t.Name.Local)
			for _, a := range t.Attr {
				space := a.Name.Space
				if space == "" && a.Name.Local == "xmlns" {
					space = "xmlns"
				}
				// encoding/xml leaves white space in values as it is; XML 1.0 section 3.3.3 makes it blanks.
				fmt.Fprintf(&b, " %s|%s=%q", space, a.Name.Local, a.Value)
			}
			b.WriteString(">")
		case xml.EndElement:
			fmt.Fprintf(&b, "\n</%s|%s>", t.Name.Space, t.Name.Local)
		case xml.CharData:
			b.Write(t)
		case xml.Comment:
			fmt.Fprintf(&b, "\n<!--%s-->", t)
		}
	}
}

// excepted says why the two may differ on a document: names of the fifth edition of XML 1.0 (encoding/xml knows the fourth), and white
// space in attribute values and line ends of comments, which encoding/xml handles differently from the specification.
func excepted(doc []byte) bool {
	for _, c := range doc {
		if c >= utf8.RuneSelf || c == '\r' {
			return true
		}
	}
	return false
}

func FuzzScanner(f *testing.F) {
	for _, doc := range []string{
		`<a/>`,
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n<a b=\"1\" c='&lt;&#x41;'>t&amp;x<b/><!-- c --><?p i?></a>\n",
		`<w:p xmlns:w="urn:w" xmlns="urn:d"><w:r w:a="1" a="2"/><x xmlns=""><y/></x><![CDATA[<&]]></w:p>`,
		`<a b="1" b="2"/>`, `<a></b>`, `<!DOCTYPE a><a/>`, `<a>]]></a>`, `<a b="<"/>`, `<a>&nbsp;</a>`, `<a xmlns:p="u" xmlns:q="u" p:x="" q:x=""/>`,
		"\xef\xbb\xbf<a>\xe6\xbc\xa2</a>", `<x:a/>`, `<a>&#xD800;</a>`, `<a b = "1"	c="2" >  </a >`, "<a b='x\ty'>\r\n</a>",
	} {
		f.Add([]byte(doc))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		got, err := events(doc)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) {
				t.Skip(err)
			}
			if e.Offset < 0 || e.Offset > int64(3*len(doc)) {
				t.Fatalf("offset %d in %d bytes", e.Offset, len(doc))
			}
			return
		}
		want, err := oracle(doc)
		if excepted(doc) {
			return
		}
		if err != nil {
			t.Fatalf("accepted %q, encoding/xml says %v", doc, err)
		}
		if blank(got) != blank(want) {
			t.Fatalf("%q:\ngot  %s\nwant %s", doc, got, want)
		}
	})
}

// blank makes tabs and line ends, which %q writes as escapes inside of attribute values, the same as blanks.
func blank(s string) string {
	return strings.NewReplacer(`\t`, " ", `\n`, " ", "\t", " ", "\n", " ").Replace(s)
}
