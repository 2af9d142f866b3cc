package opc

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// edited carries out an edit and opens the copy.
func edited(t *testing.T, e *Edit) *Package {
	t.Helper()
	var b, again bytes.Buffer
	written, err := e.Write(context.Background(), &b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Write(context.Background(), &again); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("a second time: other bytes, %v", err)
	}
	p, err := open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := names(p.Parts), names(written); !slices.Equal(got, want) {
		t.Errorf("copy has %v, written were %v", got, want)
	}
	if n := len(p.Reachable()); n != len(p.Parts) {
		t.Errorf("%d of %d parts are reachable", n, len(p.Parts))
	}
	return p
}

func read(t *testing.T, p *Package, name string) string {
	t.Helper()
	part := p.Part(name)
	if part == nil {
		t.Fatalf("no part %s", name)
	}
	r, err := part.Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestEdit_nothing(t *testing.T) {
	p := edited(t, &Edit{Package: mustOpen(t, book())})
	for _, f := range book() {
		if f.name == "[trash]/0000.dat" {
			if p.Part(f.name) != nil {
				t.Error("an orphan was copied")
			}
			continue
		}
		if got := read(t, p, f.name); got != f.data {
			t.Errorf("%s:\ngot  %s\nwant %s", f.name, got, f.data)
		}
	}
}

func TestEdit_drop(t *testing.T) {
	source := mustOpen(t, book())
	p := edited(t, &Edit{Package: source, Drop: map[*Part]bool{source.Part("xl/worksheets/sheet2.xml"): true}})
	want := []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"}
	if got := names(p.Parts); !slices.Equal(got, want) {
		t.Errorf("parts %v", got)
	}
	if got, want := read(t, p, "xl/_rels/workbook.xml.rels"), rels(rel("rId1", "worksheet", "worksheets/sheet1.xml")); got != want {
		t.Errorf("got %s", got)
	}
	types := read(t, p, "[Content_Types].xml")
	if strings.Contains(types, "comments") || strings.Contains(types, "vml") || !strings.Contains(types, `Extension="xml"`) || !strings.Contains(types, "workbook") {
		t.Errorf("types %s", types)
	}
}

func TestEdit_dropLastRelationship(t *testing.T) {
	source := mustOpen(t, with(book(), "xl/worksheets/_rels/sheet2.xml.rels", rels(rel("rId1", "comments", "../comments1.xml"))))
	p := edited(t, &Edit{Package: source, DropRels: map[*Rel]bool{source.Part("xl/worksheets/sheet2.xml").Rels[0]: true}})
	if p.Part("xl/comments1.xml") != nil || p.Part("xl/worksheets/_rels/sheet2.xml.rels") != nil || p.Part("xl/worksheets/sheet2.xml") == nil {
		t.Errorf("parts %v", names(p.Parts))
	}
}

// TestEdit_sharedPart holds that a part stays as long as another one leads to it.
func TestEdit_sharedPart(t *testing.T) {
	source := mustOpen(t, append(book(), file{"xl/worksheets/_rels/sheet1.xml.rels", rels(rel("rId1", "image", "../comments1.xml"))}))
	p := edited(t, &Edit{Package: source, Drop: map[*Part]bool{source.Part("xl/worksheets/sheet2.xml"): true}})
	if p.Part("xl/comments1.xml") == nil {
		t.Error("a part in use was dropped")
	}
}

func TestEdit_replaceAndAdd(t *testing.T) {
	source := mustOpen(t, book())
	sheet := source.Part("xl/worksheets/sheet1.xml")
	p := edited(t, &Edit{
		Package: source,
		Replace: map[*Part]func(io.Writer) error{sheet: text("<new/>")},
		Types:   map[*Part]string{source.Part("xl/workbook.xml"): "application/plain+xml", sheet: "application/sheet+xml"},
		Add: []Added{
			{Name: "xl/media/image1.png", ContentType: "image/png", Write: text("png"), Source: sheet, ID: "rId1", Type: Transitional + "/image"},
			{Name: "docProps/core.xml", ContentType: "application/core+xml", Write: text("<core/>"), ID: "rId2", Type: nsRels + "/metadata/core-properties"},
		},
	})
	if got := read(t, p, "xl/worksheets/sheet1.xml"); got != "<new/>" {
		t.Errorf("got %q", got)
	}
	for name, want := range map[string]string{
		"xl/workbook.xml": "application/plain+xml", "xl/worksheets/sheet1.xml": "application/sheet+xml",
		"xl/media/image1.png": "image/png", "docProps/core.xml": "application/core+xml",
	} {
		if part := p.Part(name); part == nil || part.ContentType != want {
			t.Errorf("%s: %v", name, part)
		}
	}
	if r := p.Part("xl/worksheets/sheet1.xml").ByType("image"); len(r) != 1 || r[0].Part != p.Part("xl/media/image1.png") {
		t.Errorf("%v", r)
	}
	if r := p.Rels; len(r) != 2 {
		t.Errorf("%v", r)
	}
}

func TestEdit_errors(t *testing.T) {
	source := mustOpen(t, book())
	stop := errors.New("stop")
	for name, e := range map[string]*Edit{
		"types":   {Drop: map[*Part]bool{source.Part("[Content_Types].xml"): true}},
		"rels":    {Replace: map[*Part]func(io.Writer) error{source.Part("_rels/.rels"): text("")}},
		"exists":  {Add: []Added{{Name: "XL/workbook.xml", Write: text("")}}},
		"failing": {Replace: map[*Part]func(io.Writer) error{source.Part("xl/workbook.xml"): func(io.Writer) error { return stop }}},
	} {
		e.Package = source
		if _, err := e.Write(context.Background(), io.Discard); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestDropReferences(t *testing.T) {
	const head = `<s xmlns="x" xmlns:r="` + Transitional + `" xmlns:q="` + Strict + `" xmlns:w="` + nsWord + `">`
	for _, x := range []struct{ name, doc, want string }{
		{"nothing", `<a r:id="rId2"/><b count="2"><c/><c/></b><d></d>`, `<a r:id="rId2"/><b count="2"><c/><c/></b><d></d>`},
		{"element", `<a/><drawing r:id="rId1"/>`, `<a/>`},
		{"strict", `<drawing q:id="rId1">x</drawing>`, ``},
		{"other_attribute", `<blip r:embed="rId1"/>`, ``},
		{"no_namespace", `<a id="rId1"/>`, `<a id="rId1"/>`},
		{"container", `<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`, ``},
		{"blank_container", "<o>\n <oleObject r:id='rId1'/>\n</o>", ``},
		{"count", `<tableParts count="11"><tablePart r:id="rId2"/><tablePart r:id="rId1"/></tableParts>`, `<tableParts count="10"><tablePart r:id="rId2"/></tableParts>`},
		{"count_shorter", `<t x:count="3" xmlns:x="y" n="count=&quot;7&quot;" count = '10'><p r:id="rId1"/><p/></t>`, `<t x:count="3" xmlns:x="y" n="count=&quot;7&quot;" count = '9'><p/></t>`},
		{"ancestors", `<extLst><ext><l><i r:id="rId1"/></l></ext></extLst>`, ``},
		{"ancestors_partly", `<extLst><ext><i r:id="rId1"/></ext><ext><i/></ext></extLst>`, `<extLst><ext><i/></ext></extLst>`},
		{"ancestor_with_text", `<p>x<i r:id="rId1"/></p>`, `<p>x</p>`},
		{"text_after", `<p><i r:id="rId1"/>x</p>`, `<p>x</p>`},
		{"nested_counts", `<a count="2"><b count="1"><c r:id="rId1"/></b><b count="1"><c/></b></a>`, `<a count="1"><b count="1"><c/></b></a>`},
		{"alternate", `<o><mc><ch><x r:id="rId1"/></ch><fb><x r:id="rId1"/></fb></mc></o>`, ``},
		{"page_setup", `<pageSetup paperSize="9" r:id="rId1" scale="80"/>`, `<pageSetup paperSize="9" scale="80"/>`},
		{"word_link", `<w:hyperlink r:id="rId1"><w:t>x</w:t></w:hyperlink>`, `<w:hyperlink><w:t>x</w:t></w:hyperlink>`},
		{"cell_link", `<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>`, ``},
		{"comment_stays_not", `<o><!-- c --><x r:id="rId1"/></o>`, ``},
	} {
		t.Run(x.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := DropReferences(context.Background(), strings.NewReader(head+x.doc+`</s>`), &b, map[string]bool{"rId1": true}); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); got != head+x.want+`</s>` {
				t.Errorf("got  %s\nwant %s", got, head+x.want+`</s>`)
			}
		})
	}
}

// TestDropReferences_large holds that what is written does not depend on where the buffer is flushed.
func TestDropReferences_large(t *testing.T) {
	const head = `<s xmlns:r="` + Transitional + `"><d>`
	row := `<row n="1"><c><v>1</v></c></row><e count="2"><f/><i r:id="rId1"/></e>`
	var b bytes.Buffer
	doc := head + strings.Repeat(row, 20_000) + `</d><t count="20000">` + strings.Repeat(`<p r:id="rId1"/><p/>`, 10_000) + `</t></s>`
	if err := DropReferences(context.Background(), strings.NewReader(doc), &b, map[string]bool{"rId1": true}); err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(strings.ReplaceAll(doc, `<e count="2"><f/><i r:id="rId1"/></e>`, `<e count="1"><f/></e>`), `<p r:id="rId1"/>`, "")
	if b.String() != strings.Replace(want, "20000", "10000", 1) {
		t.Error("differs")
	}
}

func BenchmarkDropReferences(b *testing.B) {
	row := `<row r="1" spans="1:8"><c r="A1" s="1" t="s"><v>12345</v></c><c r="B1"><v>99</v></c></row>`
	doc := `<worksheet xmlns:r="` + Transitional + `"><sheetData>` + strings.Repeat(row, 100_000) + `</sheetData><drawing r:id="rId1"/></worksheet>`
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		if err := DropReferences(context.Background(), strings.NewReader(doc), io.Discard, map[string]bool{"rId1": true}); err != nil {
			b.Fatal(err)
		}
	}
}
