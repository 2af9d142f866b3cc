package detectors

import "strings"

// healthInsurerDetector finds numbers of health insurers (保険者番号: 8 digits, 6 with the municipal scheme) and of payers of public
// expense (公費負担者番号: 8), whose last digit is the check digit of modulus 10 weight 21 (昭和49年9月20日 保険発104号). The number tells
// where somebody works or lives, not who he is.
func healthInsurerDetector() *Detector {
	return &Detector{
		ID: "health-insurer", JA: "保険者番号", EN: "health insurer number", Step: 3,
		Heads:   strings.Fields("保険者番号 保険者no 公費負担者番号 公費負担番号 公費負担者番号1 公費負担者番号2 保険者 insurernumber"),
		words:   []string{"保険者番号", "公費負担者番号", "公費負担者"},
		against: []string{"伝票", "追跡", "件", "円"},
		Valid: func(cell string) bool {
			d, ok := cellDigits(cell)
			return ok && (len(d) == 8 || len(d) == 6 || len(d) == 7) && luhn(d) && !dummy(d)
		},
		on: onDigits(1, 2, 6, 7, 8), wordy: true,
		scan: func(t *textState, k *Detector) {
			t.digitNumbers(k, &insurerRule)
		},
		Hits: []Example{
			{Text: "保険者番号 33120015"}, {Text: "０１１３００１２", Labels: []string{"保険者番号"}}, {Text: "保険者番号：138057"}, {Text: "3 4 1 3 6 6 4 8", Labels: []string{"保険者番号"}}, {Text: "1130012", Labels: []string{"保険者番号"}},
		},
		Misses: []Example{{Text: "33120015"}, {Text: "保険者番号 33120016"}, {Text: "保険者番号"}, {Text: "被保険者 33120015人"}, {Text: "被保険者番号 33120015"}, {Text: "保険者番号：＿＿＿＿＿＿＿＿"}},
	}
}

var insurerRule = digitRule{groups: [][]int{{8}, {6}, {7}, {2, 6}, {2, 2, 4}}, check: insurerCheck, official: true, checked: "valid check digit"}

// insurerCheck verifies the number of an insurer, also one that lost its leading 0 in a spreadsheet.
func insurerCheck(s string) bool { return luhn(s) }
