package detectors

import "strings"

// driversLicenseDetector finds numbers of driving licences (運転免許証番号): 12 digits, of which the first two are the public safety
// commission (道路交通法施行規則 別記様式第14), two the year, six a running number, one a check digit and one the count of reissues. The
// rule of the check digit was never published, so it raises and does not reject; 12 digits collide with everything, so a label or
// column is needed.
func driversLicenseDetector() *Detector {
	return &Detector{
		ID: "drivers-license", JA: "運転免許証番号", EN: "driving licence number", Step: 3, Person: true,
		Heads:   strings.Fields("免許証番号 運転免許証番号 運転免許番号 免許番号 免許証no 免許no 運転免許証 運転免許 運転経歴証明書番号 driverslicense licenseno"),
		words:   []string{"免許証番号", "免許番号", "運転免許", "免許", "免許証の番号", "免許No", "免許証No", "運転経歴証明書"},
		against: []string{"型番", "品番", "ロット", "伝票", "追跡", "マイナンバー", "個人番号"},
		Valid:   cellOf(0, 12),
		on:      onDigits(1, 4, 12), wordy: true,
		scan: func(t *textState, k *Detector) {
			t.digitNumbers(k, &licenseRule)
		},
		Hits: []Example{
			{Text: "運転免許証番号 902146911231"}, {Text: "第542184031000号", Labels: []string{"免許証番号"}}, {Text: "免許証番号：９０９９６２１２３８５０"}, {Text: "9785 0864 8571", Labels: []string{"運転免許証"}}, {Text: "本人確認　免許 620673939672"},
		},
		Misses: []Example{
			{Text: "902146911231"}, {Text: "型番 902146911231"}, {Text: "免許証番号"}, {Text: "免許証番号：000000000000"}, {Text: "202404011230", Labels: []string{"受付日時"}}, {Text: "免許証番号 1234"},
		},
	}
}

var licenseRule = digitRule{
	groups: [][]int{{12}, {4, 4, 4}}, check: licenseCheck, format: "12 digits", checked: "commission and unofficial check digit are right",
	accept: func(d string) bool { return !timestamp(d) },
}

// Public safety commissions: the first digit of the region, and for each which second digits it uses.
var licenseOffices = [10]string{"", "01234", "012345", "0", "0123456789", "012345", "012345", "01234", "0123", "01234567"}

// licenseCheck verifies commission and check digit of a licence. The weights are known from observation only.
func licenseCheck(s string) bool {
	if strings.IndexByte(licenseOffices[d(s, 0)], s[1]) < 0 {
		return false
	}
	sum := 0
	for i, w := range []int{5, 4, 3, 2, 7, 6, 5, 4, 3, 2} {
		sum += d(s, i) * w
	}
	return (11-sum%11)%10 == d(s, 10)
}
