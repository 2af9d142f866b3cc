package samples

// notice writes the visible sheet of the binary samples.
func (b *binaryBook) notice() *binarySheet {
	s := b.sheet("お知らせ", 0)
	s.line(0, false, noticeTitle)
	s.line(2, false, "施設", "開館時間", "定員")
	s.line(3, false, "みどり台公民館", "9時から21時", 120)
	s.line(4, false, "若葉町図書館", "10時から19時", 80)
	return s
}

// people writes a roster of people from a row on.
func (s *binarySheet) people(row int, hidden bool, list []Person) {
	s.line(row, hidden, "氏名", "フリガナ", "住所", "電話番号")
	for i, p := range list {
		s.line(row+1+i, hidden, p.Name(), p.Kana(), p.Address(), p.Mobile)
	}
}

// binaryBooks are workbooks of binary records: people in a hidden sheet, in hidden rows and columns; and one with no more than traces
// around the sheets, which can be cleaned.
func binaryBooks() []folder {
	return []folder{
		binaryCase("xlsb-hidden-sheet", Words{"xlsb：かくれたシートに名簿", "xlsb: a roster in a hidden sheet"}, "xlsx/hidden-sheet", 1, func(b *binaryBook, list []Person) {
			b.notice()
			b.sheet("作業", 1).people(0, false, list)
		}),
		binaryCase("xlsb-very-hidden", Words{"xlsb：「再表示」にも出ないシートに名簿", "xlsb: a roster in a very hidden sheet"}, "xlsx/very-hidden-sheet", 1, func(b *binaryBook, list []Person) {
			b.notice()
			b.sheet("作業", 2).people(0, false, list)
		}),
		binaryCase("xlsb-hidden-rows", Words{"xlsb：かくれた行に名簿", "xlsb: a roster in hidden rows"}, "xlsx/hidden-row", 9, func(b *binaryBook, list []Person) {
			b.notice().people(9, true, list)
		}),
		binaryCase("xlsb-hidden-columns", Words{"xlsb：かくれた列に名簿", "xlsb: a roster in hidden columns"}, "xlsx/hidden-column", 4, func(b *binaryBook, list []Person) {
			s := b.sheet("お知らせ", 0)
			s.people(0, false, list)
			for col := range 4 {
				s.column(col, true)
			}
		}),
		binarySource(),
		binaryTraces(), binaryAround(), binaryCaches(),
	}
}

// refused is what cleaning a binary workbook gives if cells would have to change.
var refused = &Clean{Args: []string{}, Exit: ptr(3), Gone: []string{}, Kept: []string{}}

func binaryCase(slug string, words Words, place string, n int, write func(*binaryBook, []Person)) folder {
	b := newBinaryBook()
	write(b, Roster(seedOf(slug), 8))
	return one("variants/"+slug, "book.xlsb", b.bytes(), Case{
		Words: words, Verdict: "ng", Exit: ptr(1), People: ptr(N(8)), Rows: ptr(N(8)), Places: counts{place: N(n)},
		Detectors: counts{"name": N(8), "kana": N(8), "address": N(8), "phone": N(8)}, Clean: refused,
	})
}

// binarySource has a visible tab that feeds another one by a formula: COUNTA(名簿!A2:A9).
func binarySource() folder {
	b := newBinaryBook()
	s := b.notice()
	counted := append(le(float64(8)), le(uint16(0), uint32(19), byte(0x3B), uint16(0), uint32(1), uint32(8), uint16(0), uint16(0), byte(0x42), byte(1), uint16(169), uint32(0))...)
	s.line(7, false, "申込者数", counted)
	b.sheet("名簿", 0).people(0, false, Roster(seedOf("xlsb-source"), 8))
	b.extern = append(b.extern, biff(353)...)
	b.extern = append(b.extern, biff(357)...)
	b.extern = append(b.extern, biff(362, uint32(1), uint32(0), uint32(1), uint32(1))...)
	b.extern = append(b.extern, biff(354)...)
	return one("variants/xlsb-source", "book.xlsb", b.bytes(), Case{
		Words: Words{"xlsb：ほかのシートのもとになる名簿", "xlsb: a tab of people that feeds another one"}, Verdict: "ng", Exit: ptr(1),
		People: ptr(N(8)), Places: counts{"xlsx/source-sheet": N(1)}, Clean: refused,
	})
}

// binaryTraces has a printer, a path and an author, and no person among its cells.
func binaryTraces() folder {
	p := Roster(seedOf("xlsb-traces"), 1)[0]
	b := newBinaryBook()
	b.path = `C:\Users\` + p.Solid() + `\Desktop\`
	b.notice().printer(`\\hinata-print\` + p.Solid())
	b.add("docProps/core.xml", ctPackage+"core-properties+xml", xmlHead+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>`+p.Solid()+`</dc:creator></cp:coreProperties>`)
	b.root.link(relPackage+"metadata/core-properties", "docProps/core.xml", "")
	return one("variants/xlsb-traces", "book.xlsb", b.bytes(), Case{
		Words:  Words{"xlsb：作った人、プリンター、保存した場所", "xlsb: an author, a printer and a path"},
		Places: counts{"ooxml/metadata": AtLeast(1), "ooxml/printer-settings": N(1), "xlsx/workbook-trace": N(1)},
		Clean:  &Clean{Args: []string{}, Exit: ptr(0), Gone: []string{p.Solid(), "hinata-print"}, Kept: []string{"若葉町図書館"}, People: ptr(N(0)), Verdict: "ok"},
	})
}

const ctExcel = "application/vnd.ms-excel."

// binaryAround has toolbars and the log of a shared workbook, both of which go.
func binaryAround() folder {
	list := Roster(seedOf("xlsb-around"), 3)
	b := newBinaryBook()
	b.notice()
	bars := b.add("xl/attachedToolbars.bin", ctExcel+"attachedToolbars", "\x01\x01\x00\x00"+string(utf16le(list[0].Solid()+"の道具 "+list[0].Mobile))+"\x00\x00")
	b.wb.link("http://schemas.microsoft.com/office/2006/relationships/attachedToolbars", "attachedToolbars.bin", "")
	head := b.add("xl/revisions/revisionHeaders.bin", ctExcel+"revisionHeaders", string(biff(406, wide(list[1].Solid()))))
	log := b.add("xl/revisions/revisionLog1.bin", ctExcel+"revisionLog", string(biff(409, [12]byte{}, wide("氏名："+list[2].Solid()+"　電話："+list[2].Mobile))))
	head.relate("revisionLog", log.name)
	b.wb.relate("revisionHeaders", head.name)
	b.wb.relate("usernames", b.add("xl/revisions/userNames.bin", ctExcel+"userNames", string(biff(400, wide(list[1].Solid())))).name)
	return one("variants/xlsb-around", "book.xlsb", b.bytes(), Case{
		Words: Words{"xlsb：共有ブックの変更の記録と、古いツールバー", "xlsb: the log of a shared workbook, and old toolbars"}, Verdict: "ng", Exit: ptr(1),
		Places: counts{"xlsx/revision-log": N(3), "ooxml/extension": N(1)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: []string{list[0].Solid(), list[0].Mobile, list[1].Solid(), list[2].Solid(), list[2].Mobile, bars.name},
			Kept: []string{"若葉町図書館"}, People: ptr(N(0)), Verdict: "ok",
		},
	})
}

// binaryCaches has people in what the sheets keep beside their cells: a pivot table's cache, the cells of another workbook, a table, an
// input list, a saved view.
func binaryCaches() folder {
	list := Roster(seedOf("xlsb-caches"), 6)
	told := func(i int) []byte { return wide("氏名：" + list[i].Solid() + "　電話：" + list[i].Mobile) }
	b := newBinaryBook()
	s := b.notice()
	cache := b.add("xl/pivotCache/pivotCacheDefinition1.bin", ctExcel+"pivotCacheDefinition", string(biff(24, told(0))))
	rows := b.add("xl/pivotCache/pivotCacheRecords1.bin", ctExcel+"pivotCacheRecords", string(biff(24, told(1))))
	cache.relate("pivotCacheRecords", rows.name)
	b.wb.relate("pivotCacheDefinition", cache.name)
	b.wb.relate("externalLink", b.add("xl/externalLinks/externalLink1.bin", ctExcel+"externalLink", string(biff(368, told(2)))).name)
	s.part.relate("table", b.add("xl/tables/table1.bin", ctExcel+"table", string(biff(343, told(3)))).name)
	names := ptgText(list[4].Solid() + "," + list[5].Solid())
	s.tail = append(s.tail, biff(573, uint16(0), [12]byte{}, uint32(1))...)
	s.tail = append(s.tail, biff(64, uint32(0x103), uint32(1), [4]uint32{3, 4, 3, 3}, wide(""), wide(""), wide("担当"), wide("電話 "+list[4].Mobile), names, uint32(0), [2]uint32{})...)
	s.tail = append(s.tail, biff(574)...)
	b.extern = append(b.extern, biff(397, [46]byte{}, wide(list[5].Solid()+" - 個人用"))...)
	return one("variants/xlsb-caches", "book.xlsb", b.bytes(), Case{
		Words: Words{"xlsb：集計表・リンク・入力候補などに残った名前", "xlsb: names left in a pivot table, a link, an input list"}, Verdict: "ng", Exit: ptr(1),
		Places: counts{"xlsx/pivot-cache": N(2), "xlsx/external-link-cache": N(1), "xlsx/validation-list": AtLeast(1), "xlsx/custom-view": N(1), "ooxml/unknown-markup": N(1)},
		People: ptr(AtLeast(4)), Clean: refused,
	})
}

// ptgText is a parsed formula that is one text, without what tokens keep beside.
func ptgText(s string) []byte {
	units := utf16le(s)
	return le(uint32(3+len(units)), byte(0x17), uint16(len(units)/2), units)
}
