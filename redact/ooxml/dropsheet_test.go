package ooxml

import (
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

const roster = `<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>5</v></c></row></sheetData>`

// cells freezes what a visible sheet reads from a hidden one and keeps the rest alive.
var frozenCells = map[string]struct{ in, want string }{
	"direct":            {`<c r="A1" s="3"><f>作業!B2</f><v>5</v></c>`, `<c r="A1" s="3"><v>5</v></c>`},
	"quoted":            {`<c r="A1"><f>SUM('作業'!B:B)*1.5</f><v>7.5</v></c>`, `<c r="A1"><v>7.5</v></c>`},
	"text":              {`<c r="A1" t="str"><f>作業!A1&amp;"様"</f><v>合計様</v></c>`, `<c r="A1" t="str"><v>合計様</v></c>`},
	"error":             {`<c r="A1" t="e"><f>作業!A9/0</f><v>#DIV/0!</v></c>`, `<c r="A1" t="e"><v>#DIV/0!</v></c>`},
	"kept":              {`<c r="A1"><f>SUM(B1:B2)</f><v>3</v></c>`, `<c r="A1"><f>SUM(B1:B2)</f><v>3</v></c>`},
	"span":              {`<c r="A1"><f>SUM(概要:末尾!B1)</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"name":              {`<c r="A1"><f>COUNTA(顧客)</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"chain of names":    {`<c r="A1"><f>数</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"circle of names":   {`<c r="A1"><f>輪</f><v>3</v></c>`, `<c r="A1"><f>輪</f><v>3</v></c>`},
	"structured":        {`<c r="A1"><f>SUM(名簿表[数])</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"indirect":          {`<c r="A1"><f>INDIRECT("作業!B2")</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"indirect computed": {`<c r="A1"><f>INDIRECT(B1&amp;"!B2")</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"indirect, safe":    {`<c r="A1"><f>INDIRECT("B2")</f><v>3</v></c>`, `<c r="A1"><f>INDIRECT("B2")</f><v>3</v></c>`},
	"offset, safe":      {`<c r="A1"><f>OFFSET(B1,1,0)</f><v>3</v></c>`, `<c r="A1"><f>OFFSET(B1,1,0)</f><v>3</v></c>`},
	"link":              {`<c r="A1" t="str"><f>HYPERLINK("#作業!A1","見る")</f><v>見る</v></c>`, `<c r="A1" t="str"><v>見る</v></c>`},
	"user's function":   {`<c r="A1"><f>MyFunc(B1)</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"no value":          {`<c r="A1" s="2"><f>作業!B2</f></c>`, `<c r="A1" s="2"/>`},
	"array":             {`<c r="A1" cm="1"><f t="array" ref="A1:A2">作業!B1:B2</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"shared":            {`<c r="A1"><f t="shared" ref="A1:A2" si="4">作業!B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="4"/><v>2</v></c>`, `<c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c>`},
	"shared, kept":      {`<c r="A1"><f t="shared" ref="A1:A2" si="4">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="4"/><v>2</v></c>`, `<c r="A1"><f t="shared" ref="A1:A2" si="4">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="4"/><v>2</v></c>`},
	"let":               {`<c r="A1"><f>_xlfn.LET(_xlpm.x,作業!B2,_xlpm.x)</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
	"upper case":        {`<c r="A1"><f>work!B2</f><v>3</v></c>`, `<c r="A1"><v>3</v></c>`},
}

func hiddenBook(cells, more string) *draft {
	return &draft{
		view:    `<bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews>`,
		names:   `<definedNames><definedName name="顧客">作業!$A$2:$A$9</definedName><definedName name="数">COUNTA(顧客)</definedName><definedName name="輪">輪+1</definedName><definedName name="_xlnm.Print_Area" localSheetId="2">末尾!$A$1:$B$2</definedName><definedName name="局所" localSheetId="1">1</definedName><definedName name="残り">概要!$B$1</definedName></definedNames>`,
		sheets:  []string{"概要", "", `<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="D1" t="s"><v>0</v></c>` + cells + `</row></sheetData>` + more, "作業", `state="hidden"`, `<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>` + roster + `<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`, "末尾", "", `<sheetData/>`, "WORK", `state="veryHidden"`, roster},
		strings: []string{"<t>見える</t>", "<t>氏名</t>", "<t>山田太郎</t>"},
		sheetRels: map[int][]string{
			2: {"rId1", "table", "../tables/table1.xml"},
		},
		parts: []string{
			"xl/tables/table1.xml", ctSheet + "table+xml", head + `<table ` + nsSheet + ` id="1" name="名簿表" displayName="名簿表" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="氏名"/><tableColumn id="2" name="数"/></tableColumns></table>`,
			"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", head + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application><HeadingPairs/><TitlesOfParts>作業</TitlesOfParts></Properties>`,
			"xl/calcChain.xml", ctSheet + "calcChain+xml", head + `<calcChain ` + nsSheet + `><c r="A1" i="1"/></calcChain>`,
		},
		bookRels: []string{"rIdC", "calcChain", "calcChain.xml"},
		rootRels: []string{"rId2", "extended-properties", "docProps/app.xml"},
	}
}

var dropHidden = []inspect.Fix{inspect.DropSheet{Part: "xl/worksheets/sheet2.xml"}, inspect.DropSheet{Part: "xl/worksheets/sheet4.xml"}}

func TestDropSheet_cells(t *testing.T) {
	for name, tt := range frozenCells {
		t.Run(name, func(t *testing.T) {
			parts, notes := clean(t, hiddenBook(tt.in, "").bytes(t), nil, dropHidden...)
			has(t, parts, "xl/worksheets/sheet1.xml", tt.want)
			gone(t, parts, "山田太郎", "氏名", "名簿表", "作業", "WORK", "#REF!")
			if (name == "no value") != (notes.UncachedCount == 1 && len(notes.Uncached) == 1) {
				t.Errorf("notes: %+v", notes)
			}
		})
	}
}

func TestDropSheet_workbook(t *testing.T) {
	parts, _ := clean(t, hiddenBook("", "").bytes(t), nil, dropHidden...)
	has(t, parts, "xl/workbook.xml",
		`<workbookView activeTab="0" firstSheet="0"/>`,
		`<sheets><sheet name="概要" sheetId="1"  r:id="rId1"/><sheet name="末尾" sheetId="3"  r:id="rId3"/></sheets>`,
		`<definedNames><definedName name="輪">輪+1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">末尾!$A$1:$B$2</definedName><definedName name="残り">概要!$B$1</definedName></definedNames>`)
	has(t, parts, "xl/worksheets/sheet1.xml", `<sheetView workbookViewId="0" tabSelected="1"/>`)
	has(t, parts, "xl/sharedStrings.xml", `count="1" uniqueCount="9"><si><t>見える</t></si><si><t/></si><si><t/></si></sst>`)
	has(t, parts, "docProps/app.xml", "<Application>Microsoft Excel</Application></Properties>")
	for _, name := range []string{"xl/calcChain.xml", "xl/tables/table1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml"} {
		if _, ok := parts[name]; ok {
			t.Errorf("%s is still there", name)
		}
	}
}

func TestDropSheet_lastVisible(t *testing.T) {
	d := draft{sheets: []string{"A", "", `<sheetData/>`, "B", `state="veryHidden"`, `<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData/>`}}
	parts, _ := clean(t, d.bytes(t), nil, inspect.DropSheet{Part: "xl/worksheets/sheet1.xml"})
	has(t, parts, "xl/workbook.xml", `<sheets><sheet name="B" sheetId="2" r:id="rId2"/></sheets>`)
	has(t, parts, "xl/worksheets/sheet2.xml", `tabSelected="1"`)
}

func TestDropSheet_rules(t *testing.T) {
	tests := map[string]struct{ in, want string }{
		"conditional format":       {`<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1=作業!$B$2</formula></cfRule></conditionalFormatting>`, ``},
		"one of two":               {`<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1=作業!$B$2</formula></cfRule><cfRule type="expression" priority="2"><formula>A1=1</formula></cfRule></conditionalFormatting>`, `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="2"><formula>A1=1</formula></cfRule></conditionalFormatting>`},
		"scale":                    {`<conditionalFormatting sqref="A1"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="formula" val="作業!$B$2"/></colorScale></cfRule></conditionalFormatting>`, ``},
		"validation":               {`<dataValidations count="2"><dataValidation type="list" sqref="A1"><formula1>作業!$A$2:$A$9</formula1></dataValidation><dataValidation type="list" sqref="A2"><formula1>"はい,いいえ"</formula1></dataValidation></dataValidations>`, `<dataValidations count="1"><dataValidation type="list" sqref="A2"><formula1>"はい,いいえ"</formula1></dataValidation></dataValidations>`},
		"validation by name":       {`<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>顧客</formula1></dataValidation></dataValidations>`, ``},
		"validation by indirect":   {`<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>INDIRECT($B1)</formula1></dataValidation></dataValidations>`, `<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>INDIRECT($B1)</formula1></dataValidation></dataValidations>`},
		"link":                     {`<hyperlinks><hyperlink ref="A1" location="'作業'!A1" display="x"/></hyperlinks>`, ``},
		"link, kept":               {`<hyperlinks><hyperlink ref="A1" location="作業!A1"/><hyperlink ref="A2" location="末尾!A1"/></hyperlinks>`, `<hyperlinks><hyperlink ref="A2" location="末尾!A1"/></hyperlinks>`},
		"later validation":         {`<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>作業!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>A1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`, ``},
		"sparkline":                {`<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup><x14:colorSeries rgb="FF000000"/><x14:sparklines><x14:sparkline><xm:f>作業!B1:B2</xm:f><xm:sqref>A1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`, ``},
		"sparkline, one of two":    {`<extLst><ext uri="x"><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>作業!B1:B2</xm:f><xm:sqref>A1</xm:sqref></x14:sparkline><x14:sparkline><xm:f>概要!B1:B2</xm:f><xm:sqref>A2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`, `<x14:sparklines><x14:sparkline><xm:f>概要!B1:B2</xm:f><xm:sqref>A2</xm:sqref></x14:sparkline></x14:sparklines>`},
		"later conditional format": {`<extLst><ext uri="x"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="1"><xm:f>作業!B1&gt;1</xm:f></x14:cfRule><xm:sqref>A1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`, `<x14:conditionalFormatting><xm:sqref>A1</xm:sqref>`},
		"consolidation":            {`<dataConsolidate><dataRefs count="1"><dataRef ref="A1:B2" sheet="作業"/></dataRefs></dataConsolidate>`, ``},
		"custom views":             {`<customSheetViews><customSheetView guid="{0}"/></customSheetViews>`, ``},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			parts, _ := clean(t, hiddenBook("", tt.in).bytes(t), nil, dropHidden...)
			gone(t, parts, "作業", "氏名")
			sheet := parts["xl/worksheets/sheet1.xml"]
			_, rest, _ := strings.Cut(sheet, "</sheetData>")
			if tt.want == "" && rest != "</worksheet>" || !strings.Contains(rest, tt.want) {
				t.Errorf("got %s\nwant %s", rest, tt.want)
			}
		})
	}
}
