package samples

import "strings"

// strayPlaces are texts in the XML of parts where nobody looks: in settings, in extensions of unknown make, in remarks.
func strayPlaces() []place {
	return []place{
		{
			id: "ooxml/unknown-markup", words: Words{"設定や拡張の部分に書きこまれた文字", "text written into settings and extensions"},
			dirty: func(d *desk) []string {
				d.b.finish()
				told := d.told()
				d.b.edit("xl/styles.xml", func(s string) string {
					return strings.Replace(s, "</styleSheet>", `<extLst>`+memo(told)+`</extLst></styleSheet>`, 1)
				})
				sheet := d.s.part.name
				d.b.edit(sheet, func(s string) string {
					s = strings.Replace(s, "<sheetData>", `<sheetData xmlns:m="urn:example:memo" m:note="`+told+`">`, 1)
					return strings.Replace(s, "</worksheet>", `<extLst>`+memo("控え "+told)+`</extLst></worksheet>`, 1)
				})
				return d.both()
			},
			quiet: func(d *desk) {
				d.b.finish()
				d.b.edit("xl/styles.xml", func(s string) string {
					return strings.Replace(s, "</styleSheet>", `<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext><ext uri="{9260A510-F301-46a8-8635-F512D64BE5F5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:timelineStyles defaultTimelineStyle="TimeSlicerStyleLight1"/></ext></extLst></styleSheet>`, 1)
				})
				d.b.edit(d.s.part.name, func(s string) string {
					return strings.Replace(s, "<sheetData>", `<sheetData xmlns:m="urn:example:memo" m:note="令和6年度版 書式２" m:version="2024-05-10T10:00:00Z">`, 1)
				})
			},
		},
		{
			id: "ooxml/remark", words: Words{"部品の中に書かれたメモ書き", "a remark written into the parts"},
			dirty: func(d *desk) []string {
				d.b.finish()
				d.b.edit("xl/workbook.xml", func(s string) string {
					return strings.Replace(s, "<sheets>", `<!-- 担当 `+d.told()+` --><sheets>`, 1)
				})
				d.b.edit(d.s.part.name, func(s string) string {
					return strings.Replace(s, "<sheetData>", `<sheetData><?memo 確認先 `+d.told()+`?>`, 1)
				})
				return d.both()
			},
			quiet: func(d *desk) {
				d.b.finish()
				d.b.edit("xl/workbook.xml", func(s string) string {
					return strings.Replace(s, "<sheets>", `<!-- written by a program, version 2.1 --><sheets>`, 1)
				})
			},
		},
	}
}

// memo is an extension that no program knows.
func memo(text string) string {
	return `<ext uri="{0C9E4B52-1F0B-4C6E-8D21-2A53C0C9A001}" xmlns:m="urn:example:memo"><m:memo>` + text + `</m:memo></ext>`
}
