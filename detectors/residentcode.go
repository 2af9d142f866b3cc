package detectors

import "strings"

// residentCodeDetector finds codes of the resident register (住民票コード: 11 digits; 住民基本台帳法施行規則 1条). The rule of its check digit is
// not public, and 11 digits are those of a mobile telephone too, so a label or column is needed.
func residentCodeDetector() *Detector {
	return &Detector{
		ID: "resident-code", JA: "住民票コード", EN: "resident register code", Step: 4, Person: true,
		Heads:   strings.Fields("住民票コード 住民コード 住基コード 住民票cd 住民票コード11桁"),
		words:   []string{"住民票コード", "住基コード", "住民票CD"},
		against: []string{"伝票", "追跡", "電話", "携帯"},
		Valid:   cellOf(1, 11),
		on:      onDigits(1, 3, 4, 11), wordy: true,
		scan: func(t *textState, k *Detector) {
			t.digitNumbers(k, &residentRule)
		},
		Hits: []Example{
			{Text: "住民票コード 40918273652"}, {Text: "４０９１８２７３６５２", Labels: []string{"住民票コード"}}, {Text: "住民票コード：4091-8273-652"}, {Text: "4 0 9 1 8 2 7 3 6 5 2", Labels: []string{"住民票コード"}},
		},
		Misses: []Example{{Text: "40918273652"}, {Text: "住民票コード"}, {Text: "住民票コード：00000000000"}, {Text: "09081234567", Labels: []string{"電話番号"}}, {Text: "住民票の写し 300円"}},
	}
}

var residentRule = digitRule{groups: [][]int{{11}, {4, 4, 3}, {3, 4, 4}, {5, 6}, {2, 3, 3, 3}}, format: "11 digits"}
