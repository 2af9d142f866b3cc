package detectors

import "strings"

// corporateNumberDetector finds corporate numbers (法人番号: 13 digits, check digit first; 番号利用法 2条16項). They are public and name
// no person: severity 0.
func corporateNumberDetector() *Detector {
	return &Detector{
		ID: "corporate-number", JA: "法人番号", EN: "corporate number", Step: 0,
		Heads: strings.Fields("法人番号 会社法人等番号"),
		words: []string{"法人番号"},
		Valid: func(cell string) bool {
			d, ok := cellDigits(cell)
			return ok && len(d) == 13 && corporateCheck(d)
		},
		scan: scanCorporateNumber, on: onDigits(13), wordy: true,
		Hits:   []Example{{Text: "法人番号 8700110005901"}, {Text: "１１８０３０１０１８７７１", Labels: []string{"法人番号"}}},
		Misses: []Example{{Text: "8700110005901"}, {Text: "4902344019648"}, {Text: "法人番号 8700110005902"}},
	}
}

func scanCorporateNumber(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		if n.lengths&k.on == 0 {
			continue
		}
		for a, g := range n.groups {
			if len(g.digits) != 13 || !n.alone(t.s, a, a) || !corporateCheck(g.digits) {
				continue
			}
			if e := t.evidence(k, g.start); e.any() {
				t.found(k.ID, g.start, g.end, e.judge(0, true), t.reason(&e, "valid check digit"))
			}
		}
	}
}

// invoiceNumberDetector finds registration numbers of the invoice system (T and 13 digits; 消費税法 57条の2). That of a company is T
// and its corporate number and says nothing of a person (severity 0); that of a sole trader is another number and does, so one
// that fails the check of corporate numbers is reported with that reason.
func invoiceNumberDetector() *Detector {
	return &Detector{
		ID: "invoice-number", JA: "適格請求書発行事業者登録番号", EN: "invoice registration number", Step: 0,
		Heads: strings.Fields("登録番号 適格請求書発行事業者登録番号 インボイス登録番号 インボイス番号 適格請求書登録番号 事業者登録番号"),
		words: []string{"登録番号", "インボイス", "適格請求書"},
		scan:  scanInvoiceNumber, on: onT,
		Hits: []Example{
			{Text: "登録番号 T8700110005901"}, {Text: "Ｔ1180301018771"}, {Text: "T5-0104-0106-7252"}, {Text: "登録番号：T2810593746052"},
		},
		Misses: []Example{{Text: "LOT8700110005901"}, {Text: "T8700110005902"}, {Text: "T-1234"}},
	}
}

func scanInvoiceNumber(t *textState, k *Detector) {
	for i := range t.numbers {
		n := &t.numbers[i]
		start := n.start
		if start == 0 || t.s[start-1] != 'T' || start > 1 && (asciiClasses[t.s[start-2]] == asciiWord || asciiClasses[t.s[start-2]] == asciiDigit) {
			continue
		}
		b := 0
		if len(n.groups[0].digits) == 1 {
			b = 3
		}
		if b >= len(n.groups) || !n.only(0, b, '-') {
			continue
		}
		var buf [maxGroups * maxDigits]byte
		digits := string(n.join(buf[:0], 0, b))
		if len(digits) != 13 || dummy(digits[:12]) && !corporateCheck(digits) {
			continue
		}
		e := t.evidence(k, start-1)
		if corporateCheck(digits) {
			t.found(k.ID, start-1, n.groups[b].end, e.judge(Likely, true), t.reason(&e, "T and a corporate number"))
		} else if e.any() {
			t.found(k.ID, start-1, n.groups[b].end, Likely, t.reason(&e, "no corporate number: perhaps a sole trader"))
		}
	}
}
