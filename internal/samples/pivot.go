package samples

import (
	"fmt"
	"strings"
	"time"
)

// pivot writes a pivot table that counts the rows of t by one column, on s from A3 on, together with its cache: definition,
// shared items and records of the whole source, as Excel keeps them. It returns the number of groups.
func (s *sheet) pivot(t table, source string, by, count int, groups []string) {
	b := s.book
	n := len(b.caches) + 1
	def := b.add(b.counter("xl/pivotCache/pivotCacheDefinition", ".xml"), ctSheetML+"pivotCacheDefinition+xml", "")
	rec := b.add(b.counter("xl/pivotCache/pivotCacheRecords", ".xml"), ctSheetML+"pivotCacheRecords+xml", "")
	tab := b.add(b.counter("xl/pivotTables/pivotTable", ".xml"), ctSheetML+"pivotTable+xml", "")
	recID := def.relate("pivotCacheRecords", rec.name)
	tab.relate("pivotCacheDefinition", def.name)
	s.part.relate("pivotTable", tab.name)
	b.caches = append(b.caches, fmt.Sprintf(`<pivotCache cacheId="%d" r:id="%s"/>`, n, b.wb.relate("pivotCacheDefinition", def.name)))
	shared := map[int]map[string]int{by: {}, count: {}}
	for i, g := range groups {
		shared[by][g] = i
	}
	rec.data = []byte(t.records(shared))
	def.data = []byte(t.definition(recID, source, shared))
	tab.data = []byte(pivotTable(n, t, by, count, len(groups)))
	s.pivotCells(t, by, count, groups)
}

// pivotCells writes what the reader sees of the pivot table.
func (s *sheet) pivotCells(t table, by, count int, groups []string) {
	s.line("A3", headStyle, "行ラベル", "個数 / "+t.heads[count])
	for i, g := range groups {
		n := 0
		for _, cells := range t.rows {
			if cells[by] == g {
				n++
			}
		}
		s.put(4+i, 1, g, plainStyle)
		s.put(4+i, 2, n, plainStyle)
	}
	s.put(4+len(groups), 1, "総計", plainStyle)
	s.put(4+len(groups), 2, len(t.rows), plainStyle)
}

// records writes the cache's rows and fills the shared items of the columns that have them.
func (t table) records(shared map[int]map[string]int) string {
	var s strings.Builder
	fmt.Fprintf(&s, xmlHead+`<pivotCacheRecords xmlns="%s" xmlns:r="%s" count="%d">`, nsMain, nsRel, len(t.rows))
	for _, cells := range t.rows {
		s.WriteString("<r>")
		for j, v := range cells {
			if items, ok := shared[j]; ok {
				text := fmt.Sprint(v)
				if _, ok := items[text]; !ok {
					items[text] = len(items)
				}
				fmt.Fprintf(&s, `<x v="%d"/>`, items[text])
				continue
			}
			s.WriteString(record(v))
		}
		s.WriteString("</r>")
	}
	return s.String() + "</pivotCacheRecords>"
}

// record writes one value of the cache.
func record(v any) string {
	switch x := v.(type) {
	case time.Time:
		return `<d v="` + x.Format("2006-01-02T15:04:05") + `"/>`
	case int, float64:
		return fmt.Sprintf(`<n v="%v"/>`, x)
	case nil:
		return `<m/>`
	}
	return fmt.Sprintf(`<s v="%s"/>`, esc(fmt.Sprint(v)))
}

// definition writes the cache's definition: where the data came from, and the columns.
func (t table) definition(recID, source string, shared map[int]map[string]int) string {
	var s strings.Builder
	fmt.Fprintf(&s, xmlHead+`<pivotCacheDefinition xmlns="%s" xmlns:r="%s" r:id="%s" refreshedBy="kikaku03" refreshedDate="45432.427" createdVersion="8" refreshedVersion="8" minRefreshableVersion="3" recordCount="%d"><cacheSource type="worksheet"><worksheetSource ref="%s" sheet="%s"/></cacheSource><cacheFields count="%d">`, nsMain, nsRel, recID, len(t.rows), t.ref(), esc(source), len(t.heads))
	for j, h := range t.heads {
		format := 0
		if _, ok := t.rows[0][j].(time.Time); ok {
			format = 14
		}
		fmt.Fprintf(&s, `<cacheField name="%s" numFmtId="%d">%s</cacheField>`, esc(h), format, t.items(j, shared[j]))
	}
	return s.String() + "</cacheFields></pivotCacheDefinition>"
}

// items writes a column's sharedItems: the distinct values if the pivot uses the column, else only what they are like.
func (t table) items(j int, shared map[string]int) string {
	if shared != nil {
		list := make([]string, len(shared))
		for text, i := range shared {
			list[i] = `<s v="` + esc(text) + `"/>`
		}
		return fmt.Sprintf(`<sharedItems count="%d">%s</sharedItems>`, len(list), strings.Join(list, ""))
	}
	switch v := t.rows[0][j].(type) {
	case time.Time:
		first, last := v, v
		for _, cells := range t.rows {
			if d := cells[j].(time.Time); d.Before(first) {
				first = d
			} else if d.After(last) {
				last = d
			}
		}
		const layout = "2006-01-02T15:04:05"
		return fmt.Sprintf(`<sharedItems containsSemiMixedTypes="0" containsNonDate="0" containsDate="1" containsString="0" minDate="%s" maxDate="%s"/>`, first.Format(layout), last.AddDate(0, 0, 1).Format(layout))
	case int:
		lo, hi := v, v
		for _, cells := range t.rows {
			lo, hi = min(lo, cells[j].(int)), max(hi, cells[j].(int))
		}
		return fmt.Sprintf(`<sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="%d" maxValue="%d"/>`, lo, hi)
	}
	return "<sharedItems/>"
}

// pivotTable writes the table's definition.
func pivotTable(cache int, t table, by, count, groups int) string {
	var s strings.Builder
	fmt.Fprintf(&s, xmlHead+`<pivotTableDefinition xmlns="%s" name="ピボットテーブル%d" cacheId="%d" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="値" updatedVersion="8" minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="8" indent="0" outline="1" outlineData="1" multipleFieldFilters="0"><location ref="A3:B%d" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="%d">`, nsMain, cache, cache, 4+groups, len(t.heads))
	var items, rows strings.Builder
	for i := range groups {
		fmt.Fprintf(&items, `<item x="%d"/>`, i)
		fmt.Fprintf(&rows, `<i><x v="%d"/></i>`, i)
	}
	for j := range t.heads {
		switch j {
		case by:
			fmt.Fprintf(&s, `<pivotField axis="axisRow" showAll="0"><items count="%d">%s<item t="default"/></items></pivotField>`, groups+1, items.String())
		case count:
			s.WriteString(`<pivotField dataField="1" showAll="0"/>`)
		default:
			s.WriteString(`<pivotField showAll="0"/>`)
		}
	}
	fmt.Fprintf(&s, `</pivotFields><rowFields count="1"><field x="%d"/></rowFields><rowItems count="%d">%s<i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="個数 / %s" fld="%d" subtotal="count" baseField="0" baseItem="0"/></dataFields>`, by, groups+1, rows.String(), esc(t.heads[count]), count)
	return s.String() + `<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>`
}
