package samples

import (
	"fmt"
	"strings"
)

// The rarer things that lie over a text: patterns, shadings, glyphs, masks.

func underPattern(entries, cell string) func(d *pdfDesk) []string {
	return func(d *pdfDesk) []string {
		d.l.text(60, 500, 10.5, black, d.told())
		n := d.d.stream("/PatternType 1 /TilingType 1 /Resources << >> /PaintType "+entries, cell)
		d.l.more += fmt.Sprintf(" /Pattern << /P1 %d 0 R >>", n)
		d.l.draw("q /Pattern cs /P1 scn 58 496 %g 16 re f Q", width(d.told(), 10.5)+4)
		return d.both()
	}
}

func underShading(d *pdfDesk) []string {
	d.l.text(60, 500, 10.5, black, d.told())
	w := width(d.told(), 10.5) + 4
	d.l.more += fmt.Sprintf(" /Shading << /S1 << /ShadingType 2 /ColorSpace /DeviceGray /Coords [58 0 %g 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0] /C1 [0.2] >> >> >>", 58+w)
	d.l.draw("q 58 496 %g 16 re W n /S1 sh Q", w)
	return d.both()
}

// underGlyph covers with characters of a Type 3 font that are bars.
func underGlyph(d *pdfDesk) []string {
	d.l.text(60, 500, 10.5, black, d.told())
	bar := d.d.stream("", "1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f")
	d.l.fonts += fmt.Sprintf("/F3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 35 /LastChar 35 /Widths [1000] /Encoding << /Type /Encoding /Differences [35 /bar1] >> /CharProcs << /bar1 %d 0 R >> >> ", bar)
	d.l.draw("BT 0 g /F3 16 Tf 58 496 Td (%s) Tj ET", strings.Repeat("#", int(width(d.told(), 10.5)/16)+1))
	return d.both()
}

// underStencil covers with a mask that is painted all over, as scanners and drawing programs write.
func underStencil(d *pdfDesk) []string {
	d.l.text(60, 500, 10.5, black, d.told())
	mask := d.l.object(d.d.stream("/Type /XObject /Subtype /Image /Width 16 /Height 4 /ImageMask true /BitsPerComponent 1", strings.Repeat("\x00", 8)))
	d.l.draw("q 0 g %g 0 0 16 58 496 cm /%s Do Q", width(d.told(), 10.5)+4, mask)
	return d.both()
}

// seal is a red stamp over a name: what is below stays to be read.
func seal(d *pdfDesk) {
	d.l.states += "/G3 << /Type /ExtGState /ca 0.55 /CA 0.55 >> "
	d.l.text(60, 500, 10.5, black, "ひなた市長　印")
	d.l.draw("q /G3 gs 0.8 0.1 0.1 RG 2 w 118 492 24 24 re S 0.8 0.1 0.1 rg 118 492 24 24 re f Q")
}

// paper draws a scanned page all over: grey lines for writing on bright paper, and what else is drawn on it.
func (d *pdfDesk) paper(ink func(x, y int) (byte, bool)) {
	d.l.content.Reset()
	n := d.d.picture(595, 842, func(x, y int) [3]byte {
		v := byte(246 + (x*7+y*13)%7)
		if y%30 > 18 && y%30 < 28 && x > 60 && x < 400 && (x*y)%3 > 0 {
			v = 60
		}
		if own, ok := ink(x, y); ok {
			v = own
		}
		return [3]byte{v, v, v}
	})
	d.l.draw("q 595 0 0 842 0 0 cm /%s Do Q", d.l.object(n))
}

// recognised adds a line of invisible text.
func (d *pdfDesk) recognised(y int, text string) {
	d.l.draw("BT 3 Tr /F1 10 Tf 62 %d Td %s Tj 0 Tr ET", y, d.d.font.hex(text))
}

// cropped draws a picture with stripes, of which the code shows a part. From a column on it is blank, unless that is 0.
func (d *pdfDesk) cropped(code string, blank int) []string {
	n := d.d.picture(100, 60, func(x, y int) [3]byte {
		if blank > 0 && (x > blank || y < 10 || y > 50) {
			return [3]byte{255, 255, 255}
		}
		return [3]byte{byte(x * 2), byte(y * 4), byte(x*y) & 0x80}
	})
	d.l.draw(code, d.l.object(n))
	return nil
}

// pdfPicturePlaces are what pictures hide.
func pdfPicturePlaces() []pdfPlace {
	lines := []string{noticeTitle, "みどり台公民館は9時から21時まで開いています", "若葉町図書館は10時から19時まで開いています", noticeFoot}
	return []pdfPlace{
		{
			id: "pdf/ocr-under-blackout", words: Words{"スキャンの黒い部分に残った文字", "recognised text in the black parts of a scan"},
			dirty: plants{
				"dirty.pdf": func(d *pdfDesk) []string {
					d.paper(func(x, y int) (byte, bool) { return 12, x > 55 && x < 420 && y > 842-520 && y < 842-494 })
					for i, s := range lines {
						d.recognised(703-i*30, s)
					}
					d.recognised(503, d.told())
					return d.both()
				},
				"dirty-white.pdf": func(d *pdfDesk) []string {
					d.paper(func(x, y int) (byte, bool) { return 255, x > 50 && x < 430 && y > 842-530 && y < 842-484 })
					for i, s := range lines {
						d.recognised(703-i*30, s)
					}
					d.recognised(503, d.told())
					return d.both()
				},
			},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.paper(func(int, int) (byte, bool) { return 0, false })
				for i, s := range lines {
					d.recognised(703-i*30, s)
				}
			}},
		},
		{
			id: "pdf/cropped-image", words: Words{"切り取っただけの画像", "a picture of which a clip, or the page, shows the smaller part"},
			dirty: plants{
				"dirty.pdf":      func(d *pdfDesk) []string { return d.cropped("q 60 400 40 60 re W n 200 0 0 120 60 380 cm /%s Do Q", 0) },
				"dirty-page.pdf": func(d *pdfDesk) []string { return d.cropped("q 0 200 -120 0 690 380 cm /%s Do Q", 0) },
			},
			quiet: traps{
				"quiet.pdf":       func(d *pdfDesk) { d.cropped("q 70 385 180 110 re W n 200 0 0 120 60 380 cm /%s Do Q", 0) },
				"quiet-bleed.pdf": func(d *pdfDesk) { d.cropped("q 613 0 0 120 -9 -9 cm /%s Do Q", 0) },
				"quiet-blank.pdf": func(d *pdfDesk) { d.cropped("q 60 400 60 80 re W n 200 0 0 120 60 380 cm /%s Do Q", 30) },
				"quiet-sheet.pdf": func(d *pdfDesk) {
					d.cropped("q 60 400 90 60 re W n 200 0 0 120 60 380 cm /%[1]s Do Q q 300 400 90 60 re W n 200 0 0 120 200 380 cm /%[1]s Do Q", 0)
				},
			},
			change: reviewed,
		},
		{
			id: "pdf/transparent-image", words: Words{"透明にして見えなくした画像", "a picture that is transparent all over"},
			dirty: plants{
				"dirty.pdf": func(d *pdfDesk) []string {
					mask := d.d.stream("/Type /XObject /Subtype /Image /Width 20 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 8", strings.Repeat("\x00", 400))
					n := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width 20 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask %d 0 R", mask), strings.Repeat("\x10\xF0", 200))
					d.l.draw("q 100 0 0 100 60 400 cm /%s Do Q", d.l.object(n))
					return nil
				},
				"dirty-alpha.pdf": func(d *pdfDesk) []string {
					n := d.d.picture(20, 20, func(x, y int) [3]byte { return [3]byte{byte(x * 12), 0, byte(y * 12)} })
					d.l.states += "/G4 << /Type /ExtGState /ca 0 >> "
					d.l.draw("q /G4 gs 100 0 0 100 60 400 cm /%s Do Q", d.l.object(n))
					return nil
				},
			},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				mask := d.d.stream("/Type /XObject /Subtype /Image /Width 20 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 8", strings.Repeat("\x00\x80", 200))
				n := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width 20 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask %d 0 R", mask), strings.Repeat("\x10\xF0", 200))
				d.l.draw("q 100 0 0 100 60 400 cm /%s Do Q", d.l.object(n))
			}},
			change: reviewed,
		},
		{
			id: "pdf/unused-object", words: Words{"ページから消されて残った画像と部品", "a picture and a part that were removed from the page"},
			dirty: plants{
				"dirty.pdf": func(d *pdfDesk) []string {
					n := d.d.picture(40, 40, func(x, y int) [3]byte { return [3]byte{byte(x * 6), 0, byte(y * 6)} })
					d.l.object(n)
					return nil
				},
				"dirty-form.pdf": func(d *pdfDesk) []string {
					d.l.object(d.l.form("0 0 500 60", fmt.Sprintf("BT 0 g /F1 10.5 Tf 10 10 Td %s Tj ET\n", d.d.font.hex(d.told()))))
					return d.both()
				},
				"dirty-nested.pdf": func(d *pdfDesk) []string { // among the resources of a form that is drawn
					inner := d.l.form("0 0 500 60", d.said(10, 10, black))
					outer := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 500 60] /Resources << /XObject << /X %d 0 R >> >>", inner), "0.9 g 0 0 100 20 re f")
					d.l.draw("q 1 0 0 1 60 400 cm /%s Do Q", d.l.object(outer))
					return d.both()
				},
				"dirty-widget.pdf": func(d *pdfDesk) []string { // the appearance of a field that is on no page
					look := d.l.form("0 0 300 20", d.said(2, 4, black))
					d.d.catalog += fmt.Sprintf("/AcroForm << /Fields [%d 0 R] >> ", d.d.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (old) /Rect [60 400 360 420] /AP << /N %d 0 R >> >>", look))
					return d.both()
				},
			},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				// Both pages have the same resources, and each draws one of the pictures.
				a, b := d.d.picture(40, 40, func(int, int) [3]byte { return [3]byte{1, 2, 3} }), d.d.picture(40, 40, func(int, int) [3]byte { return [3]byte{3, 2, 1} })
				d.l.draw("q 40 0 0 40 60 400 cm /%s Do Q", d.l.object(a))
				second := d.l.object(b)
				objects := d.l.objects
				d.endPage()
				l := d.d.page()
				l.objects = objects
				l.draw("q 40 0 0 40 60 400 cm /%s Do Q", second)
				l.text(60, 700, 10, black, "二枚目のページ")
				l.end()
			}},
			change: reviewed,
		},
	}
}

// outlined draws shapes like letters in a row: each is bent, as glyphs are.
func (d *pdfDesk) outlined(x, y float64) {
	d.l.draw("0 g")
	for k := range 10 {
		at := x + float64(k)*12 + 1.25
		d.l.draw("%g %g m %g %g %g %g %g %g c %g %g l h f", at, y, at+2, y+12, at+6, y+12, at+8, y, at+4, y+4)
	}
}

// pdfRestPlaces are further things around and on the page.
func pdfRestPlaces() []pdfPlace {
	none := traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 10, black, "ほかには何もありません") }}
	return []pdfPlace{
		{
			id: "pdf/weak-mask", words: Words{"半透明の黒塗り", "a translucent black box"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.l.states += "/G5 << /Type /ExtGState /ca 0.8 >> "
				d.l.text(60, 500, 10.5, black, d.told())
				d.l.draw("q /G5 gs 0 g 58 496 %g 16 re f Q", width(d.told(), 10.5)+4)
				return nil
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				marker(d)
				seal(d)
			}},
			change: keptPDF,
		},
		{
			id: "pdf/covered-drawing", words: Words{"図形にした文字を四角でかくしたもの", "letters as outlines under a box"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.outlined(60, 500)
				d.l.box(56, 495, 140, 18, black)
				d.l.text(60, 470, 10.5, black, "四角の下は図形です")
				return []string{"61.25 500 m"}
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.outlined(60, 500)
				d.l.box(56, 450, 140, 18, black)
				d.l.box(56, 420, 140, 18, grey)
				d.outlined(60, 424)
			}},
			change: reviewed,
		},
		{
			id: "pdf/search-index", words: Words{"検索用の索引", "an embedded search index"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				index := d.d.stream("", string(utf16le(d.told())))
				d.d.catalog += fmt.Sprintf("/PieceInfo << /SearchIndex << /LastModified (D:20240513092711) /Private %d 0 R >> >> ", index)
				return d.both()
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/article-thread", words: Words{"記事の情報に残った氏名", "a name in the description of an article"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.endPage()
				bead := len(d.d.objs) + 2
				thread := d.d.add("<< /Type /Thread /F %d 0 R /I << /Title %s /Author %s >> >>", bead, utf16Hex("案内の記事"), utf16Hex(d.told()))
				d.d.add("<< /Type /Bead /T %d 0 R /N %d 0 R /V %d 0 R /P %d 0 R /R [56 60 540 780] >>", thread, bead, bead, d.end[1])
				d.d.catalog += fmt.Sprintf("/Threads [%d 0 R] ", thread)
				return d.both()
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/content-comment", words: Words{"ページの命令の中の書きこみ", "a remark in the code of a page"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.l.draw("%% %s", d.told())
				d.l.text(60, 500, 10, black, "見えている行")
				return d.both()
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.fonts += fmt.Sprintf("/F2 %d 0 R ", d.d.latinFont())
				d.l.draw("BT /F2 10 Tf 60 500 Td (100%% of the seats) Tj ET")
			}},
			change: reviewed,
		},
		{
			id: "pdf/width-leak", words: Words{"字数の分かる黒塗り", "a box that tells the number of characters"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.l.text(60, 500, 10, black, "申請者")
				d.l.box(90, 498, 40, 10, black)
				d.l.text(130, 500, 10, black, "様の件")
				return nil
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.text(60, 500, 10, black, "申請者")
				d.l.box(90, 498, 75, 10, black)
				d.l.text(166, 500, 10, black, "様の件")
			}},
			change: func(c *Case) { keptPDF(c); c.Verdict, c.Clean = "", nil },
		},
	}
}
