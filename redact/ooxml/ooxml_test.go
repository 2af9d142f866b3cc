package ooxml

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// build packs parts given as name and content in turn. Relationship parts are given like any other.
func build(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for pair := range slices.Chunk(parts, 2) {
		w, err := z.Create(pair[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, pair[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asSource(b []byte) *inspect.Source {
	return &inspect.Source{Name: "test.xlsx", ReaderAt: bytes.NewReader(b), Size: int64(len(b))}
}

// clean rewrites, and checks what holds for every copy.
func clean(t testing.TB, book []byte, mask Mask, fixes ...inspect.Fix) (map[string]string, *Notes) {
	t.Helper()
	var out, again, third bytes.Buffer
	notes, err := Rewrite(context.Background(), asSource(book), fixes, mask, &out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Rewrite(context.Background(), asSource(book), fixes, mask, &again); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("the same input gives other bytes (%v)", err)
	}
	if _, err := Rewrite(context.Background(), asSource(out.Bytes()), nil, nil, &third); err != nil || !bytes.Equal(out.Bytes(), third.Bytes()) {
		t.Errorf("cleaning the copy gives other bytes (%v)", err)
	}
	if dir := os.Getenv("KEEP_COPIES"); dir != "" {
		name := strings.ReplaceAll(t.Name(), "/", "_") + ".xlsx"
		if err := os.WriteFile(filepath.Join(dir, name), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return sound(t, out.Bytes()), notes
}

// sound checks that a package holds together, and returns its parts.
func sound(t testing.TB, book []byte) map[string]string {
	t.Helper()
	ctx := context.Background()
	pkg, err := opc.Open(ctx, bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range pkg.Missing() {
		t.Errorf("relationship %s leads to %s, which is not there", r.ID, r.Target)
	}
	reachable := pkg.Reachable()
	parts := map[string]string{}
	for _, p := range pkg.Parts {
		if !reachable[p] {
			t.Errorf("nothing leads to %s", p.Name)
		}
		r, err := p.Open(ctx)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		parts[p.Name] = string(b)
		if p.ContentType == "" && p.Name != "[Content_Types].xml" {
			t.Errorf("%s has no content type", p.Name)
		}
		references(t, p, b)
	}
	overrides(t, parts)
	if t.Failed() {
		for name, text := range parts {
			t.Logf("%s\n%s", name, text)
		}
	}
	return parts
}

// references checks that every reference of a part to a relationship has one.
func references(t testing.TB, p *opc.Part, b []byte) {
	t.Helper()
	if !strings.HasSuffix(p.Name, ".xml") && !strings.HasSuffix(p.Name, ".rels") && !strings.HasSuffix(p.Name, ".vml") {
		return
	}
	s := xmlscan.New(context.Background(), bytes.NewReader(b))
	for s.Next() {
		s.Attrs(func(space string, local, value []byte) bool {
			if space == opc.Transitional && !slices.ContainsFunc(p.Rels, func(r *opc.Rel) bool { return r.ID == string(value) }) {
				t.Errorf("%s refers to %s, which is not there", p.Name, value)
			}
			return true
		})
	}
	if err := s.Err(); err != nil {
		t.Errorf("%s: %v", p.Name, err)
	}
}

// overrides checks that every content type that names a part has one.
func overrides(t testing.TB, parts map[string]string) {
	t.Helper()
	for _, piece := range strings.Split(parts["[Content_Types].xml"], `PartName="/`)[1:] {
		name, _, _ := strings.Cut(piece, `"`)
		if _, ok := parts[name]; !ok {
			t.Errorf("a content type for %s, which is not there", name)
		}
	}
}

// gone checks that a text stands in no part.
func gone(t testing.TB, parts map[string]string, texts ...string) {
	t.Helper()
	for name, b := range parts {
		for _, text := range texts {
			if strings.Contains(b, text) || strings.Contains(name, text) {
				t.Errorf("%s still holds %q:\n%s", name, text, b)
			}
		}
	}
}

// has checks that a part holds texts.
func has(t testing.TB, parts map[string]string, name string, texts ...string) {
	t.Helper()
	b, ok := parts[name]
	if !ok {
		t.Errorf("no part %s", name)
		return
	}
	for _, text := range texts {
		if !strings.Contains(b, text) {
			t.Errorf("%s does not hold %s:\n%s", name, text, b)
		}
	}
}

const (
	head    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	nsSheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	nsX14   = `xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"`
	office  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	ctSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// relsOf writes a relationship part: id, type and target in turn; a type without a scheme is one of officeDocument.
func relsOf(triples ...string) string {
	var b strings.Builder
	b.WriteString(head + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for t := range slices.Chunk(triples, 3) {
		typ := t[1]
		if !strings.Contains(typ, "://") {
			typ = office + typ
		}
		b.WriteString(`<Relationship Id="` + t[0] + `" Type="` + typ + `" Target="` + t[2] + `"/>`)
	}
	return b.String() + `</Relationships>`
}

// A draft is a workbook in the making: sheets and other parts as XML.
type draft struct {
	names, after string   // definedNames, what follows them in the workbook
	sheets       []string // name, attributes of the sheet element, XML of the worksheet, relationships (triples in one string are not used)
	sheetRels    map[int][]string
	strings      []string // contents of si
	parts        []string // name, content type, XML
	rels         map[string][]string
	bookRels     []string
	rootRels     []string
	view         string
}

func (d *draft) bytes(t testing.TB) []byte {
	t.Helper()
	types := head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="bin" ContentType="application/octet-stream"/>`
	override := func(name, ct string) { types += `<Override PartName="/` + name + `" ContentType="` + ct + `"/>` }
	override("xl/workbook.xml", ctSheet+"sheet.main+xml")
	book := head + `<workbook ` + nsSheet + `>` + d.view + `<sheets>`
	bookRels := slices.Clone(d.bookRels)
	var parts []string
	n := 0
	for s := range slices.Chunk(d.sheets, 3) {
		n++
		id := "rId" + string(rune('0'+n))
		name := "xl/worksheets/sheet" + string(rune('0'+n)) + ".xml"
		book += `<sheet name="` + s[0] + `" sheetId="` + string(rune('0'+n)) + `" ` + s[1] + ` r:id="` + id + `"/>`
		bookRels = append(bookRels, id, "worksheet", "worksheets/sheet"+string(rune('0'+n))+".xml")
		override(name, ctSheet+"worksheet+xml")
		parts = append(parts, name, head+`<worksheet `+nsSheet+` `+nsX14+`>`+s[2]+`</worksheet>`)
		if r := d.sheetRels[n]; r != nil {
			parts = append(parts, "xl/worksheets/_rels/sheet"+string(rune('0'+n))+".xml.rels", relsOf(r...))
		}
	}
	book += `</sheets>` + d.names + d.after + `</workbook>`
	if d.strings != nil {
		sst := head + `<sst ` + nsSheet + ` count="9" uniqueCount="9"><si>` + strings.Join(d.strings, `</si><si>`) + `</si>`
		override("xl/sharedStrings.xml", ctSheet+"sharedStrings+xml")
		bookRels = append(bookRels, "rIdS", "sharedStrings", "sharedStrings.xml")
		parts = append([]string{"xl/sharedStrings.xml", sst + `</sst>`}, parts...)
	}
	for p := range slices.Chunk(d.parts, 3) {
		if p[1] != "" {
			override(p[0], p[1])
		}
		parts = append(parts, p[0], p[2])
	}
	for name, r := range d.rels {
		dir, file := filepath.Split(name)
		parts = append(parts, dir+"_rels/"+file+".rels", relsOf(r...))
	}
	root := append([]string{"rId1", "officeDocument", "xl/workbook.xml"}, d.rootRels...)
	all := []string{"[Content_Types].xml", types + `</Types>`, "_rels/.rels", relsOf(root...), "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", relsOf(bookRels...)}
	return build(t, append(all, parts...)...)
}

func TestRewrite_nothing(t *testing.T) {
	d := draft{
		sheets:  []string{"A", "", `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`},
		strings: []string{"<t>見える</t>", "<t>使われない</t>"},
	}
	parts, notes := clean(t, d.bytes(t), nil, inspect.Rebuild{})
	has(t, parts, "xl/sharedStrings.xml", "使われない")
	if notes.Frozen != 0 {
		t.Errorf("%+v", notes)
	}
}

func TestRewrite_errors(t *testing.T) {
	d := draft{sheets: []string{"A", "", `<sheetData/>`}}
	book := d.bytes(t)
	for name, fix := range map[string]inspect.Fix{
		"no sheet left": inspect.DropSheet{Part: "xl/worksheets/sheet1.xml"},
		"no such part":  inspect.DropPart{Part: "xl/nothing.xml"},
		"no sheet":      inspect.DropSheet{Part: "xl/workbook.xml"},
		"no reference":  inspect.Blank{Part: "xl/worksheets/sheet1.xml", Ref: "A"},
		"no chart":      inspect.Literal{Part: "xl/worksheets/sheet1.xml"},
		"no pivot":      inspect.Flatten{Part: "xl/worksheets/sheet1.xml"},
		"no properties": inspect.Strip{Part: "xl/worksheets/sheet1.xml"},
	} {
		_, err := Rewrite(context.Background(), asSource(book), []inspect.Fix{fix}, nil, io.Discard)
		if name == "no reference" { // a column is one
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
