package samples

import (
	"fmt"
	"strings"
)

// Cell styles: indices into cellXfs of [stylesXML], which all workbooks share.
const (
	plainStyle   = iota
	titleStyle   // bold, 14 points
	headStyle    // white on dark blue: a trap for whoever looks for white text
	textStyle    // bordered
	countStyle   // bordered, #,##0
	dateStyle    // yyyy/m/d
	warekiStyle  // 昭和60年4月1日
	asTextStyle  // @
	whiteStyle   // white on no fill
	nothingStyle // number format ;;;
	themeStyle   // font and fill are the same tinted theme colour
	indexedStyle // font is indexed white on no fill
	fillStyle    // font and fill are the same RGB colour
	noZeroStyle  // 0;-0;;@ hides zeros only: a trap
	shareStyle   // 0.0%
	quotedStyle  // number format "";"";"";""
	meanStyle    // 0.00
)

// xf is one entry of cellXfs: number format, font, fill, border.
var xfs = [...][4]int{
	plainStyle: {0, 0, 0, 0}, titleStyle: {0, 2, 0, 0}, headStyle: {0, 3, 2, 1}, textStyle: {0, 0, 0, 1}, countStyle: {3, 0, 0, 1},
	dateStyle: {14, 0, 0, 1}, warekiStyle: {176, 0, 0, 1}, asTextStyle: {49, 0, 0, 1}, whiteStyle: {0, 4, 0, 0},
	nothingStyle: {177, 0, 0, 0}, themeStyle: {0, 5, 3, 0}, indexedStyle: {0, 6, 0, 0}, fillStyle: {0, 7, 4, 0},
	noZeroStyle: {178, 0, 0, 1}, shareStyle: {179, 0, 0, 1}, quotedStyle: {180, 0, 0, 0}, meanStyle: {2, 0, 0, 1},
}

// looks are styles that one workbook has beside the common ones.
type looks struct{ formats, fonts, fills, xfs, dxfs []string }

// style adds a cell format and returns its index. Font and fill are the content of their elements, format is a number format; each may
// be empty.
func (l *looks) style(font, fill, format string) int {
	x := [3]int{}
	for i, part := range []struct {
		list  *[]string
		xml   string
		first int
	}{{&l.formats, format, 181}, {&l.fonts, font, 8}, {&l.fills, fill, 5}} {
		if part.xml != "" {
			*part.list = append(*part.list, part.xml)
			x[i] = part.first + len(*part.list) - 1
		}
	}
	l.xfs = append(l.xfs, fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>`, x[0], x[1], x[2]))
	return len(xfs) + len(l.xfs) - 1
}

// shrunk adds a format that makes texts as small as it takes to fit.
func (l *looks) shrunk() int {
	n := l.style("", "", "")
	last := &l.xfs[len(l.xfs)-1]
	*last = strings.TrimSuffix(*last, "/>") + ` applyAlignment="1"><alignment shrinkToFit="1"/></xf>`
	return n
}

// dxf adds a differential format and returns its index.
func (l *looks) dxf(xml string) int {
	l.dxfs = append(l.dxfs, "<dxf>"+xml+"</dxf>")
	return len(l.dxfs) - 1
}

// fontOf writes the content of a font, solid that of a fill.
func fontOf(color string) string {
	return `<sz val="11"/><color ` + color + `/><name val="游ゴシック"/>`
}

func solid(color string) string {
	return `<patternFill patternType="solid"><fgColor ` + color + `/><bgColor indexed="64"/></patternFill>`
}

// stylesXML writes xl/styles.xml.
func stylesXML(own *looks) string {
	font := func(size, color, more string) string {
		return `<font>` + more + `<sz val="` + size + `"/><color ` + color + `/><name val="游ゴシック"/><family val="2"/><charset val="128"/></font>`
	}
	fill := func(color string) string {
		return `<fill><patternFill patternType="solid"><fgColor ` + color + `/><bgColor indexed="64"/></patternFill></fill>`
	}
	var s strings.Builder
	s.WriteString(xmlHead + `<styleSheet xmlns="` + nsMain + `"><numFmts count="`)
	fmt.Fprintf(&s, `%d">`, 5+len(own.formats))
	s.WriteString(`<numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode=";;;"/><numFmt numFmtId="178" formatCode="0;-0;;@"/><numFmt numFmtId="179" formatCode="0.0%"/><numFmt numFmtId="180" formatCode="&quot;&quot;;&quot;&quot;;&quot;&quot;;&quot;&quot;"/>`)
	for i, code := range own.formats {
		fmt.Fprintf(&s, `<numFmt numFmtId="%d" formatCode="%s"/>`, 181+i, esc(code))
	}
	fmt.Fprintf(&s, `</numFmts><fonts count="%d">`, 8+len(own.fonts))
	s.WriteString(font("11", `theme="1"`, "") + font("6", `theme="1"`, "") + font("14", `theme="1"`, "<b/>") + font("11", `theme="0"`, "<b/>") + font("11", `rgb="FFFFFFFF"`, ""))
	s.WriteString(font("11", `theme="4" tint="0.79998168889431442"`, "") + font("11", `indexed="9"`, "") + font("11", `rgb="FFF2F2F2"`, "") + ``)
	for _, f := range own.fonts {
		s.WriteString("<font>" + f + "</font>")
	}
	fmt.Fprintf(&s, `</fonts><fills count="%d">`, 5+len(own.fills))
	s.WriteString(`<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` + fill(`rgb="FF1F4E78"`) + fill(`theme="4" tint="0.79998168889431442"`) + fill(`rgb="FFF2F2F2"`))
	for _, f := range own.fills {
		s.WriteString("<fill>" + f + "</fill>")
	}
	s.WriteString(`</fills>`)
	s.WriteString(`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color indexed="64"/></left><right style="thin"><color indexed="64"/></right><top style="thin"><color indexed="64"/></top><bottom style="thin"><color indexed="64"/></bottom><diagonal/></border></borders>`)
	fmt.Fprintf(&s, `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs><cellXfs count="%d">`, len(xfs)+len(own.xfs))
	for _, x := range xfs {
		fmt.Fprintf(&s, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0"%s><alignment vertical="center"/></xf>`, x[0], x[1], x[2], x[3], applies(x))
	}
	s.WriteString(strings.Join(own.xfs, "") + `</cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles>`)
	if len(own.dxfs) > 0 {
		fmt.Fprintf(&s, `<dxfs count="%d">%s</dxfs>`, len(own.dxfs), strings.Join(own.dxfs, ""))
	} else {
		s.WriteString(`<dxfs count="0"/>`)
	}
	return s.String() + `<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
}

// applies says which parts of an xf differ from the default, as Excel does.
func applies(x [4]int) string {
	s := ""
	for i, name := range []string{"NumberFormat", "Font", "Fill", "Border"} {
		if x[i] != 0 {
			s += ` apply` + name + `="1"`
		}
	}
	return s + ` applyAlignment="1"`
}

// themeXML is the Office theme, shortened to what the schema requires.
const themeXML = xmlHead + `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office テーマ"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="游ゴシック Light"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="游ゴシック"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>` + themeFill + themeFill + themeFill + `</a:fillStyleLst><a:lnStyleLst>` + themeLine + themeLine + themeLine + `</a:lnStyleLst><a:effectStyleLst>` + themeEffect + themeEffect + themeEffect + `</a:effectStyleLst><a:bgFillStyleLst>` + themeFill + themeFill + themeFill + `</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`

const (
	themeFill   = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	themeLine   = `<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">` + themeFill + `<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`
	themeEffect = `<a:effectStyle><a:effectLst/></a:effectStyle>`
)
