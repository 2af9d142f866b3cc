package plain

import (
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func Test_scanner_fields(t *testing.T) {
	tests := []struct {
		name, text string
		sep        byte
		want       []string // row.col@line=text
	}{
		{"plain", "a,b\nc,d\n", ',', []string{"1.1@1=a", "1.2@1=b", "2.1@2=c", "2.2@2=d"}},
		{"quotes", "\"a,b\",\"c\"\"d\"\n", ',', []string{"1.1@1=a,b", `1.2@1=c"d`}},
		{"line breaks in quotes", "\"a\r\nb\nc\rd\",e\r\nf", ',', []string{"1.1@1=a\r\nb\nc\rd", "1.2@1=e", "2.1@5=f"}},
		{"bare quotes", "a\"b,\"c\"d\"e,f\n", ',', []string{`1.1@1=a"b`, `1.2@1=cd"e`, "1.3@1=f"}},
		{"open quote", "\"a,b\nc", ',', []string{"1.1@1=a,b\nc"}},
		{"old line ends", "a\rb\r\rc", ',', []string{"1.1@1=a", "2.1@2=b", "3.1@3=", "4.1@4=c"}},
		{"ragged", "a\nb,,c\n,\n", ',', []string{"1.1@1=a", "2.1@2=b", "2.2@2=", "2.3@2=c", "3.1@3=", "3.2@3="}},
		{"no last line end", "a,", ',', []string{"1.1@1=a", "1.2@1="}},
		{"quote at the end", "\"a\"", ',', []string{"1.1@1=a"}},
		{"empty quotes", "\"\",\"\"\"\"\n", ',', []string{"1.1@1=", `1.2@1="`}},
		{"tab", "a\tb,c\n", '\t', []string{"1.1@1=a", "1.2@1=b,c"}},
		{"lines", "a,\"b\r\n\r\nc", 0, []string{`1.1@1=a,"b`, "2.1@2=", "3.1@3=c"}},
		{"empty", "", ',', nil},
		{"escapes", `"\u5c71\u7530",\u0041\\u5c71\ud842\udfb7\ud842`, ',', []string{"1.1@1=山田", `1.2@1=\u0041\\u5c71𠮷\ud842`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for p := range all(t, test.text, test.sep) {
				got = append(got, p)
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func all(t *testing.T, text string, sep byte) func(func(string) bool) {
	return func(yield func(string) bool) {
		s := NewScanner(strings.NewReader(text), sep)
		for {
			p, err := s.Next()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if !yield(itoa(p.Row) + "." + itoa(p.Col) + "@" + itoa(p.Line) + "=" + p.Text) {
				return
			}
		}
	}
}

func itoa(n int) string { return string(rune('0' + n)) }

// Whatever the length, the pieces of a line or a field make up its text, are bounded, and are cut between words.
func Test_long_pieces(t *testing.T) {
	tests := []struct {
		name, unit string
		sep        byte
		quoted     bool
		bound      int
	}{
		{"sentences", "山田太郎は東京都に住む。", 0, false, soft + 100},
		{"words", "山田太郎 090-0000-0000 ", 0, false, atWords + 100},
		{"kinds", "山田たろう123abc", 0, false, atKinds + 100},
		{"one kind", "1", 0, false, anywhere + 100},
		{"escapes", `\u5c71\ud842\udfb7`, 0, false, anywhere + 100},
		{"field", "山田太郎は東京都に住む。", ',', false, soft + 100},
		{"quoted field", "山田、\"\"x\"\"太郎,\r\n", ',', true, soft + 100},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			body := strings.Repeat(test.unit, 300_000/len(test.unit))
			text := "a\n" + body + "\nb"
			want := body
			if test.quoted {
				text = "a\n\"" + body + "\"\nb"
				want = strings.ReplaceAll(body, `""`, `"`)
			}
			want, _ = unescape([]byte(want))
			s := NewScanner(strings.NewReader(text), test.sep)
			var got, raw strings.Builder
			n, from := 0, int64(0)
			for {
				p, err := s.Next()
				if err == io.EOF {
					break
				}
				if p.Row == 2 {
					got.WriteString(p.Text)
					n++
					if len(p.Text) > test.bound {
						t.Errorf("a piece of %d bytes", len(p.Text))
					}
				}
				raw.WriteString(text[from:p.From])
				raw.WriteString(p.Render(p.Text))
				from = p.To
			}
			raw.WriteString(text[from:])
			if got.String() != want || n < 3 {
				t.Errorf("%d pieces, %d bytes, want %d", n, got.Len(), len(want))
			}
			if raw.String() != text {
				t.Errorf("rendered pieces make another text")
			}
		})
	}
}

func Test_render(t *testing.T) {
	tests := []struct{ field, mask, want string }{
		{"a", "b", "b"},
		{`"a"`, "b", `"b"`},
		{`"a""b"`, `x"y`, `"x""y"`},
		{"a", "x,y", `"x,y"`},
		{`a"b`, `a"x`, `"a""x"`},
		{`"a"b`, "xy", `"xy"`},
		{`\u5c71`, "●", `\u25cf`},
	}
	for _, test := range tests {
		p, err := NewScanner(strings.NewReader(test.field+",z"), ',').Next()
		if err != nil || p.Render(test.mask) != test.want || p.From != 0 || int(p.To) != len(test.field) {
			t.Errorf("%s: %q, %d to %d, %v, want %q", test.field, p.Render(test.mask), p.From, p.To, err, test.want)
		}
	}
}

func Test_sniff(t *testing.T) {
	tests := []struct {
		name, text, markup string
		sep                byte
	}{
		{"a.csv", "氏名,住所\n山田,東京\n", "", ','},
		{"a.CSV", "氏名;住所\n山田;東京\n", "", ';'},
		{"a.csv", "氏名\t住所,x\n山田\t東京\n", "", '\t'},
		{"a.csv", "氏名\n山田\n", "", ','},
		{"a.tsv", "氏名\n山田\n", "", '\t'},
		{"a.csv", "sep=;\r\na,b;c,d\r\n", "", ';'},
		{"a.txt", "氏名,住所,電話\n山田,東京,03\n", "", ','},
		{"a.txt", "氏名\t住所\n山田\t東京\n", "", '\t'},
		{"a.txt", "Hello, world\nGoodbye, all\n", "", 0},
		{"a.txt", "int a;\nint b;\n", "", 0},
		{"a.txt", "一行だけ,の,文\n", "", 0},
		{"a.txt", "氏名\n山田太郎\n", "", 0},
		{"a.json", "[{\"a\": 1,\n\"b\": 2}]\n", "", 0},
		{"a.csv", "<html><body>x</body></html>", "html", ','},
		{"a.txt", "<?xml version=\"1.0\"?><a/>", "xml", 0},
		{"a.xls", "<table><tr><td>x</td></tr></table>", "html", 0},
		{"a.txt", "<memo> 5 < 6", "", 0},
		{"a.txt", "<memo>a</memo>", "xml", 0},
		{"a.doc", "{\\rtf1\\ansi", "rtf", 0},
		{"a.txt", "Received: from a\nFrom: b\nTo: c\n\nbody", "eml", 0},
		{"a.txt", "From: b\nTo: c\nSubject: d\n\nbody", "", 0},
		{"a.eml", "From: b\nTo: c\nSubject: d\n\nbody", "eml", 0},
		{"a.mht", "From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=a\r\n\r\n", "mht", 0},
		{"a.txt", "BEGIN:VCARD\nVERSION:2.1\n", "vcard", 0},
		{"a.txt", "%PDF-1.7 all in ascii", "pdf", 0},
		{"a.txt", "some words\n%PDF-1.7", "pdf", 0},
		{"a.txt", strings.Repeat(strings.Repeat("UEsDBBQAAAAIAAx0+/", 4)+"\r\n", 5) + "UEs=\r\n", "base64", 0},
		{"a.txt", "<p>山田", "html", 0},
		{"a.txt", "1 < 2 <html> in a sentence", "", 0},
	}
	for _, test := range tests {
		got, ok := Sniff(test.name, strings.NewReader(test.text), int64(len(test.text)))
		if !ok || got.Markup != test.markup || got.Markup == "" && got.Sep != test.sep {
			t.Errorf("%s %q: %q, %q, %v", test.name, test.text, got.Markup, got.Sep, ok)
		}
	}
	for _, text := range []string{"", "a\x00\x00\x00b"} {
		if got, ok := Sniff("a.csv", strings.NewReader(text), int64(len(text))); ok {
			t.Errorf("%q is text: %v", text, got)
		}
	}
}

func FuzzScanner(f *testing.F) {
	f.Add("a,\"b\"\"c\",d\r\n\"e\nf\"g,h\r", byte(','))
	f.Add("a\tb\n", byte('\t'))
	f.Add("\\u5c71\\ud842\\udfb7\n", byte(0))
	f.Fuzz(func(t *testing.T, text string, sep byte) {
		if sep != 0 && sep != ',' && sep != ';' && sep != '\t' || !utf8.ValidString(text) {
			return
		}
		s := NewScanner(strings.NewReader(text), sep)
		var from int64
		row, line := 0, 0
		var rendered strings.Builder
		var texts []string
		for {
			p, err := s.Next()
			if err == io.EOF {
				break
			}
			if err != nil || p.From < from || p.To < p.From || int(p.To) > len(text) || p.Row < row || p.Line < line || p.Row > p.Line {
				t.Fatalf("%+v after %d: %v", p, from, err)
			}
			rendered.WriteString(text[from:p.From])
			rendered.WriteString(p.Render(p.Text))
			from, row, line = p.To, p.Row, p.Line
			texts = append(texts, p.Text)
		}
		rendered.WriteString(text[from:])
		// What is rendered reads as the same fields.
		s = NewScanner(strings.NewReader(rendered.String()), sep)
		for i := 0; ; i++ {
			p, err := s.Next()
			if err == io.EOF {
				if i < len(texts) {
					t.Fatalf("%d of %d pieces in %q", i, len(texts), rendered.String())
				}
				return
			}
			if i >= len(texts) || p.Text != texts[i] {
				t.Fatalf("piece %d of %q is %q", i, rendered.String(), p.Text)
			}
		}
	})
}

func FuzzSniff(f *testing.F) {
	f.Add("a.csv", "a,b\nc,d\n")
	f.Add("a.eml", "From: a\nTo: b\n\n")
	f.Add("a.html", "<p>x</p>")
	f.Fuzz(func(t *testing.T, name, text string) {
		Sniff(name, strings.NewReader(text), int64(len(text)))
	})
}
