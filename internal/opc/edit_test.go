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
