package ja

import (
	"slices"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	tests := []struct{ in, read, compare string }{
		{"ＡＢＣ０１２－３", "ABC012-3", "abc012-3"},
		{"ｶﾞｷﾞｸﾞ ﾊﾟﾝ", "ガギグ パン", "ガギグパン"},
		{"山田　太郎", "山田 太郎", "山田太郎"},
		{"髙橋﨑渡邉齋藤濵田", "高橋崎渡辺斎藤浜田", "高橋崎渡辺斎藤浜田"},
		{"\uFA11田", "崎田", "崎田"},
		{"090−1234‐5678", "090-1234-5678", "090-1234-5678"},
		{"０９０ー１２３４ー５６７８", "090-1234-5678", "090-1234-5678"},
		{"センター１ー", "センター1ー", "センター1ー"},
		{"㈱大和 ℡ ㍻元年", "(株)大和 TEL 平成元年", "(株)大和tel平成元年"},
		{"山\u200B田\uFEFF", "山田", "山田"},
		{"か\u3099は\u309A", "がぱ", "がぱ"},
		{"①②⑩", "1210", "1210"},
		{"a\tb\r\nc d", "a\tb\r\nc d", "abcd"},
		{"葛\U000E0100飾\U00020BB7野", "葛飾吉野", "葛飾吉野"},
		{"そのまま", "そのまま", "そのまま"},
		{"", "", ""},
	}
	for _, tt := range tests {
		var f Folded
		if f.Fold(tt.in); string(f.Text) != tt.read {
			t.Errorf("%q: read %q, want %q", tt.in, f.Text, tt.read)
		}
		if got := Fold(nil, tt.in); string(got) != tt.compare {
			t.Errorf("%q: compare %q, want %q", tt.in, got, tt.compare)
		}
	}
}

// A part of the folded text leads back to the part of the original that it stands for.
func TestOffsets(t *testing.T) {
	tests := []struct{ in, part, want string }{
		{"電話０９０－８１２３です", "090-8123", "０９０－８１２３"},
		{"ﾔﾏﾀﾞ ﾀﾛｳ", "ダ タ", "ﾀﾞ ﾀ"},
		{"㈱大和", "株", "㈱"},
		{"㈱大和", "大和", "大和"},
		{"山\u200B田太郎", "田太", "田太"},
		{"山田\u200B", "山田", "山田"},
		{"\u200B山田", "山田", "山田"},
		{"あか\u3099い", "が", "か\u3099"},
		{"ａｂｃdef", "cd", "ｃd"},
		{"abc", "b", "b"},
	}
	for _, tt := range tests {
		var f Folded
		f.Fold(tt.in)
		for i := 0; i+len(tt.part) <= len(f.Text); i++ {
			if string(f.Text[i:i+len(tt.part)]) == tt.part {
				if got := tt.in[f.Start(i):f.End(i+len(tt.part))]; got != tt.want {
					t.Errorf("%q: %q is %q, want %q", tt.in, tt.part, got, tt.want)
				}
				break
			}
		}
	}
}

func TestLabel(t *testing.T) {
	for in, want := range map[string]string{
		"氏　名": "氏名", "＊氏名（必須）": "氏名", "【お名前】：": "お名前", "E-mail": "email", "ＴＥＬ.": "tel", "電話番号（携帯）": "電話番号携帯", "生年月日(西暦)": "生年月日",
		"1. 氏名": "氏名", "(2)住所": "住所", "※ﾌﾘｶﾞﾅ": "フリガナ", "住所\n（自宅）": "住所自宅", "": "", "：": "", "№": "no",
	} {
		if got := Label(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzFolded(f *testing.F) {
	for _, s := range []string{"ｶﾞ", "０ー１", "か\u3099", "\u200B㈱", "山田　太郎", "２４\u200B　ﾃﾞ１", "\xff\xe3\x81"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var folded Folded
		folded.Fold(s)
		last := 0
		for i := range len(folded.Text) + 1 {
			start, end := folded.Start(i), folded.End(i)
			if start < 0 || start > len(s) || end < 0 || end > len(s) || start < last {
				t.Fatalf("%q at %d: %d %d", s, i, start, end)
			}
			last = start
			for to := i + 1; to <= len(folded.Text); to++ {
				if from, end := folded.Span(i, to); from != start || end != folded.End(to) {
					t.Fatalf("%q from %d to %d: %d %d, not %d %d", s, i, to, from, end, start, folded.End(to))
				}
			}
		}
		Label(s)
		again := Fold(nil, s)
		if utf8.ValidString(s) && !utf8.Valid(again) {
			t.Fatalf("%q: folded to %q", s, again)
		}
	})
}

// What Units says of a text is what Fold says.
func FuzzUnits(f *testing.F) {
	for _, s := range []string{"横浜市青葉区美しが丘3-12-8 コーポ", "野田　康平", "Noda@Mail.Example\t\x7f", "2ー3", "ローラ", "髙橋", "３", "ｶﾞ", "𠮷", "か\u3099", "\xe3\x81", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := Units(nil, s)
		if !ok {
			return
		}
		if want := utf16.Encode([]rune(string(Fold(nil, s)))); !slices.Equal(got, want) {
			t.Fatalf("%q: %x, want %x", s, got, want)
		}
	})
}

func TestUnits(t *testing.T) {
	for s, want := range map[string]bool{"野田　康平": true, "ローラ 3-12": true, "2ー3": false, "髙橋": false, "３": false, "𠮷": false, "\xe3\x81": false} {
		if _, ok := Units(nil, s); ok != want {
			t.Errorf("%q: %v, want %v", s, ok, want)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	text := "住所：神奈川県横浜市青葉区美しが丘３－１２－８　電話０９０−８１２３−４５６７　髙橋　健太（ﾀｶﾊｼ ｹﾝﾀ）様におかれましては"
	b.SetBytes(int64(len(text)))
	var dst []byte
	for b.Loop() {
		dst = Fold(dst[:0], text)
	}
}
