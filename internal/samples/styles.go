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

// stylesXML writes xl/styles.xml.
func stylesXML() string {
	font := func(size, color, more string) string {
		return `<font>` + more + `<sz val="` + size + `"/><color ` + color + `/><name val="游ゴシック"/><family val="2"/><charset val="128"/></font>`
	}
	fill := func(color string) string {
		return `<fill><patternFill patternType="solid"><fgColor ` + color + `/><bgColor indexed="64"/></patternFill></fill>`
	}
	var s strings.Builder
	s.WriteString(xmlHead + `<styleSheet xmlns="` + nsMain + `"><numFmts count="5"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode=";;;"/><numFmt numFmtId="178" formatCode="0;-0;;@"/><numFmt numFmtId="179" formatCode="0.0%"/><numFmt numFmtId="180" formatCode="&quot;&quot;;&quot;&quot;;&quot;&quot;;&quot;&quot;"/></numFmts><fonts count="8">`)
	s.WriteString(font("11", `theme="1"`, "") + font("6", `theme="1"`, "") + font("14", `theme="1"`, "<b/>") + font("11", `theme="0"`, "<b/>") + font("11", `rgb="FFFFFFFF"`, ""))
	s.WriteString(font("11", `theme="4" tint="0.79998168889431442"`, "") + font("11", `indexed="9"`, "") + font("11", `rgb="FFF2F2F2"`, "") + `</fonts><fills count="5">`)
	s.WriteString(`<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` + fill(`rgb="FF1F4E78"`) + fill(`theme="4" tint="0.79998168889431442"`) + fill(`rgb="FFF2F2F2"`) + `</fills>`)
	s.WriteString(`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color indexed="64"/></left><right style="thin"><color indexed="64"/></right><top style="thin"><color indexed="64"/></top><bottom style="thin"><color indexed="64"/></bottom><diagonal/></border></borders>`)
	fmt.Fprintf(&s, `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs><cellXfs count="%d">`, len(xfs))
	for _, x := range xfs {
		fmt.Fprintf(&s, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0"%s><alignment vertical="center"/></xf>`, x[0], x[1], x[2], x[3], applies(x))
	}
	return s.String() + `</cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
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
