package samples

import "fmt"

// said is an operation of the block font that shows what the desk tells.
func (d *pdfDesk) said(x, y int, color string) string {
	return fmt.Sprintf("BT %s rg /F1 10.5 Tf %d %d Td %s Tj ET ", color, x, y, d.d.font.hex(d.told()))
}

// only the font, for content that is no page's.
func fontOnly() string { return fmt.Sprintf("/Resources << /Font << /F1 %d 0 R >> >>", pdfFont) }

// masked draws a bar through a soft mask whose group is given.
func (d *pdfDesk) masked(group string) {
	g := d.d.stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> "+fontOnly(), group)
	d.l.states += fmt.Sprintf("/M << /SMask << /S /Luminosity /G %d 0 R >> >> ", g)
	d.l.draw("q /M gs %s rg 60 480 400 40 re f Q", navy)
}

// tiled fills an area with a tiling pattern whose cell is given.
func (d *pdfDesk) tiled(side int, cell string) {
	p := d.d.stream(fmt.Sprintf("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 %d %d] /XStep %d /YStep %d %s", side, side, side, side, fontOnly()), cell)
	d.l.more += fmt.Sprintf(" /Pattern << /P1 %d 0 R >>", p)
	d.l.draw("q /Pattern cs /P1 scn 60 400 400 120 re f Q")
}

// drawnFont is a Type 3 font of two glyphs; a page shows the first.
func (d *pdfDesk) drawnFont(second string) {
	bar := d.d.stream("", "500 0 d0 0 0 400 700 re f")
	other := d.d.stream("", second)
	d.l.fonts += fmt.Sprintf("/T3 %d 0 R ", d.d.add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 98 /Widths [500 500] "+
		"/Encoding << /Differences [97 /bar /other] >> /CharProcs << /bar %d 0 R /other %d 0 R >> %s >>", bar, other, fontOnly()))
	d.l.draw("BT /T3 12 Tf 60 460 Td (aaa) Tj ET")
}

// shot draws a photo of 32 pixels a side.
func (d *pdfDesk) shot(filter string, data []byte) {
	n := d.d.stream("/Type /XObject /Subtype /Image /Width 32 /Height 32 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter "+filter, string(data))
	d.l.draw("q 120 0 0 120 60 400 cm /%s Do Q", d.l.object(n))
}

// pdfInnerPlaces is text in content that is no page, and in the files that pictures are.
func pdfInnerPlaces() []pdfPlace {
	return []pdfPlace{{
		id: "pdf/image-metadata", words: Words{"写真の中の情報", "metadata inside photos"},
		dirty: plants{
			"dirty.pdf": func(d *pdfDesk) []string {
				d.shot("/DCTDecode", photo(d.told(), d.people[1].Solid(), 3))
				return append(d.both(), d.people[1].Solid())
			},
			"dirty-tail.pdf": func(d *pdfDesk) []string {
				d.shot("/DCTDecode", append(photo("", "", 3), utf16le(d.told())...))
				return d.both()
			},
			"dirty-packed.pdf": func(d *pdfDesk) []string {
				d.shot("[/FlateDecode /DCTDecode]", []byte(deflated(string(photo(d.told(), d.people[1].Solid(), 3)))))
				return d.both()
			},
		},
		quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.shot("/DCTDecode", append(photo("", "", 3), "\r\n"...)) }},
		change: reviewed,
	}, {
		id: "pdf/inner-text", words: Words{"マスクや模様の中の文字", "text inside masks, patterns and glyphs"},
		dirty: plants{
			"dirty.pdf": func(d *pdfDesk) []string {
				d.masked("1 g 0 0 595 842 re f " + d.said(70, 495, white))
				return d.both()
			},
			"dirty-pattern.pdf": func(d *pdfDesk) []string {
				d.tiled(600, grey+" rg 0 0 600 600 re f "+d.said(70, 450, grey))
				return d.both()
			},
			"dirty-glyph.pdf": func(d *pdfDesk) []string {
				d.drawnFont("500 0 d0 q 100 0 0 100 0 0 cm " + d.said(0, 0, black) + "Q")
				return d.both()
			},
		},
		quiet: traps{"quiet.pdf": func(d *pdfDesk) {
			d.masked("1 g 0 0 595 842 re f 0.5 g 100 470 200 60 re f")
			d.tiled(10, "0 0 m 10 10 l S")
			d.drawnFont("500 0 d0 0 0 200 200 re f")
		}, "quiet-mask.pdf": func(d *pdfDesk) { // the bar is seen through its letters
			d.masked(fmt.Sprintf("BT 1 g /F1 20 Tf 70 490 Td %s Tj ET", d.d.font.hex("ひなた市広報課")))
		}, "quiet-pattern.pdf": func(d *pdfDesk) { // a watermark
			d.tiled(100, grey+" rg 0 0 100 100 re f "+fmt.Sprintf("BT 0 g /F1 12 Tf 10 50 Td %s Tj ET", d.d.font.hex("社外秘")))
		}},
		change: reviewed,
	}}
}
