package pdf

import (
	"fmt"
	"strings"
	"testing"
)

func tokens(s string) string {
	var out []string
	l := &Lexer{Data: []byte(s)}
	for t := l.Next(); t.Kind != EOF; t = l.Next() {
		switch t.Kind {
		case Number:
			out = append(out, fmt.Sprint(t.Num))
		case String:
			out = append(out, fmt.Sprintf("%q", t.Bytes))
		case Name:
			out = append(out, "/"+string(t.Bytes))
		case Operator:
			out = append(out, string(t.Bytes))
		default:
			out = append(out, s[t.Start:t.End])
		}
	}
	return strings.Join(out, " ")
}

func Test_tokens(t *testing.T) {
	for in, want := range map[string]string{
		"1 -2.5 +.5 4. rg":               "1 -2.5 0.5 4 rg",
		"--5 1.2.3 5-3 0.5w":             "-5 1.2 5 0.5 w",
		"(a(b)c\\)\\n\\101\\7x\\\ny) Tj": `"a(b)c)\nA\ax` + `y" Tj`,
		"(a\r\nb)":                       `"a\nb"`,
		"<48 6 9 7>":                     `"Hip"`,
		"/A#42c/D":                       "/ABc /D",
		"[(a)-3(b)]TJ":                   `[ "a" -3 "b" ] TJ`,
		"<</K/V/N 3>>BDC":                "<< /K /V /N 3 >> BDC",
		"q%comment Q\nQ":                 "q Q",
		"T* f* b* ' \"":                  "T* f* b* ' \"",
		"(open":                          `"open"`,
		"<4":                             `"@"`,
		"} ) >x":                         "x",
	} {
		if got := tokens(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func FuzzLexer(f *testing.F) {
	f.Add([]byte("q 1 0 0 1 0 0 cm /F1 12 Tf [(a) -3 <41>] TJ << /A [1] >> BDC"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := &Lexer{Data: data}
		last := 0
		for tok := l.Next(); tok.Kind != EOF; tok = l.Next() {
			if tok.Start < last || tok.End <= tok.Start || tok.End > len(data) {
				t.Fatalf("token %+v after %d", tok, last)
			}
			last = tok.End
		}
	})
}
