package detectors

import "strings"

// pensionNumberDetector finds basic pension numbers (基礎年金番号): 4 and 6 digits (国民年金法施行規則 1条). No check digit is public, so a
// label or column is needed.
func pensionNumberDetector() *Detector {
	return &Detector{
		ID: "pension-number", JA: "基礎年金番号", EN: "basic pension number", Step: 3, Person: true,
		Heads:   strings.Fields("基礎年金番号 年金番号 年金手帳番号 年金手帳 基礎年金 年金手帳記号番号 厚生年金番号 pensionnumber"),
		words:   []string{"基礎年金番号", "年金手帳", "年金番号"},
		against: []string{"図面", "契約番号", "伝票", "追跡"},
		Valid:   cellOf(2, 10),
		on:      onDigits(1, 4, 10), wordy: true,
		scan: func(t *textState, k *Detector) {
			t.digitNumbers(k, &pensionRule)
		},
		Hits: []Example{
			{Text: "基礎年金番号 4817-203956"}, {Text: "４８１７ー２０３９５６", Labels: []string{"年金手帳番号"}}, {Text: "基礎年金番号：4817203956"}, {Text: "4 8 1 7 2 0 3 9 5 6", Labels: []string{"基礎年金番号"}},
		},
		Misses: []Example{{Text: "4817-203956"}, {Text: "図面番号 4817-203956"}, {Text: "基礎年金番号"}, {Text: "基礎年金番号：0000-000000"}, {Text: "老齢基礎年金 831,700円"}},
	}
}

var pensionRule = digitRule{groups: [][]int{{4, 6}, {10}}, format: "4 and 6 digits"}
