package opc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A file is one member of a test package.
type file struct{ name, data string }

func rels(lines ...string) string {
	return `<?xml version="1.0"?><Relationships xmlns="` + nsRels + `">` + strings.Join(lines, "") + `</Relationships>`
}

func rel(id, typ, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, id, Transitional, typ, target)
}

// book is a workbook with two sheets, of which the second has comments; an orphan; and a link out.
func book() []file {
	return []file{
		{"[Content_Types].xml", `<Types xmlns="` + nsTypes + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="Application/Workbook+xml; x=y"/><Override PartName="/xl/comments1.xml" ContentType="application/comments+xml"/></Types>`},
		{"_rels/.rels", rels(rel("rId1", "officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml", `<workbook/>`},
		{"xl/_rels/workbook.xml.rels", rels(rel("rId1", "worksheet", "worksheets/sheet1.xml"), rel("rId2", "worksheet", "/xl/worksheets/sheet2.xml"))},
		{"xl/worksheets/sheet1.xml", `<worksheet>1</worksheet>`},
		{"xl/worksheets/sheet2.xml", `<worksheet>2</worksheet>`},
		{"xl/worksheets/_rels/sheet2.xml.rels", rels(rel("rId1", "comments", "../comments1.xml"), rel("rId2", "vmlDrawing", "../vml%20Drawing1.vml"), rel("rId9", "printerSettings", "../gone.bin"),
			`<Relationship Id="rId3" Type="x" Target="https://example.jp/" TargetMode="External"/>`)},
		{"xl/comments1.xml", `<comments/>`},
		{"xl/vml Drawing1.vml", `<xml/>`},
		{"[trash]/0000.dat", "secret"},
	}
}

func pack(t testing.TB, files []file) []byte {
	t.Helper()
	var b bytes.Buffer
	w := strictzip.NewWriter(&b)
	for _, f := range files {
		out, err := w.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(out, f.data)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(b []byte) (*Package, error) {
	return Open(context.Background(), bytes.NewReader(b), int64(len(b)))
}

func mustOpen(t testing.TB, files []file) *Package {
	t.Helper()
	p, err := open(pack(t, files))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// with replaces or adds a file.
func with(files []file, name, data string) []file {
	files = slices.Clone(files)
	for i := range files {
		if files[i].name == name {
			files[i].data = data
			return files
		}
	}
	return append(files, file{name, data})
}

func names(parts []*Part) (s []string) {
	for _, p := range parts {
		s = append(s, p.Name)
	}
	return s
}

func TestOpen(t *testing.T) {
	p := mustOpen(t, book())
	if len(p.Parts) != len(book()) || len(p.Rels) != 1 || p.Rels[0].Part != p.Part("/XL/workbook.xml") || p.Rels[0].Source != nil {
		t.Fatalf("%v %v", p.Parts, p.Rels)
	}
	sheet := p.Part(`xl\worksheets\sheet2.xml`)
	if len(sheet.Rels) != 4 || sheet.Rels[0].Part != p.Part("xl/comments1.xml") || sheet.Rels[1].Part != p.Part("xl/vml%20drawing1.VML") {
		t.Errorf("%v", sheet.Rels)
	}
	if r := sheet.Rels[3]; !r.External || r.Part != nil || r.Target != "https://example.jp/" {
		t.Errorf("%v", r)
	}
	for name, want := range map[string]string{
		"xl/workbook.xml": "application/workbook+xml", "xl/worksheets/sheet1.xml": "application/xml",
		"xl/vml Drawing1.vml": "application/vnd.openxmlformats-officedocument.vmldrawing", "[trash]/0000.dat": "",
	} {
		if got := p.Part(name).ContentType; got != want {
			t.Errorf("%s has type %q", name, got)
		}
	}
	if got := sheet.ByType("comments"); len(got) != 1 || got[0].ID != "rId1" {
		t.Errorf("%v", got)
	}
	if got := p.ByType("worksheet"); len(got) != 2 {
		t.Errorf("%v", got)
	}
	if got := p.Missing(); len(got) != 1 || got[0].ID != "rId9" {
		t.Errorf("%v", got)
	}
	reach := p.Reachable()
	for _, part := range p.Parts {
		if reach[part] == (part.Name == "[trash]/0000.dat") {
			t.Errorf("%s reachable: %t", part.Name, reach[part])
		}
	}
	if !p.Part("_rels/.rels").IsRels() || sheet.IsRels() {
		t.Error("IsRels")
	}
}

func TestOpen_strict(t *testing.T) {
	line := func(typ string) string {
		return `<Relationship Id="` + typ + `" Type="` + Strict + "/" + typ + `" Target="a"/>`
	}
	p := mustOpen(t, with(book(), "_rels/.rels", rels(line("officeDocument"), line("extendedProperties"), line("metadata/thumbnail"))))
	for i, want := range []string{Transitional + "/officeDocument", Transitional + "/extended-properties", nsRels + "/metadata/thumbnail"} {
		if r := p.Rels[i]; r.Type != want || !strings.HasPrefix(r.RawType, Strict) {
			t.Errorf("%s from %s", r.Type, r.RawType)
		}
	}
}

func TestOpen_refused(t *testing.T) {
	many := rels(strings.Repeat(`<Relationship/>`, 2))
	for _, x := range []struct {
		name   string
		file   []byte
		want   error
		reason string
	}{
		{"no_zip", []byte("hello"), strictzip.ErrNotZip, "unsupported"},
		{"no_types", pack(t, book()[1:]), ErrNotPackage, "unsupported"},
		{"doctype", pack(t, with(book(), "_rels/.rels", `<!DOCTYPE x>`+rels())), xmlscan.ErrDoctype, "corrupt"},
		{"broken_types", pack(t, with(book(), "[Content_Types].xml", `<Types>`)), xmlscan.ErrSyntax, "corrupt"},
		{"encoding", pack(t, with(book(), "_rels/.rels", `<?xml version="1.0" encoding="utf-7"?><a/>`)), xmlscan.ErrEncoding, "unsupported"},
		{"same_id", pack(t, with(book(), "_rels/.rels", many)), ErrMalformed, "corrupt"},
		{"two_types", pack(t, with(book(), "[Content_Types].xml", `<Types xmlns="`+nsTypes+`"><Default Extension="a" ContentType="x"/><Default Extension="A" ContentType="y"/></Types>`)), strictzip.ErrAmbiguous, "corrupt"},
		{"same_name_but_encoding", pack(t, append(book(), file{"xl/%77orkbook.xml", ""})), strictzip.ErrAmbiguous, "corrupt"},
	} {
		t.Run(x.name, func(t *testing.T) {
			p, err := open(x.file)
			if !errors.Is(err, x.want) || p != nil || Reason(err) != x.reason {
				t.Errorf("got %v, %q", err, Reason(err))
			}
		})
	}
	if got := Reason(fmt.Errorf("x: %w", &limits.Error{Name: "inflated"})); got != "limit" {
		t.Errorf("limit: %q", got)
	}
	if got := Reason(&strictzip.Error{Kind: strictzip.ErrEncrypted}); got != "encrypted" {
		t.Errorf("encrypted: %q", got)
	}
	if got := Reason(nil); got != "" {
		t.Errorf("nil: %q", got)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(pack(f, book()))
	f.Add(pack(f, with(book(), "_rels/.rels", rels(rel("a", "b", "../../%2e%2e/[trash]/0000.dat"), rel("c", "d", `xl\workbook.xml#x`)))))
	f.Fuzz(func(t *testing.T, file []byte) {
		p, err := open(file)
		if err != nil {
			if Reason(err) == "" {
				t.Fatal("an error without a reason")
			}
			return
		}
		var b bytes.Buffer
		written, err := (&Edit{Package: p}).Write(context.Background(), &b)
		if err != nil {
			return // a part that cannot be read
		}
		q, err := open(b.Bytes())
		if err != nil {
			t.Fatalf("the copy does not open: %v", err)
		}
		if len(q.Parts) != len(written) || len(q.Reachable()) != len(q.Parts) || len(q.Archive.Residue) > 0 {
			t.Fatalf("the copy has %v, written were %v", names(q.Parts), names(written))
		}
	})
}
