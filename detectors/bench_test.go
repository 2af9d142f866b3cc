package detectors

import (
	"os"
	"strings"
	"testing"
)

func BenchmarkFind(b *testing.B) {
	roster := "1001　鈴木　花子　スズキ　ハナコ　横浜市青葉区美しが丘3-12-8　090-8123-4567\n"
	prose := strings.Repeat("この計画は、市民の皆様の意見を聴きながら、福祉の向上と地域の活性化を図るために定めるものであり、関係する部署と連携して取り組むこととしている。", 4)
	figures := strings.Repeat("349,385 12,044 3.8 2024/04/01 1,024 4902344019648 88.1 ", 10)
	texts := map[string]string{
		"prose": prose, "official": officialText, "roster": strings.Repeat(roster, 8), "ascii": strings.Repeat("The quick brown fox jumps over the lazy dog. ", 20), "figures": figures,
		"mix": strings.Repeat(prose, 4) + figures + strings.Repeat(roster, 5), // about 70, 15 and 15 percent
	}
	if path := os.Getenv("SUMIKESHI_BENCH_TEXT"); path != "" {
		if text, err := os.ReadFile(path); err == nil {
			texts["file"] = string(text)
		}
	}
	s := NewSet(All())
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			var dst []Match
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				dst = s.Find(dst[:0], text, nil)
			}
		})
	}
}

// A million-row sheet is a million calls with the same labels.
func BenchmarkCell(b *testing.B) {
	s := NewSet(All())
	for _, c := range []struct{ head, kind, cell string }{
		{"氏名", "name", "鈴木　花子"},
		{"氏名詰め", "name", "鈴木花子"},
		{"フリガナ", "kana", "スズキ　ハナコ"},
		{"半角カナ", "kana", "ｽｽﾞｷ ﾊﾅｺ"},
		{"住所", "address", "横浜市青葉区美しが丘3-12-8"},
		{"住所全角", "address", "神奈川県横浜市青葉区美しが丘３－１２－８"},
		{"電話番号", "phone", "090-8123-4567"},
		{"固定電話", "phone", "045-671-2938"},
		{"メール", "email", "hanako.suzuki@mail.example"},
		{"生年月日", "birth-date", "1985/3/5"},
		{"生年月日和暦", "birth-date", "昭和60年3月5日"},
		{"性別", "sex", "女"},
		{"年齢", "age", "35"},
		{"備考", "", "提出済み"},
		{"人口", "statistic", "349385"},
		{"番号", "", "1024"},
	} {
		b.Run(c.head, func(b *testing.B) {
			labels := []string{c.head, Column{Kind: c.kind, Head: c.head, Valid: 60, Total: 64}.Label()}
			cells(b, s, c.cell, labels)
		})
	}
	for _, cell := range []string{"349385", "2024/04/01", "提出済み", "横浜市青葉区"} {
		b.Run("bare/"+strings.ReplaceAll(cell, "/", "-"), func(b *testing.B) { cells(b, s, cell, nil) })
	}
}

func cells(b *testing.B, s *Set, cell string, labels []string) {
	var dst []Match
	b.ReportAllocs()
	for b.Loop() {
		dst = s.Find(dst[:0], cell, labels)
	}
}

func BenchmarkKey(b *testing.B) {
	for kind, value := range map[string]string{"name": "鈴木　花子", "phone": "090-8123-4567", "address": "横浜市青葉区美しが丘3-12-8", "birth-date": "1985/3/5", "kana": "ｽｽﾞｷ ﾊﾅｺ", "email": "hanako@mail.example", "patient-id": "48213"} {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Key(kind, value)
			}
		})
	}
}

// The tables are built at first use; a program that only checks one small file pays for them.
func BenchmarkNewSet(b *testing.B) {
	for b.Loop() {
		NewSet(All())
	}
}
