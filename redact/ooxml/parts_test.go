package ooxml

import (
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

const (
	ms        = "http://schemas.microsoft.com/office/"
	ctDrawing = "application/vnd.openxmlformats-officedocument.drawing+xml"
	ctChart   = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	nsXdr     = `xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

func TestBlank(t *testing.T) {
	sheet := `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="4" t="s"><v>1</v></c><c r="C1"><f>B1&amp;"x"</f><v>7</v></c></row>` +
		`<row r="2" hidden="1"><c r="A2" s="2" t="inlineStr"><is><t>秘密</t></is></c><c r="B2"><f t="shared" ref="B2:B3" si="0">A1</f><v>1</v></c></row>` +
		`<row r="3"><c r="A3"><f>SUM(D3:D9)</f><v>0</v></c><c r="B3"><f t="shared" si="0"/><v>2</v></c><c r="C3"><f>OFFSET(A1,1,0)</f><v>3</v></c></row></sheetData>`
	d := draft{
		sheets:  []string{"A", "", sheet, "B", "", `<sheetData><row r="1"><c r="A1"><f>SUM(A!2:2)</f><v>8</v></c><c r="B1"><f>A!A1</f><v>9</v></c></row></sheetData>`},
		strings: []string{"<t>見える</t>", "<t>山田太郎</t>"},
	}
	parts, notes := clean(t, d.bytes(t), nil, inspect.Blank{Part: "xl/worksheets/sheet1.xml", Ref: "B1"}, inspect.Blank{Part: "xl/worksheets/sheet1.xml", Ref: "2:2"})
	gone(t, parts, "山田太郎", "秘密")
	has(t, parts, "xl/worksheets/sheet1.xml", `<c r="B1" s="4"/><c r="C1"><v>7</v></c>`, `<c r="A2" s="2"/><c r="B2"/>`, `<c r="A3"><f>SUM(D3:D9)</f><v>0</v></c><c r="B3"><v>2</v></c><c r="C3"><v>3</v></c>`)
	has(t, parts, "xl/worksheets/sheet2.xml", `<c r="A1"><v>8</v></c><c r="B1"><f>A!A1</f><v>9</v></c>`)
	if notes.Frozen != 4 {
		t.Errorf("%+v", notes)
	}
}

func TestBlank_tableHead(t *testing.T) {
	d := draft{
		sheets:    []string{"A", "", `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名</t></is></c><c r="B1" t="inlineStr"><is><t>内部メモ</t></is></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`},
		sheetRels: map[int][]string{1: {"rId1", "table", "../tables/table1.xml"}},
		parts:     []string{"xl/tables/table1.xml", ctSheet + "table+xml", head + `<table ` + nsSheet + ` id="1" name="T" displayName="T" ref="A1:B9"><autoFilter ref="A1:B9"/><tableColumns count="2"><tableColumn id="1" name="名"/><tableColumn id="2" name="内部メモ"/></tableColumns></table>`},
	}
	parts, _ := clean(t, d.bytes(t), nil, inspect.Blank{Part: "xl/worksheets/sheet1.xml", Ref: "B:B"})
	gone(t, parts, "内部メモ", "autoFilter")
	has(t, parts, "xl/tables/table1.xml", ` ref="A2:B9" headerRowCount="0"`, `name="名"`, `name="列2"`)
}

func TestMask_tableHeads(t *testing.T) {
	d := draft{
		sheets:    []string{"A", "", `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>山田太郎</t></is></c><c r="B1" t="inlineStr"><is><t>佐藤花子</t></is></c><c r="C1" t="inlineStr"><is><t>計</t></is></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`},
		sheetRels: map[int][]string{1: {"rId1", "table", "../tables/table1.xml"}},
		parts:     []string{"xl/tables/table1.xml", ctSheet + "table+xml", head + `<table ` + nsSheet + ` id="1" name="T" displayName="T" ref="A1:C9"><autoFilter ref="A1:C9"/><tableColumns count="3"><tableColumn id="1" name="山田太郎"/><tableColumn id="2" name="佐藤花子"/><tableColumn id="3" name="計"/></tableColumns></table>`},
	}
	mask := func(_ inspect.Location, text string) string {
		if text == "山田太郎" || text == "佐藤花子" {
			return "●●●"
		}
		return text
	}
	parts, _ := clean(t, d.bytes(t), mask)
	gone(t, parts, "山田太郎", "佐藤花子", "autoFilter")
	has(t, parts, "xl/tables/table1.xml", ` ref="A2:C9" headerRowCount="0"`, `name="列1"`, `name="列2"`, `name="計"`)
}

// A rule for cells that a reader sees goes if it reads cells that are emptied; one that looks at its own row or elsewhere stays.
func TestBlank_rules(t *testing.T) {
	rule := func(area, formula string) string {
		return `<conditionalFormatting sqref="` + area + `"><cfRule type="expression" priority="1"><formula>` + formula + `</formula></cfRule></conditionalFormatting>`
	}
	d := draft{sheets: []string{"A", "", `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="F1"><v>7</v></c></row><row r="5" hidden="1"><c r="A5"><v>2</v></c><c r="B5"><v>3</v></c></row></sheetData>` +
		rule("A1:A9", "F1=7") + rule("A2:A9", "$F$1=8") + rule("A1:B9", "A1=9") + rule("A1:B9", "$A1=10") + rule("C1:C9", "D1=11") + rule("C1:C9", "B$5=12") +
		`<dataValidations count="2"><dataValidation type="list" sqref="C1:C9"><formula1>$F$1:$F$3</formula1></dataValidation><dataValidation type="list" sqref="D1"><formula1>$C$1:$C$3</formula1></dataValidation></dataValidations>`}}
	const sheet = "xl/worksheets/sheet1.xml"
	parts, _ := clean(t, d.bytes(t), nil, inspect.Blank{Part: sheet, Ref: "F1"}, inspect.Blank{Part: sheet, Ref: "A5:B5"})
	has(t, parts, sheet, "A1=9", "$A1=10", "D1=11", `<dataValidations count="1">`, "$C$1:$C$3")
	gone(t, parts, "F1=7", "$F$1=8", "B$5=12", "$F$1:$F$3")
}

func TestDropPart_table(t *testing.T) {
	d := draft{
		sheets:    []string{"A", "", `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="D1"><f>SUM(T[数])</f><v>4</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>`},
		sheetRels: map[int][]string{1: {"rId1", "table", "../tables/table1.xml"}},
		parts:     []string{"xl/tables/table1.xml", ctSheet + "table+xml", head + `<table ` + nsSheet + ` id="1" name="T" displayName="T" ref="A1:A9"><tableColumns count="1"><tableColumn id="1" name="数"/></tableColumns></table>`},
	}
	parts, _ := clean(t, d.bytes(t), nil, inspect.DropPart{Part: "xl/tables/table1.xml"})
	has(t, parts, "xl/worksheets/sheet1.xml", `<c r="D1"><v>4</v></c></row></sheetData></worksheet>`)
}

func pivotBook() *draft {
	cacheXML := head + `<pivotCacheDefinition ` + nsSheet + ` r:id="rId1" refreshedBy="佐藤"><cacheSource type="worksheet"><worksheetSource ref="A1:B9" sheet="作業"/></cacheSource><cacheFields count="1"><cacheField name="氏名"><sharedItems><s v="山田太郎"/></sharedItems></cacheField></cacheFields><extLst><ext uri="{725AE2AE-9491-48be-B2B4-4EB974FC3084}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:pivotCacheDefinition pivotCacheId="77"/></ext></extLst></pivotCacheDefinition>`
	return &draft{
		sheets:    []string{"集計", "", `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>GETPIVOTDATA("x",$A$1)</f><v>4</v></c></row></sheetData><conditionalFormatting pivot="1" sqref="A1"><cfRule type="dataBar" priority="1"/></conditionalFormatting><drawing r:id="rId2"/><extLst><ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}"><x14:slicerList><x14:slicer r:id="rId3"/></x14:slicerList></ext></extLst>`, "作業", "", `<sheetData/>`},
		names:     `<definedNames><definedName name="Slicer_氏名">#N/A</definedName></definedNames>`,
		after:     `<pivotCaches><pivotCache cacheId="5" r:id="rIdP"/></pivotCaches><extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerCaches><x14:slicerCache r:id="rIdQ"/></x14:slicerCaches></ext></extLst>`,
		bookRels:  []string{"rIdP", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml", "rIdQ", ms + "2007/relationships/slicerCache", "slicerCaches/slicerCache1.xml"},
		sheetRels: map[int][]string{1: {"rId1", "pivotTable", "../pivotTables/pivotTable1.xml", "rId2", "drawing", "../drawings/drawing1.xml", "rId3", ms + "2007/relationships/slicer", "../slicers/slicer1.xml"}},
		rels: map[string][]string{
			"xl/pivotTables/pivotTable1.xml":          {"rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"},
			"xl/pivotCache/pivotCacheDefinition1.xml": {"rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"},
		},
		parts: []string{
			"xl/pivotTables/pivotTable1.xml", ctSheet + "pivotTable+xml", head + `<pivotTableDefinition ` + nsSheet + ` name="P1" cacheId="5"/>`,
			"xl/pivotCache/pivotCacheDefinition1.xml", ctSheet + "pivotCacheDefinition+xml", cacheXML,
			"xl/pivotCache/pivotCacheRecords1.xml", ctSheet + "pivotCacheRecords+xml", head + `<pivotCacheRecords ` + nsSheet + ` count="1"><r><x v="0"/></r></pivotCacheRecords>`,
			"xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml", head + `<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="Slicer_氏名"><pivotTables><pivotTable tabId="1" name="P1"/></pivotTables></slicerCacheDefinition>`,
			"xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml", head + `<slicers xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><slicer name="氏名 1" cache="Slicer_氏名"/></slicers>`,
			"xl/drawings/drawing1.xml", ctDrawing, head + `<xdr:wsDr ` + nsXdr + `><xdr:twoCellAnchor><xdr:from/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="a14"><xdr:graphicFrame><xdr:nvGraphicFramePr/><a:graphic><a:graphicData uri="x"><sle:slicer xmlns:sle="http://schemas.microsoft.com/office/drawing/2010/slicer" name="氏名 1"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback><xdr:sp><a:t>slicer</a:t></xdr:sp></mc:Fallback></mc:AlternateContent></xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:sp textlink="作業!$A$1" macro=""><a:t>残る</a:t></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>`,
		},
	}
}

func TestFlatten(t *testing.T) {
	for name, fixes := range map[string][]inspect.Fix{
		"by its cache":   {inspect.Flatten{Part: "xl/pivotCache/pivotCacheDefinition1.xml"}},
		"by its table":   {inspect.Flatten{Part: "xl/pivotTables/pivotTable1.xml"}},
		"by its records": {inspect.Flatten{Part: "xl/pivotCache/pivotCacheRecords1.xml"}},
		"by its source":  {inspect.DropSheet{Part: "xl/worksheets/sheet2.xml"}},
		"by its cells":   {inspect.Blank{Part: "xl/worksheets/sheet2.xml", Ref: "A3"}},
	} {
		t.Run(name, func(t *testing.T) {
			parts, _ := clean(t, pivotBook().bytes(t), nil, fixes...)
			gone(t, parts, "山田太郎", "佐藤", "Slicer", "slicer", "pivot")
			has(t, parts, "xl/worksheets/sheet1.xml", `<c r="A1"><v>1</v></c><c r="B1"><v>4</v></c>`, `<conditionalFormatting sqref="A1">`)
			has(t, parts, "xl/drawings/drawing1.xml", `<a:t>残る</a:t>`)
			if textlink := strings.Contains(parts["xl/drawings/drawing1.xml"], "textlink"); textlink == (name == "by its source") {
				t.Error("textlink:", textlink)
			}
		})
	}
}

func TestLiteral(t *testing.T) {
	const nsC = `xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	chartXML := func(sheet string) string {
		return head + `<c:chartSpace ` + nsC + `><c:chart><c:title><c:tx><c:strRef><c:f>` + sheet + `!$D$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>題</c:v></c:pt></c:strCache></c:strRef></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>` + sheet + `!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>人数 &amp; 率</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
			`<c:cat><c:multiLvlStrRef><c:f>` + sheet + `!$A$2:$B$3</c:f><c:multiLvlStrCache><c:ptCount val="2"/><c:lvl><c:pt idx="0"><c:v>あ</c:v></c:pt></c:lvl><c:lvl><c:pt idx="0"><c:v>外</c:v></c:pt></c:lvl></c:multiLvlStrCache></c:multiLvlStrRef></c:cat>` +
			`<c:val><c:numRef><c:f>` + sheet + `!$C$2:$C$3</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>5</c:v></c:pt></c:numCache></c:numRef></c:val>` +
			`<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:datalabelsRange><c15:f>` + sheet + `!$E$1</c15:f><c15:dlblRangeCache><c:pt idx="0"><c:v>隠れた</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst></c:ser></c:barChart></c:plotArea></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
	}
	book := func(sheet string) *draft {
		return &draft{
			sheets:    []string{"A", "", `<sheetData/><drawing r:id="rId1"/>`, "作業", `state="hidden"`, `<sheetData/>`},
			sheetRels: map[int][]string{1: {"rId1", "drawing", "../drawings/drawing1.xml"}},
			rels:      map[string][]string{"xl/drawings/drawing1.xml": {"rId1", "chart", "../charts/chart1.xml"}, "xl/charts/chart1.xml": {"rId1", "package", "../embeddings/book.bin"}},
			parts: []string{
				"xl/drawings/drawing1.xml", ctDrawing, head + `<xdr:wsDr ` + nsXdr + `><xdr:twoCellAnchor><xdr:graphicFrame><a:graphic><a:graphicData uri="c"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame></xdr:twoCellAnchor></xdr:wsDr>`,
				"xl/charts/chart1.xml", ctChart, chartXML(sheet),
				"xl/embeddings/book.bin", "", "名簿",
			},
		}
	}
	for name, tt := range map[string]struct {
		sheet string
		fix   inspect.Fix
	}{"by a fix": {"A", inspect.Literal{Part: "xl/charts/chart1.xml"}}, "by its source": {"作業", inspect.DropSheet{Part: "xl/worksheets/sheet2.xml"}}} {
		t.Run(name, func(t *testing.T) {
			parts, notes := clean(t, book(tt.sheet).bytes(t), nil, tt.fix)
			gone(t, parts, "隠れた", "embeddings", "externalData", "Ref>", ":f>")
			has(t, parts, "xl/charts/chart1.xml",
				`<c:title><c:tx><c:rich><a:bodyPr `, `<a:t>題</a:t>`,
				`<c:ser><c:tx><c:v>人数 &amp; 率</c:v></c:tx>`,
				`<c:cat><c:strLit><c:ptCount val="2"/><c:pt idx="0"><c:v>あ&#10;外</c:v></c:pt></c:strLit></c:cat>`,
				`<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>5</c:v></c:pt></c:numLit></c:val></c:ser>`)
			if len(notes.EmptyCharts) > 0 {
				t.Errorf("%+v", notes)
			}
		})
	}
	t.Run("masked", func(t *testing.T) {
		parts, _ := clean(t, book("A").bytes(t), func(_ inspect.Location, text string) string { return strings.ReplaceAll(text, "あ", "●") })
		has(t, parts, "xl/charts/chart1.xml", `<c:f>A!$A$2:$B$3</c:f>`, `<c:v>●</c:v>`)
	})
	t.Run("chart dropped", func(t *testing.T) {
		parts, _ := clean(t, book("A").bytes(t), nil, inspect.DropPart{Part: "xl/charts/chart1.xml"})
		gone(t, parts, "twoCellAnchor", "charts/")
	})
}

func TestDropPart_comments(t *testing.T) {
	vml := func(more string) string {
		return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="1"><v:textbox>メモ</v:textbox><x:ClientData ObjectType="Note"/></v:shape>` + more + `</xml>`
	}
	for name, more := range map[string]string{"notes only": "", "a button": `<v:shape id="2"><x:ClientData ObjectType="Button"/></v:shape>`} {
		t.Run(name, func(t *testing.T) {
			d := draft{
				sheets:    []string{"A", "", `<sheetData/><pageSetup paperSize="9" r:id="rId4"/><legacyDrawing r:id="rId1"/>`},
				sheetRels: map[int][]string{1: {"rId1", "vmlDrawing", "../drawings/vml.vml", "rId2", "comments", "../comments1.xml", "rId3", ms + "2017/10/relationships/threadedComment", "../threads.xml", "rId4", "printerSettings", "../p.bin"}},
				bookRels:  []string{"rIdT", ms + "2017/10/relationships/person", "persons/person.xml"},
				parts: []string{
					"xl/comments1.xml", ctSheet + "comments+xml", head + `<comments ` + nsSheet + `><authors><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>山田太郎</t></text></comment></commentList></comments>`,
					"xl/threads.xml", "application/vnd.ms-excel.threadedcomments+xml", head + `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment><text>山田太郎</text></threadedComment></ThreadedComments>`,
					"xl/persons/person.xml", "application/vnd.ms-excel.person+xml", head + `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="山田太郎"/></personList>`,
					"xl/drawings/vml.vml", "", vml(more),
					"xl/p.bin", "", "PRINTER",
				},
			}
			parts, _ := clean(t, d.bytes(t), nil, inspect.DropPart{Part: "xl/threads.xml"}, inspect.DropPart{Part: "xl/p.bin"})
			gone(t, parts, "山田太郎", "メモ", "PRINTER", "Note")
			has(t, parts, "xl/worksheets/sheet1.xml", `<pageSetup paperSize="9"/>`)
			if kept := strings.Contains(parts["xl/worksheets/sheet1.xml"], "legacyDrawing"); kept != (more != "") {
				t.Error("legacyDrawing:", kept)
			}
		})
	}
}

func TestDropPart_others(t *testing.T) {
	d := draft{
		sheets: []string{"A", "", `<sheetData><row r="1"><c r="A1"><f>[1]S!A1</f><v>1</v></c><c r="B1"><f>[2]S!A1</f><v>2</v></c><c r="C1"><f>MyFunc(1)</f><v>3</v></c><c r="D1" cm="1"><f>1+1</f><v>4</v></c></row></sheetData>`},
		after:  `<externalReferences><externalReference r:id="rIdE"/><externalReference r:id="rIdF"/></externalReferences>`,
		names:  `<definedNames><definedName name="X">[1]S!$A$1</definedName><definedName name="Y">A!$A$1</definedName></definedNames>`,
		bookRels: []string{
			"rIdE", "externalLink", "externalLinks/e1.xml", "rIdF", "externalLink", "externalLinks/e2.xml", "rIdV", ms + "2006/relationships/vbaProject", "vbaProject.bin",
			"rIdM", "sheetMetadata", "metadata.xml",
		},
		parts: []string{
			"xl/externalLinks/e1.xml", ctSheet + "externalLink+xml", head + `<externalLink ` + nsSheet + `/>`,
			"xl/externalLinks/e2.xml", ctSheet + "externalLink+xml", head + `<externalLink ` + nsSheet + `/>`,
			"xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", "マクロ",
			"xl/metadata.xml", ctSheet + "sheetMetadata+xml", head + `<metadata ` + nsSheet + `/>`,
		},
	}
	tests := map[string]struct {
		fix  inspect.Fix
		want []string
		name string // part
	}{
		"second book": {inspect.DropPart{Part: "xl/externalLinks/e2.xml"}, []string{`<c r="A1"><f>[1]S!A1</f><v>1</v></c><c r="B1"><v>2</v></c>`}, "xl/worksheets/sheet1.xml"},
		"first book":  {inspect.DropPart{Part: "xl/externalLinks/e1.xml"}, []string{`<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>`}, "xl/worksheets/sheet1.xml"},
		"its name":    {inspect.DropPart{Part: "xl/externalLinks/e1.xml"}, []string{`<definedNames><definedName name="Y">`, `<externalReferences><externalReference r:id="rIdF"/></externalReferences>`}, "xl/workbook.xml"},
		"macros":      {inspect.DropPart{Part: "xl/vbaProject.bin"}, []string{`<c r="C1"><v>3</v></c>`}, "xl/worksheets/sheet1.xml"},
		"metadata":    {inspect.DropPart{Part: "xl/metadata.xml"}, []string{`<c r="D1"><f>1+1</f><v>4</v></c>`}, "xl/worksheets/sheet1.xml"},
		"a name":      {inspect.DropElement{Part: "xl/workbook.xml", Element: "definedName", N: 1}, []string{`<definedNames><definedName name="Y">`}, "xl/workbook.xml"},
		"all names":   {inspect.DropElement{Part: "xl/workbook.xml", Element: "definedName"}, []string{`</sheets><externalReferences>`}, "xl/workbook.xml"},
		"one cell":    {inspect.DropElement{Part: "xl/worksheets/sheet1.xml", Element: "c", N: 2}, []string{`<v>1</v></c><c r="C1">`}, "xl/worksheets/sheet1.xml"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			parts, _ := clean(t, d.bytes(t), nil, tt.fix)
			has(t, parts, tt.name, tt.want...)
		})
	}
}

func TestMask(t *testing.T) {
	d := draft{
		sheets:  []string{"A", "", `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>9012345678</v></c><c r="C1" t="str"><f t="shared" ref="C1:D1" si="0">A1</f><v>山田太郎</v></c><c r="D1" t="str"><f t="shared" si="0"/><v>x</v></c><c r="E1" t="inlineStr"><is><r><t>山田</t></r><r><t>太郎</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></is></c></row></sheetData><headerFooter><oddHeader>&amp;L山田太郎</oddHeader></headerFooter>`},
		strings: []string{`<r><rPr><b/></rPr><t>山田</t></r><r><t>太郎</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh>`},
	}
	var cells []string
	mask := func(where inspect.Location, text string) string {
		if where != nil {
			cells = append(cells, where.Words().EN)
		}
		return strings.NewReplacer("山田太郎", "●●●", "9012345678", "●●●").Replace(text)
	}
	parts, notes := clean(t, d.bytes(t), mask)
	gone(t, parts, "山田", "太郎", "ヤマダ", "9012345678")
	has(t, parts, "xl/sharedStrings.xml", `<si><t xml:space="preserve">●●●</t></si>`)
	has(t, parts, "xl/worksheets/sheet1.xml",
		`<c r="B1" s="1" t="inlineStr"><is><t xml:space="preserve">●●●</t></is></c><c r="C1" t="inlineStr"><is><t xml:space="preserve">●●●</t></is></c><c r="D1" t="str"><v>x</v></c><c r="E1" t="inlineStr">`,
		`<oddHeader>&amp;L●●●</oddHeader>`)
	if notes.Frozen != 1 || len(cells) == 0 {
		t.Errorf("%+v, asked for %q", notes, cells)
	}
}

func TestStrip(t *testing.T) {
	d := draft{
		sheets: []string{"A", "", `<sheetData/>`},
		parts: []string{
			"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", head + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>題 &amp; 名</dc:title><dc:creator>佐藤</dc:creator></cp:coreProperties>`,
			"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", head + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>市役所</Company></Properties>`,
			"docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", head + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
		},
		rootRels: []string{"rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", "rId3", "extended-properties", "docProps/app.xml", "rId4", "custom-properties", "docProps/custom.xml"},
	}
	parts, _ := clean(t, d.bytes(t), nil, inspect.Strip{Part: "docProps/core.xml"}, inspect.Strip{Part: "docProps/app.xml"}, inspect.Strip{Part: "docProps/custom.xml"})
	gone(t, parts, "佐藤", "市役所", "custom")
	has(t, parts, "docProps/core.xml", `<dc:title>題 &amp; 名</dc:title></cp:coreProperties>`)
}
