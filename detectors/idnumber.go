package detectors

import (
	"strings"
	"unicode/utf8"
)

// Numbers that an office gives to people. They have no format of their own, so only a column or a label finds them.

// patientIDDetector finds numbers of patients.
func patientIDDetector() *Detector {
	k := idDetector("patient-id", "患者番号", "patient number", 3,
		"診療録番号 診察カード番号 患者コード 患者登録番号 受診番号 受診者id 健診番号 当院id 病歴番号 診察券番号 診察券no 診察券 患者id 患者番号 患者no カルテ番号 カルテno カルテ 受診者番号 patientid", "診察券番号 診察券No 診察券 診療録番号 診療券番号 診察カード番号 診察カード 患者番号 患者ID 患者id 患者No 患者コード 患者(ID 患者登録番号 カルテ番号 カルテNo カルテNO カルテID カルテ 受診番号 受診者番号 受診者ID 受診者コード 健診番号 人間ドック番号 透析番号 病歴番号 整理番号(患者 当院ID 入院ID 院内ID 病院ID 診療番号 外来番号 入院番号 MRN", "診察券番号 48213", "診察券番号")
	return k
}

// studentIDDetector finds numbers of pupils and students.
func studentIDDetector() *Detector {
	return idDetector("student-id", "学籍番号", "student number", 3,
		"学籍番号 学生番号 生徒番号 生徒id 学生証番号 児童番号 生徒管理コード 学籍id 学生id 出席番号 studentid", "学籍番号 学籍No 学籍 学生番号 学生証番号 学生ID 生徒番号 生徒証番号 生徒ID 生徒コード 児童番号", "学籍番号：24K1093", "学籍番号")
}

// examNumberDetector finds numbers of candidates.
func examNumberDetector() *Detector {
	return idDetector("exam-number", "受験番号", "examination number", 3,
		"受験番号 受検番号 受験no 受検no 受験票番号 整理番号受験 受験者番号 考査番号 受験番号4桁 応募番号", "受験番号 受検番号 受験No 受検No 受験票 考査番号", "受検番号 1047", "受験番号")
}

// employeeIDDetector finds numbers of staff.
func employeeIDDetector() *Detector {
	return idDetector("employee-id", "職員番号", "staff number", 2,
		"職員番号 社員番号 人事番号 従業員番号 職員コード 社員コード 職員id 社員id 職員no 社員no 教職員番号 employeeid employeeno", "職員番号 職員No 職員ID 社員番号 社員No 社員ID 従業員番号 従業員コード 職員コード 社員コード 人事コード 社員証番号 社番", "社員番号 A20931", "社員番号")
}

// memberIDDetector finds numbers of members and customers.
func memberIDDetector() *Detector {
	return idDetector("member-id", "会員番号", "member or customer number", 2,
		"会員番号 会員id 会員no 会員証番号 会員コード ポイントカード番号 カード会員番号 利用者番号 利用者id 利用者カード番号 利用者コード 図書館カード番号 貸出券番号 登録者番号 登録者id 顧客番号 顧客id 顧客コード お客様番号 お客様id 契約者番号 組合員番号 加入者番号 memberid memberno customerid", "会員番号 会員No 会員ID 会員コード 会員 顧客番号 顧客コード 顧客ID お客様番号 お客様コード 利用者番号 利用者ID 利用者No 利用者カード 利用カード 図書カード 貸出カード 貸出券 組合員番号 加入者番号", "会員番号 M-48213", "会員番号")
}

// userIDDetector finds names of user accounts: any word of ASCII letters and digits in a column or behind a label for them, or behind
// ID where a password follows.
func userIDDetector() *Detector {
	return &Detector{
		ID: "user-id", JA: "ユーザーID", EN: "user ID", Step: 2, Person: true,
		Heads: strings.Fields("ユーザーid ユーザid ユーザーネーム ユーザー名 ユーザ名 ログインid ログイン名 ログインアカウント アカウント アカウント名 アカウントid userid username loginid loginname account ログオンid 利用者アカウント twitterid lineid インスタid"),
		Valid: func(cell string) bool { s := fold(cell); return userLike(s) },
		on:    onWord,
		scan:  scanUserID,
		Hits: []Example{
			{Text: "h-mori", Labels: []string{"ログインID"}}, {Text: "ユーザーID：t.yamada85"}, {Text: "ID: h-mori2 パスワード: tz93kdd1"}, {Text: "ID:h-mori2 / PW:tz93kdd1"}, {Text: "ｋｓａｔｏ０２", Labels: []string{"アカウント"}}, {Text: "198.51.100.27 - k.mori2 ログイン失敗"}, {Text: "aoki_m49@pc01 からログイン。"},
		},
		Misses: []Example{
			{Text: "h-mori"}, {Text: "ID: 24"}, {Text: "ユーザーID"}, {Text: "ユーザーID：****"}, {Text: "ログインIDを入力してください"}, {Text: "Windows11 へのログイン"}, {Text: "portal.example.jp にログイン"}, {Text: "なし", Labels: []string{"ユーザー名"}}, {Text: "admin", Labels: []string{"ログインID"}},
		},
	}
}

func scanUserID(t *textState, k *Detector) {
	if t.speaksOf() {
		t.attribute(k, userLength)
		return
	}
	if t.triggers&onLatin != 0 {
		t.loggedIn(k)
	}
	for i, f := range t.fields {
		if f.head.kind != other || i+1 == len(t.fields) || t.fields[i+1].head.kind != "password" || !strings.EqualFold(t.s[f.start:f.end], "id") {
			continue
		}
		start, end := trim(t.s, f.value, f.to)
		if n := userLength(t.s[start:end]); n > 0 {
			t.found(k.ID, start, start+n, Likely, "label ID, a password follows")
		}
	}
}

// loggedIn finds the account in front of the word for a log-in: k.mori2 ログイン失敗, aoki_m@pc01 からログイン. It must have a digit or a sign.
func (t *textState) loggedIn(k *Detector) {
	if t.findWords(); t.wordFlags&logInNear == 0 {
		return
	}
	for _, w := range t.words {
		if w.flags&logInNear == 0 {
			continue
		}
		at := w.start
		before := strings.TrimRight(t.s[:at], " がからで:」")
		end := len(before)
		start := end
		for start > 0 && (asciiClasses[before[start-1]]&(asciiWord|asciiDigit|asciiAt) != 0 || strings.IndexByte("-_.", before[start-1]) >= 0) {
			start--
		}
		word := before[start:]
		if a := strings.IndexByte(word, '@'); a >= 0 && strings.IndexByte(word[a:], '.') < 0 {
			word = word[:a] // the rest is the machine
		}
		if asciiClasses[firstByte(word)] == asciiWord && strings.IndexByte(word, '@') < 0 && strings.ContainsAny(word, "0123456789_.-") && userLike(word) {
			t.found(k.ID, start, start+len(word), Likely, "a log-in behind it")
		}
	}
}

var logWords = listOf("ログイン ログオン ログアウト")

func firstByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// userLength returns the length of the account name at the beginning of s, or 0.
func userLength(s string) int {
	n := 0
	for n < len(s) && (asciiClasses[s[n]] == asciiWord || asciiClasses[s[n]] == asciiDigit || strings.IndexByte("-_.@", s[n]) >= 0) {
		n++
	}
	for n > 0 && (s[n-1] == '.' || s[n-1] == '-') {
		n--
	}
	if !userLike(s[:n]) {
		return 0
	}
	return n
}

// userLike reports whether a folded text can be an account name: 3 to 40 ASCII letters, digits and signs, nobody's name.
func userLike(s string) bool {
	if len(s) < 3 || len(s) > 40 || masked(s) || dummy(s) || allSame(s) {
		return false
	}
	for i := range len(s) {
		if c := asciiClasses[s[i]]; c != asciiWord && c != asciiDigit && strings.IndexByte("-_.@", s[i]) < 0 {
			return false
		}
	}
	return !commonAccounts.has(strings.ToLower(s))
}

var commonAccounts = listOf("admin administrator root guest user test none null password pass login id username userid sample demo abc example yes no n/a na")

// idDetector makes the detector of one kind of number: what heads and what words in a sentence announce it, one hit in the text and one head for the tests.
func idDetector(id, jaName, en string, step int, heads, words, hit, head string) *Detector {
	return &Detector{
		ID: id, JA: jaName, EN: en, Step: step, Person: true,
		Heads: strings.Fields(heads),
		words: strings.Fields(words),
		Valid: func(cell string) bool { s := fold(cell); return idLike(s) },
		on:    onDigitsTo(2, 12), wordy: true,
		scan: scanID, short: shortID,
		Hits: []Example{{Text: hit}, {Text: "10382", Labels: []string{head}}, {Text: "Ａ－２０４", Labels: []string{head}}},
		Misses: []Example{
			{Text: "10382"}, {Text: head}, {Text: "＊＊＊82", Labels: []string{head}}, {Text: "なし", Labels: []string{head}}, {Text: "0000", Labels: []string{head}}, {Text: head + "を記入してください"},
		},
	}
}

func scanID(t *textState, k *Detector) {
	if !t.speaksOf() {
		t.announced(k, idLength)
		if k.ID == "patient-id" || k.ID == "exam-number" {
			t.numberInBracket(k)
		}
		return
	}
	start, end := t.whole()
	if e := t.evidence(k, start); (e.column || e.label) && len(t.fields) == 0 && idLike(t.s[start:end]) {
		t.foundID(k, start, end, e.judge(0, false), t.reason(&e, ""))
		return
	}
	t.announced(k, idLength)
	for _, f := range t.fields {
		if f.head.kind != k.ID {
			continue
		}
		start, end := trim(t.s, f.value, f.to)
		if start < end && t.s[start] == '(' { // 診察券番号(48213)
			start++
		}
		end = start + token(t.s[start:end])
		if idLike(t.s[start:end]) {
			t.foundID(k, start, end, Likely, f.head.because)
		}
	}
	if k.ID == "patient-id" {
		t.numberInBracket(k)
	}
}

// idLength returns the length of the number at the beginning of s, or 0.
func idLength(s string) int {
	if n := token(s); idLike(s[:n]) {
		return n
	}
	return 0
}

// foundID notes a number that an office gave, or the card number that was put in its place: a customer number that has an issuer's
// range and a valid check digit is the graver of the two.
func (t *textState) foundID(k *Detector, start, end int, sure Sureness, because string) {
	if notOfOne.prefix(t.s[end:]) != "" {
		return
	}
	id := k.ID
	if cardNumber(t.s[start:end]) {
		id, because = "credit-card", "issuer's range and valid check digit, "+because
	}
	t.found(id, start, end, sure, because)
}

// notOfOne follow figures that say how long a number is, or count something.
var notOfOne = listOf("桁 ケタ けた 文字 件 人 名 円 冊 枚 年度")

// announced finds values in running text right behind a word for them: 受験番号は1043です.
func (t *textState) announced(k *Detector, length func(string) int) {
	for i := range t.numbers {
		start := t.numbers[i].start
		for start > 0 && (asciiClasses[t.s[start-1]] == asciiWord || t.s[start-1] == '-') {
			start--
		}
		n := length(t.s[start:])
		if n == 0 {
			continue
		}
		why, bare := t.wordBefore(start)
		if why == "" {
			why = t.wordBehind(start + n)
		}
		if why != "" && !(bare && digitsIn(t.s[start:start+n]) < 4) && endsValue(t.s[start+n:]) {
			t.foundID(k, start, start+n, Likely, why)
		}
	}
}

// wordBefore returns the reason when a word for the running detector stands before i with nothing but は, No or a sign between. It is bare when
// it is a thing that has a number and no word for the number: 診察券, 会員.
func (t *textState) wordBefore(i int) (why string, bare bool) {
	for _, w := range t.context(max(0, i-reach), i) {
		if w.speaks&t.bit == 0 || w.end() > i {
			continue
		}
		if between := t.s[w.end():i]; len(between) <= 18 && strings.Trim(numbersOf.Replace(between), "はがの、 :.#=「(Nno)") == "" {
			why, bare = w.because, bareWords.has(w.text)
		}
	}
	return why, bare
}

// wordBehind returns the reason when a word for the running detector stands in a bracket behind a value that ends at i: 00123(患者番号).
func (t *textState) wordBehind(i int) string {
	if i >= len(t.s) || t.s[i] != '(' {
		return ""
	}
	for _, w := range t.context(i+1, i+2) {
		if w.speaks&t.bit != 0 && strings.HasPrefix(t.s[w.end():], ")") {
			return "label behind it"
		}
	}
	return ""
}

var (
	bareWords = listOf("診察券 カルテ 学籍 受験票 会員 利用カード 図書カード 貸出カード 貸出券 利用者カード")
	numbersOf = strings.NewReplacer("番号", "", "№", "", "ナンバー", "", "第", "", "ID", "", "コード", "")
)

// digitsIn counts the digits of s.
func digitsIn(s string) (n int) {
	for i := range len(s) {
		if asciiClasses[s[i]] == asciiDigit {
			n++
		}
	}
	return n
}

// numberInBracket finds the ID of a patient in a bracket, ID 00123, in a text that speaks of patients, and the number of a candidate behind the name: (1043番).
func (t *textState) numberInBracket(k *Detector) {
	for i := range t.numbers {
		start := t.numbers[i].start
		if k.ID == "patient-id" {
			for _, g := range t.numbers[i].groups {
				if g.sep == 0 || g.sep == ' ' {
					t.numberOfPatient(k, g.start)
				}
			}
		}
		for start > 0 && (asciiClasses[t.s[start-1]] == asciiWord && t.s[start-1] != 'D' || t.s[start-1] == '-') {
			start--
		}
		before := strings.TrimRight(t.s[:start], " :.=#")
		n := token(t.s[start:])
		switch value := t.s[start : start+n]; {
		case k.ID == "exam-number":
			if strings.HasSuffix(before, "(") && n >= 3 && n <= 6 && allDigits(value) && strings.HasPrefix(t.s[start+n:], "番)") && candidates.in(t.s[max(0, start-2*reach):t.lineEnd(start)]) {
				t.found(k.ID, start, start+n, Likely, "number in a bracket, of a candidate")
			}
		case strings.HasSuffix(before, "(ID") && digitsIn(value) >= 4 && strings.HasPrefix(t.s[start+n:], ")") && idLike(value) && t.flagged(patientNear, max(0, start-2*reach), min(len(t.s), start+2*reach)):
			t.found(k.ID, start, start+n, Likely, "ID in a bracket, of a patient")
		}
	}
}

// numberOfPatient takes the number at i, in a text that speaks of patients, behind a label that says no more than ID or 登録番号, or right beside a
// name: 00123 佐藤花子, 佐藤花子様(A00123).
func (t *textState) numberOfPatient(k *Detector, i int) {
	start := i
	for start > 0 && i-start < 3 && t.s[start-1] >= 'A' && t.s[start-1] <= 'Z' {
		start--
	}
	n := token(t.s[start:])
	value := t.s[start : start+n]
	if i != start && asciiClasses[t.s[max(0, start-1)]]&asciiWord != 0 || n < 4 || !idLike(value) || digitsIn(value) < 4 || t.taken(start, start+n) || !endsValue(t.s[start+n:]) {
		return
	}
	before := strings.TrimRight(t.s[:start], " :.#")
	label := numberLabels.suffix(before)
	before = before[:len(before)-len(label)]
	labelled := label != "" && strings.IndexByte(" :.#\n", t.s[start-1]) >= 0 && (before == "" || endsWord(before[len(before)-1:]) || before[len(before)-1] >= utf8.RuneSelf && !nameRune(lastRune(before)))
	if !labelled && (digitsIn(value) < 5 || value[0] == '0' && len(value) > 1 && value[1] != '0' && digitsIn(value) >= 10 || dateLike(value) || !t.besideName(start, start+n)) {
		return
	}
	if labelled && !t.nameNear(start, start+n) || !t.flagged(patientNear, max(0, start-4*reach), min(len(t.s), start+4*reach)) {
		return
	}
	t.found(k.ID, start, start+n, Likely, "number of somebody, where patients are spoken of")
}

// numberLabels are labels of any number.
var numberLabels = listOf("ID ＩＤ id 登録番号 登録No 番号 整理番号 管理ID 個人ID ID番号 IDNo")

// besideName reports whether nothing but spaces, or a bracket, stands between s[start:end] and a name.
func (t *textState) besideName(start, end int) bool {
	for i := range t.out[:t.own] {
		m := &t.out[i]
		if m.Detector != "name" || m.Sure < Likely {
			continue
		}
		if m.Start >= end && m.Start-end <= 4 && strings.Trim(t.s[end:m.Start], " )\t") == "" {
			return true
		}
		if m.End <= start && start-m.End <= 12 {
			if between := t.s[m.End:start]; strings.Trim(strings.TrimPrefix(strings.TrimPrefix(between, "様"), "さん"), " (\t") == "" {
				return true
			}
		}
	}
	return false
}

// nameNear reports whether a name stands within two lines of s[start:end].
func (t *textState) nameNear(start, end int) bool {
	for i := range t.out[:t.own] {
		if m := &t.out[i]; m.Detector == "name" && m.Sure >= Likely && m.Start < end+reach && m.End > start-reach {
			return true
		}
	}
	return false
}

// dateLike reports whether eight digits may be a day.
func dateLike(s string) bool {
	return len(s) == 8 && allDigits(s) && (s[:2] == "19" || s[:2] == "20") && s[4:6] <= "12" && s[6:] <= "31"
}

// patientWords tell that a text speaks of patients, candidates that it speaks of those who sit an examination.
var (
	patientWords = strings.Fields("患者 当院 通院 診察 受診 入院 退院 病棟 主治医 既往 処方 外来 主訴 紹介状 診療情報 術後 主病名 傷病名 内服 点滴 採血 執刀 SpO2 検体 臨床診断 看護記録")
	candidates   = listOf("受験 受検 志願 面接 試験 合格 合否 出願 入試 考査")
)

// token returns the length of the word of ASCII letters, digits and hyphens at the beginning of s.
func token(s string) int {
	for i := range len(s) {
		if c := asciiClasses[s[i]]; c != asciiWord && c != asciiDigit && s[i] != '-' && s[i] != '_' {
			return i
		}
	}
	return len(s)
}

// idLike reports whether a folded text can be such a number: letters, digits and hyphens, with a digit, not all zeros.
func idLike(s string) bool {
	n := utf8.RuneCountInString(s)
	if n == 0 || n > 20 || token(s) != len(s) || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	return strings.Trim(s, "0-") != "" && (n < 5 || !dummy(s))
}
