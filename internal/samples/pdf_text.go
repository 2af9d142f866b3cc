package samples

import "fmt"

// pdfTextPlaces are texts and pictures on the page that a reader does not see.
func pdfTextPlaces() []pdfPlace {
	return []pdfPlace{
		{
			id: "pdf/covered-text", words: Words{"黒い四角などの下に残った文字", "text left under a black box or the like"},
			dirty: plants{
				"dirty.pdf":            underRectangle(black),
				"dirty-white-box.pdf":  underRectangle(white),
				"dirty-path.pdf":       underPath,
				"dirty-stroke.pdf":     underStroke,
				"dirty-picture.pdf":    underPicture,
				"dirty-form.pdf":       insideForm,
				"dirty-same-color.pdf": blackOnBlack,
				"dirty-label.pdf":      underLabel,
				"dirty-spaced.pdf":     spacedLatin,
				"dirty-rotated.pdf":    rotated,
				"dirty-pattern.pdf":    underPattern("1 /BBox [0 0 600 900] /XStep 600 /YStep 900", "0 g 0 0 600 900 re f"),
				"dirty-hatching.pdf":   underPattern("1 /BBox [0 0 4 4] /XStep 4 /YStep 4", "0 g 0 0 4 3.2 re f"),
				"dirty-shading.pdf":    underShading,
				"dirty-glyph.pdf":      underGlyph,
				"dirty-stencil.pdf":    underStencil,
				"dirty-exact.pdf":      underExactBox,
			},
			quiet: traps{"quiet.pdf": ordinary, "quiet-redrawn.pdf": redrawn, "quiet-marker.pdf": marker, "quiet-seal.pdf": seal},
		},
		{
			id: "pdf/invisible-text", words: Words{"見えない文字（白い文字、描かれない文字）", "invisible text: white on white, or not painted"},
			dirty: plants{
				"dirty.pdf": func(d *pdfDesk) []string {
					d.l.text(60, 500, 10, white, d.told())
					return d.both()
				},
				"dirty-mode.pdf": func(d *pdfDesk) []string {
					d.l.draw("BT 3 Tr /F1 10 Tf 60 500 Td %s Tj 0 Tr ET", d.d.font.hex(d.told()))
					return d.both()
				},
			},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.box(56, 490, 300, 20, navy)
				d.l.text(60, 496, 10, white, "白い文字は濃い見出しの上では見えます")
			}},
		},
	}
}

func underRectangle(color string) func(d *pdfDesk) []string {
	return func(d *pdfDesk) []string {
		d.l.text(60, 500, 10.5, black, "ご連絡先：")
		d.l.text(120, 500, 10.5, black, d.told())
		d.l.text(400, 500, 10.5, black, "まで")
		d.l.cover(120, 500, 10.5, color, d.told())
		return d.both()
	}
}

// underExactBox covers a name in a line with a box of the name's own width, as highlighting in black does in a word processor: what
// is left of it in the copy still tells the number of characters, which is no failure of the copy.
func underExactBox(d *pdfDesk) []string {
	w := width(d.p.Solid(), 10)
	d.l.text(60, 500, 10, black, "申請者")
	d.l.text(90, 500, 10, black, d.p.Solid())
	d.l.box(90, 498, w, 10, black)
	d.l.text(90+w, 500, 10, black, "様の件")
	return []string{d.p.Solid()}
}

// underPath covers with a closed path of lines, as Word's shapes come out.
func underPath(d *pdfDesk) []string {
	d.l.text(60, 500, 10.5, black, d.told())
	w := width(d.told(), 10.5)
	d.l.draw("q 0 g 58 497 m %g 497 l %g 511 l 58 511 l h f* Q", 62+w, 62+w)
	return d.both()
}

// underStroke covers with one thick line.
func underStroke(d *pdfDesk) []string {
	d.l.text(60, 500, 10.5, black, d.told())
	d.l.draw("q 16 w 0 G 56 504 m %g 504 l S Q", 64+width(d.told(), 10.5))
	return d.both()
}

func underPicture(d *pdfDesk) []string {
	d.l.text(60, 500, 10.5, black, d.told())
	cover := d.l.object(d.d.picture(8, 2, func(int, int) [3]byte { return [3]byte{40, 40, 40} }))
	d.l.draw("q %g 0 0 16 58 496 cm /%s Do Q", width(d.told(), 10.5)+4, cover)
	return d.both()
}

// insideForm keeps the text in a form that is drawn twice: covered here, and the same letterhead plainly visible below.
func insideForm(d *pdfDesk) []string {
	text := d.told()
	form := d.l.object(d.l.form("0 0 500 60", fmt.Sprintf("BT 0 g /F1 10.5 Tf 10 10 Td %s Tj 0 20 Td %s Tj ET\n", d.d.font.hex(text), d.d.font.hex("様式第一号"))))
	d.l.draw("q 1 0 0 1 50 490 cm /%s Do Q", form)
	d.l.cover(60, 500, 10.5, black, text)
	return d.both()
}

// blackOnBlack is what Word and Excel export of black text on black shading: the ground comes first.
func blackOnBlack(d *pdfDesk) []string {
	d.l.cover(60, 500, 10.5, black, d.told())
	d.l.text(60, 500, 10.5, black, d.told())
	return d.both()
}

// underLabel has a word on top of the box.
func underLabel(d *pdfDesk) []string {
	d.l.text(60, 500, 10.5, black, d.told())
	d.l.cover(60, 500, 10.5, black, d.told())
	d.l.text(120, 500, 10.5, white, "個人情報のため非公開")
	return d.both()
}

// spacedLatin is a line in a simple font with kerning, character and word spacing, of which the middle is covered. What stands
// behind it must not move.
func spacedLatin(d *pdfDesk) []string {
	d.l.fonts += fmt.Sprintf("/F2 %d 0 R ", d.d.latinFont())
	d.l.draw("BT 0.4 Tc 2 Tw 95 Tz /F2 12 Tf 14 TL 60 500 Td [(Contact: ) -120 (%s) 80 ( \\(office\\))] TJ T* (next line stays) Tj ET", d.p.Mail)
	d.l.draw("BT /F1 10.5 Tf 60 460 Td %s Tj ET", d.d.font.hex(d.told()))
	d.l.box(111, 497, 183, 13, black)
	d.l.cover(60, 460, 10.5, black, d.told())
	return append(d.both(), d.p.Mail)
}

func rotated(d *pdfDesk) []string {
	w := width(d.told(), 10.5)
	d.l.draw("q 0 1 -1 0 300 200 cm BT 0 g /F1 10.5 Tf 0 0 Td %s Tj ET 0 g -1 -2 %g 13 re f Q", d.d.font.hex(d.told()), w+2)
	return d.both()
}

// ordinary is what must not alarm: a dark head row with white text, cells shaded before their text, an underline, a line struck
// through, a frame, a box under nothing.
func ordinary(d *pdfDesk) {
	d.l.box(56, 594, 300, 18, navy)
	d.l.text(60, 599, 10, white, "申請の種類")
	d.l.box(56, 574, 300, 18, grey)
	d.l.text(60, 579, 10, black, "施設利用許可申請")
	d.l.text(60, 540, 10, black, "下線を引いた文字")
	d.l.box(60, 537.5, 80, 0.7, black)
	d.l.text(60, 520, 10, black, "取り消し線の文字")
	d.l.box(60, 523, 80, 0.7, black)
	d.l.draw("q 1 w 0 G 56 490 200 20 re S Q")
	d.l.text(60, 495, 10, black, "枠の中の文字")
	d.l.box(400, 480, 60, 60, black)
}

// redrawn has a white box over a text and the same text again on it, as word processors do.
func redrawn(d *pdfDesk) {
	d.l.text(60, 500, 10.5, black, "同じ文字を二度描いた行")
	d.l.cover(60, 500, 10.5, white, "同じ文字を二度描いた行")
	d.l.text(60, 500, 10.5, black, "同じ文字を二度描いた行")
}

// marker is a yellow highlighter: it multiplies, or it lies below its text.
func marker(d *pdfDesk) {
	d.l.states += "/G1 << /Type /ExtGState /BM /Multiply >> /G2 << /Type /ExtGState /ca 0.3 >> "
	d.l.text(60, 500, 10.5, black, "蛍光ペンを引いた文字")
	d.l.draw("q /G1 gs 1 1 0 rg 58 496 120 16 re f Q")
	d.l.text(60, 470, 10.5, black, "うすい色を重ねた文字")
	d.l.draw("q /G2 gs 0 0 1 rg 58 466 120 16 re f Q")
}
