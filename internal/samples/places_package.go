package samples

import "strings"

// packagePlaces are things of the package, the same in Word and PowerPoint.
func packagePlaces() []place {
	metadata := func(c *Case) { c.Verdict, c.Exit = "review|ok", nil }
	return []place{
		{
			id: "ooxml/metadata", words: Words{"作成者などの文書情報", "author and other properties"}, change: metadata,
			dirty: func(d *desk) []string {
				d.b.noProps, d.b.author = false, d.p.Solid()
				d.b.finish()
				d.b.edit("docProps/app.xml", func(s string) string {
					return strings.Replace(s, "<Application>", "<Manager>"+d.people[1].Solid()+"</Manager><Company>ひなた市</Company><Application>", 1)
				})
				d.b.add("docProps/custom.xml", ctOffice+"custom-properties+xml", xmlHead+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="連絡先"><vt:lpwstr>`+d.told()+`</vt:lpwstr></property></Properties>`)
				d.b.root.relate("custom-properties", "docProps/custom.xml")
				return append(d.both(), d.people[1].Solid())
			},
			quiet: func(d *desk) { d.s.set("A10", "文書情報なし", plainStyle) },
		},
		{
			id: "ooxml/thumbnail", words: Words{"縮小版の画像", "the thumbnail of an earlier state"}, change: metadata,
			dirty: func(d *desk) []string {
				d.b.thumbnail(pngText(2, d.told()))
				return d.both()
			},
			quiet: func(d *desk) { d.s.picture(png(4)) },
		},
		{
			id: "ooxml/printer-settings", words: Words{"プリンターの設定", "printer settings"}, change: metadata,
			dirty: func(d *desk) []string {
				d.s.printer(`\\prsv02\` + d.p.Solid() + `の複合機`)
				return []string{d.p.Solid(), "prsv02"}
			},
			quiet: func(d *desk) { d.s.slots["pageSetup"] = `<pageSetup paperSize="9" orientation="portrait"/>` },
		},
		{
			id: "ooxml/custom-xml", words: Words{"ファイルの中の別のXML", "custom XML"},
			dirty: func(d *desk) []string {
				item := d.b.add("customXml/item1.xml", "", xmlHead+`<申請 xmlns="urn:hinata:shinsei"><氏名>`+d.p.Solid()+`</氏名><電話番号>`+d.p.Mobile+`</電話番号><住所>`+d.p.FullAddress()+`</住所></申請>`)
				d.b.add("customXml/itemProps1.xml", ctOffice+"customXmlProperties+xml", xmlHead+`<ds:datastoreItem ds:itemID="`+guid(7)+`" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:hinata:shinsei"/></ds:schemaRefs></ds:datastoreItem>`)
				item.relate("customXmlProps", "customXml/itemProps1.xml")
				d.b.wb.relate("customXml", item.name)
				return append(d.both(), d.p.FullAddress())
			},
			quiet: func(d *desk) { d.s.set("A10", "本文", plainStyle) },
		},
		{
			id: "ooxml/embedded-file", words: Words{"中に入っている別のファイル", "a file inside the file"},
			dirty: func(d *desk) []string {
				inner := newBook()
				inner.noProps = true
				inner.sheet("名簿", "").table("A1", d.roster())
				d.s.embed(inner.bytes(), png(5))
				return d.gone()
			},
			quiet: func(d *desk) { d.s.picture(png(6)) },
			change: func(c *Case) {
				c.Places["ooxml/embedded-file"] = N(1)
				c.People = ptr(N(6))
			},
		},
		{
			id: "ooxml/unknown-part", words: Words{"正体のわからない部品", "a part that no rule knows"}, change: unsure,
			dirty: func(d *desk) []string {
				d.b.add("xl/mystery/data1.dat", "application/x-mystery", "MYST\x01\x00"+d.told())
				d.b.wb.link("http://mystery.example/relationships/data", "mystery/data1.dat", "")
				return d.both()
			},
			quiet: func(d *desk) { d.s.line("A10", textStyle, "合計", formula{f: "SUM(C4:C6)", v: 500}) }, // calcChain, theme, styles
		},
		{
			id: "ooxml/orphan-part", words: Words{"どこからも参照されない部品", "a part that nothing refers to"},
			dirty: func(d *desk) []string {
				d.b.add("xl/worksheets/sheet9.xml", ctSheetML+"worksheet+xml", xmlHead+`<worksheet xmlns="`+nsMain+`"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>`+d.told()+`</t></is></c></row></sheetData></worksheet>`)
				return d.both()
			},
			more: map[string]plant{"dirty-system.xlsx": func(d *desk) []string { // what a system left in the folder that was packed
				d.b.add("xl/.DS_Store", "", "\x00\x00\x00\x01Bud1\x00\x00\x10\x00"+string(utf16le(d.told()))).loose = true
				d.b.add("xl/Thumbs.db", "application/octet-stream", string(compound([]stream{{"Catalog", utf16le(d.people[1].Solid() + "_名簿.jpg")}})))
				return append(d.both(), d.people[1].Solid(), "Bud1")
			}},
			quiet: func(d *desk) { // another spelling of the same targets
				d.b.finish()
				for i, r := range d.b.wb.rels {
					d.b.wb.rels[i] = strings.Replace(strings.Replace(r, `Target="worksheets/sheet1.xml"`, `Target="/xl/worksheets/sheet1.xml"`, 1), `Target="styles.xml"`, `Target="./styles.xml"`, 1)
				}
			},
			change: func(c *Case) {
				c.Places["ooxml/orphan-part"] = N(1)
				if c.File == "dirty-system.xlsx" {
					c.Places["ooxml/orphan-part"] = N(2)
				}
			},
		},
		{
			id: "ooxml/zip-residue", words: Words{"ZIPのすきまに残ったデータ", "bytes between the members of the ZIP"}, change: unsure,
			dirty: func(d *desk) []string {
				d.b.gap = []byte(d.told())
				d.b.comment = d.people[1].Solid() + " " + d.people[1].Mobile
				return append(d.both(), d.people[1].Solid(), d.people[1].Mobile)
			},
			quiet: func(d *desk) { d.b.stream = true },
		},
	}
}
