package samples

import "strings"

var cellWords = Words{"表のセルの中で折り返した名簿と縦書きの名簿（PDF）", "rosters as PDF, wrapped in their cells, and in vertical writing"}

// linesWant is what the rosters have in common whose values stand on several lines: each person is counted once, and masked on all lines.
// Gone says which of its values are searched for byte by byte: those that the file holds in one piece.
func linesWant(list []Person, gone ...func(Person) string) Case {
	var texts []string
	for _, p := range list {
		for _, of := range gone {
			texts = append(texts, of(p))
		}
	}
	c := Case{
		Words: cellWords, Verdict: "review", Exit: ptr(1), People: ptr(N(len(list))), Rows: ptr(N(len(list))), Detectors: counts{},
		Absent: []string{"pdf/covered-text", "pdf/off-page-text"},
		Clean:  &Clean{Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: texts, Kept: []string{"氏名", "住所"}, People: ptr(N(0)), Verdict: "ok"},
	}
	for _, id := range []string{"name", "address", "phone"} {
		c.Detectors[id] = N(len(list))
	}
	return c
}

var linesHeads = []string{"番号", "氏名", "住所", "電話番号"}

// linesTable is a table of people as a web page.
func linesTable(list []Person) string {
	var b strings.Builder
	b.WriteString(`<table><tr><th>` + strings.Join(linesHeads, `</th><th>`) + `</th></tr>`)
	for i, p := range list {
		b.WriteString(`<tr><td>` + strings.Join([]string{itoa(i + 1), p.Solid(), p.Address(), p.Mobile}, `</td><td>`) + `</td></tr>`)
	}
	return b.String() + `</table>`
}

// wrappedCells is a roster in narrow columns, in the middle of whose rows the shorter cells stand.
func wrappedCells() Print {
	list := Roster(seedOf("pdf wrapped cells"), 12)
	style := `table{table-layout:fixed;width:74mm}th:first-child{width:10mm}th:nth-child(2){width:9mm}td{word-break:break-all}`
	return Print{"chromium", "wrapped.html", page(style, `<h1>参加者の一覧</h1>`+linesTable(list)), "variants/pdf-cells/chromium.pdf", linesWant(list, Person.Address)}
}

// bareCells is such a roster without any rules.
func bareCells() Print {
	list := Roster(seedOf("pdf bare cells"), 14)
	style := `table{table-layout:fixed;width:100mm}td,th{border:0}th:first-child{width:10mm}th:nth-child(3){width:30mm}`
	return Print{"chromium", "bare.html", page(style, `<h1>参加者の一覧</h1>`+linesTable(list)), "variants/pdf-cells/bare.pdf", linesWant(list, Person.Solid)}
}

// uprightRoster is a roster in vertical writing.
func uprightRoster() Print {
	list := Roster(seedOf("pdf upright roster"), 12)
	style := `body{writing-mode:vertical-rl;height:200mm}`
	return Print{"chromium", "upright.html", page(style, `<h1>参加者の一覧</h1>`+linesTable(list)), "variants/pdf-cells/upright.pdf", linesWant(list, Person.Address, personMobile)}
}

// narrowSheet is a roster in Calc whose cells wrap.
func narrowSheet() Print {
	list := Roster(seedOf("pdf narrow sheet"), 12)
	var rows [][]string
	for i, p := range list {
		rows = append(rows, []string{itoa(i + 1), p.Solid(), p.Address(), p.Mobile})
	}
	table := odfTable([]float64{1.5, 2.5, 3.5, 3.5}, linesHeads, rows, nil)
	table = strings.ReplaceAll(table, ` table:style-name="Row"`, "")
	source := strings.ReplaceAll(odfSheet(table), `fo:padding="0.1cm"/>`, `fo:padding="0.1cm" fo:wrap-option="wrap"/>`)
	return Print{"libreoffice", "narrow.fods", source, "variants/pdf-cells/calc.pdf", linesWant(list, Person.Address, personMobile)}
}

func personMobile(p Person) string { return p.Mobile }
