package samples

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"slices"
	"strings"
)

// A pdf is a PDF file written object by object, as plainly as possible: what it hides is what the sample is about. Object 1 is
// the catalog, object 2 the page tree; both are written at the end.
type pdf struct {
	objs    []string // object n is objs[n-1]; "" is free
	catalog string   // further entries of the catalog
	info    string   // the information dictionary, or ""
	font    *blockFont
	latin   int // number of the Latin font's object, once it is used
	pages   []int
	plain   bool   // content streams stay uncompressed
	tail    string // bytes behind the end
}

const (
	pdfCatalog = 1
	pdfTree    = 2
	pdfFont    = 3 // the composite font; its descendants are added at the end
)

func newPDF() *pdf { return &pdf{objs: make([]string, pdfFont), font: newBlockFont()} }

// add adds an object and returns its number.
func (d *pdf) add(format string, args ...any) int {
	d.objs = append(d.objs, fmt.Sprintf(format, args...))
	return len(d.objs)
}

// stream adds a stream object; the dictionary is given without its brackets and without the length.
func (d *pdf) stream(dict, data string) int {
	return d.add("%s", d.streamBody(dict, data))
}

func (d *pdf) streamBody(dict, data string) string {
	if !d.plain && !strings.Contains(dict, "/Filter") {
		dict, data = dict+" /Filter /FlateDecode", deflated(data)
	}
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", strings.TrimSpace(dict), len(data), data)
}

// deflated returns data in the format of zlib.
func deflated(data string) string {
	packed := append([]byte{0x78, 0x9C}, deflate([]byte(data))...)
	return string(binary.BigEndian.AppendUint32(packed, adler32.Checksum([]byte(data))))
}

// latinFont returns the number of an unembedded Helvetica.
func (d *pdf) latinFont() int {
	if d.latin == 0 {
		d.latin = d.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	}
	return d.latin
}

// bytes writes the file in one revision.
func (d *pdf) bytes() []byte {
	d.font.write(d)
	d.objs[pdfCatalog-1] = fmt.Sprintf("<< /Type /Catalog /Pages %d 0 R %s>>", pdfTree, d.catalog)
	d.objs[pdfTree-1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", refs(d.pages), len(d.pages))
	info := 0
	if d.info != "" {
		info = d.add("%s", d.info)
	}
	b := []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(d.objs))
	for i, body := range d.objs {
		if body != "" {
			offsets[i] = len(b)
			b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, body)
		}
	}
	at := len(b)
	b = fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n", len(d.objs)+1)
	for _, off := range offsets {
		if off == 0 {
			b = append(b, "0000000000 00000 f \n"...)
		} else {
			b = fmt.Appendf(b, "%010d 00000 n \n", off)
		}
	}
	return append(trailer(b, len(d.objs)+1, at, info, ""), d.tail...)
}

func trailer(b []byte, size, at, info int, more string) []byte {
	if info > 0 {
		more += fmt.Sprintf(" /Info %d 0 R", info)
	}
	return fmt.Appendf(b, "trailer\n<< /Size %d /Root %d 0 R%s >>\nstartxref\n%d\n%%%%EOF\n", size, pdfCatalog, more, at)
}

// update appends an incremental update to a finished file: the way in which programs save a changed page and keep the old one.
func (d *pdf) update(b []byte, changed map[int]string) []byte {
	prev := bytes.LastIndex(b, []byte("startxref\n")) + len("startxref\n")
	var old int
	fmt.Sscan(string(b[prev:]), &old)
	var xref strings.Builder
	for _, n := range sortedNumbers(changed) {
		fmt.Fprintf(&xref, "%d 1\n%010d 00000 n \n", n, len(b))
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", n, changed[n])
	}
	at := len(b)
	b = append(b, "xref\n"+xref.String()...)
	return trailer(b, len(d.objs)+1, at, 0, fmt.Sprintf(" /Prev %d", old))
}

func sortedNumbers(m map[int]string) []int {
	var list []int
	for n := range m {
		list = append(list, n)
	}
	slices.Sort(list)
	return list
}

func refs(list []int) string {
	s := make([]string, len(list))
	for i, n := range list {
		s[i] = fmt.Sprintf("%d 0 R", n)
	}
	return strings.Join(s, " ")
}

// utf16Hex is a text string in UTF-16BE with its byte order mark, as a hexadecimal string.
func utf16Hex(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, r := range s {
		fmt.Fprintf(&b, "%04X", r)
	}
	return b.String() + ">"
}
