package samples

import (
	"fmt"
	"strconv"
	"strings"
)

// maskedCopies: a list that is to be published with its personal data masked, which a workbook repeats in many places besides the
// cells: what a formula showed, charts, boxes, links, page headers, tables, filters, rules and comments.
func maskedCopies() folder {
	b, people := newBook(), Roster(seedOf("masked-copies"), 8)
	s := b.sheet("受付", "")
	copiedList(s, people)
	copiedObjects(s, people)
	duty(b.sheet("当番", ""), people)
	var gone []string
	for i, p := range people {
		gone = append(gone, p.Name(), p.Solid(), p.Mail, phoneOf(i, p))
		if p.MyNumber[0] != '0' { // else it is no longer one as a number
			gone = append(gone, p.MyNumber)
		}
	}
	gone = append(gone, people[5].Mobile, examNumber) // in the comment, and in a footer beside its label
	return one("variants/masked-copies", "book.xlsx", b.bytes(), Case{
		Words:   Words{"一覧を墨消しして渡したが、式・グラフ・リンク・ヘッダーに同じ名前が残った", "a list handed out masked, with the same names left in formulas, charts, links and page headers"},
		Verdict: "review|ng", Exit: ptr(1), People: ptr(Between(8, 12)),
		Clean: &Clean{
			Args: []string{"--mask", "all", "--keep-comments"}, Exit: ptr(1), Verdict: "review", Gone: gone, Kept: []string{"受付", "担当：", "連絡先", "開始"}, NoRef: true, People: ptr(N(0)),
		},
	})
}

// examNumber is nobody's number unless its label is read, too.
const examNumber = "70412"

// copiedList writes the list: names as plain, rich and inline texts, numbers as numbers, dates as dates, and formulas over them.
func copiedList(s *sheet, people []Person) {
	s.line("A1", headStyle, "氏名", "電話番号", "マイナンバー", "生年月日", "メールアドレス", "宛名", "備考", "控え")
	for i, p := range people {
		n := i + 2
		var name any = p.Name()
		switch i {
		case 1: // in two runs
			name = rich(`<r><t>` + esc(p.Surname) + `</t></r><r><rPr><b/><sz val="11"/></rPr><t>　` + esc(p.Given) + `</t></r>`)
		case 2: // with its reading
			name = rich(`<t>` + esc(p.Name()) + `</t><rPh sb="0" eb="2"><t>` + esc(p.SurnameKana) + `</t></rPh><phoneticPr fontId="1"/>`)
		case 3:
			name = direct(p.Name())
		}
		s.put(n, 1, name, textStyle)
		s.put(n, 2, phoneOf(i, p), textStyle)
		if n, err := strconv.Atoi(phoneOf(i, p)); err == nil {
			s.put(i+2, 2, n, textStyle)
		}
		number, _ := strconv.Atoi(p.MyNumber)
		s.put(n, 3, number, plainStyle)
		s.put(n, 4, p.Birth, dateStyle)
		s.put(n, 5, p.Mail, textStyle)
		s.put(n, 6, formula{f: "A" + itoa(n) + `&"様"`, v: p.Name() + "様"}, plainStyle)
		s.put(n, 7, "担当："+people[(i+1)%len(people)].Solid()+"（確認ずみ）", plainStyle)
		s.put(n, 8, formula{f: "E" + itoa(n), v: p.Mail}, plainStyle)
	}
	s.put(12, 1, formula{f: `IF(A2="` + people[0].Name() + `","開始","終了")`, v: "開始"}, plainStyle)
}

// phoneOf writes every other phone as a number, without its first zero.
func phoneOf(i int, p Person) string {
	if i%2 == 1 {
		return strings.ReplaceAll(p.Mobile, "-", "")[1:]
	}
	return p.Mobile
}

// copiedObjects repeats people of the list in what stands beside the cells.
func copiedObjects(s *sheet, people []Person) {
	x := series{nameRef: "受付!$A$2", name: people[0].Name(), catRef: "受付!$A$2:$A$5", valRef: "受付!$C$2:$C$5"}
	for _, p := range people[:4] {
		n, _ := strconv.ParseFloat(p.MyNumber, 64)
		x.cats, x.vals = append(x.cats, p.Name()), append(x.vals, n)
	}
	s.chart(people[1].Name()+"さんの記録", []series{x}, "")
	s.comments(note{at: "A3", author: people[4].Name(), text: people[5].Name() + "さんに電話 " + people[5].Mobile})
	first := len("一") // characters of a name, whose letters codes part
	s.slots["headerFooter"] = "<headerFooter><oddHeader>&amp;C連絡先 " + esc(people[2].Name()[:first]) + "&amp;B" + esc(people[2].Name()[first:]) +
		"</oddHeader><oddFooter>&amp;L&amp;10" + esc(people[2].Mobile) + "&amp;C受験番号&amp;R" + examNumber + "</oddFooter></headerFooter>"
	mail := s.part.link(nsRel+"/hyperlink", "mailto:"+people[3].Mail, "External")
	s.slots["hyperlinks"] = fmt.Sprintf(`<hyperlinks><hyperlink ref="E5" r:id="%s" tooltip="%s" display="%s"/></hyperlinks>`, mail, esc(people[3].Name()+"さんへ"), people[3].Mail)
	s.slots["autoFilter"] = fmt.Sprintf(`<autoFilter ref="A1:H9"><filterColumn colId="0"><filters><filter val="%s"/></filters></filterColumn></autoFilter>`, esc(people[6].Name()))
	s.slots["conditionalFormatting"] = fmt.Sprintf(`<conditionalFormatting sqref="A2:A9"><cfRule type="containsText" priority="1" operator="containsText" text="%[1]s"><formula>NOT(ISERROR(SEARCH("%[1]s",A2)))</formula></cfRule></conditionalFormatting>`, esc(people[7].Name()))
	s.slots["dataValidations"] = fmt.Sprintf(`<dataValidations count="1"><dataValidation type="textLength" operator="lessThan" allowBlank="1" showInputMessage="1" promptTitle="入力" prompt="%s" sqref="G2:G9"><formula1>99</formula1></dataValidation></dataValidations>`, esc(people[1].Name()+"さんに確かめる"))
}

// duty is a table whose columns are people.
func duty(s *sheet, people []Person) {
	t := table{heads: []string{"曜日"}}
	for _, p := range people[:3] {
		t.heads = append(t.heads, p.Name())
	}
	for _, day := range []string{"月", "火", "水"} {
		t.rows = append(t.rows, []any{day, "○", "", "○"})
	}
	s.table("A1", t)
	s.tablePart("当番表", t)
	s.set("F2", formula{f: "COUNTA(当番表[" + people[1].Name() + "])", v: 3}, plainStyle)
}

// equalNumbers holds a number of loans that is the number which Excel stores for a birth date: one is masked, the other stays.
func equalNumbers() folder {
	b, people := newBook(), Roster(seedOf("equal-numbers"), 4)
	s := b.sheet("貸出", "")
	s.line("A1", headStyle, "氏名", "生年月日", "貸出数")
	for i, p := range people {
		s.set(ref(1, i+2), p.Name(), textStyle)
		s.set(ref(2, i+2), p.Birth, dateStyle)
		s.set(ref(3, i+2), serial(people[0].Birth)+i, countStyle)
	}
	return one("variants/equal-numbers", "book.xlsx", b.bytes(), Case{
		Words: Words{"生年月日と同じ数の件数", "a count that equals a birth date"}, Verdict: "review", Exit: ptr(1), Detectors: counts{"birth-date": N(4)},
		Clean: &Clean{
			Args: []string{"--mask", "name,birth-date"}, Exit: ptr(0), Gone: []string{people[0].Name()}, Kept: []string{"貸出数"},
			Cells: map[string]string{"貸出!C2": itoa(serial(people[0].Birth))}, Verdict: "ok",
		},
	})
}
