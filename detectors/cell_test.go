package detectors

import (
	"fmt"
	"iter"
	"testing"
)

// The short way of a cell says what the long way says. A user's detector beside ours closes the short way.
func TestShortWayIsTheLongWay(t *testing.T) {
	nothing := &Detector{ID: "nothing", Find: func(string, []string) iter.Seq[Match] { return func(func(Match) bool) {} }}
	short, long := NewSet(All()), NewSet(append(All(), nothing))
	cells := map[string][]string{
		"name": {
			"鈴木　花子", "鈴木 花子", "鈴木花子", "勅使河原　さくら", "髙橋　健太", "鈴木　花子 様", "鈴木　花子様", "森　", " 森 陽菜", "本人", "山田●●", "千葉　東京", "山田商店", "スズキ　ハナコ", "Nguyen Van An", "鈴木", "中村 一郎 太郎", "合計", "氏名", "○○　○○",
			"山田太郎（代理）", "渡辺 　誠", "母　山田花子",
		},
		"kana":        {"スズキ　ハナコ", "すずき はなこ", "ｽｽﾞｷ ﾊﾅｺ", "スズキハナコ", "セイ メイ", "カタカナ", "グエン バン", "●● ●●"},
		"address":     {"横浜市青葉区美しが丘3-12-8", "神奈川県横浜市青葉区美しが丘３－１２－８　コーポさくら２０３", "青葉区", "○○市○○町1-2-3", "本町2-5-1", "市外", "横浜市青葉区美しが丘3-12-8 ", "XX市XX町1-1", "横浜市〇町1", "東京都千代田区1 - 2"},
		"phone":       {"090-8123-4567", "045-671-2938", "0120-445-112", "01-2345-6789", "04998-2-4136", "090-0000-0000", "9081234567", "03-6273-4819", "090-1111-1111", "0422-12-3456", "０９０-8123-4567"},
		"email":       {"hanako@mail.example", "h.m@a.b", "info@city.example", "a..b@x.example", "@mail.example", "h***@mail.example", "a@b", "test@example.jp", "a.@mail.example", "a@mail.example.", "-a@mail.example"},
		"birth-date":  {"1985/3/5", "1985-03-05", "19850305", "1985/13/5", "2024/4/31", "S60.3.5", "1985/3/5 ", "31111", "31111.0", " 31111", "9999", "10000", "46000", "46001", "３１１１１", "1985/3"},
		"sex":         {"男", "女", "男性", "M", "不明", "男・女"},
		"age":         {"35", "120", "121", "3５", "35歳", "007"},
		"exam-number": {"1047", "A-20", "0000", "12345", "なし", "Ａ２０４", "1047 "},
		"postal-code": {"225-0002", "2250002", "000-0000", "60808", "225-00021", "1111111", "〒225-0002"},
	}
	for kind, list := range cells {
		labels := []string{Column{Kind: kind, Head: "見出し", Valid: 60, Total: 64}.Label(), "見出し"}
		for _, cell := range list {
			a, b := short.Find(nil, cell, labels), long.Find(nil, cell, labels)
			if fmt.Sprint(a) != fmt.Sprint(b) {
				t.Errorf("%s %q:\nshort %v\nlong  %v", kind, cell, a, b)
			}
		}
	}
}

// A typed cell costs no allocation, whether it matches or not.
func TestCellAllocatesNothing(t *testing.T) {
	s := NewSet(All())
	dst := make([]Match, 0, 8)
	for kind, cell := range map[string]string{
		"name": "鈴木　花子", "kana": "スズキハナコ", "address": "横浜市青葉区美しが丘3-12-8", "phone": "090(8123)4567", "email": "hanako@mail.example", "birth-date": "昭和60年3月5日", "my-number": "621498320257", "exam-number": "1047", "": "提出済み", "statistic": "349,385",
	} {
		labels := []string{Column{Kind: kind, Head: "見出し", Valid: 60, Total: 64}.Label(), "見出し"}
		s.Find(dst, cell, labels)
		if n := testing.AllocsPerRun(100, func() { s.Find(dst, cell, labels) }); n >= 1 {
			t.Errorf("%s %q: %v allocations", kind, cell, n)
		}
		if n := testing.AllocsPerRun(100, func() { Key(kind, cell) }); n >= 1 {
			t.Errorf("key of %s %q: %v allocations", kind, cell, n)
		}
	}
}

// Labels may be borrowed: the same memory holds other labels later.
func TestBorrowedLabels(t *testing.T) {
	s := NewSet(All())
	labels := []string{"氏名"}
	for range 2 {
		labels[0] = "氏名"
		if m := s.Find(nil, "森 陽菜", labels); len(m) != 1 || m[0].Detector != "name" {
			t.Error(m)
		}
		labels[0] = "病名"
		if m := s.Find(nil, "糖尿病", labels); len(m) != 1 || m[0].Detector != "sensitive" {
			t.Error(m)
		}
	}
}
