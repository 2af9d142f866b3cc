package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// A maker writes small PDF files by hand.
type maker struct {
	objs    []string // "N 0 obj" bodies, from object 1
	trailer string   // further entries
}

// add adds an object and returns its reference.
func (m *maker) add(body string) string {
	m.objs = append(m.objs, body)
	return fmt.Sprintf("%d 0 R", len(m.objs))
}

func (m *maker) stream(dict, data string) string {
	return m.add(fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data))
}

// bytes writes the file; object 1 is the catalog.
func (m *maker) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(m.objs))
	for i, o := range m.objs {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	m.end(&b, 0, offsets, "")
	return b.Bytes()
}

func (m *maker) end(b *bytes.Buffer, first int, offsets []int, prev string) {
	start := b.Len()
	if first == 0 {
		fmt.Fprintf(b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	} else {
		fmt.Fprintf(b, "xref\n%d %d\n", first, len(offsets))
	}
	for _, o := range offsets {
		fmt.Fprintf(b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(b, "trailer\n<< /Size %d /Root 1 0 R %s %s >>\nstartxref\n%d\n%%%%EOF\n", len(m.objs)+1, m.trailer, prev, start)
}

// A sheet is a page of a test: its content and what hangs on it.
type sheet struct {
	content   string
	more      []string // of further pages
	resources string   // beside the fonts
	page      string   // further entries of the page
	catalog   string
	fonts     string                   // further fonts
	objects   func(m *maker, s *sheet) // adds what the entries refer to, before the page is written
}

// Fonts: F1 is Helvetica, F2 a Japanese one whose codes are UTF-16, V the same for vertical writing.
func (s *sheet) write() (*maker, []byte) {
	m := &maker{objs: []string{"", ""}}
	unicode := m.stream("", "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange")
	descendant := m.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Gothic /DW 1000 /W [32 126 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>")
	japanese := func(cmap string) string {
		return m.add("<< /Type /Font /Subtype /Type0 /BaseFont /Gothic /Encoding /" + cmap + " /DescendantFonts [" + descendant + "] /ToUnicode " + unicode + " >>")
	}
	fonts := "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 " + japanese("Identity-H") + " /V " + japanese("Identity-V")
	if s.objects != nil {
		s.objects(m, s)
	}
	var kids []string
	for _, code := range append([]string{s.content}, s.more...) {
		content := m.stream("", code)
		kids = append(kids, m.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << "+fonts+s.fonts+" >> "+s.resources+" >> /Contents "+content+" "+s.page+" >>"))
	}
	m.objs[0] = "<< /Type /Catalog /Pages 2 0 R " + s.catalog + " >>"
	m.objs[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids))
	return m, m.bytes()
}

// show returns the operators that show a text at a place, in 12 points.
func show(x, y int, text string) string {
	font := "F1"
	if text[0] >= 0x80 {
		font = "F2"
	}
	return fmt.Sprintf("BT /%s 12 Tf %d %d Td %s Tj ET\n", font, x, y, operand(text))
}

// operand returns a text as a string operand: literal in Latin letters, hexadecimal in Japanese.
func operand(text string) string {
	if text[0] < 0x80 {
		return "(" + strings.NewReplacer("(", `\(`, ")", `\)`).Replace(text) + ")"
	}
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return "<" + b.String() + ">"
}

// hexText returns a text string object.
func hexText(s string) string { return "<FEFF" + operand("　" + s)[5:] }

// items reads a file and returns its items.
func items(t testing.TB, data []byte) []inspect.Item {
	t.Helper()
	set := detectors.NewSet(detectors.All())
	doc, err := Format{inspect.Tables{Detectors: set}}.Open(t.Context(), &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(data), Size: int64(len(data))})
	if err != nil {
		t.Fatal(err)
	}
	var out []inspect.Item
	for it, err := range doc.Items(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		it.Where = inspect.Keep(it.Where)
		out = append(out, *it)
	}
	return out
}

// in returns the texts that lie in a place, "" for what a reader sees; "!" followed by a reason for what was not read.
func in(all []inspect.Item, place string) []string {
	var out []string
	for _, it := range all {
		id := ""
		switch {
		case it.Unread != "":
			id = "!" + string(it.Unread)
		case it.Place != nil:
			id = it.Place.ID
		}
		if id == place {
			out = append(out, it.Text)
		}
	}
	return out
}
