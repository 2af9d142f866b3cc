package samples

import "strings"

// richData is a cell of a data type: it shows one word and holds a card of fields.
func richData(d *desk) []string {
	d.s.set("A10", "担当者カード", plainStyle)
	value := d.b.add("xl/richData/rdrichvalue.xml", "application/vnd.ms-excel.rdrichvalue+xml", xmlHead+`<rvData xmlns="`+nsRich+`" count="1"><rv s="0"><v>担当者カード</v><v>`+d.told()+`</v><v>`+d.people[1].Mail+`</v></rv></rvData>`)
	shape := d.b.add("xl/richData/rdrichvaluestructure.xml", "application/vnd.ms-excel.rdrichvaluestructure+xml", xmlHead+`<rvStructures xmlns="`+nsRich+`" count="1"><s t="_entity"><k n="_DisplayString" t="s"/><k n="氏名と電話" t="s"/><k n="メールアドレス" t="s"/></s></rvStructures>`)
	d.b.wb.link(relRich+"rdRichValue", relative("xl", value.name), "")
	d.b.wb.link(relRich+"rdRichValueStructure", relative("xl", shape.name), "")
	d.sheetMetadata("XLRICHVALUE", `<ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}" xmlns:xlrd="`+nsRich+`"><xlrd:rvb i="0"/></ext>`, "valueMetadata")
	d.mark("A10", "vm", 1)
	return append(d.both(), d.people[1].Mail, "_DisplayString")
}

// richCard is a cell of a data type as Excel writes it: its value is an error, what it shows is in the card. A formula takes a field of it,
// and a dynamic array keeps its own metadata.
func richCard(d *desk) []string {
	d.s.set("A10", fault("#VALUE!"), plainStyle)
	d.s.set("A11", formula{f: `_xlfn.FIELDVALUE(A10,"備考")`, v: "空きあり"}, plainStyle)
	d.s.set("B10", formula{f: "_xlfn.UNIQUE(A4:A6)", v: "みどり台公民館", attrs: ` t="array" ref="B10:B12"`}, plainStyle)
	d.s.set("B11", direct("若葉町図書館"), textStyle)
	d.s.set("B12", direct("桜ヶ丘体育館"), textStyle)
	d.richStore(`<s t="_entity"><k n="_DisplayString" t="s"/><k n="備考" t="s"/><k n="連絡先" t="s"/></s>`, `<rv s="0"><v>ひばり会館</v><v>空きあり</v><v>`+d.told()+`</v></rv>`)
	d.sheetMetadata("XLRICHVALUE", `<ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}" xmlns:xlrd="`+nsRich+`"><xlrd:rvb i="0"/></ext>`, "valueMetadata")
	d.b.edit("xl/metadata.xml", func(s string) string {
		const dynamic = `<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>`
		s = strings.Replace(s, `<metadataTypes count="1">`, `<metadataTypes count="2">`, 1)
		s = strings.Replace(s, `</metadataTypes>`, dynamic+`</metadataTypes>`, 1)
		s = strings.Replace(s, `<valueMetadata`, `<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="2" v="0"/></bk></cellMetadata><valueMetadata`, 1)
		return s
	})
	d.mark("A10", "vm", 1)
	d.mark("B10", "cm", 1)
	return append(d.both(), "連絡先")
}

// richMixed has a card and a picture placed in a cell, which are in one store: there is no copy.
func richMixed(d *desk) []string {
	d.placed([]string{"D4"}, png(3))
	d.b.edit("xl/richData/rdrichvalue.xml", func(s string) string {
		return strings.Replace(s, "</rvData>", `<rv s="1"><v>ひばり会館</v><v>`+d.told()+`</v></rv></rvData>`, 1)
	})
	d.b.edit("xl/richData/rdrichvaluestructure.xml", func(s string) string {
		return strings.Replace(s, "</rvStructures>", `<s t="_entity"><k n="_DisplayString" t="s"/><k n="連絡先" t="s"/></s></rvStructures>`, 1)
	})
	return d.both()
}

// richWant is what is seen of the card, and of the formula that reads it, in the copy.
func richWant(c *Case) {
	switch c.File {
	case "dirty-mixed.xlsx":
		c.Clean.Exit, c.Clean.Verdict, c.Clean.People = ptr(3), "", nil
	case "dirty-card.xlsx":
		c.Clean.Kept = append(c.Clean.Kept, "ひばり会館")
		c.Clean.Cells = map[string]string{"お知らせ!A11": "空きあり"}
	}
}

// richStore writes the kinds of rich values and the values.
func (d *desk) richStore(kinds, values string) {
	value := d.b.add("xl/richData/rdrichvalue.xml", "application/vnd.ms-excel.rdrichvalue+xml", xmlHead+`<rvData xmlns="`+nsRich+`" count="`+itoa(strings.Count(values, "<rv "))+`">`+values+`</rvData>`)
	shape := d.b.add("xl/richData/rdrichvaluestructure.xml", "application/vnd.ms-excel.rdrichvaluestructure+xml", xmlHead+`<rvStructures xmlns="`+nsRich+`" count="`+itoa(strings.Count(kinds, "<s "))+`">`+kinds+`</rvStructures>`)
	d.b.wb.link(relRich+"rdRichValue", relative("xl", value.name), "")
	d.b.wb.link(relRich+"rdRichValueStructure", relative("xl", shape.name), "")
}

// placed puts pictures into cells, as Excel does: a list of pictures, a value for each, and cells that name the values.
func (d *desk) placed(cells []string, pictures ...[]byte) {
	d.richStore(`<s t="_localImage"><k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/></s>`, placedValues(len(pictures)))
	rels := d.b.add("xl/richData/richValueRel.xml", "application/vnd.ms-excel.richvaluerel+xml", "")
	list := ""
	for _, data := range pictures {
		p := d.b.add(d.b.counter("xl/media/image", ".png"), imageTypes[".png"], string(data))
		list += `<rel r:id="` + rels.relate("image", p.name) + `"/>`
	}
	rels.data = []byte(xmlHead + `<richValueRels xmlns="http://schemas.microsoft.com/office/spreadsheetml/2022/richvaluerel" xmlns:r="` + nsRel + `">` + list + `</richValueRels>`)
	d.b.wb.link("http://schemas.microsoft.com/office/2022/10/relationships/richValueRel", relative("xl", rels.name), "")
	d.sheetMetadata("XLRICHVALUE", placedBlocks(len(pictures)), "valueMetadata")
	d.b.edit("xl/metadata.xml", func(s string) string {
		n := itoa(len(pictures))
		return strings.NewReplacer(`"XLRICHVALUE" count="1"`, `"XLRICHVALUE" count="`+n+`"`, `<valueMetadata count="1"><bk><rc t="1" v="0"/></bk>`, `<valueMetadata count="`+n+`">`+numbered(len(pictures), `<bk><rc t="1" v="#"/></bk>`)).Replace(s)
	})
	for _, at := range cells {
		d.s.set(at, fault("#VALUE!"), plainStyle)
	}
	for i, at := range cells {
		d.mark(at, "vm", i+1)
	}
}

func placedValues(n int) string { return numbered(n, `<rv s="0"><v>#</v><v>5</v></rv>`) }

// placedBlocks are the blocks of metadata behind the first, which is written as the only one.
func placedBlocks(n int) string {
	all := numbered(n, `</extLst></bk><bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}" xmlns:xlrd="`+nsRich+`"><xlrd:rvb i="#"/></ext>`)
	return strings.TrimPrefix(all, `</extLst></bk><bk><extLst>`)
}

// numbered repeats a text with the numbers from 0 in place of "#".
func numbered(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Replace(text, "#", itoa(i), 1))
	}
	return b.String()
}

// sheetMetadata writes the part that gives cells a meaning beyond their value: of one type, with one entry.
func (d *desk) sheetMetadata(kind, ext, list string) {
	d.b.add("xl/metadata.xml", ctSheetML+"sheetMetadata+xml", xmlHead+`<metadata xmlns="`+nsMain+`"><metadataTypes count="1"><metadataType name="`+kind+`" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1"/></metadataTypes><futureMetadata name="`+kind+`" count="1"><bk><extLst>`+ext+`</extLst></bk></futureMetadata><`+list+` count="1"><bk><rc t="1" v="0"/></bk></`+list+`></metadata>`)
	d.b.wb.relate("sheetMetadata", "xl/metadata.xml")
}

// mark gives a cell an entry of the metadata, from 1: attribute "vm" of its value, "cm" of the cell.
func (d *desk) mark(at, attr string, n int) {
	d.b.finish()
	d.b.edit(d.s.part.name, func(s string) string {
		return strings.Replace(s, `<c r="`+at+`"`, `<c r="`+at+`" `+attr+`="`+itoa(n)+`"`, 1)
	})
}
