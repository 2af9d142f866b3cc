package samples

import "fmt"

// whitened hides people by a conditional format that applies to whatever is not a zero.
func whitened(d *desk) []string {
	d.s.line("A10", textStyle, d.p.Name(), d.p.Mobile)
	white := d.b.looks.dxf(`<font><color rgb="FFFFFFFF"/></font>`)
	d.s.slots["conditionalFormatting"] = ruleXML("A10:B10", white, `type="cellIs" operator="notEqual"`, "0")
	return []string{d.p.Name(), d.p.Mobile}
}

// inked hides people by number formats that paint them white.
func inked(d *desk) []string {
	q := d.people[1]
	d.s.line("D4", d.b.looks.style("", "", `General;General;General;[White]@`), d.p.Name(), d.p.Mobile)
	d.s.line("D5", d.b.looks.style("", "", `[Color2]@`), q.Name(), q.Mobile)
	return []string{d.p.Name(), d.p.Mobile, q.Name(), q.Mobile}
}

// ruleXML writes a conditional format.
func ruleXML(area string, dxf int, attrs, formula string) string {
	return fmt.Sprintf(`<conditionalFormatting sqref="%s"><cfRule %s dxfId="%d" priority="1"><formula>%s</formula></cfRule></conditionalFormatting>`, area, attrs, dxf, formula)
}

// cellPlaces are cells and what hangs on them.
func cellPlaces() []place {
	return []place{
		{
			id: "xlsx/format-hidden-cell", words: Words{"表示形式で見えなくしたセル", "cells that a number format makes invisible"},
			dirty: func(d *desk) []string {
				q := d.people[1]
				d.s.line("D4", nothingStyle, d.p.Name(), d.p.Mobile)
				d.s.line("D5", quotedStyle, q.Name(), q.Mobile)
				return []string{d.p.Name(), d.p.Mobile, q.Name(), q.Mobile}
			},
			more: map[string]plant{"dirty-words.xlsx": func(d *desk) []string { // other words in their place
				d.s.line("D4", d.b.looks.style("", "", `0;-0;0;"非公開"`), d.p.Name(), d.p.Mobile)
				return []string{d.p.Name(), d.p.Mobile}
			}},
			quiet: func(d *desk) {
				d.s.line("D4", noZeroStyle, 0, 5, "中止")
				d.s.line("D5", d.b.looks.style("", "", `[=1]"要";[=2]"不要";0;"区分 "@`), 1, 2, "休館")
			},
		},
		{
			id: "xlsx/same-color-text", words: Words{"地の色と同じ色の文字", "text in the colour of its ground"},
			dirty: func(d *desk) []string {
				var gone []string
				for i, style := range []int{whiteStyle, themeStyle, indexedStyle, fillStyle} {
					p := d.people[i]
					d.s.line(ref(5, 4+i), style, p.Name(), p.Mobile)
					gone = append(gone, p.Name(), p.Mobile)
				}
				return gone
			},
			more: map[string]plant{"dirty-rule.xlsx": whitened, "dirty-lone.xlsx": loneName, "dirty-ink.xlsx": inked},
			quiet: func(d *desk) {
				d.s.line("A10", headStyle, "白い文字だが地は紺")
				d.s.set("B10", nil, whiteStyle)
				d.s.line("A11", d.b.looks.style(fontOf(`rgb="FFFFFF00"`), "", ""), "黄色い文字は読める")
				d.s.line("A12", whiteStyle, "条件がそろうと地が赤くなる")
				red := d.b.looks.dxf(`<fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill>`)
				white := d.b.looks.dxf(`<font><color theme="0"/></font>`)
				d.s.line("A13", countStyle, 0, 12)
				d.s.line("D4", d.b.looks.style("", "", `[White]0;[Red]-0;[White]0;[Blue]@`), 0, -5, "青い文字")
				d.s.line("D5", d.b.looks.style("", solid(blackInk), `[White]0;[White]0;0;[White]@`), 5, "白い文字")
				d.s.slots["conditionalFormatting"] = ruleXML("A12:A12", red, `type="expression"`, "$C$4&gt;100") +
					ruleXML("A13:B13", white, `type="cellIs" operator="equal"`, "0") + ruleXML("A4:A6", white, `type="expression"`, "$A4=$A3")
				d.s.table("A15", table{heads: []string{"区分", "人数"}, rows: [][]any{{"大人", 3}, {"子ども", 4}}})
				d.s.line("A15", whiteStyle, "区分", "人数") // the table's style paints the heads
				d.s.filterTable("内訳", 15, table{heads: []string{"区分", "人数"}, rows: [][]any{{"大人", 3}, {"子ども", 4}}})
			},
		},
		{
			id: "xlsx/comment", words: Words{"コメント（メモ）", "comments"},
			dirty: func(d *desk) []string {
				d.s.comments(note{"B4", d.people[1].Solid(), d.told()}, note{"B5", d.people[1].Solid(), "確認ずみ"})
				return append(d.both(), d.people[1].Solid())
			},
			quiet: func(d *desk) { d.s.set("D4", "コメントなし", plainStyle) },
		},
		{
			id: "xlsx/threaded-comment", words: Words{"スレッドのコメントと書いた人", "threaded comments and who wrote them"},
			dirty: func(d *desk) []string {
				d.s.threads(note{"B4", d.people[1].Solid(), d.told()})
				return append(d.both(), d.people[1].Solid(), "user1@kikaku.example")
			},
			quiet: func(d *desk) { d.b.persons("") },
		},
		{
			id: "xlsx/furigana", words: Words{"文字に付いたふりがな", "readings kept beside a text"},
			dirty: func(d *desk) []string {
				q := d.people[1]
				reading := func(s string) rich {
					return rich(`<t>担当者（非公開）</t><rPh sb="0" eb="3"><t>` + s + `</t></rPh><phoneticPr fontId="1"/>`)
				}
				d.s.set("A10", reading(d.p.Kana()), plainStyle)
				d.s.set("A11", reading("氏名："+q.Solid()+"　電話："+q.Mobile), plainStyle)
				return []string{d.p.Kana(), q.Solid(), q.Mobile}
			},
			quiet: func(d *desk) {
				d.s.set("A10", rich(`<t>ふりがなのない文</t><phoneticPr fontId="1" type="Hiragana"/>`), plainStyle)
			},
		},
		{
			id: "xlsx/validation-list", words: Words{"入力規則に書かれた氏名の一覧", "names listed in a validation rule"},
			dirty: func(d *desk) []string {
				list := ""
				for i, p := range d.people {
					if i > 0 {
						list += ","
					}
					list += p.Solid()
				}
				d.s.slots["dataValidations"] = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" promptTitle="連絡先" prompt="` + d.told() + `" sqref="D4:D6"><formula1>"` + list + `"</formula1></dataValidation></dataValidations>`
				return []string{d.p.Solid(), d.p.Mobile, d.people[5].Solid()}
			},
			quiet: func(d *desk) {
				d.s.slots["dataValidations"] = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D4:D6"><formula1>"はい,いいえ,未定"</formula1></dataValidation></dataValidations>`
			},
		},
		{
			id: "xlsx/orphan-string", words: Words{"どのセルも使わない文字列", "strings that no cell uses"},
			dirty: func(d *desk) []string {
				d.b.text(d.told())
				d.b.text(d.people[1].Name())
				d.s.set("A10", "この下は空です", plainStyle)
				return append(d.both(), d.people[1].Name())
			},
			quiet: func(d *desk) {
				d.s.set("A10", rich(`<r><t>太字</t></r><r><rPr><b/></rPr><t>まじりの文</t></r>`), plainStyle)
				d.b.used += 40 // a wrong count is no orphan
			},
			change: exactly("xlsx/orphan-string", 2),
		},
	}
}

// loneName is one name alone, white, in a column of places.
func loneName(d *desk) []string {
	const name = "高橋 美咲"
	d.s.table("A10", table{heads: []string{"地区", "件数"}, rows: [][]any{{"東町", 3}, {"西町", 5}, {"南町", 4}, {"北町", 6}}})
	d.s.line("A15", whiteStyle, name, 2)
	return []string{name}
}
