package samples

import (
	"fmt"
	"strings"
)

const nsWord14 = ` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`

// styledTable is a table of two columns in a style, given by its cells.
func styledTable(style, look string, cells ...string) string {
	s := `<w:tbl><w:tblPr><w:tblStyle w:val="` + style + `"/><w:tblW w:w="0" w:type="auto"/>` + look + `</w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="5000"/></w:tblGrid>`
	for i := 0; i < len(cells); i += 2 {
		s += `<w:tr>`
		for _, text := range cells[i : i+2] {
			s += `<w:tc><w:tcPr/>` + p("", run("", text)) + `</w:tc>`
		}
		s += `</w:tr>`
	}
	return s + `</w:tbl>` + p("")
}

// rule is a horizontal line, a drawing without height.
func rule() string {
	return strings.NewReplacer(`cy="12700"`, `cy="0"`, `prst="rect"`, `prst="line"`).Replace(overlay{w: 420, h: 1, fill: "none"}.drawing())
}

// mergedRow is a row of a table whose cells may be merged downwards: a cell begins with "▼" where it begins, and with "▽" where it goes on.
func mergedRow(cells ...string) string {
	s := `<w:tr>`
	for _, text := range cells {
		text, begins := strings.CutPrefix(text, "▼")
		text, goes := strings.CutPrefix(text, "▽")
		merge := ""
		switch {
		case begins:
			merge = `<w:vMerge w:val="restart"/>`
		case goes:
			merge = `<w:vMerge/>`
		}
		s += `<w:tc><w:tcPr>` + merge + `</w:tcPr>` + p("", run("", text)) + `</w:tc>`
	}
	return s + `</w:tr>`
}

func gridOf(columns int, rows ...string) string {
	return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>` + strings.Repeat(`<w:gridCol w:w="2000"/>`, columns) + `</w:tblGrid>` + strings.Join(rows, "") + `</w:tbl>` + p("")
}

// wordUnseen are texts that stand where no reader looks.
func wordUnseen() []wordPlace {
	return []wordPlace{
		{
			place: place{id: "docx/merged-away-cell", words: Words{"結合したセルの下に残った連絡先", "a contact left under a merged cell"}},
			dirty: func(l *paper) []string {
				l.put(gridOf(2, mergedRow("区分", "備考"), mergedRow("▼窓口", "1階"), mergedRow("▽"+l.told(), "2階")))
				return l.both()
			},
			quiet: func(l *paper) {
				l.put(gridOf(2, mergedRow("区分", "備考"), mergedRow("▼窓口", "1階"), mergedRow("▽", "2階"), mergedRow("▼受付", "3階"), mergedRow("売店", "4階"), mergedRow("▽上のない結合", "5階")))
			},
		},
		offPage(), unusedHeader(),
	}
}

// offPage are texts and shapes beyond the edges of the page.
func offPage() wordPlace {
	box := func(l *paper) string { return p("", run("", l.told())) }
	float := func(o overlay) func(l *paper) []string {
		return func(l *paper) []string {
			o := o
			o.inner = box(l)
			l.put(p("", o.drawing(), run("", "枠は紙の外にあります。")))
			return l.both()
		}
	}
	para := func(props string) func(l *paper) []string {
		return func(l *paper) []string {
			l.put(p(props, run("", l.told())))
			return l.both()
		}
	}
	table := func(props string) func(l *paper) []string {
		return func(l *paper) []string {
			l.put(strings.Replace(gridOf(2, mergedRow("備考", l.told())), "<w:tblPr>", "<w:tblPr>"+props, 1))
			return l.both()
		}
	}
	return wordPlace{
		place: place{id: "docx/off-page", words: Words{"紙の外に置いた連絡先", "a contact beyond the edge of the page"}},
		dirty: para(`<w:ind w:left="-20000" w:right="20000"/>`),
		more: map[string]func(l *paper) []string{
			"dirty-right.docx":   para(`<w:ind w:left="20000" w:right="-20000"/>`),
			"dirty-hanging.docx": para(`<w:ind w:left="0" w:hanging="20000"/>`),
			"dirty-framed.docx":  para(`<w:framePr w:w="2000" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="-9000" w:y="1"/>`),
			"dirty-style.docx": func(l *paper) []string {
				l.styles = `<w:style w:type="paragraph" w:styleId="far"><w:name w:val="far"/><w:pPr><w:ind w:left="-20000" w:right="20000"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="farther"><w:name w:val="farther"/><w:basedOn w:val="far"/></w:style>`
				return para(`<w:pStyle w:val="farther"/>`)(l)
			},
			"dirty-table.docx":  table(`<w:tblInd w:w="20000" w:type="dxa"/>`),
			"dirty-placed.docx": table(`<w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="-20000" w:tblpY="1"/>`),
			"dirty-shape.docx":  float(overlay{x: 700, w: 200, h: 40, fill: "FFFFFF"}),
			"dirty-below.docx":  float(overlay{y: 900, w: 200, h: 40, fill: "FFFFFF", fromPage: true}),
			"dirty-group.docx": func(l *paper) []string {
				shape := overlay{w: 200, h: 40, fill: "none", inner: p("", run("", "見える枠")), as: group}.drawing()
				i := strings.LastIndex(shape, "<wps:wsp>")
				away := fmt.Sprintf(`<a:off x="%d" y="0"/>`, 200*12700/2)
				far := strings.NewReplacer(away, `<a:off x="9000000" y="0"/>`, "見える枠", l.told()).Replace(shape[i:])
				l.put(p("", shape[:i]+far, run("", "枠の一つは紙の外にあります。")))
				return l.both()
			},
			"dirty-vml.docx": func(l *paper) []string {
				l.put(p("", `<w:r><w:pict><v:rect style="position:absolute;margin-left:-2000pt;margin-top:0;width:200pt;height:50pt"><v:textbox><w:txbxContent>`+box(l)+`</w:txbxContent></v:textbox></v:rect></w:pict></w:r>`, run("", "枠は紙の外にあります。")))
				return l.both()
			},
		},
		quiet: func(l *paper) {
			// In the margin, across the edge, hanging, and set off in a style that the paragraph overrides.
			l.styles = `<w:style w:type="paragraph" w:styleId="far"><w:name w:val="far"/><w:pPr><w:ind w:left="-20000" w:right="20000"/></w:pPr></w:style>`
			l.put(p(`<w:pStyle w:val="far"/><w:ind w:left="0" w:right="0"/>`, run("", "直した段落")))
			l.put(p(`<w:ind w:left="-850" w:right="-850"/>`, run("", "余白にはみ出す段落")), p(`<w:ind w:left="1680" w:hanging="1680"/>`, run("", "（１）　ぶら下げの段落")), p(`<w:ind w:left="6300"/>`, run("", "ひなた市長")))
			l.put(p("", overlay{x: -60, w: 50, h: 20, fill: "FFFFFF", inner: p("", run("", "欄外"))}.drawing(), overlay{x: 300, w: 500, h: 20, fill: "FFFFFF", inner: p("", run("", "紙の端にかかる枠"))}.drawing(), run("", "欄外に注があります。")), p(""))
			l.put(p("", overlay{x: 30, y: 760, w: 200, h: 40, fill: "FFFFFF", inner: p("", run("", "紙の下の枠")), fromPage: true}.drawing()))
			l.put(strings.Replace(gridOf(2, mergedRow("少し左の", "表")), "<w:tblPr>", `<w:tblPr><w:tblInd w:w="-800" w:type="dxa"/>`, 1))
		},
	}
}

// unusedHeader are headers and notes that no page has.
func unusedHeader() wordPlace {
	header := func(kind string) func(l *paper) []string {
		return func(l *paper) []string {
			refs := ""
			id := l.story("header", "hdr", p("", run("", l.told())))
			if kind != "" {
				refs = `<w:headerReference w:type="` + kind + `" r:id="` + id + `"/>`
			}
			l.alone(refs)
			return l.both()
		}
	}
	note := func(sent string) func(l *paper) []string {
		return func(l *paper) []string {
			l.story("footnotes", "footnotes", `<w:footnote w:type="separator" w:id="-1">`+p("", `<w:r><w:separator/></w:r>`)+`</w:footnote><w:footnote w:id="2">`+p("", run("", l.told()))+`</w:footnote><w:footnote w:id="3">`+p("", run("", "見える注"))+`</w:footnote>`)
			l.put(p("", run("", "注のある文"), `<w:r><w:footnoteReference w:id="3"/></w:r>`, sent))
			return l.both()
		}
	}
	return wordPlace{
		place: place{id: "docx/unused-header", words: Words{"先頭ページだけのヘッダーに残った連絡先", "a contact in a header for first pages, which has none"}},
		dirty: header("first"),
		more: map[string]func(l *paper) []string{
			"dirty-even.docx": header("even"),
			"dirty-none.docx": header(""),
			"dirty-note.docx": note(""),
			"dirty-deleted.docx": func(l *paper) []string {
				return note(`<w:del` + l.by("総務課") + `><w:r><w:footnoteReference w:id="2"/></w:r></w:del>`)(l)
			},
		},
		quiet: func(l *paper) {
			all := l.story("header", "hdr", p("", run("", "ひなた市の施設")))
			refs := `<w:headerReference w:type="default" r:id="` + all + `"/>`
			for i, h := range [...]struct{ kind, text string }{{"first", "先頭ページのヘッダー"}, {"even", "ひなた市の施設"}} {
				part := l.add(fmt.Sprintf("word/header%d.xml", i+2), ctWordML+"header+xml", xmlHead+`<w:hdr`+wordHead+`>`+p("", run("", h.text))+`</w:hdr>`)
				refs += `<w:headerReference w:type="` + h.kind + `" r:id="` + l.main.relate("header", part.name) + `"/>`
			}
			l.alone(refs)
			l.titled = true
			l.story("endnotes", "endnotes", `<w:endnote w:id="2">`+p("", run("", "見える注"))+`</w:endnote>`)
			l.put(p("", run("", "注のある文"), `<w:r><w:endnoteReference w:id="2"/></w:r>`))
		},
	}
}

// wordMerged: a list of people in which the cells of those who have two numbers are merged.
func wordMerged() folder {
	people := Roster(seedOf("word-merged"), 6)
	d := newText()
	d.put(p(`<w:pStyle w:val="1"/>`, run("", "夜間の緊急連絡先")))
	rows := []string{mergedRow("地区", "氏名", "電話番号", "備考")}
	for i, who := range people {
		switch i % 3 {
		case 0:
			rows = append(rows, mergedRow("▼中央", "▼"+who.Name(), who.Mobile, "昼"), mergedRow("▽", "▽", who.Landline, "夜"))
		default:
			rows = append(rows, mergedRow("▽", who.Name(), who.Mobile, "昼"))
		}
	}
	d.put(gridOf(4, rows...))
	// Children below their parent: two people, though the parent's cell is merged.
	kin := Roster(seedOf("word-kin"), 3)
	d.put(gridOf(3, mergedRow("保護者氏名", "児童氏名", "生年月日"), mergedRow("▼"+kin[0].Name(), kin[1].Name(), "平成27年5月1日"), mergedRow("▽", kin[2].Name(), "平成29年8月3日")))
	d.say("ひなた市 防災課")
	return one("cases/word-merged", "list.docx", d.bytes(), Case{
		Words:   Words{"氏名のセルを結合した名簿（1人を2人と数えてはいけない）", "a list with merged name cells: one person must not count as two"},
		Verdict: "review", Exit: ptr(1), People: ptr(N(8)), Detectors: counts{"name": AtLeast(8), "phone": N(8)}, Absent: []string{"docx/merged-away-cell"},
		Clean: &Clean{
			Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: append(some(people), people[0].Landline), Kept: []string{"夜間の緊急連絡先", "電話番号", "防災課"}, People: ptr(N(0)), Verdict: "ok",
		},
	})
}
