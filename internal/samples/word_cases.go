package samples

import "strings"

// wordCases lists the re-enactments of published breaches in Word documents.
func wordCases() []folder {
	return []folder{wordChart(), wordTracked(), wordBlacked(), wordTable(), wordCopies(), wordMerged()}
}

// wordChart: a report with a chart, and behind the chart the list of those who took part.
func wordChart() folder {
	people := Roster(seedOf("word-chart"), 37)
	wards := []string{"中央地区", "北部地区", "南部地区"}
	count := []float64{15, 12, 10}
	b := newBook()
	s := b.sheet("Sheet1", "")
	s.table("A1", roster(people, "番号", "氏名", "フリガナ", "住所", "電話番号"))
	s.line("G1", headStyle, "地区", "参加者数")
	for i, w := range wards {
		s.put(i+2, 7, w, textStyle)
		s.put(i+2, 8, int(count[i]), countStyle)
	}
	d := newText()
	d.put(p(`<w:pStyle w:val="1"/>`, run("", "防災講座の実施報告")))
	d.say("令和6年5月11日に実施し、37人が参加しました。")
	book := d.add("word/embeddings/Microsoft_Excel_Worksheet.xlsx", "", string(b.bytes()))
	chart := d.add("word/charts/chart1.xml", ctChart, "")
	id := chart.relate("package", book.name)
	xml := chartXML("地区別の参加者数", []series{{nameRef: "Sheet1!$H$1", name: "参加者数", catRef: "Sheet1!$G$2:$G$4", cats: wards, valRef: "Sheet1!$H$2:$H$4", vals: count}}, "")
	chart.data = []byte(strings.Replace(xml, "</c:chartSpace>", `<c:externalData r:id="`+id+`"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`, 1))
	d.put(p("", d.inlineChart(chart)))
	d.say("お問い合わせ：ひなた市 防災課")
	return one("cases/word-chart", "report.docx", d.bytes(), Case{
		Words:     Words{"Wordのグラフのうらに、参加者37人の名簿が入っていた", "a chart in a Word file, and behind it the list of 37 people"},
		Published: "2022", Verdict: "ng", Exit: ptr(1), People: ptr(N(37)), Rows: ptr(N(37)), Places: counts{"ooxml/chart-workbook": N(1)},
		Detectors: counts{"name": N(37), "kana": N(37), "address": N(37), "phone": N(37)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: append(some(people), people[5].Address(), people[9].Kana()),
			Kept: []string{"防災講座の実施報告", "地区別の参加者数", "中央地区", "参加者数", "お問い合わせ：ひなた市 防災課"}, People: ptr(N(0)), Verdict: "ok",
		},
	})
}

// wordTracked: an answer to a request for documents, published with its tracked changes and comments.
func wordTracked() folder {
	people := Roster(seedOf("word-tracked"), 5)
	d := newText()
	d.put(p(`<w:pStyle w:val="1"/>`, run("", "いじめ重大事態に関する調査報告（公表版）")))
	d.put(p("", run("", "1　概要")))
	d.put(p("", run("", "令和5年10月、"), d.del("学校教育課", people[0].Solid()+"（"+people[0].FullAddress()+"）"), d.ins("学校教育課", "児童A"), run("", "の保護者から相談がありました。")))
	d.put(p("", run("", "聞き取りは"), remarked(0, "担任"), run("", "が行いました。")))
	d.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>`)
	cells := func(props, a, b string) string {
		return `<w:tr>` + props + `<w:tc><w:tcPr/>` + p("", a) + `</w:tc><w:tc><w:tcPr/>` + p("", b) + `</w:tc></w:tr>`
	}
	d.put(cells("", run("", "区分"), run("", "聞き取り日")), cells("", run("", "児童B"), run("", "令和5年11月2日")))
	for _, who := range people[1:3] {
		d.put(cells(`<w:trPr><w:del`+d.by("学校教育課")+`/></w:trPr>`, d.del("学校教育課", "氏名："+who.Solid()), d.del("学校教育課", "電話："+who.Mobile)))
	}
	d.put("</w:tbl>", p(""), p("", run("", "2　再発防止策を講じます。")))
	d.remarks(remark{people[4].Solid(), "担任は氏名：" + people[3].Solid() + "　電話：" + people[3].Mobile + "。公表時は消すこと。"})
	gone := []string{people[0].Solid(), people[0].City, people[3].Solid(), people[3].Mobile, people[4].Solid()}
	for _, who := range people[1:3] {
		gone = append(gone, who.Solid(), who.Mobile)
	}
	c := Case{
		Words:     Words{"変更履歴とコメントに、消したはずの名前が残っていた", "tracked changes and comments still held the names that were taken out"},
		Published: "2023", Verdict: "ng", Exit: ptr(1), Places: counts{"docx/deleted-text": AtLeast(5), "docx/comment": N(1), "docx/revision-mark": AtLeast(6)},
		Detectors: counts{"name": AtLeast(3), "phone": AtLeast(3), "address": N(1)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: gone, Kept: []string{"いじめ重大事態に関する調査報告（公表版）", "の保護者から相談がありました。", "担任", "令和5年11月2日", "再発防止策"}, People: ptr(N(0)),
			Verdict: "ok",
		},
	}
	f := one("cases/word-tracked", "report.docx", d.bytes(), c)
	f.saved = []saved{{"libreoffice", "report.docx", c}}
	return f
}

// wordBlacked: a list of decisions whose names and addresses were painted over with the black highlighter.
func wordBlacked() folder {
	people := Roster(seedOf("word-blacked"), 6)
	d := newText()
	d.put(p(`<w:pStyle w:val="1"/>`, run("", "行政処分の一覧")))
	black := func(int) string { return `<w:color w:val="000000"/><w:highlight w:val="black"/>` }
	t := roster(people, "番号", "氏名", "住所", "電話番号")
	d.table(t, blackOn("123", black))
	d.put(p("", run("", "処分庁の担当者は"), run(`<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>`, people[0].Solid()), run("", "です。")))
	d.say("ひなた市 環境保全課")
	gone := append(some(people), people[2].City, people[0].Solid())
	c := Case{
		Words:     Words{"黒い蛍光ペンでぬっただけの名前が、写し取ると読めた", "names under black highlighting that could be copied out"},
		Published: "2021", Verdict: "ng", Exit: ptr(1), People: ptr(Between(6, 7)), Rows: ptr(N(6)), Places: counts{"docx/blacked-text": N(19)},
		Detectors: counts{"name": AtLeast(6), "address": N(6), "phone": N(6)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: gone, Kept: []string{"行政処分の一覧", "番号", "電話番号", "処分庁の担当者は", "環境保全課"}, People: ptr(N(0)), Verdict: "ok",
		},
	}
	f := one("cases/word-blacked", "list.docx", d.bytes(), c)
	f.saved = []saved{{"libreoffice", "list.docx", c}}
	return f
}

// wordTable: a leaflet full of colours, with nobody's personal data. It must stay quiet.
func wordTable() folder {
	d := newText()
	d.put(p(`<w:pStyle w:val="1"/>`, run("", "公民館講座のご案内")))
	d.table(table{heads: []string{"講座", "曜日", "定員"}, rows: [][]any{
		{"はじめての書道", "毎週火曜日", 20}, {"親子で卓球", "毎週土曜日", 30}, {"健康体操", "毎週木曜日", 25},
	}}, func(row, col int) (string, string) {
		if row%2 == 0 && row > 0 {
			return `<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/>`, ""
		}
		return shaded(row, col)
	})
	d.put(p("", run(`<w:highlight w:val="yellow"/>`, "申込みは6月30日まで"), run("", "。"), run(`<w:shd w:val="clear" w:color="auto" w:fill="000000"/><w:color w:val="FFFFFF"/>`, " 要予約 ")))
	d.put(p(`<w:shd w:val="pct15" w:color="auto" w:fill="FFFFFF"/>`, run("", "持ち物は講座ごとに異なります。")))
	d.put(p("", textBox(false, "C00000", p("", run(`<w:color w:val="FFFFFF"/><w:b/>`, "受付中")))))
	d.put(p("", run(`<w:color w:val="7F7F7F"/>`, "お問い合わせ：ひなた市 生涯学習課")))
	return one("cases/word-table", "leaflet.docx", d.bytes(), Case{
		Words:   Words{"色をつけた表と蛍光ペンの案内（まちがって止めてはいけない）", "a leaflet with shaded rows and highlighting, which must stay quiet"},
		Verdict: "ok", Exit: ptr(0), People: ptr(N(0)), Rows: ptr(N(0)), Detectors: counts{"name": N(0), "address": N(0)},
		Absent: []string{"docx/blacked-text", "docx/same-color-text", "docx/hidden-text", "docx/hidden-shape", "docx/field-code"},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: []string{}, Kept: []string{"公民館講座のご案内", "はじめての書道", "申込みは6月30日まで", "要予約", "受付中"}, People: ptr(N(0)), Verdict: "ok",
		},
	})
}
