package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// dump lists items for messages of failing tests.
func dump(all []inspect.Item) string {
	var b strings.Builder
	for _, it := range all {
		id := "-"
		if it.Place != nil {
			id = it.Place.ID
		}
		fmt.Fprintf(&b, "\n\t%s %q %s", id, it.Text, it.Unread)
	}
	return b.String()
}

// annot adds an annotation.
func annot(entries string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		s.page += "/Annots [" + m.add("<< /Type /Annot /Rect [60 690 200 720] "+entries+" >>") + "]"
	}
}

func Test_around_pages(t *testing.T) {
	text := show(72, 700, "Budget")
	author := "/T " + hexText(secret)
	tests := []struct {
		name  string
		sheet sheet
		place string
		want  string
	}{
		{"square over text", sheet{content: text, objects: annot("/Subtype /Square /IC [0 0 0] " + author)}, "pdf/covered-text", "Budget"},
		{"square's author", sheet{content: text, objects: annot("/Subtype /Square /IC [0 0 0] " + author)}, "pdf/annotation-cover", secret},
		{"circle", sheet{content: text, objects: annot("/Subtype /Circle /Rect [0 640 300 760] /IC [1 1 1]")}, "pdf/covered-text", "Budget"},
		{"polygon", sheet{content: text, objects: annot("/Subtype /Polygon /Vertices [50 680 300 680 300 740 50 740] /IC [0.2]")}, "pdf/covered-text", "Budget"},
		{"dark highlight", sheet{content: text, objects: annot("/Subtype /Highlight /C [0 0 0] /QuadPoints [60 720 200 720 60 690 200 690]")}, "pdf/covered-text", "Budget"},
		{"ink", sheet{content: text, objects: annot("/Subtype /Ink /C [0 0 0] /BS << /W 24 >> /InkList [[60 705 200 705]]")}, "pdf/covered-text", "Budget"},
		{"stamp", sheet{content: text, objects: stamp("0 g 0 0 140 30 re f")}, "pdf/covered-text", "Budget"},
		{"redact", sheet{content: text, objects: annot("/Subtype /Redact")}, "pdf/annotation-redact", "Budget"},
		{"note", sheet{content: text, objects: annot("/Subtype /Text /Contents " + hexText(secret))}, "pdf/annotation-note", secret},
		{"hidden note", sheet{content: text, objects: annot("/Subtype /FreeText /F 2 /Contents " + hexText(secret))}, "pdf/annotation-hidden", secret},
		{"sound", sheet{content: text, objects: annot("/Subtype /Sound /Contents " + hexText(secret))}, "pdf/annotation-media", secret},
		{"link", sheet{content: text, objects: annot(`/Subtype /Link /A << /S /Launch /F (\\\\server\\staff) >>`)}, "pdf/link-path", `\\server\staff`},

		{"attachment", sheet{content: text, objects: attach}, "pdf/attachment", "people.csv"},
		{"bookmark", sheet{content: text, objects: outline}, "pdf/bookmark", secret},
		{"script", sheet{content: text, catalog: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"}, "pdf/script", "app.alert(1)"},
		{"actual text", sheet{content: "/Span << /ActualText " + hexText(secret) + " >> BDC " + text + "EMC"}, "pdf/actual-text", secret},
		{"structure", sheet{content: text, objects: structure}, "pdf/actual-text", secret},
		{"hidden field", sheet{content: text, objects: field("/F 2")}, "pdf/hidden-field", secret},
		{"field", sheet{content: text, objects: field("")}, "pdf/form-value", secret},
		{"private data", sheet{content: text, page: "/PieceInfo << /App << /Private (" + "Smith" + ") >> >>"}, "pdf/private-data", "Smith"},
		{"orphan", sheet{content: text, objects: func(m *maker, _ *sheet) { m.add("<< /Note " + hexText(secret) + " >>") }}, "pdf/orphan-object", secret},
		{"unknown key", sheet{content: text, catalog: "/Record (Smith)"}, "pdf/unknown-key", "Smith"},
		{"page label", sheet{content: text, catalog: "/PageLabels << /Nums [0 << /P " + hexText(secret) + " >>] >>"}, "pdf/page-label", secret},
		{"destination", sheet{content: text, catalog: "/Dests << /" + "yamada" + " [3 0 R /Fit] >>"}, "pdf/named-destination", "yamada"},
		{"picture", sheet{content: "q 595 0 0 842 0 0 cm /I Do Q", objects: image("")}, "!image-only", ""},
		{"box on a scan", sheet{content: "q 595 0 0 842 0 0 cm /I Do Q 0 g 100 600 200 80 re f", objects: paper("")}, "pdf/covered-image", ""},
		{"box on a scan that can't be decoded", sheet{content: "q 595 0 0 842 0 0 cm /I Do Q 0 g 100 600 200 80 re f", objects: paper("/Filter /JBIG2Decode")}, "pdf/covered-image", ""},
		{"unknown characters", sheet{content: "BT /Z 12 Tf 72 700 Td <00410042> Tj ET", objects: mystery}, "!unsupported", ""},
		{"cut content", sheet{content: "q BT /F9 12 Tf 0 0 Td (x) Tj ET"}, "!corrupt", ""},
	}
	for _, test := range tests {
		_, data := test.sheet.write()
		all := items(t, data)
		if got := in(all, test.place); !slices.Contains(got, test.want) {
			t.Errorf("%s: %q is not in %s; all: %s", test.name, test.want, test.place, dump(all))
		}
	}
}

func Test_quiet_around_pages(t *testing.T) {
	text := show(72, 700, "Budget")
	for name, s := range map[string]sheet{
		"nothing":        {content: text},
		"frame":          {content: text, objects: annot("/Subtype /Square /C [1 0 0]")},
		"caption":        {content: text + show(72, 650, "A plan of the new library") + "q 595 0 0 842 0 0 cm /I Do Q 0 g 100 300 200 20 re f 1 g " + show(110, 304, "The new library, as seen from the park") + "0 g " + text + show(72, 650, "A plan of the new library"), objects: image("")},
		"yellow marker":  {content: text, objects: annot("/Subtype /Highlight /C [1 1 0] /QuadPoints [60 720 200 720 60 690 200 690]")},
		"red seal":       {content: text, objects: stamp("/G gs 1 0 0 rg 0 0 140 30 re f")},
		"web link":       {content: text, objects: annot("/Subtype /Link /A << /S /URI /URI (https://example.jp/) >>")},
		"box on nothing": {content: show(72, 100, "A long enough line of text on this page") + "q 595 0 0 842 0 0 cm /I Do Q 0 g 100 600 200 40 re f " + show(72, 100, "A long enough line of text on this page"), objects: image("")},
		"hyphen spelled": {content: "/Span << /ActualText <FEFF00AD> >> BDC " + text + "EMC"},
		"same spelled":   {content: "/Span << /ActualText (Budget) >> BDC " + text + "EMC"},
	} {
		_, data := s.write()
		for _, it := range items(t, data) {
			if it.Place != nil || it.Unread != "" {
				t.Errorf("%s: %s", name, dump([]inspect.Item{it}))
			}
		}
	}
}

func stamp(content string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		ap := m.stream("/Type /XObject /Subtype /Form /BBox [0 0 140 30] /Resources << /ExtGState << /G << /ca 0.5 >> >> >>", content)
		annot("/Subtype /Stamp /AP << /N "+ap+" >>")(m, s)
	}
}

func attach(m *maker, s *sheet) {
	file := m.stream("/Type /EmbeddedFile", "name,phone\n")
	spec := m.add("<< /Type /Filespec /F (people.csv) /EF << /F " + file + " >> >>")
	s.catalog += "/Names << /EmbeddedFiles << /Names [(people.csv) " + spec + "] >> >>"
}

func outline(m *maker, s *sheet) {
	entry := m.add("<< /Title " + hexText(secret) + " >>")
	s.catalog += "/Outlines " + m.add("<< /First "+entry+" /Last "+entry+" /Count 1 >>")
}

func structure(m *maker, s *sheet) {
	s.catalog += "/StructTreeRoot " + m.add("<< /Type /StructTreeRoot /K "+m.add("<< /Type /StructElem /S /P /ActualText "+hexText(secret)+" >>")+" >>")
}

func field(entries string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		f := m.add("<< /Type /Annot /Subtype /Widget /Rect [60 600 200 620] /FT /Tx /T (name) /V " + hexText(secret) + " " + entries + " >>")
		s.page += "/Annots [" + f + "]"
		s.catalog += "/AcroForm << /Fields [" + f + "] >>"
	}
}

func mystery(m *maker, s *sheet) {
	d := m.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Hinata) /Supplement 2 >> >>")
	s.resources += "/Font << /Z << /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /Identity-H /DescendantFonts [" + d + "] >> >>"
}

func Test_old_revision(t *testing.T) {
	s := sheet{content: show(72, 700, secret)}
	m, data := s.write()
	number := len(m.objs) - 1 // the content, before the page
	b := bytes.NewBuffer(data)
	at := b.Len()
	fmt.Fprintf(b, "%d 0 obj\n<< /Length 1 >>\nstream\n \nendstream\nendobj\n", number)
	m.end(b, number, []int{at}, fmt.Sprintf("/Prev %d", bytes.LastIndex(data, []byte("xref\n0"))))
	all := items(t, b.Bytes())
	if got := in(all, "pdf/old-revision"); !slices.Contains(got, secret) {
		t.Error(dump(all))
	}
}

func Test_trailing_data(t *testing.T) {
	s := sheet{content: show(72, 700, "Budget")}
	_, data := s.write()
	all := items(t, append(data, "\nTaro Yamada, 090-1234-5678"...))
	if got := in(all, "pdf/trailing-data"); len(got) != 1 || !strings.Contains(got[0], "090-1234") {
		t.Error(dump(all))
	}
}

func Test_metadata(t *testing.T) {
	s := sheet{content: show(72, 700, "Budget"), objects: func(m *maker, s *sheet) {
		m.trailer = "/Info " + m.add("<< /Title (Plan) /Author "+hexText(secret)+" >>")
		s.catalog += "/Metadata " + m.stream("/Type /Metadata /Subtype /XML", "<x><creator>Smith</creator></x>")
	}}
	_, data := s.write()
	all := items(t, data)
	if got := in(all, "pdf/metadata"); !slices.Equal(got, []string{secret, "Smith"}) {
		t.Error(got)
	}
	if got := in(all, "pdf/title"); !slices.Equal(got, []string{"Plan"}) {
		t.Error(got)
	}
}

// paper is a picture of 64 by 64 samples: rows of strokes.
func paper(entries string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		row := strings.Repeat("\xFF\x10\xFF\xFF", 16)
		s.resources += "/XObject << /I " + m.stream("/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8 "+entries, strings.Repeat(row, 64)) + " >>"
	}
}
