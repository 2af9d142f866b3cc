package detectors

import (
	"strings"
	"testing"
	"time"
)

// The cost of a text grows with its length, whatever stands in it: 50 kB of the worst take milliseconds; the bound leaves room for a busy machine.
func TestCostIsLinear(t *testing.T) {
	s := NewSet(All())
	for _, unit := range []string{
		"1 ", "1-", "12-", "1234-", "a@", "a@b.c ", "生", "日生", "昭和60年", "市", "横浜市1", "横浜市青葉1-", "様", "田中様", "山", "山田 ", "氏名:", "氏名 ", "ア", "ア ",
		"https://a/", "://", "（", "〇", "九〇", "電話", "045-671-2938", "普通", "〒", "一", ".", ": ", "氏\u3000", "ｶﾞ", "\u200B", "1\n", "T1", "ー1", "記号14030 番号", "1985/3/5 ", "問合せ",
	} {
		text := strings.Repeat(unit, 50_000/len(unit))
		for _, labels := range [][]string{nil, {"氏名"}, {"生年月日"}, {text[:len(unit)*20]}} {
			start := time.Now()
			s.Find(nil, text, labels)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%q %q: %v", unit, labels, took)
			} else if took > time.Second {
				t.Logf("%q %q: %v", unit, labels, took)
			}
		}
	}
}
