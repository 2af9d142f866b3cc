package samples

import (
	"fmt"
	"strings"
)

// pdfFilePlaces are what lies in the file around its pages.
func pdfFilePlaces() []pdfPlace {
	return []pdfPlace{
		{
			id: "pdf/old-revision", words: Words{"前に保存したときの内容", "what the file held when it was saved before"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				clean := d.l.content.String()
				d.l.text(60, 500, 10.5, black, d.told())
				d.endPage()
				d.after = func(b []byte) []byte {
					return d.d.update(b, map[int]string{d.end[0]: d.d.streamBody("", clean)})
				}
				return d.both()
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.d.plain = true // the words are those of a page, not of the file's structure
				d.l.fonts += fmt.Sprintf("/F2 %d 0 R ", d.d.latinFont())
				d.l.draw("BT /F2 10 Tf 60 500 Td (A file ends with\nstartxref\n416\n%%%%EOF\n and no more.) Tj ET")
			}},
		},
		{
			id: "pdf/orphan-object", words: Words{"どこからも使われていない部品", "objects that nothing refers to"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.d.stream("", fmt.Sprintf("BT /F1 10 Tf 60 500 Td %s Tj ET", d.d.font.hex(d.told())))
				d.d.add("<< /Type /Annot /Subtype /Text /Contents %s /Rect [0 0 1 1] >>", utf16Hex(d.told()))
				return d.both()
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.d.catalog += "/PageLayout /SinglePage " }},
			change: reviewed,
		},
		{
			id: "pdf/repaired", words: Words{"作りがこわれたファイル（ほかのファイルの頭がついている）", "a damaged file: the beginning of another one stands before it"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				before := fmt.Sprintf("%%PDF-1.4\n7 0 obj\n%s\nendobj\n", d.d.streamBody("", fmt.Sprintf("BT /F1 10 Tf 60 500 Td %s Tj ET", d.d.font.hex(d.told()))))
				before += fmt.Sprintf("8 0 obj\n<< /Type /Annot /Subtype /Text /Contents %s /Rect [0 0 1 1] >>\nendobj\n", utf16Hex(d.told()))
				d.after = func(b []byte) []byte { return append([]byte(before), b...) }
				return d.both()
			}},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) {
				d.d.plain = true // the header of another file in a page's text is text
				d.l.fonts += fmt.Sprintf("/F2 %d 0 R ", d.d.latinFont())
				d.l.draw("BT /F2 10 Tf 60 500 Td (A file begins with\n%%PDF-1.4\n and goes on.) Tj ET")
			}},
			change: reviewed,
		},
		{
			id: "pdf/trailing-data", words: Words{"ファイルの終わりのあとのデータ", "data behind the end of the file"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.d.tail = "\n" + string(cp932(strings.Repeat(d.told()+"\r\n", 3)))
				return d.both()
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.d.tail = "\r\n" }},
			change: reviewed,
		},
		{
			id: "pdf/attachment", words: Words{"添付ファイル", "an attached file"},
			dirty: plants{
				"dirty.pdf": func(d *pdfDesk) []string {
					d.d.attach("roster.csv", csv(roster(d.people, "氏名", "住所", "電話番号"), ',', "\r\n"))
					return []string{d.p.Name(), d.p.Mobile, d.people[5].Name()}
				},
				"dirty-pin.pdf": func(d *pdfDesk) []string {
					data := csv(roster(d.people, "氏名", "住所", "電話番号"), ',', "\r\n")
					file := d.d.stream("/Type /EmbeddedFile", data)
					d.l.annot("/Subtype /FileAttachment /Rect [500 500 514 520] /Name /PushPin /FS << /Type /Filespec /F (roster.csv) /EF << /F %d 0 R >> >>", file)
					return []string{d.p.Name(), d.p.Mobile, d.people[5].Name()}
				},
			},
			quiet: traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 10, black, "添付ファイルはありません") }},
		},
		{
			id: "pdf/metadata", words: Words{"作成者などの記録", "author and the like"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.d.info = "<< /Title " + utf16Hex(noticeTitle) + " /Author " + utf16Hex(d.p.Solid()) + " /Producer (Sample Writer 1.0) /CreationDate (D:20240513092655+09'00') /Subject " + utf16Hex(d.told()) + " >>"
				meta := d.d.stream("/Type /Metadata /Subtype /XML", xmp("<dc:creator><rdf:Seq><rdf:li>"+d.p.Solid()+"</rdf:li></rdf:Seq></dc:creator><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"+noticeTitle+"</rdf:li></rdf:Alt></dc:title>"))
				d.d.catalog += fmt.Sprintf("/Metadata %d 0 R /Lang (ja-JP) ", meta)
				return append(d.both(), "Sample Writer 1.0")
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.d.catalog += "/Lang (ja-JP) " }},
			change: reviewed,
		},
		{
			id: "pdf/private-data", words: Words{"作成ソフトの私的なデータ", "private data of the program"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				data := d.d.stream("", string(utf16le(d.told())))
				d.l.entries += fmt.Sprintf(" /PieceInfo << /Sample << /LastModified (D:20240513092711) /Private << /Data %d 0 R >> >> >> /LastModified (D:20240513092711)", data)
				return d.both()
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.l.entries += " /Rotate 0" }},
			change: reviewed,
		},
		{
			id: "pdf/thumbnail", words: Words{"ページの縮小画像", "thumbnails of pages"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				thumb := d.d.stream("/Width 20 /Height 28 /ColorSpace /DeviceGray /BitsPerComponent 8", strings.Repeat("\x00\x80\xFF\x40", 140))
				d.l.entries += fmt.Sprintf(" /Thumb %d 0 R", thumb)
				return nil
			}},
			change: reviewed,
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 10, black, "縮小画像はありません") }},
		},
		{
			id: "pdf/script", words: Words{"スクリプト", "scripts"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				code := d.d.stream("", "// "+d.told()+"\napp.alert('ok');")
				d.d.catalog += fmt.Sprintf("/OpenAction << /S /JavaScript /JS %d 0 R >> ", code)
				return d.both()
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.d.catalog += "/PageMode /UseNone " }},
			change: reviewed,
		},
		{
			id: "pdf/bookmark", words: Words{"しおりの題", "titles of bookmarks"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				d.endPage()
				root := d.d.add("")
				a := d.d.add("<< /Title %s /Parent %d 0 R /Next %d 0 R /Dest [%d 0 R /Fit] >>", utf16Hex(noticeTitle), root, root+2, d.end[1])
				b := d.d.add("<< /Title %s /Parent %d 0 R /Prev %d 0 R /Dest [%d 0 R /Fit] >>", utf16Hex(d.told()), root, a, d.end[1])
				d.d.objs[root-1] = fmt.Sprintf("<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 2 >>", a, b)
				d.d.catalog += fmt.Sprintf("/Outlines %d 0 R ", root)
				return d.both()
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.d.catalog += "/PageMode /UseNone " }},
			change: reviewed,
		},
		{
			id: "pdf/form-value", words: Words{"入力欄の値", "values of form fields"},
			dirty: plants{"dirty.pdf": func(d *pdfDesk) []string {
				look := d.d.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F1 %d 0 R >> >>", pdfFont), fmt.Sprintf("/Tx BMC BT /F1 10 Tf 2 4 Td %s Tj ET EMC", d.d.font.hex("（空欄）")))
				field := d.l.annot("/Subtype /Widget /FT /Tx /T (name) /V %s /Rect [100 500 400 520] /F 4 /DA (/F1 10 Tf 0 g) /AP << /N %d 0 R >>", utf16Hex(d.told()), look)
				d.d.catalog += fmt.Sprintf("/AcroForm << /Fields [%d 0 R] /DR << /Font << /F1 %d 0 R >> >> >> ", field, pdfFont)
				return d.both()
			}},
			quiet:  traps{"quiet.pdf": func(d *pdfDesk) { d.l.text(60, 500, 10, black, "入力欄はありません") }},
			change: reviewed,
		},
	}
}
