package samples

import (
	"fmt"
	"strings"
)

// wordParts are things of any package, in Word.
func wordParts() []wordPlace {
	open := func(c *Case) { c.Verdict = "ng|review" }
	return []wordPlace{
		{
			place: place{id: "ooxml/alt-text", words: Words{"図とリンクの説明に書かれた連絡先", "a contact in the descriptions of a picture and a link"}, change: described},
			dirty: func(l *paper) []string {
				l.put(p("", l.drawn(png(3), ".png", "", "図：受付の写真　"+l.told())))
				id := l.main.link(nsRel+"/hyperlink", "https://www.hinata.example/", "External")
				l.put(p("", `<w:hyperlink r:id="`+id+`" w:tooltip="担当者氏名：`+l.people[1].Solid()+`">`+run("", "市のページ")+`</w:hyperlink>`))
				return append(l.both(), l.people[1].Solid())
			},
			more: map[string]func(l *paper) []string{"dirty-attributes.docx": func(l *paper) []string {
				l.put(p("", replaceLast(textBox(false, "FFFFFF", p("", run("", "枠"))), "テキスト ボックス 7", l.told())))
				l.put(`<w:tbl><w:tblPr><w:tblCaption w:val="` + l.told() + `"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>` + p("", run("", "表の説明")) + `</w:tc></w:tr></w:tbl>`)
				l.put(p("", `<w:hyperlink w:anchor="先頭" w:docLocation="`+l.told()+`">`+run("", "先頭へ")+`</w:hyperlink>`))
				l.put(p("", `<w:sdt><w:sdtPr><w:dropDownList w:lastValue="`+l.told()+`"/></w:sdtPr><w:sdtContent>`+run("", "選んだもの")+`</w:sdtContent></w:sdt>`))
				return l.both()
			}},
			quiet: func(l *paper) { l.put(p("", l.drawn(png(3), ".png", "", "図：受付の写真"))) },
		},
		{
			place: place{id: "ooxml/image-metadata", words: Words{"写真の中の撮影者・場所・コメント", "who took a photo, where, and a remark"}, change: open},
			dirty: func(l *paper) []string {
				l.put(p("", l.drawn(photo(l.told(), l.people[1].Solid(), 3), ".jpeg", "", "写真")))
				return append(l.both(), l.people[1].Solid())
			},
			quiet: func(l *paper) { l.put(p("", l.drawn(photo("", "", 6), ".jpeg", "", "写真"))) },
		},
		{
			place: place{id: "ooxml/cropped-image", words: Words{"トリミングで切り取ったはずの部分", "what was cropped off a picture"}, change: func(c *Case) { c.Verdict, c.Exit = "review", nil }},
			dirty: func(l *paper) []string {
				l.put(p("", l.drawn(secretBelow(l.both()...), ".png", `<a:srcRect b="50000"/>`, "図")))
				return l.both()
			},
			quiet: func(l *paper) { l.put(p("", l.drawn(png(5), ".png", `<a:srcRect l="900"/>`, "図"))) },
		},
		{
			place: place{id: "ooxml/fallback-copy", words: Words{"古いソフト向けの控えに残った前の文字", "former text in the copy for older programs"}},
			dirty: func(l *paper) []string {
				box := func(text string) string {
					return `<w:txbxContent>` + p("", run("", text)) + `</w:txbxContent>`
				}
				l.put(p("", replaceLast(textBox(false, "FFFFFF", p("", run("", "窓口"))), box("窓口"), box(l.told()))))
				return l.both()
			},
			quiet: func(l *paper) { l.put(p("", textBox(false, "FFFFFF", p("", run("", "窓口"))))) },
		},
		{
			place: place{id: "ooxml/metafile-text", words: Words{"図（EMF）の中の文字", "text inside a drawn picture"}, change: func(c *Case) { c.Clean.Kept = append(c.Clean.Kept, "利用者") }},
			dirty: func(l *paper) []string {
				l.put(p("", l.drawn(emf("利用者 "+l.told()), ".emf", "", "図")))
				return l.both()
			},
			quiet: func(l *paper) { l.put(p("", l.drawn(emf("施設", "開館時間"), ".emf", "", "図"))) },
		},
		{
			place: place{id: "ooxml/embedded-file", words: Words{"アイコンの中の名簿", "a roster behind an icon"}},
			dirty: func(l *paper) []string {
				t := roster(l.people, "氏名", "フリガナ", "住所", "電話番号")
				l.icon(`C:\Users\`+l.p.Solid()+`\名簿.csv`, cp932(csv(t, ',', "\r\n")))
				return []string{l.p.Name(), l.p.Mobile, l.people[5].Name(), l.people[5].Address(), l.p.Solid()}
			},
			quiet: func(l *paper) { l.put(p("", l.drawn(png(5), ".png", "", "図"))) },
		},
	}
}

// described is for descriptions, of which only the personal data goes.
func described(c *Case) {
	c.Exit = ptr(1)
	if c.File == "dirty-attributes.docx" { // one of them is an attribute that no reader shows
		c.Verdict = "ng"
		return
	}
	c.Verdict = "review"
	c.Clean.Kept = append(c.Clean.Kept, "受付の写真")
}

// drawn is a run with a picture; frame is what stands between it and the way it is stretched.
func (l *paper) drawn(data []byte, ending, frame, descr string) string {
	media := l.add(l.counter("word/media/image", ending), imageTypes[ending], string(data))
	id := l.main.relate("image", media.name)
	return `<w:r><w:drawing><wp:inline><wp:extent cx="609600" cy="609600"/><wp:docPr id="3" name="図 3" descr="` + esc(descr) + `"/><a:graphic><a:graphicData uri="` + nsPicture + `"><pic:pic xmlns:pic="` + nsPicture + `"><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="` + id + `"/>` + frame + `<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="609600" cy="609600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

const nsPicture = "http://schemas.openxmlformats.org/drawingml/2006/picture"

// icon puts a file into the document as an OLE object that the reader sees as a picture.
func (l *paper) icon(from string, data []byte) {
	object := l.add(l.counter("word/embeddings/oleObject", ".bin"), ctOffice+"oleObject", string(compound([]stream{
		{"\x01Ole10Native", native(from, data)}, {"\x03ObjInfo", []byte{0, 0, 3, 0, 1, 0}},
	})))
	view := l.add(l.counter("word/media/image", ".emf"), imageTypes[".emf"], string(emf("名簿.csv")))
	l.put(p("", fmt.Sprintf(`<w:r><w:object w:dxaOrig="1440" w:dyaOrig="960"><v:shape id="_x0000_i1025" style="width:72pt;height:48pt" o:ole=""><v:imagedata r:id="%s" o:title=""/></v:shape><o:OLEObject Type="Embed" ProgID="Package" ShapeID="_x0000_i1025" DrawAspect="Icon" ObjectID="_1" r:id="%s"/></w:object></w:r>`,
		l.main.relate("image", view.name), l.main.relate("oleObject", object.name))))
}

// native is a file as the packager stores it ([MS-OLEDS] 2.3.6).
func native(from string, data []byte) []byte {
	path := append(cp932(from), 0)
	body := append([]byte{2, 0}, "list.csv\x00"...)
	body = append(body, path...)
	body = append(body, le(uint16(0), uint16(3), uint32(len(path)))...)
	body = append(append(body, path...), le(uint32(len(data)))...)
	body = append(append(body, data...), 0, 0)
	return append(le(uint32(len(body))), body...)
}

// replaceLast replaces the last old of s.
func replaceLast(s, old, with string) string {
	i := strings.LastIndex(s, old)
	return s[:i] + with + s[i+len(old):]
}
