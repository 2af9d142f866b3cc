package samples

import (
	"fmt"
)

// peopleTabs: a workbook with a tab for each person, named after them, which a summary reads in every way that Excel knows.
func peopleTabs() folder {
	b, people := newBook(), Roster(seedOf("people-tabs"), 2)
	s := b.sheet("集計", "")
	solid, spaced := people[0].Solid(), people[1].Name()+"さん"
	for i, name := range []string{solid, spaced} {
		w := b.sheet(name, "")
		w.line("A1", headStyle, "曜日", "回数")
		for n, day := range []string{"月", "火", "水"} {
			w.line(ref(1, n+2), textStyle, day, 3+i+n)
		}
	}
	quoted := "'" + spaced + "'"
	s.line("A1", headStyle, "項目", "値")
	for i, f := range []formula{
		{f: "SUM(" + solid + "!B2:B4)+" + quoted + "!B2", v: 16},
		{f: "SUM('" + solid + ":" + spaced + "'!B3)", v: 9},
		{f: `INDIRECT("` + solid + `!B2")`, v: 3},
		{f: `HYPERLINK("#` + quoted + `!A1","見る")`, v: "見る"},
		{f: "SUM(回数)", v: 12},
	} {
		s.line(ref(1, i+2), textStyle, "計"+itoa(i+1))
		s.set(ref(2, i+2), f, plainStyle)
	}
	b.name("回数", "", solid+"!$B$2:$B$4")
	b.name("_xlnm.Print_Titles", ` localSheetId="2"`, quoted+"!$1:$1")
	s.slots["hyperlinks"] = `<hyperlinks><hyperlink ref="A2" location="` + solid + `!A1" display="計1"/></hyperlinks>`
	s.slots["conditionalFormatting"] = `<conditionalFormatting sqref="B2:B3"><cfRule type="expression" priority="1"><formula>B2&gt;` + quoted + `!$B$2</formula></cfRule></conditionalFormatting>`
	s.slots["dataValidations"] = fmt.Sprintf(`<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D2"><formula1>%s!$A$2:$A$4</formula1></dataValidation></dataValidations>`, solid)
	s.chart("回数", []series{{
		nameRef: solid + "!$B$1", name: "回数", catRef: solid + "!$A$2:$A$4", cats: []string{"月", "火", "水"}, valRef: solid + "!$B$2:$B$4", vals: []float64{3, 4, 5},
	}}, "")
	return one("variants/people-tabs", "book.xlsx", b.bytes(), Case{
		Words: Words{"人の名前をシート名にした表を、墨消しして渡した", "a workbook with tabs named after people, handed out masked"}, Verdict: "review|ng", Exit: ptr(1),
		Clean: &Clean{
			Args: []string{"--mask", "all", "--keep-sheets", solid, "--keep-sheets", spaced}, Exit: ptr(0), Verdict: "ok", NoRef: true, People: ptr(N(0)),
			Gone: []string{solid, spaced, people[1].Name()}, Kept: []string{"集計", "曜日", "計1", "見る"},
			Cells: map[string]string{"集計!B2": "16", "集計!B3": "9", "集計!B4": "3"},
		},
	})
}

// backLinks is a workbook whose tabs all lead back to the first one, the hidden roster too: where they lead stays in the others.
func backLinks() folder {
	b, people := newBook(), Roster(seedOf("back-links"), 4)
	b.noProps = true
	for i, name := range []string{"目次（一覧）", "施設", "名簿"} {
		state := ""
		if name == "名簿" {
			state = "hidden"
		}
		s := b.sheet(name, state)
		s.line("A1", headStyle, "氏名", "電話番号")
		if state == "" {
			s.line("A1", headStyle, "施設", "定員")
			s.line("A2", textStyle, "みどり台公民館", 120+i)
		}
		for n, p := range people {
			if state != "" {
				s.line(ref(1, n+2), textStyle, p.Name(), p.Mobile)
			}
		}
		s.set("D1", "目次へ戻る", plainStyle)
		s.slots["hyperlinks"] = `<hyperlinks><hyperlink ref="D1" location="'目次（一覧）'!A1" display="目次へ戻る"/></hyperlinks>`
		s.chart("定員", []series{{nameRef: "施設!$B$1", name: "定員", catRef: "施設!$A$2:$A$2", cats: []string{"みどり台公民館"}, valRef: "施設!$B$2:$B$2", vals: []float64{121}}}, "")
	}
	return one("variants/back-links", "book.xlsx", b.bytes(), Case{
		Words: Words{"どのシートにも「目次へ戻る」がある表", "a workbook whose tabs all lead back to the first"}, Verdict: "ng", Exit: ptr(1), Places: counts{"xlsx/hidden-sheet": N(1)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Verdict: "ok", NoRef: true, People: ptr(N(0)),
			Gone: []string{people[0].Name(), people[3].Mobile}, Kept: []string{"目次へ戻る", "目次（一覧）", "みどり台公民館"},
		},
	})
}
