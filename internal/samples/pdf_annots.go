package samples

import "fmt"

// pdfAnnotPlaces are what lies over the page: drawn with a reader's tools, and movable.
func pdfAnnotPlaces() []pdfPlace {
	return []pdfPlace{
		{
			id: "pdf/annotation-cover", words: Words{"動かせる図形でかくした文字", "text hidden by shapes that can be moved away"},
			dirty: plants{
				"dirty.pdf": annotated(func(d *pdfDesk, rect string, w float64) {
					look := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %g 16]", w), fmt.Sprintf("0 g 0 0 %g 16 re f", w))
					d.l.annot("/Subtype /Square /Rect [%s] /IC [0 0 0] /C [0 0 0] /F 4 /T %s /M (D:20240513092711+09'00') /CreationDate (D:20240513092655+09'00') /Contents %s /AP << /N %d 0 R >>",
						rect, utf16Hex(d.people[1].Solid()), utf16Hex("黒塗り"), look)
				}),
				"dirty-bare.pdf": annotated(func(d *pdfDesk, rect string, _ float64) {
					d.l.annot("/Subtype /Square /Rect [%s] /IC [0 0 0] /C [0 0 0] /F 4 /T %s", rect, utf16Hex(d.people[1].Solid()))
				}),
				"dirty-highlight.pdf": annotated(func(d *pdfDesk, rect string, w float64) {
					look := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %g 16]", w), fmt.Sprintf("0 g 0 0 %g 16 re f", w))
					d.l.annot("/Subtype /Highlight /Rect [%s] /QuadPoints [58 512 %g 512 58 496 %g 496] /C [0 0 0] /F 4 /T %s /AP << /N %d 0 R >>",
						rect, 58+w, 58+w, utf16Hex(d.people[1].Solid()), look)
				}),
				"dirty-ink.pdf": annotated(func(d *pdfDesk, rect string, w float64) {
					look := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %g 16]", w), fmt.Sprintf("0 G 16 w 0 8 m %g 8 l S", w))
					d.l.annot("/Subtype /Ink /Rect [%s] /InkList [[58 504 %g 504]] /BS << /W 16 >> /C [0 0 0] /F 4 /T %s /AP << /N %d 0 R >>",
						rect, 58+w, utf16Hex(d.people[1].Solid()), look)
				}),
			},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.annot("/Subtype /Link /Rect [56 700 300 730] /Border [0 0 0] /A << /S /URI /URI (https://www.city.hinata.example/) >>")
				look := d.d.stream("/Type /XObject /Subtype /Form /BBox [0 0 300 16] /Resources << /ExtGState << /G << /BM /Multiply >> >> >>", "/G gs 1 1 0 rg 0 0 300 16 re f")
				d.l.annot("/Subtype /Highlight /Rect [58 692 358 708] /QuadPoints [58 708 358 708 58 692 358 692] /C [1 1 0] /F 4 /AP << /N %d 0 R >>", look)
			}},
		},
		{
			id: "pdf/annotation-redact", words: Words{"適用されていない墨消し", "a redaction that was never applied"},
			dirty: plants{"dirty.pdf": annotated(func(d *pdfDesk, rect string, _ float64) {
				d.l.annot("/Subtype /Redact /Rect [%s] /IC [0 0 0] /OC [1 0 0] /F 4 /T %s", rect, utf16Hex(d.people[1].Solid()))
			}), "dirty-jbig2.pdf": annotated(func(d *pdfDesk, rect string, w float64) {
				d.l.draw("q 60 0 0 40 %g 484 cm /%s Do Q", 58+w-30, d.l.object(d.d.bilevel()))
				d.l.annot("/Subtype /Redact /Rect [%s] /IC [0 0 0] /F 4 /T %s", rect, utf16Hex(d.people[1].Solid()))
			})},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) { d.l.box(60, 496, 200, 16, black) }},
		},
		{
			id: "pdf/annotation-note", words: Words{"コメント", "comments"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.l.annot("/Subtype /Text /Rect [400 500 420 520] /T %s /Contents %s /M (D:20240513092711+09'00')", utf16Hex(d.people[1].Solid()), utf16Hex(d.told()))
				return append(d.both(), d.people[1].Solid())
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 10, black, "コメントはありません") }},
			change: reviewed,
		},
		{
			id: "pdf/annotation-hidden", words: Words{"かくれた注釈", "a hidden annotation"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				look := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F1 %d 0 R >> >>", pdfFont), fmt.Sprintf("BT /F1 10 Tf 2 4 Td %s Tj ET", d.d.font.hex(d.told())))
				d.l.annot("/Subtype /FreeText /Rect [100 500 400 520] /F 2 /DA (/F1 10 Tf 0 g) /Contents %s /AP << /N %d 0 R >>", utf16Hex(d.told()), look)
				return d.both()
			}, "dirty-rollover.pdf": func(d *pdfDesk) []string {
				res := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F1 %d 0 R >> >>", pdfFont)
				look := d.d.stream(res, fmt.Sprintf("BT /F1 10 Tf 2 4 Td %s Tj ET", d.d.font.hex("ポイントしてください")))
				over := d.d.stream(res, fmt.Sprintf("BT /F1 10 Tf 2 4 Td %s Tj ET", d.d.font.hex(d.told())))
				d.l.annot("/Subtype /Stamp /Rect [100 500 400 520] /F 4 /AP << /N %d 0 R /R %d 0 R >>", look, over)
				return d.both()
			}, "dirty-stray.pdf": func(d *pdfDesk) []string { // taken off the page; the reply leads to it
				note := d.d.add("<< /Type /Annot /Subtype /FreeText /Rect [100 400 400 420] /DA (/F1 10 Tf 0 g) /Contents %s >>", utf16Hex(d.told()))
				d.l.annot("/Subtype /Text /Rect [400 500 420 520] /F 4 /IRT %d 0 R", note)
				return d.both()
			}, "dirty-state.pdf": func(d *pdfDesk) []string {
				on, off := d.l.form("0 0 300 20", d.said(2, 4, black)), d.l.form("0 0 300 20", "0 G 1 1 18 18 re S")
				field := d.l.annot("/Subtype /Widget /FT /Btn /T (agree) /Rect [100 500 400 520] /F 4 /V /Off /AS /Off /AP << /N << /On %d 0 R /Off %d 0 R >> >>", on, off)
				d.d.catalog += fmt.Sprintf("/AcroForm << /Fields [%d 0 R] >> ", field)
				return d.both()
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.annot("/Subtype /Link /F 4 /Rect [56 700 300 730] /Border [0 0 0] /Dest [%d 0 R /Fit]", pdfTree)
			}},
		},
	}
}

// annotated puts an annotation over a visible line.
func annotated(over func(d *pdfDesk, rect string, w float64)) func(d *pdfDesk) []string {
	return func(d *pdfDesk) []string {
		d.l.text(60, 500, 10.5, black, d.told())
		d.l.text(60, 470, 10.5, black, "次の行は見えています")
		w := width(d.told(), 10.5) + 4
		over(d, fmt.Sprintf("58 496 %g 512", 58+w), w)
		return append(d.both(), d.people[1].Solid())
	}
}
