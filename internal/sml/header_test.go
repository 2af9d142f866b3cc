package sml

import (
	"slices"
	"strings"
	"testing"
)

func TestHeaderPieces(t *testing.T) {
	for in, want := range map[string][]string{
		"":                     nil,
		"お知らせ":                 {"お知らせ"},
		"&L氏名：&B山田&B太郎&R&P/&N": {"氏名：山田太郎", "/"},
		`&C&"游ゴシック,標準"&10 090-1234-5678`: {" 090-1234-5678"},
		"&L&10090-1234-5678":             {"090-1234-5678"},
		"&R090-1234-5678":                {"090-1234-5678"},
		"&R&K01+0000901234567":           {"0901234567"},
		"&C&KFF0000赤&K000000黒":           {"赤黒"},
		"&C研究&&開発&":                      {"研究&開発&"},
		`&"閉じない`:                         {`&"閉じない`},
		"&K12":                           {"12"},
	} {
		var got []string
		raw := ""
		for _, p := range HeaderPieces(in) {
			raw += p.Raw
			if p.Text != "" {
				got = append(got, p.Text)
			}
		}
		if raw != in || !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestJoinHeader(t *testing.T) {
	say := func(s string) string { return strings.ReplaceAll(s, "山田太郎", "A&B") }
	if got := JoinHeader(`&L&"游明朝"氏名：&B山田&B太郎&R&P/&N`, say); got != `&L&"游明朝"氏名：A&&B&R&P/&N` {
		t.Error(got)
	}
}

func FuzzHeaderPieces(f *testing.F) {
	f.Add(`&L&"游明朝"&10氏名：&B山田&B太郎&C&K01+000&&&R&P/&N`)
	f.Fuzz(func(t *testing.T, s string) {
		if got := JoinHeader(s, func(text string) string { return text }); got != s {
			t.Errorf("%q", got)
		}
	})
}
