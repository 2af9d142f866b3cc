package wml

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const testStyles = `<w:styles xmlns:w="` + Space + `">
<w:style w:type="paragraph" w:default="1" w:styleId="a"/>
<w:style w:type="paragraph" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="child"><w:basedOn w:val="gone"/></w:style>
<w:style w:type="paragraph" w:styleId="back"><w:basedOn w:val="gone"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="memo"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="bar"><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>
<w:style w:type="table" w:styleId="grid"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="000080"/></w:tcPr></w:tblStylePr></w:style>
</w:styles>`

// walked reads a body and returns its paragraphs as "class:text" for each stretch.
func walked(t *testing.T, body string) (paras []string, fields []*Field) {
	t.Helper()
	st, err := readStyles(context.Background(), strings.NewReader(testStyles), newTheme())
	if err != nil {
		t.Fatal(err)
	}
	d := &Document{page: paint{solid, white}, behind: off, styles: st}
	xml := `<w:document xmlns:w="` + Space + `" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="` + vmlSpace + `"><w:body>` + body + `</w:body></w:document>`
	names := [...]string{"", "blacked", "faint", "hidden", "boxed", "deleted", "tiny", "merged", "outside", "unused"}
	err = Walk(context.Background(), d, &Story{styles: st}, strings.NewReader(xml), &Visitor{
		Para: func(p *Para) error {
			s := p.Shown()
			for _, x := range p.Stretches() {
				s += fmt.Sprintf("|%s:%s", names[x.Class], x.Text)
			}
			paras = append(paras, s)
			return nil
		},
		Field: func(f *Field) error {
			fields = append(fields, f)
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return paras, fields
}

func r(props, text string) string {
	return `<w:r><w:rPr>` + props + `</w:rPr><w:t>` + text + `</w:t></w:r>`
}

func para(props string, runs ...string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr>` + strings.Join(runs, "") + `</w:p>`
}

func TestWalk_TellsWhatAReaderSees(t *testing.T) {
	blackCell := func(run string) string {
		return `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr>` + para("", run) + `</w:tc></w:tr></w:tbl>`
	}
	for name, x := range map[string]struct {
		body string
		want []string
	}{
		"plain":                  {para("", r("", "a"), r("", "b")), []string{"ab"}},
		"tab and break":          {para("", `<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:sym w:char="3042"/><w:sym w:char="F041"/></w:r>`), []string{"a\tb\n-あ"}},
		"vanish":                 {para("", r("", "a"), r("<w:vanish/>", "b"), r(`<w:vanish w:val="0"/>`, "c")), []string{"ac|hidden:b"}},
		"hidden style":           {para(`<w:pStyle w:val="gone"/>`, r("", "a")), []string{"|hidden:a"}},
		"inherited":              {para(`<w:pStyle w:val="child"/>`, r("", "a")), []string{"|hidden:a"}},
		"taken back":             {para(`<w:pStyle w:val="back"/>`, r("", "a")), []string{"a"}},
		"twice is not":           {para(`<w:pStyle w:val="gone"/>`, r(`<w:rStyle w:val="memo"/>`, "a")), []string{"a"}},
		"direct decides":         {para(`<w:pStyle w:val="gone"/>`, r(`<w:vanish w:val="0"/>`, "a")), []string{"a"}},
		"circle of styles":       {para(`<w:pStyle w:val="x"/>`, r("", "a")), []string{"a"}},
		"web hidden shows":       {para("", r("<w:webHidden/>", "1")), []string{"1"}},
		"white on page":          {para("", r(`<w:color w:val="FFFFFF"/>`, "a")), []string{"|faint:a"}},
		"white by style":         {para("", r(`<w:rStyle w:val="pale"/>`, "a")), []string{"|faint:a"}},
		"white on a bar":         {para(`<w:pStyle w:val="bar"/>`, r(`<w:color w:val="FFFFFF"/>`, "a")), []string{"a"}},
		"white on pattern":       {para(`<w:shd w:val="thinHorzStripe" w:fill="000000"/>`, r(`<w:color w:val="FFFFFF"/>`, "a")), []string{"a"}},
		"black highlight":        {para("", r("", "a"), r(`<w:highlight w:val="black"/>`, "山田"), r("", "b")), []string{"a■■■b|blacked:山田"}},
		"one bar for two runs":   {para("", r(`<w:highlight w:val="black"/>`, "山"), r(`<w:highlight w:val="black"/><w:b/>`, "田")), []string{"■■■|blacked:山田"}},
		"a bar of blanks":        {para("", r(`<w:highlight w:val="black"/>`, "　　")), []string{"　　"}},
		"blotted before":         {para("", r(`<w:highlight w:val="black"/>`, "■■■")), []string{"■■■"}},
		"white on highlight":     {para("", r(`<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>`, "a")), []string{"a"}},
		"automatic on shading":   {para("", r(`<w:shd w:val="clear" w:fill="000000"/>`, "a")), []string{"a"}},
		"black on shading":       {para("", r(`<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>`, "a")), []string{"■■■|blacked:a"}},
		"black on solid pattern": {para("", r(`<w:color w:val="000000"/><w:shd w:val="solid" w:color="auto" w:fill="auto"/>`, "a")), []string{"■■■|blacked:a"}},
		"black cell":             {blackCell(r(`<w:color w:val="111111"/>`, "a")), []string{"■■■|blacked:a"}},
		"white in black cell":    {blackCell(r(`<w:color w:val="FFFFFF"/>`, "a")), []string{"a"}},
		"old colour of a change": {para("", r(`<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>`, "a")), []string{"a"}},
		"white in a styled head": {`<w:tbl><w:tblPr><w:tblStyle w:val="grid"/><w:tblLook w:firstRow="1"/></w:tblPr><w:tr><w:tc>` + para("", r(`<w:color w:val="FFFFFF"/>`, "a")) + `</w:tc></w:tr></w:tbl>`, []string{"a"}},
		"deleted":                {para("", r("", "a"), `<w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins>`+r("", "c")+`</w:ins><w:moveFrom>`+r("", "d")+`</w:moveFrom>`), []string{"ac|deleted:b|deleted:d"}},
		"deleted row":            {`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>` + para("", r("", "a")) + `</w:tc></w:tr><w:tr><w:tc>` + para("", r("", "b")) + `</w:tc></w:tr></w:tbl>`, []string{"|deleted:a", "b"}},
		"deleted mark joins":     {para(`<w:rPr><w:del/></w:rPr>`, r("", "a")) + `<w:bookmarkEnd/>` + para("", r("", "b")), []string{"ab"}},
		"a table ends it":        {para(`<w:rPr><w:del/></w:rPr>`, r("", "a")) + `<w:tbl><w:tr><w:tc>` + para("", r("", "b")) + `</w:tc></w:tr></w:tbl>`, []string{"a", "b"}},
		"the end ends it":        {para(`<w:rPr><w:del/></w:rPr>`, r("", "a")), []string{"a"}},
		"hidden box":             {para("", r("", "a"), `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><wp:docPr hidden="1"/><wps:wsp><w:txbxContent>`+para("", r("", "b"))+`</w:txbxContent></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><w:txbxContent>`+para("", r("", "b"))+`</w:txbxContent></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`), []string{"|boxed:b", "|boxed:b", "a"}},
		"flat box":               {para("", `<w:r><w:drawing><wp:inline><wp:extent cx="0" cy="9"/><wps:wsp><w:txbxContent>`+para("", r("", "b"))+`</w:txbxContent></wps:wsp></wp:inline></w:drawing></w:r>`), []string{"|boxed:b", ""}},
		"white box on red":       {para("", `<w:r><w:drawing><wp:inline><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="C00000"/></a:solidFill></wps:spPr><w:txbxContent>`+para("", r(`<w:color w:val="FFFFFF"/>`, "b"))+`</w:txbxContent></wps:wsp></wp:inline></w:drawing></w:r>`), []string{"b", ""}},
		"black box":              {para("", `<w:r><w:pict><v:rect fillcolor="black"><w:txbxContent>`+para("", r(`<w:color w:val="000000"/>`, "b"))+`</w:txbxContent></v:rect></w:pict></w:r>`), []string{"■■■|blacked:b", ""}},
		"reading":                {para("", `<w:r><w:ruby><w:rt>`+r("", "やまだ")+`</w:rt><w:rubyBase>`+r("", "山田")+`</w:rubyBase></w:ruby></w:r>`), []string{"山田"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := walked(t, x.body)
			if d := cmp.Diff(x.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestWalk_Fields(t *testing.T) {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	code := func(s string) string { return `<w:r><w:instrText>` + s + `</w:instrText></w:r>` }
	body := para("", r("", "a"), char("begin"), code(" IF "), char("begin"), code("MERGEFIELD x"), char("separate"), r("", "secret"), char("end"), code(` = 1 "yes" `),
		char("separate"), r("", "yes"), char("end"), `<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
	paras, fields := walked(t, body)
	if d := cmp.Diff([]string{"ayes1"}, paras); d != "" {
		t.Error(d)
	}
	var names []string
	for _, f := range fields {
		names = append(names, fmt.Sprint(f.Name(), f.Kind(), len(f.Marks)))
	}
	if d := cmp.Diff([]string{"MERGEFIELD1 4", "IF1 10", "PAGE0 0"}, names); d != "" {
		t.Error(d)
	}
	if _, fields := walked(t, para("", char("begin"), code("PAGE"), r("", "rest"))); !fields[0].Open {
		t.Error("a field without an end is taken for a whole one")
	}
}

func TestField_Kind(t *testing.T) {
	for code, want := range map[string]FieldKind{
		` PAGE \* MERGEFORMAT `: Plain, `TOC \o "1-3"`: Plain, `HYPERLINK "https://a.example/"`: Plain, `HYPERLINK \l "_Toc1"`: Plain,
		`HYPERLINK "C:\\x.docx"`: Telling, `INCLUDETEXT "C:\\x"`: Telling, `MERGEFIELD 氏名`: Telling, `XE "x"`: Entry, `EQ \o(a)`: Drawn, `=1+1`: Plain, ``: Plain,
		`ADDIN ZOTERO {}`: Telling,
	} {
		f := Field{Code: code}
		if got := f.Kind(); got != want {
			t.Errorf("%q is of kind %d, not %d", code, got, want)
		}
	}
}

// TestWalk_Ranges holds that what a piece names is the bytes of the element.
func TestWalk_Ranges(t *testing.T) {
	xml := `<w:document xmlns:w="` + Space + `"><w:body><w:p><w:r><w:t>あ&amp;い</w:t><w:tab></w:tab><w:t/></w:r></w:p></w:body></w:document>`
	var src bytes.Buffer
	st := newStyles(newTheme())
	err := Walk(context.Background(), &Document{styles: st}, &Story{styles: st}, strings.NewReader(xml), &Visitor{
		Para: func(p *Para) error {
			src.WriteString(xml[p.Pieces[0].El.From:p.Pieces[0].El.To] + "/" + xml[p.Pieces[0].In.From:p.Pieces[0].In.To] + "/" + xml[p.Pieces[1].El.From:p.Pieces[1].El.To] + "/" + p.Pieces[0].Text)
			if run := p.Pieces[0].Run; run.Contents != 3 || xml[run.Range.From:run.Range.From+5] != "<w:r>" {
				t.Errorf("the run is %+v", run)
			}
			return nil
		},
	})
	if want := `<w:t>あ&amp;い</w:t>/あ&amp;い/<w:tab></w:tab>/あ&い`; err != nil || src.String() != want {
		t.Errorf("%s, not %s: %v", src.String(), want, err)
	}
}
