package detectors

import (
	"strings"
	"unicode/utf8"
)

// Numbers that an office gives to people. They have no format of their own, so only a column or a label finds them.

// patientIDDetector finds numbers of patients.
func patientIDDetector() *Detector {
	k := idDetector("patient-id", "患者番号", "patient number", 3,
		"診察券番号 診察券no 診察券 患者id 患者番号 患者no カルテ番号 カルテno カルテ 受診者番号 patientid", "診察券番号 48213", "診察券番号")
	return k
}

// studentIDDetector finds numbers of pupils and students.
func studentIDDetector() *Detector {
	return idDetector("student-id", "学籍番号", "student number", 3,
		"学籍番号 学生番号 生徒番号 生徒id 学生証番号 児童番号 生徒管理コード 学籍id 学生id 出席番号 studentid", "学籍番号：24K1093", "学籍番号")
}

// examNumberDetector finds numbers of candidates.
func examNumberDetector() *Detector {
	return idDetector("exam-number", "受験番号", "examination number", 3,
		"受験番号 受検番号 受験no 受検no 受験票番号 整理番号受験 受験者番号 考査番号 受験番号4桁 応募番号", "受検番号 1047", "受験番号")
}

// employeeIDDetector finds numbers of staff.
func employeeIDDetector() *Detector {
	return idDetector("employee-id", "職員番号", "staff number", 2,
		"職員番号 社員番号 人事番号 従業員番号 職員コード 社員コード 職員id 社員id 職員no 社員no 教職員番号 employeeid employeeno", "社員番号 A20931", "社員番号")
}

// idDetector makes the detector of one kind of number: what heads announce it, one hit in the text and one head for the tests.
func idDetector(id, jaName, en string, step int, heads, hit, head string) *Detector {
	return &Detector{
		ID: id, JA: jaName, EN: en, Step: step, Person: true,
		Heads: strings.Fields(heads),
		Valid: func(cell string) bool { s := fold(cell); return idLike(s) },
		scan:  scanID,
		Hits:  []Example{{Text: hit}, {Text: "10382", Labels: []string{head}}, {Text: "Ａ－２０４", Labels: []string{head}}},
		Misses: []Example{
			{Text: "10382"}, {Text: head}, {Text: "＊＊＊82", Labels: []string{head}}, {Text: "なし", Labels: []string{head}}, {Text: "0000", Labels: []string{head}}, {Text: head + "を記入してください"},
		},
	}
}

func scanID(t *textState, k *Detector) {
	if !t.speaksOf() {
		return
	}
	start, end := t.whole()
	if e := t.evidence(k, start); (e.column || e.label) && len(t.fields) == 0 && idLike(t.s[start:end]) {
		t.found(k.ID, start, end, e.judge(0, false), e.reason(""))
		return
	}
	for _, f := range t.fields {
		if f.head.kind != k.ID {
			continue
		}
		start, end := trim(t.s, f.value, f.to)
		end = start + token(t.s[start:end])
		if idLike(t.s[start:end]) {
			t.found(k.ID, start, end, Likely, "label "+t.s[f.start:f.end])
		}
	}
}

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
