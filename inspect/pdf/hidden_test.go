package pdf

import (
	"slices"
	"strings"
	"testing"
)

const secret = "山田太郎"

func Test_text_on_pages(t *testing.T) {
	box := "68 696 90 20 re f\n"
	tests := []struct {
		name  string
		sheet sheet
		place string // where the secret is found; "": a reader sees it
	}{
		{"plain", sheet{content: show(72, 700, secret)}, ""},

		{"rectangle", sheet{content: show(72, 700, secret) + "0 g " + box}, "pdf/covered-text"},
		{"white rectangle", sheet{content: show(72, 700, secret) + "1 g " + box}, "pdf/covered-text"},
		{"path", sheet{content: show(72, 700, secret) + "0 g 60 690 m 170 690 l 165 720 l 62 722 l h f"}, "pdf/covered-text"},
		{"curved path", sheet{content: show(72, 700, secret) + "0 g 60 690 m 60 725 170 725 170 690 c f*"}, "pdf/covered-text"},
		{"thick line", sheet{content: show(72, 700, secret) + "20 w 68 705 m 160 705 l S"}, "pdf/covered-text"},
		{"two boxes together", sheet{content: show(72, 700, secret) + "0 g 68 696 40 20 re f 106 696 40 20 re f"}, "pdf/covered-text"},
		{"rotated box", sheet{content: show(72, 700, secret) + "q 0.7071 0.7071 -0.7071 0.7071 115 706 cm -45 -45 90 90 re f Q"}, "pdf/covered-text"},
		{"inline image", sheet{content: show(72, 700, secret) + "q 100 0 0 25 68 695 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"}, "pdf/covered-text"},
		{"stencil", sheet{content: show(72, 700, secret) + "q 100 0 0 25 68 695 cm BI /W 1 /H 1 /IM true ID \x00 EI Q"}, "pdf/covered-text"},
		{"image", sheet{content: show(72, 700, secret) + "q 100 0 0 25 68 695 cm /I Do Q", objects: image("")}, "pdf/covered-text"},
		{"form", sheet{content: show(72, 700, secret) + "/X Do", objects: form("0 g " + box)}, "pdf/covered-text"},
		{"text in a form", sheet{content: "/X Do 0 g " + box, objects: form(show(72, 700, secret))}, "pdf/covered-text"},
		{"black on black", sheet{content: "0 g " + box + show(72, 700, secret)}, "pdf/covered-text"},
		{"multiplied black", sheet{content: show(72, 700, secret) + "/G gs 0 g " + box, resources: "/ExtGState << /G << /BM /Multiply >> >>"}, "pdf/covered-text"},
		{"label on top", sheet{content: show(72, 700, secret) + "0 g " + box + "1 g " + show(76, 700, "REDACTED")}, "pdf/covered-text"},
		{"vertical", sheet{content: "BT /V 12 Tf 100 700 Td " + operand(secret) + " Tj ET 0 g 92 640 18 62 re f"}, "pdf/covered-text"},
		{"rotated text", sheet{content: "BT /F2 12 Tf 0 1 -1 0 100 600 Tm " + operand(secret) + " Tj ET 0 g 86 598 18 52 re f"}, "pdf/covered-text"},

		{"typed blocks", sheet{content: show(72, 700, secret) + show(72, 700, "████")}, "pdf/covered-text"},
		{"nearly black on black", sheet{content: "0.07 g " + box + "0 g " + show(72, 700, secret)}, "pdf/covered-text"},
		{"dark grey on dark grey", sheet{content: "0.13 g " + box + "0.2 g " + show(72, 700, secret)}, "pdf/covered-text"},
		{"squares above it", sheet{content: show(72, 716, "■■■■") + show(72, 700, secret)}, ""},
		{"white on white", sheet{content: "1 g " + show(72, 700, secret)}, "pdf/invisible-text"},
		{"mode 3", sheet{content: "3 Tr " + show(72, 700, secret)}, "pdf/invisible-text"},
		{"transparent", sheet{content: "/G gs " + show(72, 700, secret), resources: "/ExtGState << /G << /ca 0 >> >>"}, "pdf/invisible-text"},
		{"tiny", sheet{content: "q 0.01 0 0 0.01 72 700 cm " + show(0, 0, secret) + "Q"}, "pdf/tiny-text"},
		{"Tz 0", sheet{content: "0 Tz " + show(72, 700, secret)}, "pdf/tiny-text"},
		{"off page", sheet{content: show(72, 900, secret)}, "pdf/off-page-text"},
		{"cropped", sheet{content: show(72, 700, secret), page: "/CropBox [0 0 595 600]"}, "pdf/off-page-text"},
		{"clipped", sheet{content: "q 300 300 50 50 re W n " + show(72, 700, secret) + "Q"}, "pdf/clipped-text"},
		{"scan", sheet{content: "q 595 0 0 842 0 0 cm /I Do Q 3 Tr " + show(72, 700, secret), objects: image("")}, "pdf/ocr-layer"},
		{"under a scan", sheet{content: show(72, 700, secret) + "q 595 0 0 842 0 0 cm /I Do Q", objects: image("")}, "pdf/ocr-layer"},
		{"scan, blacked out", sheet{content: "q 595 0 0 842 0 0 cm /I Do Q 0 g " + box + "3 Tr " + show(72, 700, secret), objects: image("")}, "pdf/covered-text"},
		{"layer", sheet{content: "/OC /L BDC " + show(72, 700, secret) + "EMC", objects: layer("/OFF [%]")}, "pdf/hidden-layer"},
		{"base state off", sheet{content: "/OC /L BDC " + show(72, 700, secret) + "EMC", objects: layer("/BaseState /OFF")}, "pdf/hidden-layer"},

		{"quiet: shading before text", sheet{content: "0.8 g " + box + "0 g " + show(72, 700, secret)}, ""},
		{"quiet: dark head row", sheet{content: "0 0 0.4 rg " + box + "1 g " + show(72, 700, secret)}, ""},
		{"quiet: frame", sheet{content: show(72, 700, secret) + "68 696 90 20 re S"}, ""},
		{"quiet: underline", sheet{content: show(72, 700, secret) + "68 698 90 1.5 re f"}, ""},
		{"quiet: strike-through", sheet{content: show(72, 700, secret) + "2 w 68 704 m 160 704 l S"}, ""},
		{"quiet: marker", sheet{content: show(72, 700, secret) + "/G gs 1 1 0 rg " + box, resources: "/ExtGState << /G << /BM /Multiply >> >>"}, ""},
		{"quiet: watermark", sheet{content: show(72, 700, secret) + "/G gs 0.5 g " + box, resources: "/ExtGState << /G << /ca 0.3 >> >>"}, ""},
		{"quiet: text drawn again", sheet{content: show(72, 700, secret) + "1 g " + box + "0 g " + show(72, 700, secret)}, ""},
		{"quiet: soft mask", sheet{content: show(72, 700, secret) + "q 100 0 0 25 68 695 cm /I Do Q", objects: image("/SMask % ")}, ""},
		{"quiet: layer on", sheet{content: "/OC /L BDC " + show(72, 700, secret) + "EMC", objects: layer("")}, ""},
		{"quiet: clip around", sheet{content: "q 60 690 200 50 re W n " + show(72, 700, secret) + "Q"}, ""},
		{"quiet: white on a picture", sheet{content: "q 200 0 0 50 60 690 cm /I Do Q 1 g " + show(72, 700, secret), objects: image("")}, ""},
		{"quiet: box elsewhere", sheet{content: show(72, 700, secret) + "0 g 68 600 90 20 re f"}, ""},
	}
	for _, test := range tests {
		_, data := test.sheet.write()
		all := items(t, data)
		if got := in(all, test.place); !slices.Contains(got, secret) {
			t.Errorf("%s: not in %q; all: %v", test.name, test.place, dump(all))
		}
		if test.place == "" {
			for _, it := range all {
				if it.Place != nil && !it.Place.OnlyWithPeople {
					t.Errorf("%s: false alarm %s", test.name, it.Place.ID)
				}
			}
		}
	}
}

// image adds a 2 x 2 image I. A % among its entries stands for a soft mask that lets something through.
func image(entries string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		if strings.Contains(entries, "%") {
			mask := m.stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x40")
			entries = strings.ReplaceAll(entries, "%", mask)
		}
		s.resources += "/XObject << /I " + m.stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 "+entries, "\x01\x02\x03\x04") + " >>"
	}
}

// form adds a form X; it uses the resources of the page.
func form(content string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		s.resources += "/XObject << /X " + m.stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", content) + " >>"
	}
}

// layer adds a layer L with a configuration; a % stands for its group.
func layer(config string) func(*maker, *sheet) {
	return func(m *maker, s *sheet) {
		group := m.add("<< /Type /OCG /Name (draft) >>")
		s.resources += "/Properties << /L " + group + " >>"
		s.catalog += "/OCProperties << /OCGs [" + group + "] /D << " + strings.ReplaceAll(config, "%", group) + " >> >>"
	}
}
