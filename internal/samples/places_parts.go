package samples

import (
	"fmt"
	"strings"
)

// Namespaces and relationship types that Excel added after the standard.
const (
	nsX14     = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
	nsX15     = "http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"
	nsRich    = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
	relExcel  = "http://schemas.microsoft.com/office/2007/relationships/"
	relOffice = "http://schemas.microsoft.com/office/2011/relationships/"
	relRich   = "http://schemas.microsoft.com/office/2017/06/relationships/"
)

// partPlaces are parts that hang on a workbook or a sheet and that no cell shows.
func partPlaces() []place {
	light := func(c *Case) { c.Verdict, c.Exit = "review|ok", nil }
	return []place{
		{
			id: "xlsx/scenario", words: Words{"シナリオに残った別の値", "other values kept in a scenario"}, dirty: scenarios,
			quiet: func(d *desk) {
				d.s.slots["sheetProtection"] = `<sheetProtection sheet="1" objects="1" scenarios="1"/>`
			},
		},
		{
			id: "xlsx/data-model", words: Words{"データモデルの中のもとの表", "the source table in the data model"}, dirty: dataModel,
			change: func(c *Case) { // the model is not read, it goes
				c.Verdict, c.Exit = "review|ng", nil
			},
		},
		{
			id: "xlsx/slicer-cache", words: Words{"スライサーに残った項目", "items kept by a slicer"}, dirty: slicer,
			more: map[string]plant{"dirty-timeline.xlsx": timeline},
			quiet: func(d *desk) {
				w := d.b.sheet("施設一覧", "")
				w.table("A1", halls())
				w.tablePart("施設一覧表", halls())
			},
		},
		{
			id: "xlsx/revision-log", words: Words{"共有ブックの変更の記録", "the revision log of a shared workbook"}, dirty: revisions,
		},
		{
			id: "xlsx/xml-map", words: Words{"XMLの対応付けに残った項目名", "field names kept in an XML map"}, change: light,
			dirty: func(d *desk) []string {
				d.b.add("xl/xmlMaps.xml", "application/xml", xmlHead+`<MapInfo xmlns="`+nsMain+`" SelectionNamespaces="xmlns:ns1='urn:hinata:meibo'"><Schema ID="Schema1" Namespace="urn:hinata:meibo"><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:hinata:meibo"><xsd:element name="台帳"><xsd:annotation><xsd:documentation>`+d.told()+`</xsd:documentation></xsd:annotation></xsd:element></xsd:schema></Schema><Map ID="1" Name="台帳_対応付け" RootElement="台帳" SchemaID="Schema1" ShowImportExportValidationErrors="false" AutoFit="true" Append="false" PreserveSortAFLayout="true" PreserveFormat="true"/></MapInfo>`)
				d.b.wb.relate("xmlMaps", "xl/xmlMaps.xml")
				cells := d.b.add("xl/tables/tableSingleCells1.xml", ctSheetML+"tableSingleCells+xml", xmlHead+`<singleXmlCells xmlns="`+nsMain+`"><singleXmlCell id="1" r="B4" connectionId="0"><xmlCellPr id="1" uniqueName="`+d.people[1].Mobile+`"><xmlPr mapId="1" xpath="/ns1:台帳/ns1:担当" xmlDataType="string"/></xmlCellPr></singleXmlCell></singleXmlCells>`)
				d.s.part.relate("tableSingleCells", cells.name)
				return append(d.both(), "台帳_対応付け", d.people[1].Mobile)
			},
		},
		{
			id: "xlsx/rich-data", words: Words{"データ型のセルに付いた値", "values behind a data type"}, dirty: richData, change: richWant,
			more: map[string]plant{"dirty-card.xlsx": richCard, "dirty-mixed.xlsx": richMixed},
			quiet: func(d *desk) { // a dynamic array needs the same metadata part, and no rich values
				d.s.line("A10", textStyle, "一覧", formula{f: "_xlfn.UNIQUE(A4:A6)", v: "みどり台公民館", attrs: ` t="array" ref="B10:B12"`})
				d.s.set("B11", direct("若葉町図書館"), textStyle)
				d.s.set("B12", direct("桜ヶ丘体育館"), textStyle)
				d.sheetMetadata("XLDAPR", `<ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext>`, "cellMetadata")
				d.mark("B10", "cm", 1)
			},
		},
		{
			id: "xlsx/custom-property", words: Words{"アドインがシートに付けた情報", "something an add-in attached to a sheet"}, change: light,
			dirty: func(d *desk) []string {
				p := d.b.add("xl/customProperty1.bin", ctSheetML+"customProperty", string(utf16le(d.told())))
				d.s.slots["customProperties"] = `<customProperties><customPr name="_addin_連絡先" r:id="` + d.s.part.relate("customProperty", p.name) + `"/></customProperties>`
				return append(d.both(), "_addin_連絡先")
			},
		},
	}
}

// scenarios keeps the contacts of two people as other values of a cell.
func scenarios(d *desk) []string {
	q := d.people[1]
	d.s.set("A10", "連絡先は窓口まで", plainStyle)
	one := func(name string, p Person) string {
		return fmt.Sprintf(`<scenario name="%s" locked="1" count="1" user="%s" comment="作成者：%s"><inputCells r="A10" val="氏名：%s　電話：%s"/></scenario>`, name, p.Solid(), p.Solid(), p.Solid(), p.Mobile)
	}
	d.s.slots["scenarios"] = `<scenarios current="0" show="0">` + one("内部用", d.p) + one("夜間", q) + `</scenarios>`
	return append(d.both(), q.Solid(), q.Mobile, "内部用")
}

// dataModel keeps a table in the model of Power Pivot. The real thing is compressed; a plain text shows whether it is left.
func dataModel(d *desk) []string {
	d.b.add("xl/model/item.data", ctOffice+"model+data", "\xff\xfe"+string(utf16le("This backup was created using XPress9 compression.\x00"+csv(d.roster(), '\t', "\r\n"))))
	d.b.wb.link(relOffice+"powerPivotData", "model/item.data", "")
	d.b.tail = `<extLst><ext uri="{FCE2AD5D-F65C-4FA6-A056-5C36A1767C68}" xmlns:x15="` + nsX15 + `"><x15:dataModel><x15:modelTables><x15:modelTable id="範囲_住民" name="住民の表" connection="WorksheetConnection_住民"/></x15:modelTables></x15:dataModel></ext></extLst>`
	return append(d.gone(), "住民の表", "WorksheetConnection_住民")
}

// slicer filters a pivot table by a person's name: its buttons keep the names of all.
func slicer(d *desk) []string {
	var items strings.Builder
	var gone []string
	for _, p := range d.people {
		fmt.Fprintf(&items, `<i n="[名簿].[担当].&amp;[%s]" c="%s"/>`, p.Solid(), p.Solid())
		gone = append(gone, p.Solid())
	}
	const cache, name = "スライサー_担当", "担当 1"
	def := d.b.add("xl/slicerCaches/slicerCache1.xml", "application/vnd.ms-excel.slicerCache+xml", xmlHead+`<slicerCacheDefinition xmlns="`+nsX14+`" name="`+cache+`" sourceName="[名簿].[担当]"><data><olap pivotCacheId="1"><levels count="1"><level uniqueName="[名簿].[担当].[担当]" sourceCaption="担当" count="6"><ranges><range startItem="0">`+items.String()+`</range></ranges></level></levels></olap></data></slicerCacheDefinition>`)
	d.b.tail = `<extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="` + nsX14 + `"><x14:slicerCaches><x14:slicerCache r:id="` + d.b.wb.link(relExcel+"slicerCache", relative("xl", def.name), "") + `"/></x14:slicerCaches></ext></extLst>`
	d.b.name(cache, "", "#N/A")
	shown := d.b.add("xl/slicers/slicer1.xml", "application/vnd.ms-excel.slicer+xml", xmlHead+`<slicers xmlns="`+nsX14+`"><slicer name="`+name+`" cache="`+cache+`" caption="担当" rowHeight="241300"/></slicers>`)
	d.s.slots["extLst"] = `<extLst><ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}" xmlns:x14="` + nsX14 + `"><x14:slicerList><x14:slicer r:id="` + d.s.part.link(relExcel+"slicer", relative("xl/worksheets", shown.name), "") + `"/></x14:slicerList></ext></extLst>`
	d.s.chart("定員", []series{d.capacity()}, "")
	d.b.edit("xl/drawings/drawing1.xml", func(s string) string {
		return strings.Replace(s, "</xdr:wsDr>", `<xdr:twoCellAnchor editAs="absolute"><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><mc:Choice Requires="a14"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9" name="`+name+`"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2010/slicer"><sle:slicer xmlns:sle="http://schemas.microsoft.com/office/drawing/2010/slicer" name="`+name+`"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="0" name=""/><xdr:cNvSpPr><a:spLocks noTextEdit="1"/></xdr:cNvSpPr></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>この図形は、スライサーを表しています。</a:t></a:r></a:p></xdr:txBody></xdr:sp></mc:Fallback></mc:AlternateContent><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`, 1)
	})
	return append(gone, cache)
}

// revisions is the log of a shared workbook: a cell that held a contact before it was emptied, and who emptied it.
func revisions(d *desk) []string {
	q := d.people[1]
	head := d.b.add("xl/revisions/revisionHeaders.xml", ctSheetML+"revisionHeaders+xml", "")
	log := d.b.add("xl/revisions/revisionLog1.xml", ctSheetML+"revisionLog+xml", xmlHead+`<revisions xmlns="`+nsMain+`"><rcc rId="1" sId="1"><oc r="A10" t="inlineStr"><is><t>`+d.told()+`</t></is></oc><nc r="A10"/></rcc></revisions>`)
	head.data = []byte(xmlHead + `<headers xmlns="` + nsMain + `" xmlns:r="` + nsRel + `" guid="` + guid(9) + `" diskRevisions="1" revisionId="1" version="2"><header guid="` + guid(9) + `" dateTime="2024-05-17T10:20:30" maxSheetId="2" userName="` + q.Solid() + `" r:id="` + head.relate("revisionLog", log.name) + `" minRId="1" maxRId="1"><sheetIdMap count="1"><sheetId val="1"/></sheetIdMap></header></headers>`)
	d.b.wb.relate("revisionHeaders", head.name)
	users := d.b.add("xl/revisions/userNames.xml", ctSheetML+"userNames+xml", xmlHead+`<users xmlns="`+nsMain+`" count="1"><userInfo guid="`+guid(9)+`" name="`+q.Solid()+`" id="-1" dateTime="2024-05-17T10:20:30"/></users>`)
	d.b.wb.relate("usernames", users.name)
	return append(d.both(), q.Solid())
}
