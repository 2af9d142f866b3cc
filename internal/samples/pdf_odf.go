package samples

import (
	"fmt"
	"strings"
)

const odfNames = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"`

// odfStyles are the styles of flat OpenDocument sources.
const odfStyles = `<style:style style:name="P" style:family="paragraph"><style:text-properties style:font-name-asian="IPAGothic" style:font-name="IPAGothic" fo:font-size="11pt" style:font-size-asian="11pt"/></style:style>` +
	`<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:line-height="1.2cm"/><style:text-properties style:font-name-asian="IPAGothic" style:font-name="IPAGothic" fo:font-size="15pt" style:font-size-asian="15pt"/></style:style>` +
	`<style:style style:name="Black" style:family="text"><style:text-properties fo:color="#000000" fo:background-color="#000000"/></style:style>` +
	`<style:style style:name="Marker" style:family="text"><style:text-properties fo:background-color="#ffff00"/></style:style>` +
	`<style:style style:name="Under" style:family="text"><style:text-properties style:text-underline-style="solid" style:text-underline-width="auto"/></style:style>` +
	`<style:style style:name="Strike" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
	`<style:style style:name="White" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>` +
	`<style:style style:name="Cover" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="solid" draw:fill-color="#000000" style:run-through="foreground" style:wrap="run-through"/></style:style>` +
	`<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #888888" fo:padding="0.1cm"/></style:style>` +
	`<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #888888" fo:padding="0.1cm" fo:background-color="#203864"/></style:style>` +
	`<style:style style:name="Shade" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #888888" fo:padding="0.1cm" fo:background-color="#d9d9d9"/></style:style>` +
	`<style:style style:name="BlackCell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #888888" fo:background-color="#000000"/><style:text-properties fo:color="#000000"/></style:style>` +
	`<style:style style:name="Row" style:family="table-row"><style:table-row-properties style:row-height="0.75cm"/></style:style>`

const odfFonts = `<office:font-face-decls><style:font-face style:name="IPAGothic" svg:font-family="IPAGothic"/></office:font-face-decls>`

const odfPage = `<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/></style:page-layout>`

// odfText is a flat text document.
func odfText(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document ` + odfNames + ` office:mimetype="application/vnd.oasis.opendocument.text">` + odfFonts +
		`<office:automatic-styles>` + odfPage + odfStyles + odfWidths() + `</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>` +
		`<office:body><office:text>` + body + `</office:text></office:body></office:document>`
}

// odfWidths are styles for columns of 1 to 12 cm, in steps of half a centimetre, and for a table as wide as its columns.
func odfWidths() string {
	var b strings.Builder
	b.WriteString(`<style:style style:name="Table" style:family="table"><style:table-properties style:width="15.5cm" table:align="left"/></style:style>`)
	for n := 2; n <= 24; n++ {
		fmt.Fprintf(&b, `<style:style style:name="W%d" style:family="table-column"><style:table-column-properties style:column-width="%.1fcm"/></style:style>`, n, float64(n)/2)
	}
	return b.String()
}

// odfTable is a table; style answers the cell style for a row (-1: the head) and a column, and markup the paragraph's style.
func odfTable(widths []float64, heads []string, rows [][]string, style func(row, col int) (cell, span string)) string {
	var b strings.Builder
	b.WriteString(`<table:table table:name="T" table:style-name="Table">`)
	for _, w := range widths {
		fmt.Fprintf(&b, `<table:table-column table:style-name="W%d"/>`, int(w*2))
	}
	for i, cells := range append([][]string{heads}, rows...) {
		b.WriteString(`<table:table-row table:style-name="Row">`)
		for j, s := range cells {
			cell, span := "Cell", ""
			if style != nil {
				cell, span = style(i-1, j)
			}
			if span != "" {
				s = `<text:span text:style-name="` + span + `">` + s + `</text:span>`
			}
			b.WriteString(`<table:table-cell table:style-name="` + cell + `" office:value-type="string"><text:p text:style-name="P">` + s + `</text:p></table:table-cell>`)
		}
		b.WriteString(`</table:table-row>`)
	}
	return b.String() + `</table:table>`
}

// odfSheet is a flat spreadsheet.
func odfSheet(table string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document ` + odfNames + ` office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` + odfFonts +
		`<office:automatic-styles>` + odfPage + odfStyles + odfWidths() + `</office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="A4"/></office:master-styles>` +
		`<office:body><office:spreadsheet>` + table + `</office:spreadsheet></office:body></office:document>`
}
