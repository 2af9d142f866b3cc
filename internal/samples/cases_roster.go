package samples

import (
	"fmt"
	"maps"
	"slices"
)

// The published summary of applications, and the roster it was computed from: 1,011 rows, of which 13 repeat somebody.
const (
	rosterRows   = 1011
	rosterPeople = 998
	rosterTitle  = "令和6年度　地区別申込状況（公表用）"
	rosterNote   = "※ 令和6年5月20日現在　政策推進課調べ"
)

var rosterHeads = []string{"番号", "氏名", "フリガナ", "地区", "郵便番号", "住所", "電話番号", "生年月日", "メールアドレス", "世帯人数"}

var districts = []string{"中央地区", "北部地区", "南部地区", "東部地区", "西部地区", "港地区", "山手地区", "川辺地区"}

// application is the roster behind the summary with its figures.
type application struct {
	people []Person // distinct
	table  table
	count  map[string]int
	sum    map[string]int
}

// newApplication invents the roster. Thirteen people applied twice, some rows apart.
func newApplication(seed uint64) application {
	a := application{people: Roster(seed, rosterPeople), count: map[string]int{}, sum: map[string]int{}}
	var list []Person
	for i, p := range a.people {
		list = append(list, p)
		if i%76 == 75 {
			list = append(list, a.people[i-40])
		}
	}
	r := newRNG(seed + 1)
	area := func(int, Person) any { return pick(r, districts) }
	size := func(int, Person) any { return r.between(1, 6) }
	var cols []column
	for _, h := range rosterHeads {
		switch h {
		case "地区":
			cols = append(cols, column{h, area})
		case "世帯人数":
			cols = append(cols, column{h, size})
		default:
			cols = append(cols, column{h, columns[h]})
		}
	}
	a.table = tableOf(list, cols...)
	for _, cells := range a.table.rows {
		a.count[cells[3].(string)]++
		a.sum[cells[3].(string)] += cells[9].(int)
	}
	return a
}

// work fills the working tab: the roster, and beside it the list of districts that the summary looks up.
func (a application) work(s *sheet) {
	s.table("A1", a.table)
	s.line("N1", headStyle, "地区名", "順", "地区番号", "件数")
	for i, d := range districts {
		n := i + 2
		s.line(ref(14, n), textStyle, d, i+1, 101+i)
		s.put(n, 17, formula{f: fmt.Sprintf("COUNTIF($D$2:$D$%d,N%d)", rosterRows+1, n), v: a.count[d]}, countStyle)
	}
	s.width(2, 3, 18, "")
	s.width(6, 6, 36, "")
}

// summary fills the published sheet. With tab "" it holds plain values, otherwise formulas over that tab.
func (a application) summary(s *sheet, tab string) {
	s.set("A1", rosterTitle, titleStyle)
	s.slots["mergeCells"] = `<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>`
	s.line("A3", headStyle, "地区", "申込件数", "世帯人員計", "平均世帯人員", "構成比", "地区番号")
	members := 0
	for i, d := range districts {
		n := i + 4
		members += a.sum[d]
		s.put(n, 1, d, textStyle)
		put := func(col, si int, f string, v any, style int) {
			switch {
			case tab == "" && col != 4 && col != 5:
				s.put(n, col, v, style)
			case i == 0:
				s.put(n, col, formula{f, v, fmt.Sprintf(` t="shared" ref="%s:%s" si="%d"`, ref(col, 4), ref(col, 11), si)}, style)
			default:
				s.put(n, col, formula{"", v, fmt.Sprintf(` t="shared" si="%d"`, si)}, style)
			}
		}
		put(2, 0, fmt.Sprintf("COUNTIF(%s!$D$2:$D$%d,A4)", tab, rosterRows+1), a.count[d], countStyle)
		put(3, 1, fmt.Sprintf("SUMIF(%[1]s!$D$2:$D$%[2]d,A4,%[1]s!$J$2:$J$%[2]d)", tab, rosterRows+1), a.sum[d], countStyle)
		put(4, 2, "C4/B4", float64(a.sum[d])/float64(a.count[d]), meanStyle)
		put(5, 3, "B4/B$12", float64(a.count[d])/rosterRows, shareStyle)
		put(6, 4, fmt.Sprintf("VLOOKUP(A4,%s!$N$2:$P$9,3,FALSE)", tab), 101+i, countStyle)
	}
	s.put(12, 1, "合計", textStyle)
	s.put(12, 2, formula{f: "SUM(B4:B11)", v: rosterRows}, countStyle)
	s.put(12, 3, formula{f: "SUM(C4:C11)", v: members}, countStyle)
	s.set("A17", rosterNote, plainStyle)
	s.width(1, 6, 13, "")
}

// lookup adds a cell that finds the district of an application, with lists of valid input that feed from the tab.
func (a application) lookup(s *sheet, tab string) {
	s.set("A14", "受付番号で検索", textStyle)
	s.set("B14", 27, countStyle)
	s.set("C14", formula{f: fmt.Sprintf("VLOOKUP(B14,%s!$A$2:$J$%d,4,FALSE)", tab, rosterRows+1), v: a.table.rows[26][3]}, textStyle)
	s.set("A15", "地区を選択", textStyle)
	s.set("B15", districts[0], textStyle)
	s.set("C15", formula{f: "VLOOKUP(B15,A4:B11,2,FALSE)", v: a.count[districts[0]]}, countStyle)
	s.slots["dataValidations"] = fmt.Sprintf(`<dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="B14"><formula1>%s!$A$2:$A$%d</formula1></dataValidation><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="B15"><formula1>地区一覧</formula1></dataValidation></dataValidations>`, esc(tab), rosterRows+1)
	s.book.name("申込者一覧", "", fmt.Sprintf("%s!$A$1:$J$%d", tab, rosterRows+1))
	s.book.name("地区一覧", "", tab+"!$N$2:$N$9")
}

// figures draws the chart: one series from the tab, one from the summary itself.
func (a application) figures(s *sheet, tab string) {
	var tabs, own series
	tabs = series{nameRef: tab + "!$Q$1", name: "件数", catRef: tab + "!$N$2:$N$9", cats: districts, valRef: tab + "!$Q$2:$Q$9"}
	own = series{nameRef: "集計!$C$3", name: "世帯人員計", catRef: "集計!$A$4:$A$11", cats: districts, valRef: "集計!$C$4:$C$11"}
	for _, d := range districts {
		tabs.vals = append(tabs.vals, float64(a.count[d]))
		own.vals = append(own.vals, float64(a.sum[d]))
	}
	s.chart("地区別の申込件数", []series{tabs, own}, "")
}

// cells are values that the summary must still show, for any reader.
func (a application) cells() map[string]string {
	return map[string]string{
		"集計!A4": districts[0], "集計!B4": itoa(a.count[districts[0]]), "集計!C11": itoa(a.sum[districts[7]]), "集計!B12": itoa(rosterRows),
	}
}

// gone are strings of the roster that must be nowhere in a copy.
func (a application) gone() []string {
	list := some(a.people)
	for _, i := range []int{35, 400, 997} {
		p := a.people[i]
		list = append(list, p.Name(), p.Kana(), p.Address(), p.Mail)
	}
	return dedupe(list)
}

// kinds are the matches of a roster that stands in the file once.
func kinds(n int) counts {
	return counts{"name": N(n), "kana": N(n), "postal-code": N(n), "address": N(n), "phone": N(n), "birth-date": N(n), "email": N(n)}
}

// atLeast makes exact counts open, for files that hold copies of the same rows.
func atLeast(c counts) counts {
	open := counts{}
	for id, n := range c {
		open[id] = AtLeast(n.Min)
	}
	return open
}

// rosterCase is what all shapes of this breach have in common.
func (a application) rosterCase(ja, en string) Case {
	return Case{
		Words: Words{ja, en}, Published: "2024", Verdict: "ng", Exit: ptr(1), People: ptr(N(rosterPeople)), Rows: ptr(N(rosterRows)),
		Detectors: kinds(rosterRows),
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: a.gone(), Kept: []string{rosterTitle, rosterNote, "川辺地区", "平均世帯人員"}, Cells: a.cells(),
			NoRef: true, People: ptr(N(0)), Verdict: "ok",
		},
	}
}

// hiddenRoster: a summary with everything feeding from a hidden sheet.
func hiddenRoster() folder {
	a := newApplication(seedOf("hidden-roster"))
	b := newBook()
	s, p, w := b.sheet("集計", ""), b.sheet("ピボット", ""), b.sheet("作業", "hidden")
	a.summary(s, "作業")
	a.lookup(s, "作業")
	a.figures(s, "作業")
	p.pivot(a.table, "作業", 3, 1, districts)
	a.work(w)
	s.printer(`\\prsv01\企画課複合機`)
	b.thumbnail(png(1))
	b.view = absPath(`C:\Users\kikaku03\Documents\申込\作業中\`)
	c := a.rosterCase("市のサイトで公表した集計表に、申込者の名簿がかくれたシートとして残っていた", "a city's published summary with the applicants' roster left in a hidden sheet")
	c.Places = counts{"xlsx/hidden-sheet": N(1), "xlsx/pivot-cache": AtLeast(1), "ooxml/printer-settings": N(1), "ooxml/thumbnail": N(1)}
	c.Detectors = atLeast(c.Detectors)
	c.Rows = ptr(AtLeast(rosterRows))
	c.Clean.Kept = append(c.Clean.Kept, "行ラベル", "地区別の申込件数", "受付番号で検索")
	c.Clean.Cells["集計!C14"] = a.table.rows[26][3].(string)
	c.Clean.Cells["ピボット!B12"] = itoa(rosterRows)
	f := one("cases/hidden-roster", "book.xlsx", b.bytes(), c)
	f.saved = []saved{{"libreoffice", "book.xlsx", libreoffice(c)}, {"openpyxl", "book.xlsx", openpyxl(c)}, {"excelize", "book.xlsx", c}}
	return f
}

// libreoffice is what is left of a case after LibreOffice has saved the file: it keeps sheet states, formulas with results,
// validations, names, charts and pivot caches, and drops printer settings and the thumbnail. It splits many texts into runs.
func libreoffice(c Case) Case {
	c.Places = maps.Clone(c.Places)
	delete(c.Places, "ooxml/printer-settings")
	delete(c.Places, "ooxml/thumbnail")
	clean := *c.Clean
	clean.Kept = slices.DeleteFunc(slices.Clone(clean.Kept), func(s string) bool { return s == "行ラベル" }) // it says 地区 instead
	c.Clean = &clean
	return c
}

// openpyxl is what is left of a case after openpyxl has saved the file: formulas lose their results, so that a reader of the
// copy sees nothing there unless they are computed; thumbnail and printer settings go; the pivot cache stays.
func openpyxl(c Case) Case {
	c = libreoffice(c)
	clean := *c.Clean
	clean.Exit, clean.Verdict = nil, ""
	clean.Cells = map[string]string{"集計!A4": districts[0]}
	clean.Kept = []string{rosterTitle, rosterNote, districts[7]}
	c.Clean = &clean
	return c
}

// veryHiddenRoster: the same in a sheet that Excel's menu does not offer to show.
func veryHiddenRoster() folder {
	a := newApplication(seedOf("very-hidden-roster"))
	b := newBook()
	s, w := b.sheet("集計", ""), b.sheet("data", "veryHidden")
	a.summary(s, "data")
	a.work(w)
	c := a.rosterCase("名簿のシートを「再表示」の一覧にも出ない形でかくしたまま公表した", "the roster in a very hidden sheet, which Excel does not offer to unhide")
	c.Places = counts{"xlsx/very-hidden-sheet": N(1)}
	c.Absent = []string{"xlsx/hidden-sheet"}
	return one("cases/very-hidden-roster", "book.xlsx", b.bytes(), c)
}

// visibleSource: the same as a visible tab behind the summary.
func visibleSource() folder {
	a := newApplication(seedOf("visible-source"))
	b := newBook()
	s, w := b.sheet("集計", ""), b.sheet("貼付用", "")
	a.summary(s, "貼付用")
	a.lookup(s, "貼付用")
	a.work(w)
	c := a.rosterCase("集計表のうしろに、集計のもとになった名簿のタブ「貼付用」が残っていた", "the roster left as a visible tab behind the summary that it feeds")
	c.Places = counts{"xlsx/source-sheet": N(1)}
	c.Clean.Cells["集計!C14"] = a.table.rows[26][3].(string)
	f := one("cases/visible-source", "book.xlsx", b.bytes(), c)
	f.saved = []saved{{"libreoffice", "book.xlsx", libreoffice(c)}}
	return f
}

// pivotOnly: the roster's tab is deleted, but the pivot table made from it keeps every row in its cache.
func pivotOnly() folder {
	a := newApplication(seedOf("pivot-cache"))
	b := newBook()
	s, p := b.sheet("集計", ""), b.sheet("ピボット", "")
	a.summary(s, "")
	p.pivot(a.table, "作業", 3, 1, districts)
	c := a.rosterCase("名簿のタブは消したが、ピボットテーブルの中に全員分が残っていた", "the roster's tab was deleted, but the pivot table kept every row in its cache")
	c.Places = counts{"xlsx/pivot-cache": AtLeast(1)}
	c.Detectors = atLeast(c.Detectors)
	c.Clean.Kept = append(c.Clean.Kept, "行ラベル")
	c.Clean.Cells["ピボット!B12"] = itoa(rosterRows)
	return one("cases/pivot-cache", "book.xlsx", b.bytes(), c)
}
