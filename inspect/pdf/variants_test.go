package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Further ways to hide a text, and what looks like them, in the parts of the language that few writers use.
func Test_text_on_pages_in_rarer_ways(t *testing.T) {
	box := "68 696 90 20 re f\n"
	name := show(72, 700, secret)
	square := func(subtype, entries string) string {
		return "/Annots [<< /Type /Annot /Subtype /" + subtype + " /Rect [66 694 170 718] /F 4 " + entries + " >>]"
	}
	tests := []struct {
		name  string
		sheet sheet
		place string
	}{
		{"tiling pattern", sheet{content: name + "/Pattern cs /P scn " + box, objects: tiling("1 /BBox [0 0 8 8] /XStep 8 /YStep 8", "0 g 0 0 8 8 re f")}, "pdf/covered-text"},
		{"uncoloured pattern", sheet{
			content: name + "/C cs 0 0 0 /P scn " + box, resources: "/ColorSpace << /C [/Pattern /DeviceRGB] >>",
			objects: tiling("2 /BBox [0 0 8 8] /XStep 8 /YStep 8", "0 0 8 8 re f"),
		}, "pdf/covered-text"},
		{"dense hatching", sheet{content: name + "/Pattern cs /P scn " + box, objects: tiling("1 /BBox [0 0 4 4] /XStep 4 /YStep 4", "0 g 0 0 4 3.2 re f")}, "pdf/covered-text"},
		{"hatching by lines", sheet{content: name + "1.6 w " + lines(66, 694, 170, 720, 2)}, "pdf/covered-text"},
		{"quiet: sparse hatching", sheet{content: name + "0.5 w " + lines(66, 694, 170, 720, 4)}, ""},
		{"quiet: dotted pattern", sheet{content: name + "/Pattern cs /P scn " + box, objects: tiling("1 /BBox [0 0 8 8] /XStep 8 /YStep 8", "0 g 0 0 2 2 re f")}, ""},

		{"shading", sheet{content: name + "q 68 696 90 20 re W n /S sh Q", resources: axial(68, 158, "/Extend [true true]")}, "pdf/covered-text"},
		{"shading that just reaches", sheet{content: name + "q 68 696 90 20 re W n /S sh Q", resources: axial(60, 170, "")}, "pdf/covered-text"},
		{"quiet: shading that ends before", sheet{content: name + "q 68 696 90 20 re W n /S sh Q", resources: axial(140, 158, "")}, ""},
		{"shading pattern", sheet{
			content:   name + "/Pattern cs /P scn " + box,
			resources: "/Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0] /C1 [0.2] >> >> >> >>",
		}, "pdf/covered-text"},

		{"glyph that is a bar", sheet{content: name + "BT /B 20 Tf 68 695 Td (xxxxx) Tj ET", objects: type3("1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f", "/bar1")}, "pdf/covered-text"},
		{"quiet: glyph that is a frame", sheet{content: name + "BT /B 120 Tf 40 660 Td (x) Tj ET", objects: type3("1000 0 0 0 1000 1000 d1 20 w 10 10 980 980 re S", "/space")}, ""},
		{"text in a glyph", sheet{content: "BT /B 20 Tf 68 695 Td (x) Tj ET 0 g " + "60 690 120 30 re f", objects: type3("5000 0 d0 BT /F2 600 Tf 0 100 Td "+operand(secret)+" Tj ET", "/x")}, "pdf/covered-text"},
		{"quiet: text in a glyph", sheet{content: "BT /B 20 Tf 68 695 Td (x) Tj ET", objects: type3("5000 0 d0 BT /F2 600 Tf 0 100 Td "+operand(secret)+" Tj ET", "/x")}, ""},
		{"glyphs that draw nothing", sheet{content: "BT /B 20 Tf 68 695 Td (x) Tj ET", objects: type3("1000 0 d0", "/uni5C71")}, "pdf/invisible-text山"},

		{"stencil with many samples", sheet{content: name + "q 100 0 0 25 68 695 cm /I Do Q", objects: stencil("\x00\x00\x00\x00")}, "pdf/covered-text"},
		{"quiet: stencil that leaves the text", sheet{content: name + "q 100 0 0 25 68 695 cm /I Do Q", objects: stencil("\x00\xFF\xFF\xFF")}, ""},
		{"soft mask that is full", sheet{content: name + "q 100 0 0 25 68 695 cm /I Do Q", objects: masked("\xFF\xFF\xFF\xFF")}, "pdf/covered-text"},
		{"soft mask that is full there", sheet{content: name + "q 100 0 0 50 68 670 cm /I Do Q", objects: masked("\xFF\xFF\x00\x00")}, "pdf/covered-text"},
		{"quiet: soft mask that is empty there", sheet{content: name + "q 100 0 0 50 68 670 cm /I Do Q", objects: masked("\x00\x00\xFF\xFF")}, ""},

		{"free text", sheet{content: name, page: square("FreeText", "/C [0] /DA (0 g)")}, "pdf/covered-text"},
		{"square", sheet{content: name, page: square("Square", "/IC [1]")}, "pdf/covered-text"},
		{"circle", sheet{content: name, page: strings.Replace(square("Circle", "/IC [0]"), "66 694 170 718", "46 680 190 730", 1)}, "pdf/covered-text"},
		{"polygon", sheet{content: name, page: square("Polygon", "/IC [0] /Vertices [66 694 170 694 170 718 66 718]")}, "pdf/covered-text"},
		{"line", sheet{content: name, page: square("Line", "/C [0] /L [66 705 170 705] /BS << /W 24 >>")}, "pdf/covered-text"},
		{"dark highlight", sheet{content: name, page: square("Highlight", "/C [0] /QuadPoints [66 718 170 718 66 694 170 694]")}, "pdf/covered-text"},
		{"strike-out as high as the line", sheet{content: name, page: square("StrikeOut", "/C [0] /QuadPoints [66 718 170 718 66 694 170 694]")}, ""},
		{"quiet: highlight", sheet{content: name, page: square("Highlight", "/C [1 1 0] /QuadPoints [66 718 170 718 66 694 170 694]")}, ""},
		{"quiet: square without a fill", sheet{content: name, page: square("Square", "/C [0]")}, ""},
		{"quiet: free text without a ground", sheet{content: name, page: square("FreeText", "/DA (0 g)")}, ""},

		{"print only", sheet{content: "/OC /L BDC " + name + "EMC", objects: usage("/View << /ViewState /OFF >> /Print << /PrintState /ON >>")}, "pdf/hidden-layer"},
		{"quiet: not for print", sheet{content: "/OC /L BDC " + name + "EMC", objects: usage("/Print << /PrintState /OFF >>")}, ""},
		{"expression", sheet{content: "/OC /M BDC " + name + "EMC", objects: member("/VE [/Not %]", "")}, "pdf/hidden-layer"},
		{"quiet: expression", sheet{content: "/OC /M BDC " + name + "EMC", objects: member("/VE [/Or % [/Not %]]", "")}, ""},
		{"all off", sheet{content: "/OC /M BDC " + name + "EMC", objects: member("/OCGs [%] /P /AllOff", "")}, "pdf/hidden-layer"},

		{"text as a clip for nothing", sheet{content: "q BT /F2 12 Tf 7 Tr 72 700 Td " + operand(secret) + " Tj ET Q"}, "pdf/invisible-text"},
		{"quiet: text as a clip for paint", sheet{content: "q BT /F2 12 Tf 7 Tr 72 700 Td " + operand(secret) + " Tj ET 0 g " + box + "Q"}, ""},
		{"ink of a spot colour", sheet{content: name + "/S cs 1 scn " + box, resources: "/ColorSpace << /S [/Separation /Black /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [0 0 0 1] >>] >>"}, "pdf/covered-text"},
		{"quiet: a seal that lets the text through", sheet{content: name + "/G gs 1 0 0 RG 3 w 80 690 40 40 re S 1 0 0 rg " + box, resources: "/ExtGState << /G << /ca 0.4 /CA 0.4 >> >>"}, ""},
		{"quiet: a drop shadow", sheet{content: "0.7 g " + show(73, 699, secret) + "0 g " + name}, ""},
		{"quiet: fake bold", sheet{content: name + strings.Replace(name, "72 700", "72.3 700", 1)}, ""},
	}
	for _, test := range tests {
		place, want, other := strings.Cut(test.place, "山")
		want = "山" + want
		if !other {
			want = secret
		}
		_, data := test.sheet.write()
		all := items(t, data)
		if got := in(all, place); !slices.Contains(got, want) {
			t.Errorf("%s: not in %q; all: %v", test.name, test.place, dump(all))
		}
		for _, it := range all {
			if test.place == "" && it.Place != nil && !it.Place.OnlyWithPeople || it.Unread != "" {
				t.Errorf("%s: false alarm %v %s", test.name, it.Place, it.Unread)
			}
		}
	}
}

// lines returns strokes that cross an area both ways, at a distance.
func lines(x0, y0, x1, y1, step float64) string {
	var b strings.Builder
	for x := x0; x <= x1; x += step {
		fmt.Fprintf(&b, "%g %g m %g %g l S ", x, y0, x, y1)
	}
	for y := y0; y <= y1; y += 2 * step {
		fmt.Fprintf(&b, "%g %g m %g %g l S ", x0, y, x1, y)
	}
	return b.String()
}

func axial(x0, x1 int, entries string) string {
	return fmt.Sprintf("/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [%d 0 %d 0] %s /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0] /C1 [0.2] >> >> >>", x0, x1, entries)
}

// tiling adds a pattern P. Its entries begin with the paint type.
func tiling(entries, content string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		s.resources += "/Pattern << /P " + m.stream("/PatternType 1 /TilingType 1 /Resources << >> /PaintType "+entries, content) + " >>"
	}
}

// type3 adds a font B whose glyph x runs a procedure. It uses the resources of the page.
func type3(procedure, glyph string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		proc := m.stream("", procedure)
		s.resources = strings.TrimSpace(s.resources)
		s.fonts += " /B << /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 120 /LastChar 120 /Widths [1000]" +
			" /Encoding << /Type /Encoding /Differences [120 " + glyph + "] >> /CharProcs << " + glyph + " " + proc + " >> >>"
	}
}

// stencil adds a mask I of 2 x 4 samples, each row in one byte.
func stencil(data string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		s.resources += "/XObject << /I " + m.stream("/Type /XObject /Subtype /Image /Width 8 /Height 4 /ImageMask true /BitsPerComponent 1", data) + " >>"
	}
}

// masked adds a black image I with a soft mask of 2 x 2 samples, from the top.
func masked(alpha string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		mask := m.stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", alpha)
		s.resources += "/XObject << /I " + m.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask "+mask, "\x00") + " >>"
	}
}

// usage adds a layer L whose state depends on what it is opened for.
func usage(entries string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		group := m.add("<< /Type /OCG /Name (draft) /Usage << " + entries + " >> >>")
		s.resources += "/Properties << /L " + group + " >>"
		s.catalog += "/OCProperties << /OCGs [" + group + "] /D << /AS [<< /Event /View /Category [/View /Print] /OCGs [" + group + "] >> << /Event /Print /Category [/Print] /OCGs [" + group + "] >>] >> >>"
	}
}

// member adds a membership M of a layer; a % stands for its group.
func member(entries, config string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		group := m.add("<< /Type /OCG /Name (draft) >>")
		s.resources += "/Properties << /M " + m.add("<< /Type /OCMD "+strings.ReplaceAll(entries, "%", group)+" >>") + " >>"
		s.catalog += "/OCProperties << /OCGs [" + group + "] /D << " + strings.ReplaceAll(config, "%", group) + " >> >>"
	}
}
