package sumikeshi_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/redact"
)

// A form is a PDF file of one page as a test writes it: fonts F1 (Latin), F2 and V (Japanese across and down, codes are UTF-16).
type pdfForm struct {
	objs    []string
	content string
	more    string // of the page's resources
	page    string // further entries of the page
	catalog string
	trailer string
}

func (f *pdfForm) add(format string, args ...any) string {
	f.objs = append(f.objs, fmt.Sprintf(format, args...))
	return fmt.Sprintf("%d 0 R", len(f.objs)+6)
}

func (f *pdfForm) stream(dict, data string) string {
	return f.add("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

func (f *pdfForm) bytes() []byte {
	unicode := "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"
	japanese := func(cmap string) string {
		return "<< /Type /Font /Subtype /Type0 /BaseFont /Gothic /Encoding /" + cmap + " /ToUnicode 3 0 R /DescendantFonts [4 0 R] >>"
	}
	objs := append([]string{
		"<< /Type /Catalog /Pages 2 0 R " + f.catalog + " >>",
		"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(unicode), unicode),
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Gothic /DW 1000 /W [32 126 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R " + f.page + " /Resources << /Font << " +
			"/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 " + japanese("Identity-H") + " /V " + japanese("Identity-V") + " >> " + f.more + " >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(f.content), f.content),
	}, f.objs...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objs)+1)
	for i, o := range objs {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", table, len(objs)+1, f.trailer, start)
	return b.Bytes()
}

// codes returns a text as the hexadecimal string that shows it in F2.
func codes(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return "<" + b.String() + ">"
}

func shown(x, y int, s string) string {
	return fmt.Sprintf("BT /F2 12 Tf %d %d Td %s Tj ET\n", x, y, codes(s))
}

// title returns a text string object.
func title(s string) string { return "<FEFF" + codes(s)[1:] }

const (
	who   = "氏名：藤崎美咲"
	name  = "藤崎美咲"
	phone = "090-1234-5678"
)

// strikes are ways in which a value stands on a page and around it.
var strikes = []struct {
	name string
	make func(f *pdfForm)
	kept []string // must still be there
}{
	{"one operation", func(f *pdfForm) { f.content += shown(72, 700, "担当 "+who+"　電話：09012345678 まで") }, []string{"担当", "まで"}},
	{"kerned", func(f *pdfForm) {
		f.content += "BT /F2 12 Tf 72 700 Td [" + codes("氏名：藤") + " -20 " + codes("崎") + " 30 " + codes("美咲") + " -500 " + codes("様") + "] TJ ET\n"
	}, []string{"様"}},
	{"several operations", func(f *pdfForm) {
		f.content += "BT /F2 12 Tf 72 700 Td " + codes("氏名：藤") + " Tj " + codes("崎美") + " Tj " + codes("咲 様") + " Tj ET\n"
	}, []string{"様"}},
	{"one operation a character", func(f *pdfForm) {
		for i, r := range []rune("氏名：藤崎美咲様") {
			f.content += shown(72+12*i, 700, string(r))
		}
	}, []string{"様"}},
	{"broken by a line", func(f *pdfForm) {
		f.content += shown(72, 700, who) + shown(300, 640, "受付の藤崎") + shown(300, 622, "美咲が承ります")
	}, []string{"受付の", "が承ります"}},
	{"without a label", func(f *pdfForm) {
		f.content += shown(72, 700, who) + shown(72, 500, "以上、藤崎美咲より報告")
	}, []string{"以上、", "より報告"}},
	{"spread by spaces", func(f *pdfForm) { f.content += shown(72, 700, who) + shown(72, 500, "藤 崎　美 咲 記") }, []string{"記"}},
	{"turned", func(f *pdfForm) {
		f.content += shown(72, 700, who) + "BT /F2 12 Tf 0 1 -1 0 300 300 Tm " + codes("控え 藤崎美咲 様") + " Tj ET\n"
	}, []string{"控え", "様"}},
	{"askew", func(f *pdfForm) {
		f.content += shown(72, 700, who) + "BT /F2 12 Tf 0.866 0.5 -0.5 0.866 300 300 Tm " + codes("控え　藤崎美咲　様") + " Tj ET\n"
	}, []string{"控え", "様"}},
	{"down the page", func(f *pdfForm) {
		f.content += shown(72, 700, who) + "BT /V 12 Tf 500 700 Td " + codes("宛名藤崎美咲様方") + " Tj ET\n"
	}, []string{"宛名", "様方"}},
	{"in a form", func(f *pdfForm) {
		x := f.stream("/Type /XObject /Subtype /Form /BBox [0 0 300 50] /Resources << /Font << /F2 << /Type /Font /Subtype /Type0 /BaseFont /Gothic /Encoding /Identity-H /ToUnicode 3 0 R /DescendantFonts [4 0 R] >> >> >>",
			shown(0, 10, who)+shown(200, 10, "申請"))
		f.more = "/XObject << /X " + x + " >>"
		f.content += "q 1 0 0 1 72 700 cm /X Do Q\n"
	}, []string{"申請"}},
	{"printed twice to be bold", func(f *pdfForm) {
		f.content += shown(72, 700, who) + "BT /F2 12 Tf 72.3 700 Td " + codes(who) + " Tj ET\n"
	}, []string{"氏名："}},
	{"in the structure's words", func(f *pdfForm) {
		f.content += "/Span << /ActualText " + title(who) + " >> BDC\n" + shown(72, 700, who) + "EMC\n" + shown(72, 600, "以上")
	}, []string{"以上"}},
	{"in a bookmark, a destination and the title", func(f *pdfForm) {
		f.content += shown(72, 700, who)
		f.catalog = "/Outlines 7 0 R /Names << /Dests << /Names [" + title("藤崎美咲の件") + " [5 0 R /Fit]] >> >>"
		f.add("<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>")
		f.add("<< /Title %s /Parent 7 0 R /Dest %s >>", title("藤崎美咲の件"), title("藤崎美咲の件"))
		f.trailer = "/Info 9 0 R"
		f.add("<< /Title %s >>", title("藤崎美咲の申請"))
	}, []string{"氏名："}},
	{"in a form field", func(f *pdfForm) {
		look := f.stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F2 << /Type /Font /Subtype /Type0 /BaseFont /Gothic /Encoding /Identity-H /ToUnicode 3 0 R /DescendantFonts [4 0 R] >> >> >>",
			"1 g 0 0 200 20 re f 0 g "+shown(2, 5, "藤崎美咲"))
		field := f.add("<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V %s /Rect [110 695 310 715] /F 4 /AP << /N %s >> /P 5 0 R >>", title("藤崎美咲"), look)
		f.page = "/Annots [" + field + "]"
		f.catalog = "/AcroForm << /Fields [" + field + "] >>"
		f.content += shown(72, 700, "氏名") + shown(72, 600, who)
	}, []string{"氏名"}},
	{"in a note", func(f *pdfForm) {
		look := f.stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F2 << /Type /Font /Subtype /Type0 /BaseFont /Gothic /Encoding /Identity-H /ToUnicode 3 0 R /DescendantFonts [4 0 R] >> >> >>",
			shown(2, 5, "確認 藤崎美咲"))
		note := f.add("<< /Type /Annot /Subtype /FreeText /Contents %s /Rect [110 500 310 520] /F 4 /AP << /N %s >> /P 5 0 R >>", title("確認 藤崎美咲"), look)
		f.page = "/Annots [" + note + "]"
		f.content += shown(72, 700, who)
	}, []string{"確認"}},
}

// Visible personal data that is masked is gone from every byte, by whatever the file is read, and what stands beside it is not.
func Test_masked_text_is_gone_from_a_pdf(t *testing.T) {
	for _, tt := range strikes {
		t.Run(tt.name, func(t *testing.T) {
			var f pdfForm
			tt.make(&f)
			copied, out := strikeOut(t, f.bytes(), redact.Options{Mask: []string{"all"}})
			if out.Masked["name"] == 0 {
				t.Fatalf("masked %v", out.Masked)
			}
			text := pdfTexts(t, copied)
			for _, bad := range []string{name, "藤崎", "美咲", "1234"} {
				if strings.Contains(text, bad) || strings.Contains(text, strings.ToLower(strings.Trim(codes(bad), "<>"))) {
					t.Errorf("%q is still in the copy", bad)
				}
			}
			for _, good := range tt.kept {
				if !strings.Contains(text, good) && !strings.Contains(text, strings.ToLower(strings.Trim(codes(good), "<>"))) {
					t.Errorf("%q is lost", good)
				}
			}
			again, _ := strikeOut(t, copied, redact.Options{})
			if !bytes.Equal(again, copied) {
				t.Error("a copy of the copy is not the copy")
			}
		})
	}
}

// strikeOut cleans a file.
func strikeOut(t *testing.T, data []byte, o redact.Options) ([]byte, *redact.Outcome) {
	t.Helper()
	var out bytes.Buffer
	res, err := sumikeshi.Clean(context.Background(), sourceOf("a.pdf", data), &out, sumikeshi.Options{}, o)
	if err != nil {
		var proof *redact.ProofError
		if errors.As(err, &proof) {
			t.Fatalf("%v %s", err, proof.Words.EN)
		}
		t.Fatal(err)
	}
	return out.Bytes(), res
}

// pdfTexts returns what other programs read of a file: its text, and all objects with their streams and strings spelt out.
func pdfTexts(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, args := range [][]string{
		{"pdftotext", "-raw", path, "-"},
		{"pdftotext", "-bbox", path, "-"},
		{"mutool", "draw", "-q", "-F", "text", path},
		{"qpdf", "--qdf", "--object-streams=disable", "--decode-level=all", path, "-"},
	} {
		out, err := exec.Command(args[0], args[1:]...).Output()
		if errors.Is(err, exec.ErrNotFound) && os.Getenv("CI") == "" {
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", args[0], err)
		}
		all.Write(out)
		all.WriteString(strings.ToLower(hex.EncodeToString(out)))
		all.WriteString(strings.ToLower(string(out)))
	}
	if all.Len() == 0 {
		t.Skip("no program to read PDF files with")
	}
	return all.String()
}

// What a person marked goes with whatever lies there: text, pixels, drawings, links; the reason stands on the box and in the list.
func Test_marks_black_out_what_lies_under_them(t *testing.T) {
	var f pdfForm
	pixels := strings.Repeat("\xAA\x55", 32) // 8 x 8 gray samples
	im := f.stream("/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray", pixels)
	link := f.add("<< /Type /Annot /Subtype /Link /Rect [100 500 200 520] /A << /S /URI /URI (https://example.jp/fujisaki) >> >>")
	f.more, f.page = "/XObject << /Im "+im+" >>", "/Annots ["+link+"]"
	f.content = shown(72, 700, "見本太郎の申請") + shown(72, 660, "別紙 見 本 太郎") + shown(100, 505, "くわしくは") +
		"q 80 0 0 80 300 300 cm /Im Do Q 400 400 m 410 420 l 415 405 420 430 430 410 c S 395 100 m 395 800 l S " +
		"q 40 0 0 40 480 600 cm BI /W 4 /H 4 /BPC 8 /CS /G ID 0123456789abcdef EI Q\n"
	file := `{"schema":"sumikeshi.marks/1","marks":[
		{"words":"見本太郎","reason":"条例第7条第2号"},
		{"page":1,"boxes":[[98,498,202,522],[340,340,380,380]],"reason":"条例第7条第3号","fill":"#ffffff"},
		{"page":1,"box":[398,398,440,440],"reason":"鷗"},
		{"page":1,"box":[470,590,500,620],"reason":"6号"}]}`
	marks, err := redact.ReadMarks(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	copied, out := strikeOut(t, f.bytes(), redact.Options{Marks: marks.List})
	var labels []string
	for i, s := range out.Struck {
		if s.N != i+1 || s.Page != 1 {
			t.Errorf("%+v", s)
		}
		labels = append(labels, s.Label)
	}
	want := []string{"条例第7条第2号", "条例第7条第2号", "6号", "条例第7条第3号", "5", "条例第7条第3号"}
	if !slices.Equal(labels, want) {
		t.Errorf("labels %q, want %q", labels, want)
	}
	text := pdfTexts(t, copied)
	for _, bad := range []string{"見本", "太郎", "fujisaki", "くわしくは", "0123456789abcdef", pixels, "415 405 420 430", "400 400 m"} {
		if strings.Contains(text, bad) || strings.Contains(text, strings.ToLower(strings.Trim(codes(bad), "<>"))) {
			t.Errorf("%q is still in the copy", bad)
		}
	}
	for _, good := range []string{"の申請", "別紙", "395 100 m", "条例第7条第2号", "\xAA\x55\xAA\x55\xAA\x55\xAA\x55"} {
		if !strings.Contains(text, good) && !strings.Contains(text, strings.ToLower(strings.Trim(codes(good), "<>"))) {
			t.Errorf("%q is lost", good)
		}
	}
}

// A faulty file of marks is refused with where it is wrong, and without its words.
func Test_faulty_marks_are_refused(t *testing.T) {
	for file, want := range map[string]string{
		`{"schema":"sumikeshi.marks/1","marks":[{"page":1,"box":[9,2,1,4],"reason":"x"}]}`:    "mark 1: --marks: box",
		`{"schema":"sumikeshi.marks/1","marks":[{"page":0,"box":[1,2,3,4],"reason":"x"}]}`:    "mark 1: --marks: page",
		`{"schema":"sumikeshi.marks/1","marks":[{"words":"見本","reason":" "}]}`:                "mark 1: --marks: reason",
		`{"schema":"sumikeshi.marks/1","marks":[{"words":"見本","reason":"x","fill":"black"}]}`: "mark 1: --marks: fill",
		`{"schema":"sumikeshi.marks/1","marks":[{"words":"見本","whole":true,"reason":"x"}]}`:   "one of box",
		"{\"schema\":\"sumikeshi.marks/1\",\n\"marks\":[{\"words\":7}]}":                      "line 2",
		"{\"schema\":\"sumikeshi.marks/1\",\n\n\"mark\":[]}":                                  "line 3 mark",
		`{"schema":"sumikeshi.marks/1","marks":[]}`:                                           "marks",
		`{"schema":"sumikeshi.marks/2","marks":[{"words":"x","reason":"x"}]}`:                 "schema",
		`{"schema"`: "line 1",
	} {
		_, err := redact.ReadMarks(strings.NewReader(file))
		var wrong *redact.OptionError
		if !errors.As(err, &wrong) || !strings.Contains(wrong.Words.EN, want) || strings.Contains(wrong.Words.EN+wrong.Words.JA, "見本") {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// A file with a password is read with it; its copy, which has none, is made only if that is wanted.
func Test_password(t *testing.T) {
	var f pdfForm
	f.content = shown(72, 700, who)
	dir := t.TempDir()
	plain, locked := filepath.Join(dir, "plain.pdf"), filepath.Join(dir, "locked.pdf")
	if err := os.WriteFile(plain, f.bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	err := exec.Command("qpdf", "--encrypt", "hiraku", "owner", "256", "--", plain, locked).Run()
	if errors.Is(err, exec.ErrNotFound) && os.Getenv("CI") == "" {
		t.Skip("qpdf is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(locked)
	if err != nil {
		t.Fatal(err)
	}
	clean := func(password string, allow bool) ([]byte, error) {
		var out bytes.Buffer
		o := redact.Options{Mask: []string{"all"}, AllowUnencrypted: allow}
		_, err := sumikeshi.Clean(context.Background(), sourceOf("a.pdf", data), &out, sumikeshi.Options{Password: password}, o)
		return out.Bytes(), err
	}
	var unread *redact.UnreadError
	for _, password := range []string{"", "akeru"} {
		if out, err := clean(password, true); !errors.As(err, &unread) || len(out) > 0 {
			t.Errorf("password %q: %v", password, err)
		}
	}
	var refused *redact.OptionError
	if out, err := clean("hiraku", false); !errors.As(err, &refused) || len(out) > 0 {
		t.Errorf("without consent: %v", err)
	}
	copied, err := clean("hiraku", true)
	if err != nil {
		t.Fatal(err)
	}
	if text := pdfTexts(t, copied); strings.Contains(text, name) || !strings.Contains(text, "氏名") {
		t.Errorf("the copy reads %q", text[:min(len(text), 200)])
	}
}
