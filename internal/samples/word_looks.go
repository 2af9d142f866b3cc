package samples

// tinyWord are texts that nobody reads for their size.
func tinyWord(line func(props string) func(*paper) []string) wordPlace {
	tall := func(props, text string) string {
		return p(`<w:spacing w:line="20" w:lineRule="exact"/>`+props, run("", text))
	}
	return wordPlace{
		place: place{id: "docx/tiny-text", words: Words{"1ポイントの文字で書かれた連絡先", "a contact in letters of one point"}},
		dirty: line(`<w:sz w:val="2"/>`),
		more: map[string]func(l *paper) []string{
			"dirty-style.docx": func(l *paper) []string {
				l.styles = `<w:style w:type="paragraph" w:styleId="t0"><w:name w:val="small"/><w:rPr><w:sz w:val="4"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="t1"><w:name w:val="smaller"/><w:basedOn w:val="t0"/></w:style>`
				l.put(p(`<w:pStyle w:val="t1"/>`, run("", l.told())))
				return l.both()
			},
			"dirty-scale.docx":  line(`<w:w w:val="1"/>`),
			"dirty-pile.docx":   line(`<w:spacing w:val="-210"/>`),
			"dirty-fit.docx":    line(`<w:fitText w:val="20" w:id="1"/>`),
			"dirty-raised.docx": line(`<w:position w:val="2000"/>`),
			"dirty-line.docx":   func(l *paper) []string { l.put(tall("", l.told())); return l.both() },
			"dirty-row.docx":    flatRow,
			"dirty-column.docx": func(l *paper) []string {
				l.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>`+p("", run("", "備考"))+
					`</w:tc><w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr>`+p("", run("", l.told()))+`</w:tc></w:tr></w:tbl>`, p(""))
				return l.both()
			},
			"dirty-clipped.docx": func(l *paper) []string { // the row ends below its first line
				l.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="300" w:hRule="exact"/></w:trPr><w:tc><w:tcPr/>`+p("", run("", "備考"))+p("", run("", l.told()))+`</w:tc></w:tr></w:tbl>`, p(""))
				return l.both()
			},
			"dirty-frame.docx": func(l *paper) []string {
				l.put(p(`<w:framePr w:w="1" w:h="1" w:hRule="exact" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>`, run("", l.told())))
				return l.both()
			},
			"dirty-defined.docx": func(l *paper) []string { l.put(p("", run(`<w:sz w:val="1.5pt"/>`, l.told()))); return l.both() },
		},
		quiet: func(l *paper) {
			// Small print, distances without text, narrow columns, and a seal that is made of two letters.
			l.put(p("", run(`<w:sz w:val="12"/>`, "注：料金は税込みです。"), run(`<w:sz w:val="16"/><w:w w:val="50"/><w:spacing w:val="-20"/>`, "半角のように細い文字")))
			l.put(p(`<w:rPr><w:sz w:val="2"/></w:rPr>`), tall("", ""), p(`<w:spacing w:line="2" w:lineRule="auto"/>`, run("", "倍率の行送り")))
			l.put(p("", run(`<w:sz w:val="2"/>`, "　 "), run(`<w:spacing w:val="-210"/>`, "○"), run("", "印"), run(`<w:position w:val="6"/>`, "上付き")))
			l.put(p("", run(`<w:fitText w:val="2100" w:id="2"/>`, "均等割付の見出し")))
			// Two lines in a row with room for them, and a column that grows with what is in it.
			l.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="8000"/><w:gridCol w:w="1"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="700" w:hRule="exact"/></w:trPr><w:tc><w:tcPr/>`+p("", run("", "一行目"))+p("", run("", "二行目"))+
				`</w:tc><w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr>`+p("", run("", "広がる列"))+`</w:tc></w:tr></w:tbl>`, p(""))
		},
	}
}

// flatRow puts the contact into a row of a table that has no height.
func flatRow(l *paper) []string {
	l.put(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="400" w:hRule="exact"/></w:trPr><w:tc><w:tcPr/>`+p("", run("", "備考"))+
		`</w:tc></w:tr><w:tr><w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr><w:tc><w:tcPr/>`+p("", run("", l.told()))+`</w:tc></w:tr></w:tbl>`, p(""))
	return l.both()
}
