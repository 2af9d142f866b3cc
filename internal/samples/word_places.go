package samples

import "strings"

// A paper is one Word sample on the bench: the notice of the workbook samples as a letter, and a person who must not be found
// in its copy.
type paper struct {
	*text
	p      Person
	people []Person
}

// told and both are as for a desk.
func (l *paper) told() string   { return "氏名：" + l.p.Solid() + "　電話：" + l.p.Mobile }
func (l *paper) both() []string { return []string{l.p.Solid(), l.p.Mobile} }

// A wordPlace is what testdata/docx/<place> holds.
type wordPlace struct {
	place
	dirty func(l *paper) []string
	more  map[string]func(l *paper) []string
	quiet func(l *paper)
}

// newPaper writes the notice.
func newPaper(id string) *paper {
	people := Roster(seedOf(id), 6)
	l := &paper{text: newText(), p: people[0], people: people}
	l.put(p(`<w:pStyle w:val="1"/>`, run("", noticeTitle)))
	l.table(table{heads: []string{"施設", "開館時間", "定員"}, rows: [][]any{
		{"みどり台公民館", "9時から21時", 120}, {"若葉町図書館", "10時から19時", 80}, {"桜ヶ丘体育館", "9時から22時", 300},
	}}, shaded)
	return l
}

func (w wordPlace) folder() folder {
	f := folder{dir: w.id, files: map[string][]byte{}}
	add := func(file string, hide func(l *paper) []string) {
		l := newPaper(w.id + file)
		gone := hide(l)
		l.say(noticeFoot)
		f.files[file] = l.bytes()
		f.want = append(f.want, w.want(file, gone))
	}
	add("dirty.docx", w.dirty)
	for _, file := range sortedKeys(w.more) {
		add(file, w.more[file])
	}
	if w.quiet != nil {
		l := newPaper(w.id + "quiet")
		w.quiet(l)
		l.say(noticeFoot)
		f.files["quiet.docx"] = l.bytes()
		f.want = append(f.want, Case{
			File: "quiet.docx", Words: Words{"わな：「" + w.id + "」と言ってはいけない", "a trap: " + w.id + " must not be reported"}, Absent: []string{w.id},
			Verdict: "ok", Exit: ptr(0),
		})
	}
	return f
}

// wordPlaces lists the samples of the hiding places of Word.
func wordPlaces() []folder {
	var all []folder
	for _, list := range [][]wordPlace{wordTexts(), wordChanges(), wordData(), wordObjects(), wordParts(), wordUnseen()} {
		for _, w := range list {
			all = append(all, w.folder())
		}
	}
	return all
}

// light is for places that weigh no more than a note.
func light(c *Case) { c.Verdict, c.Exit = "review|ok", nil }

const darkCell = `<w:shd w:val="clear" w:color="auto" w:fill="000000"/>`

// wordTexts are texts that a format hides.
func wordTexts() []wordPlace {
	type hide = func(l *paper) []string
	line := func(props string) hide {
		return func(l *paper) []string {
			l.put(p("", run("", "問い合わせ先："), run(props, l.told()), run("", "までお願いします。")))
			return l.both()
		}
	}
	return []wordPlace{
		{
			place: place{id: "docx/hidden-text", words: Words{"隠し文字にした連絡先", "a contact as hidden text"}},
			dirty: line("<w:vanish/>"),
			more: map[string]hide{
				"dirty-set.docx": func(l *paper) []string {
					l.put(p("", complexField(` SET 担当 "総務課" `, l.told()), run("", "各位")))
					return l.both()
				},
				"dirty-condition.docx": func(l *paper) []string {
					l.styles = `<w:style w:type="table" w:styleId="t1"><w:name w:val="first column hidden"/><w:tblStylePr w:type="firstCol"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>`
					l.put(styledTable("t1", `<w:tblLook w:val="0080" w:firstColumn="1" w:noHBand="1"/>`, "見出し", "備考", l.told(), "受付"))
					return l.both()
				},
				"dirty-unknown.docx": func(l *paper) []string { // markup that programs pass over
					l.put(p("", run("", "窓口"), `<x:memo xmlns:x="urn:hinata:memo">`+run("", l.told())+`</x:memo>`))
					return l.both()
				},
				"dirty-branch.docx": func(l *paper) []string {
					l.put(p("", `<mc:AlternateContent><mc:Choice xmlns:x="urn:hinata:memo" Requires="x">`+run("", l.told())+`</mc:Choice><mc:Fallback>`+run("", "窓口")+`</mc:Fallback></mc:AlternateContent>`))
					l.put(p("", `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>受付</w:t></mc:Choice><mc:Fallback><w:t>`+l.people[1].Solid()+`（`+l.people[1].Mobile+`）</w:t></mc:Fallback></mc:AlternateContent></w:r>`))
					return append(l.both(), l.people[1].Solid(), l.people[1].Mobile)
				},
				"style.docx": func(l *paper) []string {
					l.styles = `<w:style w:type="character" w:styleId="memo0"><w:name w:val="base of memo"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="memo"><w:name w:val="memo"/><w:basedOn w:val="memo0"/></w:style>`
					return line(`<w:rStyle w:val="memo"/>`)(l)
				},
			},
			quiet: func(l *paper) {
				// Two styles that hide cancel each other out, and the page numbers of a table of contents are hidden on the web alone.
				l.styles = `<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="hidden paragraph"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="h2"><w:name w:val="hidden word"/><w:rPr><w:vanish/></w:rPr></w:style>`
				l.put(p(`<w:pStyle w:val="h1"/>`, run(`<w:rStyle w:val="h2"/>`, "二重に隠した文字は見えます。")))
				l.put(p("", complexField(` TOC \o "1-3" `, "1 施設利用のご案内")+`<w:r><w:rPr><w:webHidden/></w:rPr><w:tab/><w:t>1</w:t></w:r>`))
				l.put(p("", run("<w:vanish w:val=\"0\"/>", "見えている文字です。")))
			},
		},
		{
			place: place{id: "docx/same-color-text", words: Words{"白い紙に白い文字", "white text on the white page"}},
			dirty: line(`<w:color w:val="FFFFFF"/>`),
			more: map[string]hide{
				"cell.docx": func(l *paper) []string {
					l.table(table{heads: []string{"区分", "備考"}, rows: [][]any{{"窓口", l.told()}}}, func(row, col int) (string, string) {
						if row == 1 && col == 1 {
							return `<w:shd w:val="clear" w:color="auto" w:fill="DDEBF7"/>`, `<w:color w:val="DDEBF7"/>`
						}
						return "", ""
					})
					return l.both()
				},
				"dirty-fill.docx":    line(`<w14:textFill` + nsWord14 + `><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>`),
				"dirty-clear.docx":   line(`<w14:textFill` + nsWord14 + `><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>`),
				"dirty-outline.docx": line(`<w14:textOutline` + nsWord14 + ` w14:w="9525"><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textOutline><w14:textFill` + nsWord14 + `><w14:noFill/></w14:textFill>`),
				"dirty-box.docx": func(l *paper) []string {
					box := textBox(false, "FFFFFF", p("", run(`<w:color w:val="FFFFFF"/>`, l.told())))
					l.put(p("", strings.NewReplacer(`<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>`, `<a:noFill/>`, `fillcolor="#FFFFFF"`, `filled="f"`).Replace(box)))
					return l.both()
				},
				"dirty-table.docx": func(l *paper) []string {
					l.styles = `<w:style w:type="table" w:styleId="t1"><w:name w:val="white letters"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>`
					l.put(styledTable("t1", `<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>`, "区分", "備考", "受付", l.told()))
					return l.both()
				},
				"theme.docx": func(l *paper) []string {
					l.add("word/theme/theme1.xml", ctOffice+"theme+xml", themeXML)
					l.main.relate("theme", "word/theme/theme1.xml")
					return line(`<w:color w:val="FFFFFF" w:themeColor="background1"/>`)(l)
				},
			},
			quiet: func(l *paper) {
				l.put(p(`<w:shd w:val="clear" w:color="auto" w:fill="2F5496"/>`, run(`<w:color w:val="FFFFFF"/>`, "濃い色の帯に白い文字")))
				l.put(p("", textBox(false, "2F5496", p("", run(`<w:color w:val="FFFFFF"/>`, "濃い色の枠に白い文字")))))
				l.styles = `<w:style w:type="table" w:styleId="t1"><w:name w:val="banded"/><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="band2Horz"><w:rPr><w:color w:val="1F3864"/></w:rPr></w:tblStylePr></w:style>`
				l.put(styledTable("t1", `<w:tblLook w:val="0420" w:firstRow="1" w:noVBand="1"/>`, "区分", "備考", "受付", "2階の窓口"))
				l.put(p("", run(`<w14:textOutline`+nsWord14+` w14:w="9525"><w14:solidFill><w14:srgbClr w14:val="1F3864"/></w14:solidFill></w14:textOutline><w14:textFill`+nsWord14+`><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>`, "ふちどりのある白い文字")))
				l.put(p("", run(`<w:color w:val="FFFFFF"/><w14:textFill`+nsWord14+`><w14:solidFill><w14:srgbClr w14:val="C00000"/></w14:solidFill></w14:textFill>`, "赤くぬった文字")))
				l.put(p("", run(`<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>`, "蛍光ペンに白い文字"), run(`<w:color w:val="FFFFFF"/>`, "　")))
			},
		},
		{
			place: place{id: "docx/blacked-text", words: Words{"黒い蛍光ペンでぬった連絡先", "a contact under black highlighting"}},
			dirty: line(`<w:highlight w:val="black"/>`),
			more: map[string]hide{
				"shading.docx": line(`<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>`),
				"cell.docx": func(l *paper) []string {
					l.table(table{heads: []string{"区分", "担当"}, rows: [][]any{{"窓口", l.told()}}}, func(row, col int) (string, string) {
						if row == 1 && col == 1 {
							return darkCell, `<w:color w:val="000000"/>`
						}
						return "", ""
					})
					return l.both()
				},
				"split.docx": func(l *paper) []string {
					black := `<w:color w:val="000000"/><w:highlight w:val="black"/>`
					l.put(p("", run("", "担当："), run(black, "氏名："+l.p.Surname), run(black+`<w:b/>`, l.p.Given), run(black, "　電話："+l.p.Mobile)))
					return []string{"氏名：" + l.p.Surname, l.p.Mobile}
				},
			},
			quiet: func(l *paper) {
				l.put(p("", run(`<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>`, "黒い帯に白い文字")))
				l.put(p(darkCell, run("", "自動の色は、黒い帯では白く見えます。")))
				l.put(p("", run(`<w:highlight w:val="yellow"/>`, "黄色の蛍光ペン"), run(`<w:highlight w:val="black"/>`, "　　　")))
			},
		},
		tinyWord(line), coveredWord(),
		{
			place: place{id: "docx/hidden-shape", words: Words{"非表示にした文字の枠", "a text box that is switched off"}},
			dirty: func(l *paper) []string {
				l.put(p("", run("", "地図は別紙のとおりです。"), textBox(true, "FFFFFF", p("", run("", l.told())))))
				return l.both()
			},
			quiet: func(l *paper) {
				l.put(p("", textBox(false, "FFFFFF", p("", run("", "枠の中の文字")))))
				l.put(p("", rule(), run("", "線の上の文字"))) // a line has no height
			},
		},
		{
			place: place{id: "docx/unseen-entry", words: Words{"索引の見出しに書かれた名前", "a name in an index entry"}, change: light},
			dirty: func(l *paper) []string {
				l.put(p("", run("", "索引の項目"), complexField(` XE "`+l.told()+`" `, "")))
				return l.both()
			},
			more: map[string]func(l *paper) []string{"dirty-code.docx": func(l *paper) []string {
				l.put(p("", complexField(` HYPERLINK "https://www.hinata.example/" \o "`+l.told()+`" `, "市のページ")))
				l.put(p("", `<w:bookmarkStart w:id="2" w:name="_氏名_`+l.people[2].Solid()+`_`+l.people[2].Mobile+`"/><w:bookmarkEnd w:id="2"/>`, run("", "しおり")))
				return append(l.both(), l.people[2].Solid(), l.people[2].Mobile)
			}},
			quiet: func(l *paper) {
				l.put("<!-- 第2章 -->", p("", complexField(` TOC \t "見出し 1,1" `, "1 施設"), complexField(` DATE \@ "ggge年M月d日" `, "令和6年5月1日")))
				l.put(p("", `<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:bookmarkEnd w:id="1"/>`, run("", "しおり"), complexField(` XE "施設" `, "")))
			},
		},
	}
}

// wordChanges are tracked changes and comments.
func wordChanges() []wordPlace {
	return []wordPlace{
		{
			place: place{id: "docx/deleted-text", words: Words{"変更履歴に残った、消したはずの連絡先", "a contact deleted while changes were tracked"}},
			dirty: func(l *paper) []string {
				l.put(p("", run("", "問い合わせ先："), l.del("総務課", l.told()), l.ins("総務課", "生涯学習課まで")))
				return l.both()
			},
			more: map[string]func(l *paper) []string{
				"row.docx": func(l *paper) []string {
					l.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>` + p("", run("", "備考")) + `</w:tc></w:tr><w:tr><w:trPr><w:del` + l.by("総務課") + `/></w:trPr><w:tc><w:tcPr/>` + p("", l.del("総務課", l.told())) + `</w:tc></w:tr></w:tbl>`)
					return l.both()
				},
				"paragraph.docx": func(l *paper) []string {
					gone := func() string { return `<w:rPr><w:del` + l.by("総務課") + `/></w:rPr>` }
					l.put(p(gone(), run("", "前半の文"), l.del("総務課", l.told())), p(gone(), l.del("総務課", l.people[1].Solid())), p("", run("", "と後半の文")))
					return append(l.both(), l.people[1].Solid())
				},
				"moved.docx": func(l *paper) []string {
					l.put(`<w:moveFromRangeStart w:id="900" w:author="総務課" w:date="2024-05-10T00:00:00Z" w:name="move1"/>` + p("", run("", "移動前："), `<w:moveFrom`+l.by("総務課")+`>`+run("", l.told())+`</w:moveFrom>`) + `<w:moveFromRangeEnd w:id="900"/>`)
					return l.both()
				},
				"header.docx": func(l *paper) []string {
					l.story("header", "hdr", p("", run("", "生涯学習課だより"), l.del("総務課", l.p.Solid())))
					l.story("footnotes", "footnotes", `<w:footnote w:id="2">`+p("", run("", "注記"), l.del("総務課", l.p.Mobile))+`</w:footnote>`)
					l.put(p("", run("", "注のある文"), `<w:r><w:footnoteReference w:id="2"/></w:r>`))
					return l.both()
				},
			},
			quiet: func(l *paper) { l.put(p("", run("<w:strike/>", "取り消し線の文字は見えます。"))) },
		},
		{
			place: place{id: "docx/revision-mark", words: Words{"直した人の名前", "who made a change"}, change: light},
			dirty: func(l *paper) []string {
				l.put(p("", run("", "開館時間を"), l.ins(l.p.Solid(), "延長"), run("", "します。")))
				l.put(`<w:p><w:pPr><w:jc w:val="center"/><w:pPrChange` + l.by(l.p.Solid()) + `><w:pPr/></w:pPrChange></w:pPr>` + `<w:r><w:rPr><w:b/><w:rPrChange` + l.by(l.p.Solid()) + `><w:rPr/></w:rPrChange></w:rPr><w:t>太字にした文字</w:t></w:r></w:p>`)
				return []string{l.p.Solid()}
			},
			quiet: func(l *paper) { l.put(p(`<w:jc w:val="center"/>`, run("<w:b/>", "太字の文字"))) },
		},
		{
			place: place{id: "docx/comment", words: Words{"コメントに書かれた連絡先", "a contact in a comment"}},
			dirty: func(l *paper) []string {
				l.put(p("", run("", "問い合わせ先は"), remarked(0, "生涯学習課"), run("", "です。")))
				l.remarks(remark{l.people[1].Solid(), "個人の連絡先は " + l.told()})
				return append(l.both(), l.people[1].Solid())
			},
			quiet: func(l *paper) { l.say("コメントのない文書です。") },
		},
	}
}

// wordData are parts and settings that no page shows.
func wordData() []wordPlace {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/"
	return []wordPlace{
		{
			place: place{id: "docx/field-code", words: Words{"ほかのファイルの場所が書かれた命令", "a field with the path of another file"}},
			dirty: func(l *paper) []string {
				l.put(p("", complexField(` INCLUDETEXT "C:\\Users\\`+l.p.Solid()+`\\電話`+l.p.Mobile+`.docx" `, "取り込んだ文"), complexField(` MERGEFIELD 宛名 `, "各位")))
				return l.both()
			},
			quiet: func(l *paper) {
				l.put(p("", complexField(" PAGE ", "1"), complexField(` HYPERLINK "https://www.hinata.example/" `, "市のページ"), complexField(` REF _Ref1 \h `, "図1")))
			},
		},
		{
			place: place{id: "docx/mail-merge", words: Words{"差し込み印刷の名簿の場所", "where the list of a mail merge lies"}},
			dirty: func(l *paper) []string {
				id := l.set.link(nsRel+"/mailMergeSource", `file:///C:\名簿\`+l.p.Solid()+`の担当分.xlsx`, "External")
				l.settings = `<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:linkToQuery/><w:dataType w:val="native"/><w:connectString w:val="Provider=Microsoft.ACE.OLEDB.12.0;User ID=` + l.p.Solid() + `;Data Source=C:\名簿\` + l.p.Mobile + `.xlsx"/><w:query w:val="SELECT * FROM ` + "`名簿$`" + `"/><w:dataSource r:id="` + id + `"/></w:mailMerge>`
				l.say("各位")
				return append(l.both(), "の担当分")
			},
		},
		{
			place: place{id: "docx/settings-trace", words: Words{"マクロの変数とひな形の場所", "variables of macros and the template's path"}, change: light},
			dirty: func(l *paper) []string {
				id := l.set.link(nsRel+"/attachedTemplate", `file:///\\fs01\`+l.p.Solid()+`\通知.dotm`, "External")
				l.settings = `<w:attachedTemplate r:id="` + id + `"/><w:rsids><w:rsidRoot w:val="00A1B2C3"/><w:rsid w:val="00A1B2C3"/></w:rsids><w:docVars><w:docVar w:name="前回" w:val="` + l.told() + `"/></w:docVars>`
				l.put(`<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3">` + run("", "編集した段落") + `</w:p>`)
				return append(l.both(), "00A1B2C3")
			},
			quiet: func(l *paper) { l.settings = `<w:defaultTabStop w:val="840"/>` },
		},
		{
			place: place{id: "docx/content-control", words: Words{"もとデータとつながった欄", "a content control bound to data"}, change: func(c *Case) { c.Verdict, c.Exit = "ng", ptr(1) }},
			dirty: func(l *paper) []string {
				item := l.add("customXml/item1.xml", "", xmlHead+`<申請 xmlns="urn:hinata:shinsei"><課>生涯学習課</課><担当>`+l.told()+`</担当></申請>`)
				l.add("customXml/itemProps1.xml", ctOffice+"customXmlProperties+xml", xmlHead+`<ds:datastoreItem ds:itemID="`+guid(9)+`" xmlns:ds="`+office+`customXml"/>`)
				item.relate("customXmlProps", "customXml/itemProps1.xml")
				l.main.relate("customXml", item.name)
				l.put(p("", run("", "担当："), `<w:sdt><w:sdtPr><w:id w:val="5"/><w:dataBinding w:prefixMappings="xmlns:n='urn:hinata:shinsei'" w:xpath="/n:申請[1]/n:課[1]" w:storeItemID="`+guid(9)+`"/><w:text/></w:sdtPr><w:sdtContent>`+run("", "生涯学習課")+`</w:sdtContent></w:sdt>`))
				return append(l.both(), "urn:hinata:shinsei")
			},
			quiet: func(l *paper) {
				l.put(p("", `<w:sdt><w:sdtPr><w:id w:val="6"/><w:text/></w:sdtPr><w:sdtContent>`+run("", "つながっていない欄")+`</w:sdtContent></w:sdt>`))
			},
		},
		{
			place: place{id: "docx/alt-chunk", words: Words{"開くと取りこまれる別の文書", "a document that is imported on opening"}},
			dirty: func(l *paper) []string {
				inner := newText()
				inner.say("添付資料", l.told())
				chunk := l.add("word/afchunk1.docx", ctWordML+"document", string(inner.bytes()))
				l.put(`<w:altChunk r:id="` + l.main.relate("aFChunk", chunk.name) + `"/>`)
				return append(l.both(), "添付資料")
			},
			more: map[string]func(l *paper) []string{"dirty-page.docx": func(l *paper) []string {
				q, r := l.people[1], l.people[2]
				page := "<html><head><meta charset=\"shift_jis\"><title>名簿</title></head><body><!-- 連絡先 " + l.told() + " --><table><tr><th>氏名</th><th>電話番号</th></tr><tr><td>" + q.Name() + "</td><td>" + q.Mobile + "</td></tr></table><p style=\"display:none\">氏名：<b>" + r.Solid() + "</b></p></body></html>"
				chunk := l.add("word/afchunk1.html", "text/html", string(cp932(page)))
				l.put(`<w:altChunk r:id="` + l.main.relate("aFChunk", chunk.name) + `"/>`)
				return append(l.both(), q.Name(), q.Mobile, r.Solid())
			}},
		},
		{
			place: place{id: "docx/glossary", words: Words{"定型句の控えに残った連絡先", "a contact in the building blocks"}, change: light},
			dirty: func(l *paper) []string {
				g := l.add("word/glossary/document.xml", ctWordML+"document.glossary+xml", xmlHead+`<w:glossaryDocument`+wordHead+`><w:docParts><w:docPart><w:docPartPr><w:name w:val="署名"/></w:docPartPr><w:docPartBody>`+p("", run("", l.told()))+`</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>`)
				l.main.relate("glossaryDocument", g.name)
				return l.both()
			},
		},
	}
}

// blackOn returns a look in which cells of a column are blacked out.
func blackOn(cols string, how func(col int) string) look {
	return func(row, col int) (string, string) {
		if row > 0 && strings.ContainsRune(cols, rune('0'+col)) {
			return "", how(col)
		}
		return shaded(row, col)
	}
}
