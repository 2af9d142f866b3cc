package samples

import "fmt"

// keptPDF is for places that stay in a copy, since a person has to decide: nothing of them is asserted to be gone.
func keptPDF(c *Case) {
	c.Verdict, c.Exit = "review|ng|ok", nil
	c.Clean.Exit, c.Clean.Verdict, c.Clean.People = nil, "", nil
	c.Clean.Gone = []string{}
}

// pdfHiddenPlaces are texts that are drawn where, or so that, nobody sees them.
func pdfHiddenPlaces() []pdfPlace {
	return []pdfPlace{
		{
			id: "pdf/tiny-text", words: Words{"小さすぎて読めない文字", "text too small to be read"},
			dirty: plants{
				"dirty.pdf":       planted("BT /F1 0.4 Tf 60 500 Td %s Tj ET"),
				"dirty-point.pdf": planted("BT /F1 1 Tf 60 500 Td %s Tj ET"),
			},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 5, black, "小さいが読める注記です") }},
			change: reviewed,
		},
		{
			id: "pdf/clipped-text", words: Words{"切り取られて見えない文字", "clipped text"},
			dirty: plants{"dirty.pdf": planted("q 60 300 20 20 re W n BT 0 g /F1 10 Tf 60 500 Td %s Tj ET Q")},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.draw("q 50 490 300 30 re W n BT 0 g /F1 10 Tf 60 500 Td %s Tj ET Q", d.d.font.hex("枠の中に収まる文字"))
			}},
			change: reviewed,
		},
		{
			id: "pdf/off-page-text", words: Words{"ページの外の文字", "text outside the page"},
			dirty:  plants{"dirty.pdf": planted("BT 0 g /F1 10 Tf 60 900 Td %s Tj ET")},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(10, 5, 10, black, "ページの端の文字") }},
			change: reviewed,
		},
		{
			id: "pdf/hidden-layer", words: Words{"かくれているレイヤーの文字", "text in a hidden layer"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.l.draw("/OC /L1 BDC BT 0 g /F1 10 Tf 60 500 Td %s Tj ET EMC", d.d.font.hex(d.told()))
				d.layer("OFF")
				return d.both()
			}, "dirty-picture.pdf": func(d *pdfDesk) []string {
				n := d.d.picture(40, 40, func(x, y int) [3]byte { return [3]byte{byte(x * 6), 0, byte(y * 6)} })
				d.l.draw("/OC /L1 BDC q 100 0 0 100 60 400 cm /%s Do Q EMC", d.l.object(n))
				d.layer("OFF")
				return nil
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.draw("/OC /L1 BDC BT 0 g /F1 10 Tf 60 500 Td %s Tj ET EMC", d.d.font.hex("見えているレイヤー"))
				d.layer("ON")
			}},
		},
		{
			id: "pdf/actual-text", words: Words{"読み上げ用の文字に残った氏名", "a name left in the text for screen readers"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.l.draw("/Span << /ActualText %s >> BDC BT 0 g /F1 10.5 Tf 60 500 Td %s Tj ET EMC", utf16Hex(d.told()), d.d.font.hex("（氏名は非公開）"))
				return d.both()
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.draw("/Span << /ActualText %s >> BDC BT 0 g /F1 10.5 Tf 60 500 Td %s Tj ET EMC", utf16Hex("見えている文字"), d.d.font.hex("見えている文字"))
			}},
		},
		{
			id: "pdf/ocr-layer", words: Words{"スキャンした紙に重ねた文字", "the text layer of a scan"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.l.content.Reset()
				paper := d.l.object(d.d.picture(20, 28, func(x, y int) [3]byte { return [3]byte{250, 250, byte(240 + (x*y)%9)} }))
				d.l.draw("q 595 0 0 842 0 0 cm /%s Do Q", paper)
				for i, s := range []string{noticeTitle, "みどり台公民館は9時から21時まで開いています", "若葉町図書館は10時から19時まで開いています", noticeFoot} {
					d.l.draw("BT 3 Tr /F1 12 Tf 60 %d Td %s Tj ET", 700-i*30, d.d.font.hex(s))
				}
				return nil
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 10, black, "紙ではありません") }},
			change: func(c *Case) { keptPDF(c); c.Verdict, c.Clean = "", nil },
		},
		{
			id: "pdf/covered-image", words: Words{"スキャンした紙に重ねた黒い四角", "black boxes over a scanned page"},
			dirty: plants{
				"dirty.pdf": coveredScan(black), "white.pdf": coveredScan(white),
				"dirty-part.pdf": func(d *pdfDesk) []string { // a photo among text
					d.photo()
					d.l.box(160, 480, 120, 30, black)
					return nil
				},
				"dirty-label.pdf": func(d *pdfDesk) []string { // boxes that say why
					d.photo()
					d.l.box(160, 480, 120, 30, black)
					d.l.text(170, 490, 10, white, "非公開")
					d.l.box(160, 430, 120, 30, navy)
					d.l.text(170, 440, 10, white, "個人情報")
					return nil
				},
				"dirty-white.pdf": func(d *pdfDesk) []string {
					d.photo()
					d.l.box(160, 480, 120, 30, white)
					d.l.box(160, 430, 120, 30, white)
					d.l.draw("0 G 1 w 160 430 120 30 re S")
					return nil
				},
				"dirty-ellipse.pdf": shapedScan("312 622 m 312 633 265 642 207 642 c 149 642 102 633 102 622 c 102 611 149 602 207 602 c 265 602 312 611 312 622 c f"),
				"dirty-round.pdf":   shapedScan("112 602 m 302 602 l 307 602 312 607 312 612 c 312 632 l 312 637 307 642 302 642 c 112 642 l 107 642 102 637 102 632 c 102 612 l 102 607 107 602 112 602 c h f"),
				"dirty-turned.pdf":  shapedScan("0.9962 0.0872 -0.0872 0.9962 104 598 cm 0 0 210 36 re f"),
				"dirty-path.pdf":    shapedScan("102 602 m 200 602 l 200 612 l 312 612 l 312 642 l 150 642 l 150 632 l 102 632 l f"),
				"dirty-clip.pdf":    shapedScan("102 610 m 207 642 l 312 610 l 207 602 l h W n 90 590 240 60 re f"),
				"dirty-stroke.pdf":  shapedScan("24 w 104 618 m 310 626 l S"),
			},
			quiet: traps{
				"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 10, black, "紙ではありません") },
				"caption.pdf": func(d *pdfDesk) { // a bar with words on a photo, one that ends beside it, a blue one
					d.photo()
					d.l.box(150, 420, 200, 16, black)
					d.l.text(160, 424, 10, white, "改修後の正面玄関")
					d.l.box(300, 500, 120, 20, black)
					d.l.box(160, 540, 60, 20, navy)
					d.l.box(160, 450, 120, 16, white)
					d.l.text(164, 454, 10, black, "正面")
				},
				"blank.pdf": func(d *pdfDesk) { // what the box covers was blacked out in the picture before
					coveredScan("")(d)
					d.l.box(102, 602, 210, 40, black)
				},
			},
			change: func(c *Case) { c.Clean.Exit = ptr(0); c.Clean.Kept = []string{noticeTitle} },
		},
	}
}

// planted hides what the desk tells by one line of content.
func planted(format string) func(d *pdfDesk) []string {
	return func(d *pdfDesk) []string {
		d.l.draw(format, d.d.font.hex(d.told()))
		return d.both()
	}
}

// layer adds an optional content group under the name L1.
func (d *pdfDesk) layer(state string) {
	group := d.d.add("<< /Type /OCG /Name (Layer 1) >>")
	d.l.more += fmt.Sprintf(" /Properties << /L1 %d 0 R >>", group)
	d.d.catalog += fmt.Sprintf("/OCProperties << /OCGs [%d 0 R] /D << /%s [%d 0 R] >> >> ", group, state, group)
}

// pdfObjectPlaces are further objects around the pages.
func pdfObjectPlaces() []pdfPlace {
	none := traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 10, black, "ほかには何もありません") }}
	return []pdfPlace{
		{
			id: "pdf/removed-page", words: Words{"消したはずのページ", "a page that was removed"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.endPage()
				old := d.d.page()
				old.text(60, 700, 10.5, black, d.told())
				_, n := old.end()
				d.d.pages = d.d.pages[:1]
				d.d.catalog += fmt.Sprintf("/Dests << /old [%d 0 R /Fit] >> ", n)
				return d.both()
			}},
			quiet: none,
		},
		{
			id: "pdf/unknown-key", words: Words{"規格にない項目に書かれた個人データ", "personal data in an entry that no standard knows"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.d.catalog += "/HinataMemo " + utf16Hex(d.told()) + " "
				return d.both()
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/hidden-field", words: Words{"かくれている入力欄", "a hidden form field"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				field := d.l.annot("/Subtype /Widget /FT /Tx /T (memo) /V %s /Rect [100 500 400 520] /F 2 /DA (/F1 10 Tf 0 g)", utf16Hex(d.told()))
				d.d.catalog += fmt.Sprintf("/AcroForm << /Fields [%d 0 R] >> ", field)
				return d.both()
			}},
			quiet: none,
		},
		{
			id: "pdf/portfolio", words: Words{"複数のファイルをまとめたPDF", "a portfolio"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.d.attach("a.csv", csv(roster(d.people, "氏名", "電話番号"), ',', "\r\n"))
				d.d.catalog += "/Collection << /Type /Collection /View /D >> "
				return []string{d.p.Name(), d.p.Mobile}
			}},
			quiet:  none,
			change: func(c *Case) { c.Clean.Exit, c.Clean.Verdict = nil, "" },
		},
		{
			id: "pdf/annotation-media", words: Words{"中に入っている音声", "an embedded sound"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				sound := d.d.stream("/Type /Sound /R 8000 /B 8", "\x80\x81\x82\x83\x84\x83\x82\x81")
				d.l.annot("/Subtype /Sound /Rect [400 500 420 520] /Sound %d 0 R /Contents %s", sound, utf16Hex(d.told()))
				return d.both()
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/link-path", words: Words{"庁内のフォルダーへのリンク", "a link into an internal network"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.l.annot("/Subtype /Link /Rect [60 500 200 515] /Border [0 0 0] /A << /S /Launch /F %s >>", utf16Hex(`\\fs01\総務課\`+d.p.Solid()+`\案.docx`))
				return []string{"総務課", d.p.Solid()}
			}, "dirty-opening.pdf": func(d *pdfDesk) []string {
				d.d.catalog += fmt.Sprintf("/OpenAction << /S /GoToR /D [0 /Fit] /F << /Type /Filespec /F (a.pdf) /UF %s >> >> ", utf16Hex(`\\fs01\総務課\`+d.p.Solid()+`\案.pdf`))
				return []string{"総務課", d.p.Solid()}
			}, "dirty-next.pdf": func(d *pdfDesk) []string {
				action := d.d.add("<< /S /URI /URI (https://www.city.hinata.example/) /Next << /S /Launch /F %s >> >>", utf16Hex(`\\fs01\総務課\`+d.p.Solid()+`\案.docx`))
				d.l.annot("/Subtype /Link /Rect [60 500 200 515] /Border [0 0 0] /A %d 0 R", action)
				return []string{"総務課", d.p.Solid()}
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.l.annot("/Subtype /Link /Rect [60 500 200 515] /Border [0 0 0] /A << /S /URI /URI (https://www.city.hinata.example/shisetsu/) >>")
			}},
			change: reviewed,
		},
		{
			id: "pdf/alternate-image", words: Words{"印刷用の別の画像", "an alternate image for printing"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				other := d.d.picture(4, 4, func(x, y int) [3]byte { return [3]byte{byte(x * 60), 0, byte(y * 60)} })
				shown := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Alternates [<< /Image %d 0 R /DefaultForPrinting true >>]", other), "\x20\xA0\x80\xF0")
				d.l.draw("q 40 0 0 40 60 480 cm /%s Do Q", d.l.object(shown))
				return nil
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/xfa", words: Words{"入力欄の別のデータ（XFA）", "form data in XFA"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				data := d.d.stream("", "<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><form><shimei>"+d.p.Solid()+"</shimei><tel>"+d.p.Mobile+"</tel></form></xdp:xdp>")
				d.d.catalog += fmt.Sprintf("/AcroForm << /Fields [] /XFA %d 0 R >> ", data)
				return d.both()
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/object-metadata", words: Words{"図についている情報", "metadata of a picture"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				meta := d.d.stream("/Type /Metadata /Subtype /XML", xmp("<dc:creator>"+d.p.Solid()+"</dc:creator><dc:description>"+d.told()+"</dc:description>"))
				shown := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Metadata %d 0 R", meta), "\x20\xA0\x80\xF0")
				d.l.draw("q 40 0 0 40 60 480 cm /%s Do Q", d.l.object(shown))
				return d.both()
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/title", words: Words{"ファイルの表題に残った氏名", "a name in the document's title"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.d.info = "<< /Title " + utf16Hex("相談記録　"+d.told()) + " >>"
				return d.both()
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/named-destination", words: Words{"リンク先に付いた名前", "named destinations"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.endPage()
				root := d.d.add("<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 1 >>", len(d.d.objs)+2, len(d.d.objs)+2)
				d.d.add("<< /Title %s /Parent %d 0 R /Dest %s >>", utf16Hex(noticeTitle), root, utf16Hex(d.told()))
				d.d.catalog += fmt.Sprintf("/Names << /Dests << /Names [(a) [%d 0 R /Fit] %s << /D [%d 0 R /Fit] >>] >> >> /Outlines %d 0 R ", d.end[1], utf16Hex(d.told()), d.end[1], root)
				return d.both()
			}, "dirty-old.pdf": func(d *pdfDesk) []string { // as files before version 1.2 have it
				d.l.annot("/Subtype /Link /Rect [60 500 200 515] /Border [0 0 0] /A << /S /GoTo /D /%s >>", nameHex(d.told()))
				d.endPage()
				d.d.catalog += fmt.Sprintf("/Dests << /%s [%d 0 R /Fit] >> ", nameHex(d.told()), d.end[1])
				return d.both()
			}},
			quiet:  none,
			change: reviewed,
		},
		{
			id: "pdf/page-label", words: Words{"ページ番号に付いた文字", "page labels"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.d.catalog += "/PageLabels << /Nums [0 << /S /D /P " + utf16Hex(d.told()+"-") + " >>] >> "
				return d.both()
			}, "dirty-kids.pdf": func(d *pdfDesk) []string {
				label := d.d.add("<< /S /D /P %s >>", utf16Hex(d.told()+"-"))
				d.d.catalog += fmt.Sprintf("/PageLabels << /Kids [%d 0 R] >> ", d.d.add("<< /Limits [0 0] /Nums [0 %d 0 R] >>", label))
				return d.both()
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.d.catalog += "/PageLabels << /Nums [0 << /S /D /P (A-) >>] >> " }},
			change: reviewed,
		},
		{
			id: "pdf/signature", words: Words{"電子署名", "a digital signature"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				sig := d.d.add("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 10 20 10] /Contents <00> /Name %s /Reason %s >>", utf16Hex("ひなた市"), utf16Hex("原本証明"))
				field := d.l.annot("/Subtype /Widget /FT /Sig /T (sig) /V %d 0 R /Rect [0 0 0 0] /F 132", sig)
				d.d.catalog += fmt.Sprintf("/AcroForm << /SigFlags 3 /Fields [%d 0 R] >> ", field)
				return []string{"原本証明"}
			}, "dirty-direct.pdf": func(d *pdfDesk) []string { // the field holds the signature itself; a visible stamp stays
				look := d.l.form("0 0 120 30", "0.8 g 0 0 120 30 re f 0 g BT /F1 10 Tf 5 10 Td "+d.d.font.hex("電子署名済み")+" Tj ET")
				field := d.l.annot("/Subtype /Widget /FT /Sig /T (sig) /V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 10] /Contents <00> /Reason %s >> /Rect [60 300 180 330] /F 132 /AP << /N %d 0 R >>", utf16Hex("原本証明"), look)
				d.d.catalog += fmt.Sprintf("/AcroForm << /SigFlags 3 /Fields [%d 0 R] >> /Perms << /DocMDP %d 0 R >> /DSS << /Certs [] >> ", field, field)
				return []string{"原本証明"}
			}},
			quiet:  none,
			change: func(c *Case) { gone := c.Clean.Gone; keptPDF(c); c.Clean.Gone = gone },
		},
	}
}

// coveredScan is a scan with the text that was recognised on it, but for a line that a box covers, with a reason on the box. Without
// a colour there is no box, and the picture is black in its place.
func coveredScan(color string) func(d *pdfDesk) []string {
	return func(d *pdfDesk) []string {
		d.scanned(color == "")
		if color != "" {
			d.l.box(102, 602, 210, 40, color)
			label := white
			if color == white {
				label = black
			}
			d.l.draw("0 Tr")
			d.l.text(180, 616, 12, label, "非公開")
		}
		return nil
	}
}

// photo draws a picture that is a part of the page.
func (d *pdfDesk) photo() {
	n := d.l.object(d.d.picture(100, 80, func(x, y int) [3]byte { return [3]byte{byte(2 * x), byte(3 * y), byte(x * y)} }))
	d.l.draw("q 200 0 0 160 150 410 cm /%s Do Q", n)
}

// shapedScan is a scanned page with a cover of any shape.
func shapedScan(code string) func(d *pdfDesk) []string {
	return func(d *pdfDesk) []string {
		d.scanned(false)
		d.l.draw("q 0 g %s Q", code)
		return nil
	}
}

// scanned draws a page as a scanner makes it; blacked says that what a box would cover is black in the picture.
func (d *pdfDesk) scanned(blacked bool) {
	d.l.content.Reset()
	paper := d.l.object(d.d.picture(298, 421, func(x, y int) [3]byte {
		switch hidden := x >= 50 && x < 157 && y >= 99 && y < 121; {
		case hidden && blacked:
			return [3]byte{}
		case y%16 < 9 && x > 30 && x < 250 && (x*7+y*5)%11 < 4 && (hidden || y < 90 || y > 130):
			return [3]byte{40, 40, 60}
		}
		return [3]byte{250, 250, 246}
	}))
	d.l.draw("q 595 0 0 842 0 0 cm /%s Do Q", paper)
	for i, s := range []string{noticeTitle, "みどり台公民館は9時から21時まで開いています", "若葉町図書館は10時から19時まで開いています", noticeFoot} {
		d.l.draw("BT 3 Tr /F1 12 Tf 60 %d Td %s Tj ET", 500-i*30, d.d.font.hex(s))
	}
}
