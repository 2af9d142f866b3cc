package detectors

import "strings"

// passwordDetector finds passwords and PINs in a column or behind a label. Advice about passwords (パスワードは変更してください) has no
// value and is left alone.
func passwordDetector() *Detector {
	return &Detector{
		ID: "password", JA: "パスワード", EN: "password", Step: 4, Person: true,
		Heads: strings.Fields("パスワード pw pass password passwd 初期パスワード 暗証番号 ログインパスワード パスコード pin pinコード 仮パスワード 初期pw ログインpw パスワード初期値"),
		Valid: func(cell string) bool { return passwordLike(fold(cell)) },
		words: []string{"パスワード", "暗証番号", "PW"},
		on:    onDigitsTo(1, 9), wordy: true,
		scan: scanPassword,
		Hits: []Example{
			{Text: "Kx7!m2Qp", Labels: []string{"パスワード"}}, {Text: "パスワード：sakura2031"}, {Text: "ID: h-mori PW: tz93kdd1"}, {Text: "4817", Labels: []string{"暗証番号"}}, {Text: "暗証番号 4817"},
		},
		Misses: []Example{
			{Text: "パスワード：********"}, {Text: "パスワードは定期的に変更してください"}, {Text: "パスワード"}, {Text: "パスワード：別途通知"}, {Text: "Kx7!m2Qp"}, {Text: "パスワード https://www.city.example.jp/reset"},
		},
	}
}

func scanPassword(t *textState, k *Detector) {
	t.saidPasswords(k)
	if !t.speaksOf() {
		return
	}
	start, end := t.whole()
	if e := t.evidence(k, start); (e.column || e.label) && len(t.fields) == 0 && passwordLike(t.s[start:end]) {
		t.found(k.ID, start, end, e.judge(0, false), t.reason(&e, ""))
		return
	}
	for _, f := range t.fields {
		if f.head.kind != k.ID || !strings.ContainsAny(t.s[f.end:f.value], ":= \n\t") {
			continue
		}
		start, end := trim(t.s, f.value, f.to)
		if i := strings.IndexAny(t.s[start:end], " \t,)"); i >= 0 {
			end = start + i
		}
		colon := strings.ContainsAny(t.s[f.end:f.value], ":=")
		if value := t.s[start:end]; passwordLike(value) && (colon || mixed(value) || allDigits(value) && saysPIN(t.s[f.start:f.end])) {
			t.found(k.ID, start, end, Likely, f.head.because)
		}
	}
}

// saysPIN reports whether a label is that of a number: 暗証番号 4817.
func saysPIN(label string) bool {
	return strings.Contains(label, "暗証") || strings.EqualFold(label, "pin")
}

// saidPasswords takes a password out of a sentence: 初期PWはtz93kdd1です. It must be of letters and digits.
func (t *textState) saidPasswords(k *Detector) {
	for _, w := range t.context(0, len(t.s)) {
		start := w.end()
		if w.speaks&t.bit == 0 || !strings.HasPrefix(t.s[start:], "は") {
			continue
		}
		start = skipSpace(t.s, start+len("は"))
		start += len(t.s[start:]) - len(strings.TrimPrefix(t.s[start:], "「"))
		end := start
		for end < len(t.s) && t.s[end] > ' ' && t.s[end] < 0x7F {
			end++
		}
		if passwordLike(t.s[start:end]) && mixed(t.s[start:end]) {
			t.found(k.ID, start, end, Likely, w.because)
		}
	}
}

// passwordLike reports whether a folded text can be a password: 4 to 64 visible ASCII characters, not masked, no link.
func passwordLike(s string) bool {
	if len(s) < 4 || len(s) > 64 || strings.Contains(s, "://") || strings.Contains(s, "***") || strings.Contains(s, "___") || strings.Contains(s, "%s") || strings.HasSuffix(s, "(") {
		return false
	}
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= 0x7F {
			return false
		}
	}
	return !allSame(s) && !isOne(strings.ToLower(s), []string{"none", "null", "n/a", "password", "必須"})
}

// mixed reports whether s holds a digit and a letter or sign.
func mixed(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789-/.") != ""
}
