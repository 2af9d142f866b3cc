package samples

import (
	"fmt"
	"strings"
)

// A shape lies over cells: columns and rows from 0, its geometry, its fill and its style.
type shape struct {
	col1, row1, col2, row2 int
	geometry, fill, style  string
}

// A box is a shape whose size is given in EMU.
type box struct {
	col, row, cx, cy      int
	geometry, fill, style string
}

func solidFill(rgb string) string { return `<a:solidFill><a:srgbClr val="` + rgb + `"/></a:solidFill>` }

// shapes puts shapes on a sheet.
func (s *sheet) shapes(list ...shape) {
	var out strings.Builder
	for i, x := range list {
		fmt.Fprintf(&out, `<xdr:twoCellAnchor>%s%s%s<xdr:clientData/></xdr:twoCellAnchor>`,
			corner("from", x.col1, x.row1), corner("to", x.col2, x.row2), shapeXML(i+2, x.geometry, x.fill, x.style, 0, 0))
	}
	s.drawing(out.String())
}

// boxes puts boxes on a sheet.
func (s *sheet) boxes(list ...box) {
	var out strings.Builder
	for i, x := range list {
		fmt.Fprintf(&out, `<xdr:oneCellAnchor>%s<xdr:ext cx="%d" cy="%d"/>%s<xdr:clientData/></xdr:oneCellAnchor>`,
			corner("from", x.col, x.row), x.cx, x.cy, shapeXML(i+2, x.geometry, x.fill, x.style, x.cx, x.cy))
	}
	s.drawing(out.String())
}

func corner(name string, col, row int) string {
	return fmt.Sprintf(`<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:%s>`, name, col, row, name)
}

func shapeXML(id int, geometry, fill, style string, cx, cy int) string {
	return fmt.Sprintf(`<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="%d" name="図形 %d"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="%s"><a:avLst/></a:prstGeom>%s<a:ln><a:noFill/></a:ln></xdr:spPr>%s<xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="ja-JP"/></a:p></xdr:txBody></xdr:sp>`,
		id, id-1, cx, cy, geometry, fill, style)
}

// drawing puts anchors on a sheet.
func (s *sheet) drawing(anchors string) {
	b := s.book
	d := b.add(b.counter("xl/drawings/drawing", ".xml"), ctDrawing, xmlHead+`<xdr:wsDr xmlns:xdr="`+nsSheet+`" xmlns:a="`+nsDraw+`" xmlns:r="`+nsRel+`">`+anchors+`</xdr:wsDr>`)
	s.slots["drawing"] = `<drawing r:id="` + s.part.relate("drawing", d.name) + `"/>`
}
