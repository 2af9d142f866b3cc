package detectors

import (
	"strings"
	"unicode/utf8"
)

// healthInsuredDetector finds the symbol and number of an insured person (記号・番号・枝番 of the health insurance, 健康保険法施行規則 47条 as
// it stood; 8 digits with the scheme for the old, 高齢者の医療の確保に関する法律施行規則; 7 digits of a recipient of public expense). They
// are free in form, so only a label or column finds them.
func healthInsuredDetector() *Detector {
	return &Detector{
		ID: "health-insured", JA: "被保険者証の記号・番号", EN: "health insurance number", Step: 3, Person: true,
		Heads: strings.Fields("保険証番号 被保険者番号 被保険者証番号 被保険者証記号番号 被保険者証の記号番号 保険証記号番号 保険証の記号番号 被保険者記号番号 健康保険証番号 健康保険証 健康保険証記号番号 健康保険番号 後期高齢者医療被保険者番号 後期高齢被保険者番号 " +
			"後期高齢者被保険者番号 受給者番号 公費受給者番号 医療証番号 受給者証番号 医療受給者証番号 国保記号番号 国民健康保険番号 国保番号 記号番号枝番 証記号番号 証番号 保険証"),
		words: []string{"保険証の番号", "保険証番号", "保険証の記号", "被保険者証", "受給者番号", "記号・番号", "記号及び番号"},
		on:    onDigitsTo(2, 9), wordy: true,
		Valid: func(cell string) bool { return insuredLike(fold(cell)) },
		scan:  scanHealthInsured,
		Hits: []Example{
			{Text: "24-817 3920561", Labels: []string{"被保険者証記号番号"}}, {Text: "後期高齢者医療被保険者番号：39284715"}, {Text: "保険証番号　記号４８　番号３０５１７"}, {Text: "２１３・４８１９０２", Labels: []string{"保険証の記号・番号"}}, {Text: "被保険者番号 4820391"}, {Text: "受診者：森ひな\n記号 627・463333　判定 D"}, {Text: "健康保険 記号21-457 番号38"}, {Text: "保険者番号 01138007　記号 861 770594"},
		},
		Misses: []Example{
			{Text: "24-817 3920561"}, {Text: "被保険者番号"}, {Text: "なし", Labels: []string{"保険証番号"}}, {Text: "****12", Labels: []string{"被保険者番号"}}, {Text: "被保険者数 12,345人"}, {Text: "図面の記号 627・463333"}, {Text: "00000000", Labels: []string{"被保険者番号"}},
		},
	}
}

func scanHealthInsured(t *textState, k *Detector) {
	t.attributes(k, insuredLength)
	if !t.flagged(insuredNear, 0, len(t.s)) {
		return
	}
	for i := 0; ; { // 保険者番号 06138057　記号 24-817 3920561
		n := strings.Index(t.s[i:], "記号")
		if n < 0 {
			return
		}
		i += n + len("記号")
		start := i + len(t.s[i:]) - len(strings.TrimLeft(t.s[i:], " :"))
		if n := insuredLength(t.s[start:]); n > 0 && digitRun(t.s[start:]) < n && endsValue(t.s[start+n:]) {
			t.found(k.ID, start, start+n, Proven, "label 記号 beside an insurance")
		}
	}
}

// insuredWords make 記号 that of an insurance.
var insuredWords = []string{"保険者番号", "被保険者", "受診者", "健診", "健康保険", "保険証", "国保", "社保", "被扶養者"}

// insuredLength returns the length of the symbol and number at the beginning of s, or 0.
func insuredLength(s string) int {
	end := 0
	for i := 0; i < len(s) && i < 60; {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '0' && r <= '9':
			end = i + n
		case r == '-' || r == ' ' || r == '・' || r >= 'A' && r <= 'Z':
		case strings.HasPrefix(s[i:], "記号"), strings.HasPrefix(s[i:], "番号"), strings.HasPrefix(s[i:], "枝番"):
			n = len("記号")
		case isKanji(r) && i < 9: // 東国12 34567
		default:
			i = len(s)
		}
		i += n
	}
	if !insuredLike(s[:end]) {
		return 0
	}
	return end
}

// insuredLike reports whether a folded text can be a symbol and number: at least four digits, not all alike.
func insuredLike(s string) bool {
	var buf [40]byte
	d := buf[:0]
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' && len(d) < len(buf) {
			d = append(d, s[i])
		}
	}
	return len(d) >= 4 && len(d) <= 20 && len(s) <= 60 && !dummy(text(d)) && strings.Trim(text(d), "0") != "" && !masked(s)
}

// careInsuredDetector finds numbers of those insured for nursing care (介護保険被保険者番号: 10 digits, 0 first, or H with those on
// welfare; 介護保険法施行規則 様式第1号). The check digit is the insurer's own.
func careInsuredDetector() *Detector {
	return &Detector{
		ID: "care-insured", JA: "介護保険被保険者番号", EN: "nursing care insurance number", Step: 3, Person: true,
		Heads: strings.Fields("介護保険被保険者番号 介護被保険者番号 介護保険番号 介護保険証番号 介護保険被保険者証番号 介護番号"),
		words: []string{"介護", "要支援"},
		Valid: func(cell string) bool { s := fold(cell); return careLength(s) == len(s) && s != "" },
		scan: func(t *textState, k *Detector) {
			t.attributes(k, careLength)
			if !t.speaksOf() {
				t.careFields(k)
			}
		},
		on: onDigits(9, 10), wordy: true,
		Hits: []Example{
			{Text: "介護保険被保険者番号 0004817263"}, {Text: "Ｈ０００４８１７２６", Labels: []string{"介護保険被保険者番号"}}, {Text: "介護被保険者番号：0013928475"}, {Text: "介護 被保険者番号：0013928475"},
		},
		Misses: []Example{{Text: "0004817263"}, {Text: "介護保険被保険者番号"}, {Text: "0000000000", Labels: []string{"介護保険被保険者番号"}}, {Text: "介護保険料 12,345円"}},
	}
}

// careFields takes what stands behind 被保険者番号 in a text that speaks of nursing care, if it has the form of such a number.
func (t *textState) careFields(k *Detector) {
	for _, f := range t.fields {
		if f.head.kind != "health-insured" {
			continue
		}
		start, end := trim(t.s, f.value, f.to)
		if n := careLength(t.s[start:end]); n == 10 {
			t.found(k.ID, start, start+n, Likely, f.head.because)
		}
	}
}

// careLength returns the length of the number at the beginning of s, or 0.
func careLength(s string) int {
	n := token(s)
	if n < 8 || n > 10 || n < 10 && s[0] == '0' || !allDigits(s[1:n]) || s[0] != 'H' && (s[0] < '0' || s[0] > '9') || n == 10 && s[0] != '0' && s[0] != 'H' || strings.Trim(s[:n], "0H") == "" || dummy(s[1:n]) {
		return 0
	}
	return n
}

// employmentInsuranceDetector finds numbers of those insured against unemployment (雇用保険被保険者番号: 4, 6 and 1 digits; 行政手引
// 20706). The check digit is not public.
func employmentInsuranceDetector() *Detector {
	return &Detector{
		ID: "employment-insurance", JA: "雇用保険被保険者番号", EN: "employment insurance number", Step: 3, Person: true,
		Heads:   strings.Fields("雇用保険被保険者番号 雇用保険番号 雇用保険被保険者証番号 雇用被保険者番号 雇用保険"),
		words:   []string{"雇用保険", "被保険者番号"},
		against: []string{"図面", "型番", "品番", "事業所番号"},
		Valid:   cellOf(1, 11),
		on:      onDigits(1, 4, 11), wordy: true,
		scan: func(t *textState, k *Detector) {
			t.digitNumbers(k, &employmentRule)
		},
		Hits: []Example{
			{Text: "雇用保険被保険者番号 5021-384917-6"}, {Text: "５０２１ー３８４９１７ー６", Labels: []string{"雇用保険番号"}}, {Text: "50213849176", Labels: []string{"雇用保険被保険者番号"}}, {Text: "4817-203956-2", Labels: []string{"被保険者番号"}},
		},
		Misses: []Example{{Text: "5021-384917-6"}, {Text: "雇用保険被保険者番号"}, {Text: "雇用保険料率 1000分の6"}, {Text: "09081234567"}, {Text: "図面 5021-384917-6"}},
	}
}

var employmentRule = digitRule{groups: [][]int{{4, 6, 1}, {11}}, format: "4, 6 and 1 digits"}
