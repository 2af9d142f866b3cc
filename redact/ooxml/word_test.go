package ooxml

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// rewriteBody carries fixes out on a document of that body, and returns what became of the body.
func rewriteBody(t *testing.T, body string, mask Mask, fixes ...inspect.Fix) string {
	t.Helper()
	data := samples.Word(body)
	var out bytes.Buffer
	src := &inspect.Source{Name: "a.docx", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
	if _, err := RewriteWord(context.Background(), src, fixes, mask, &out); err != nil {
		t.Fatal(err)
	}
	xml := string(member(t, out.Bytes(), "word/document.xml"))
	_, xml, _ = strings.Cut(xml, "<w:body>")
	xml, _, _ = strings.Cut(xml, "<w:sectPr>")
	return xml
}

func member(t testing.TB, data []byte, name string) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	rc, err := zr.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer rc.Close()
	b, err := io.ReadAll(rc)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const story = "word/document.xml"

func TestRewriteWord(t *testing.T) {
	accept := inspect.AcceptChanges{Part: story}
	for name, x := range map[string]struct {
		body, want string
		fixes      []inspect.Fix
	}{
		"nothing": {`<w:p w:rsidR="00000001"><w:r><w:t>a</w:t></w:r></w:p>`, `<w:p w:rsidR="00000001"><w:r><w:t>a</w:t></w:r></w:p>`, nil},
		"changes": {
			`<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="x"/></w:rPr></w:pPr><w:ins w:id="2"><w:r><w:rPr><w:b/><w:rPrChange w:id="3"><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:ins><w:del w:id="4"><w:r><w:delText>b</w:delText></w:r></w:del></w:p>`,
			`<w:p><w:pPr><w:rPr></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>`,
			[]inspect.Fix{accept},
		},
		"a deleted mark": {
			`<w:p><w:pPr><w:jc/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:keepNext/><w:pPrChange><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>b</w:t></w:r></w:p>`,
			`<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>`,
			[]inspect.Fix{accept},
		},
		"before an empty paragraph": {
			`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p/>`, `<w:p><w:r><w:t>a</w:t></w:r></w:p>`, []inspect.Fix{accept},
		},
		"rows and cells": {
			`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>`,
			`<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>`,
			[]inspect.Fix{accept},
		},
		"hidden runs": {
			`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t><w:tab/></w:r><w:r><w:t>b</w:t></w:r></w:p>`, `<w:p><w:r><w:t>b</w:t></w:r></w:p>`, []inspect.Fix{inspect.DropText{Part: story, Of: "hidden"}},
		},
		"a bar": {
			`<w:p><w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>山</w:t></w:r><w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>田</w:t></w:r></w:p>`,
			`<w:p><w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>■■■</w:t></w:r></w:p>`,
			[]inspect.Fix{inspect.BlotText{Part: story}},
		},
		"a field": {
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>LINK x</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="USERNAME"><w:r><w:t>b</w:t></w:r></w:fldSimple><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`,
			`<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`,
			[]inspect.Fix{inspect.Unlink{Part: story, Of: "code"}},
		},
		"sessions": {`<w:p w:rsidR="00000001" w:rsidRDefault="00000001"><w:r w:rsidR="00000002"><w:t>a</w:t></w:r></w:p>`, `<w:p><w:r><w:t>a</w:t></w:r></w:p>`, []inspect.Fix{inspect.DropSessions{Part: story}}},
		"binding": {
			`<w:sdt><w:sdtPr><w:dataBinding w:xpath="x"/><w:text/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>`,
			`<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>`,
			[]inspect.Fix{inspect.DropElement{Part: story, Element: "dataBinding"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(x.want, rewriteBody(t, x.body, nil, x.fixes...)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestRewriteWord_MasksAcrossRuns(t *testing.T) {
	mask := func(_ inspect.Location, text string) string {
		return strings.NewReplacer("山田太郎", "●●●", "090-1234-5678", "●●●", "やまだ", "●●●").Replace(text)
	}
	for body, want := range map[string]string{
		`<w:p><w:r><w:t>氏名 山</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>田太</w:t></w:r><w:r><w:t>郎 様 090-1234-5678まで</w:t></w:r></w:p>`: `<w:p><w:r><w:t>氏名 ●●●</w:t></w:r><w:r><w:t xml:space="preserve"> 様 ●●●まで</w:t></w:r></w:p>`,
		`<w:p><w:r><w:t>a</w:t></w:r></w:p>`: `<w:p><w:r><w:t>a</w:t></w:r></w:p>`,
		`<w:p><w:r><w:ruby><w:rt><w:r><w:t>たろう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>山田太郎</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`: `<w:p><w:r><w:ruby><w:rt></w:rt><w:rubyBase><w:r><w:t>●●●</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`,
	} {
		if d := cmp.Diff(want, rewriteBody(t, body, mask)); d != "" {
			t.Error(d)
		}
	}
}

func TestSpansBetween(t *testing.T) {
	for _, x := range []struct {
		old, now string
		want     []spanChange
	}{
		{"abc", "abc", nil},
		{"山田です", "●●●です", []spanChange{{0, 6, "●●●"}}},
		{"a山田b佐藤c", "a●●●b●●●c", []spanChange{{1, 7, "●●●"}, {8, 14, "●●●"}}},
	} {
		if d := cmp.Diff(x.want, spansBetween(x.old, x.now), cmp.AllowUnexported(spanChange{})); d != "" {
			t.Errorf("%s: %s", x.old, d)
		}
	}
}

func TestSetLocalAttr(t *testing.T) {
	for _, x := range [][2]string{
		{`<a descr="b" title='c'/>`, `<a descr="b" title="x&amp;"/>`},
		{`<v:shape o:title = "c=d" alt="title=1">`, `<v:shape o:title = "x&amp;" alt="title=1">`},
		{`<a alt="title"/>`, `<a alt="title"/>`},
	} {
		if got := string(setLocalAttr([]byte(x[0]), "title", "x&")); got != x[1] {
			t.Errorf("%s became %s", x[0], got)
		}
	}
	if got := string(dropLocalAttr([]byte(`<w:date w:fullDate="1" a="2">`), "fullDate")); got != `<w:date a="2">` {
		t.Error(got)
	}
}

// allWordFixes is every fix of a story.
var allWordFixes = []inspect.Fix{
	inspect.AcceptChanges{Part: story},
	inspect.BlotText{Part: story},
	inspect.DropText{Part: story, Of: "hidden"},
	inspect.DropText{Part: story, Of: "faint"},
	inspect.DropText{Part: story, Of: "shape"},
	inspect.Unlink{Part: story, Of: "code"},
	inspect.Unlink{Part: story, Of: "entry"},
	inspect.DropSessions{Part: story},
}

// FuzzRewriteWord holds that a rewriting of whatever body is well-formed and changes nothing when it is done again.
func FuzzRewriteWord(f *testing.F) {
	cases, err := samples.Cases("../../testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range cases {
		if !strings.HasSuffix(c.File, ".docx") {
			continue
		}
		data, err := os.ReadFile(c.Path)
		if err != nil {
			f.Fatal(err)
		}
		_, body, _ := strings.Cut(string(member(f, data, story)), "<w:body>")
		body, _, _ = strings.Cut(body, "<w:sectPr>")
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		data := samples.Word(body)
		var once, twice bytes.Buffer
		src := &inspect.Source{Name: "a.docx", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
		if _, err := RewriteWord(context.Background(), src, allWordFixes, nil, &once); err != nil {
			return
		}
		again := &inspect.Source{Name: "a.docx", ReaderAt: bytes.NewReader(once.Bytes()), Size: int64(once.Len())}
		if _, err := RewriteWord(context.Background(), again, nil, nil, &twice); err != nil {
			t.Fatalf("the copy can't be read: %v", err)
		}
		if !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Error("copying the copy changes something")
		}
	})
}

// BenchmarkRewriteWord accepts the changes of 10,000 paragraphs and masks each.
func BenchmarkRewriteWord(b *testing.B) {
	var body strings.Builder
	for range 10_000 {
		body.WriteString(`<w:p><w:r><w:t>令和6年度の事業計画について、</w:t></w:r><w:del w:id="1" w:author="総務課"><w:r><w:delText>消した文字</w:delText></w:r></w:del><w:r><w:t>次のとおり定めます。担当は山田太郎です。</w:t></w:r></w:p>`)
	}
	data := samples.Word(body.String())
	mask := func(_ inspect.Location, text string) string {
		return strings.Replace(text, "山田太郎", "●●●", 1)
	}
	b.SetBytes(int64(body.Len()))
	for b.Loop() {
		src := &inspect.Source{Name: "a.docx", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
		if _, err := RewriteWord(context.Background(), src, []inspect.Fix{inspect.AcceptChanges{Part: story}}, mask, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
