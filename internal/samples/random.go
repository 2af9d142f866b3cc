package samples

import (
	"fmt"
	"slices"
	"strings"
)

// Random returns a workbook that a seed decides: tabs of every state that read one another in every way in which a formula, a name, a
// chart, a pivot table or a rule can, with the right results stored. The same seed is the same bytes.
func Random(seed uint64) []byte {
	g := &random{rng: newRNG(seed), b: newBook()}
	for i := range g.between(2, 6) {
		g.tab(i, seed)
	}
	for i, t := range g.tabs {
		g.name(i, t)
	}
	if g.intn(3) == 0 {
		g.pivot()
	}
	for _, t := range g.tabs {
		if t.table.rows == nil {
			continue
		}
		g.formulas(t)
		g.objects(t)
	}
	g.spill()
	return g.b.bytes()
}

// A random workbook is one under construction.
type random struct {
	*rng
	b      *book
	tabs   []*randomTab
	shared int          // groups of shared formulas so far
	spills []*randomTab // tabs with a formula in J2 that spills
}

// A randomTab is a tab with a table of four columns in A1: a name, a number, a group and a number.
type randomTab struct {
	*sheet
	table
	list  string // the Excel table's name; empty: none
	named string // a name of the column of numbers, through others
	local bool   // "ここ" is its first number
}

var (
	randomNames  = strings.Fields("集計 一覧 名簿 It's R1C1 2024年度 A1 作業用 Sheet-4 一般(案) 貼付用 ＡＢＣ")
	randomGroups = []string{"北", "南", "東", "西"}
)

// tab adds a tab with data. The first is visible.
func (g *random) tab(i int, seed uint64) {
	name, state := pick(g.rng, randomNames), ""
	for slices.ContainsFunc(g.tabs, func(t *randomTab) bool { return t.name == name }) {
		name = pick(g.rng, randomNames) + itoa(i)
	}
	if i > 0 {
		state = pick(g.rng, []string{"", "", "hidden", "veryHidden"})
	}
	t := &randomTab{sheet: g.b.sheet(name, state), table: table{heads: []string{"氏名", "件数", "地区", "単価"}}}
	people := Roster(seed*31+uint64(i), g.between(4, 12))
	for j, p := range people {
		who := p.Name()
		if state == "" && g.intn(3) > 0 {
			who = "施設" + letters(j+1) + itoa(i)
		}
		t.table.rows = append(t.table.rows, []any{who, g.between(1, 99), pick(g.rng, randomGroups), float64(g.between(1, 40)) / 4})
	}
	t.sheet.table("A1", t.table)
	if g.intn(3) == 0 {
		t.list = "表" + itoa(i+1)
		t.tablePart(t.list, t.table)
	}
	if g.intn(4) == 0 {
		t.row(g.between(2, len(people)+1)).attrs = ` hidden="1"`
	}
	if g.intn(5) == 0 {
		t.width(4, 4, 9, ` hidden="1"`)
	}
	if t.list == "" && g.intn(4) == 0 {
		g.filter(t, len(people))
	}
	g.tabs = append(g.tabs, t)
}

// filter hides some rows of a tab by a filter of its own, or as an advanced one leaves it.
func (g *random) filter(t *randomTab, n int) {
	area := "A1:D" + itoa(n+1)
	if g.intn(2) == 0 {
		t.slots["autoFilter"] = `<autoFilter ref="` + area + `"><filterColumn colId="2"><filters><filter val="北"/></filters></filterColumn></autoFilter>`
	} else {
		t.slots["sheetPr"] = `<sheetPr filterMode="1"/>`
	}
	g.b.name("_xlnm._FilterDatabase", ` localSheetId="`+itoa(len(g.tabs))+`" hidden="1"`, t.at("$A$1:$D$"+itoa(n+1)))
	for i, cells := range t.table.rows {
		if cells[2] != "北" {
			t.row(i + 2).attrs = ` hidden="1"`
		}
	}
}

// name defines names for the numbers of a tab: straight, through another name, or by a function; and local ones, to be renumbered.
func (g *random) name(i int, t *randomTab) {
	area := t.at("$B$2:$B$" + itoa(len(t.table.rows)+1))
	switch g.intn(4) {
	case 0:
		t.named = "範囲" + itoa(i)
		g.b.name(t.named, "", area)
	case 1:
		t.named = "連鎖" + itoa(i)
		g.b.name("元"+itoa(i), "", area)
		g.b.name("中"+itoa(i), "", "元"+itoa(i))
		g.b.name(t.named, "", "中"+itoa(i))
	case 2, 19:
		t.named = "動く" + itoa(i)
		g.b.name(t.named, "", fmt.Sprintf("OFFSET(%s,0,0,%d,1)", t.at("$B$2"), len(t.table.rows)))
	}
	if g.intn(2) == 0 {
		g.b.name("_xlnm.Print_Area", ` localSheetId="`+itoa(i)+`"`, t.at("$A$1:$K$40"))
	}
	if g.intn(3) == 0 { // a name that every tab may have for itself
		t.local = true
		g.b.name("ここ", ` localSheetId="`+itoa(i)+`"`, t.at("$B$2"))
	}
}

// at spells a reference to cells of the tab, in quotes if it needs them, and now and then if it does not.
func (t *randomTab) at(cells string) string {
	if simple := !strings.ContainsAny(t.name, "'-()Ａ") && (t.name[0] > '9' || t.name[0] < '0') && t.name != "R1C1" && t.name != "A1"; simple && t.id%2 == 0 {
		return t.name + "!" + cells
	}
	return "'" + strings.ReplaceAll(t.name, "'", "''") + "'!" + cells
}

// number returns the number in B or D of a row of the table, from 0.
func (t *randomTab) number(row int) float64 {
	n, _ := t.table.rows[row][1].(int)
	return float64(n)
}

// sum adds the first n numbers.
func (t *randomTab) sum(n int) float64 {
	total := 0.0
	for i := range n {
		total += t.number(i)
	}
	return total
}

// formulas fills a column with single formulas, one with shared ones, and one with arrays.
func (g *random) formulas(t *randomTab) {
	t.put(1, 6, "計算", headStyle)
	for i := range g.between(8, 16) {
		t.put(2+i, 6, g.formula(t, g.any()), plainStyle)
	}
	from := g.any()
	n := min(len(t.table.rows), len(from.table.rows))
	for i := range n {
		f := formula{v: from.number(i) * 2, attrs: ` t="shared" si="` + itoa(g.shared) + `"`}
		if i == 0 {
			f.f, f.attrs = from.at("B2")+"*2", ` t="shared" ref="G2:G`+itoa(n+1)+`" si="`+itoa(g.shared)+`"`
		}
		t.put(2+i, 7, f, plainStyle)
	}
	g.shared++
	from = g.any()
	t.put(2, 8, formula{f: "SUM(" + from.at("B2:B4") + "*1)", v: from.sum(3), attrs: ` t="array" ref="H2"`}, plainStyle)
	t.put(4, 8, formula{f: from.at("B2:B4") + "+1", v: from.number(0) + 1, attrs: ` t="array" ref="H4:H6"`}, plainStyle)
	t.put(5, 8, from.number(1)+1, plainStyle)
	t.put(6, 8, from.number(2)+1, plainStyle)
	if g.intn(2) == 0 {
		from = g.any()
		t.put(2, 10, formula{f: "_xlfn._xlws.FILTER(" + from.at("B2:B4") + "," + from.at("B2:B4") + ">0)", v: from.number(0), attrs: ` t="array" ref="J2:J4"`}, plainStyle)
		t.put(3, 10, from.number(1), plainStyle)
		t.put(4, 10, from.number(2), plainStyle)
		t.put(6, 10, formula{f: "SUM(_xlfn.ANCHORARRAY(J2))", v: from.sum(3)}, plainStyle)
		g.spills = append(g.spills, t)
	}
}

// spill marks the formulas that spill as dynamic ones.
func (g *random) spill() {
	for i, t := range g.spills {
		d := desk{b: g.b, s: t.sheet}
		if i == 0 {
			d.sheetMetadata("XLDAPR", `<ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext>`, "cellMetadata")
		}
		d.mark("J2", "cm", 1)
	}
}

// any returns a tab with data.
func (g *random) any() *randomTab {
	for {
		if t := pick(g.rng, g.tabs); t.table.rows != nil {
			return t
		}
	}
}

// formula returns a formula of any kind that stands on a tab and reads another.
func (g *random) formula(on, from *randomTab) formula {
	n := len(from.table.rows)
	row := g.intn(n)
	cell := func(col string) string { return from.at(col + itoa(row+2)) }
	all := from.at("B2:B" + itoa(n+1))
	who, _ := from.table.rows[row][0].(string)
	switch g.intn(20) {
	case 0:
		return formula{f: cell("A"), v: who}
	case 1:
		return formula{f: "SUM(" + all + ")", v: from.sum(n)}
	case 2, 19:
		return g.through()
	case 3:
		if from.list != "" {
			return formula{f: "SUM(" + from.list + "[件数])", v: from.sum(n)}
		}
	case 4, 5:
		if from.named != "" {
			return formula{f: "SUM(" + from.named + ")", v: from.sum(n)}
		}
	case 6:
		return formula{f: `INDIRECT("` + cell("B") + `")`, v: from.number(row)}
	case 7:
		return formula{f: `INDEX(` + from.at("B2:B"+itoa(n+1)) + "," + itoa(row+1) + ")", v: from.number(row)}
	case 8:
		return formula{f: "OFFSET(" + from.at("A1") + "," + itoa(row+1) + ",1)", v: from.number(row)}
	case 9:
		return formula{f: cell("A") + `&"さん"`, v: who + "さん"}
	case 10:
		return formula{f: "IF(SUM(" + all + `)>0,"あり","なし")`, v: "あり"}
	case 11:
		return formula{f: cell("B") + "/0", v: fault("#DIV/0!")}
	case 12:
		return formula{f: `HYPERLINK("#` + from.at("A1") + `","開く")`, v: "開く"}
	case 13:
		return formula{f: cell("B") + ">0", v: true}
	case 14:
		return formula{f: "IF(" + cell("B") + `>999,"x","")`, v: ""}
	case 15:
		return formula{f: `COUNTA(` + from.at("A2:A"+itoa(n+1)) + ")", v: n}
	case 16:
		if on.local {
			return formula{f: "ここ", v: on.number(0)}
		}
	case 17:
		if from.local {
			return formula{f: from.at("ここ"), v: from.number(0)}
		}
	case 18:
		return formula{f: "SUM(B2:B4)", v: on.sum(3)}
	}
	return formula{f: cell("B"), v: from.number(row)}
}

// through sums a cell over all tabs from one to another.
func (g *random) through() formula {
	i, j := g.intn(len(g.tabs)), g.intn(len(g.tabs))
	i, j = min(i, j), max(i, j)
	total := 0.0
	for _, t := range g.tabs[i : j+1] {
		if t.table.rows != nil {
			total += t.number(0)
		}
	}
	quoted := strings.ReplaceAll(g.tabs[i].name+":"+g.tabs[j].name, "'", "''")
	return formula{f: "SUM('" + quoted + "'!B2)", v: total}
}

// pivot adds a tab with a pivot table of another.
func (g *random) pivot() {
	from := g.any()
	state := pick(g.rng, []string{"", "", "hidden"})
	t := &randomTab{sheet: g.b.sheet("ピボット", state)}
	var groups []string
	for _, name := range randomGroups {
		if slices.ContainsFunc(from.table.rows, func(cells []any) bool { return cells[2] == name }) {
			groups = append(groups, name)
		}
	}
	t.sheet.pivot(from.table, from.name, 2, 0, groups)
	if from.list != "" { // it may be told by its name alone
		g.b.edit("xl/pivotCache/pivotCacheDefinition1.xml", func(s string) string {
			return strings.Replace(s, `<worksheetSource ref="`+from.table.ref()+`" sheet="`+esc(from.name)+`"/>`, `<worksheetSource name="`+from.list+`"/>`, 1)
		})
	}
	g.tabs = append(g.tabs, t)
}

// objects adds what may stand on a tab beside its cells.
func (g *random) objects(t *randomTab) {
	if g.intn(2) == 0 {
		from := g.any()
		n := len(from.table.rows)
		x := series{nameRef: from.at("$B$1"), name: "件数", catRef: from.at("$A$2:$A$" + itoa(n+1)), valRef: from.at("$B$2:$B$" + itoa(n+1))}
		for i := range n {
			who, _ := from.table.rows[i][0].(string)
			x.cats, x.vals = append(x.cats, who), append(x.vals, from.number(i))
		}
		t.chart("グラフ", []series{x}, "")
		drawing := g.b.parts[len(g.b.parts)-1] // beside the cells, none of which it covers
		drawing.data = []byte(strings.NewReplacer("<xdr:col>7<", "<xdr:col>17<", "<xdr:col>13<", "<xdr:col>23<").Replace(string(drawing.data)))
	}
	if from := g.any(); g.intn(2) == 0 {
		t.slots["dataValidations"] = fmt.Sprintf(`<dataValidations count="2"><dataValidation type="list" allowBlank="1" sqref="F30"><formula1>%s</formula1></dataValidation><dataValidation type="whole" operator="greaterThan" sqref="F31"><formula1>0</formula1></dataValidation></dataValidations>`, esc(from.at("$A$2:$A$4")))
	}
	if from := g.any(); g.intn(2) == 0 {
		t.slots["conditionalFormatting"] = fmt.Sprintf(`<conditionalFormatting sqref="B2:B4"><cfRule type="expression" priority="1"><formula>%s&gt;5</formula></cfRule></conditionalFormatting>`, esc(from.at("$B$2")))
	}
	if from := g.any(); g.intn(2) == 0 {
		t.slots["hyperlinks"] = fmt.Sprintf(`<hyperlinks><hyperlink ref="A1" location="%s" display="氏名"/></hyperlinks>`, esc(from.at("A1")))
	}
	if g.intn(3) == 0 {
		t.comments(note{at: "B2", author: "佐倉", text: "原本は" + g.digits(3) + "番"})
	}
}
