package detectors

import (
	"strings"
	"unicode/utf8"
)

// officeWords stand near the telephone number, mail or street address of an organisation.
var officeWords = []string{
	"問合せ", "問い合わせ", "問合わせ", "問い合せ", "事務局", "市役所", "区役所", "役場", "県庁", "庁舎", "総務課", "担当課", "主管課", "係", "(代表", "(代)", "代表電話", "直通", "内線",
	"窓口", "受付時間", "センター", "株式会社", "(株)", "有限会社", "(有)", "合同会社", "法人", "大学", "病院", "小学校", "中学校", "高等学校", "協会", "協議会", "財団", "課 ", "課\n", "課:", "課(", "課TEL", "課電話",
	"図書館", "公民館", "会館", "保育園", "幼稚園", "ホテル", "交番", "警察", "消防", "提出先", "申込先", "申込み先", "送付先", "発行",
}

// officeMarks stand behind the number of an organisation.
var officeMarks = []string{"(代表)", "(代)", "(直通)", "内線"}

// officeLabels make a label, which may be a line above, one that speaks of an organisation's contact. As ja.Label folds them.
var officeLabels = strings.Fields("問合せ 問い合わせ 問合わせ 問い合せ 代表電話 代表番号 担当課 主管課 所管課 事務局 市役所 区役所 町役場 村役場 県庁 申込先 提出先 送付先 連絡窓口 相談窓口 受付窓口 担当窓口")

// officeName reports whether a label, or its last line, is the name of an office: 福祉部高齢福祉課, 総務課 庶務係.
func officeName(label string) bool {
	label = strings.TrimSpace(label[strings.LastIndexByte(label, '\n')+1:])
	label = strings.TrimRight(label, " 　:：)）】」")
	n := utf8.RuneCountInString(label)
	if n < 3 || n > 24 {
		return false
	}
	for _, end := range []string{"課", "係", "室", "局", "センター", "役所", "役場", "支所", "出張所", "事務所", "担当"} {
		if strings.HasSuffix(label, end) {
			return true
		}
	}
	return false
}

// exampleWords say that their line shows an example.
var exampleWords = []string{"記入例", "入力例", "記載例", "サンプル", "ダミー", "(例)", "例:", "例)", "【例】"}

// bankWords stand near the number of an account.
var bankWords = []string{"銀行", "信用金庫", "信金", "農協", "支店", "口座", "ゆうちょ", "信用組合", "本店", "労働金庫"}

// office reports whether the text before i, also on the lines above, speaks of an organisation, and no person is named in a
// field of the text. A public contact block is no leak.
func (t *textState) office(i int) bool {
	if t.findWords(); t.named || t.addressed(i) || t.wordFlags&(strongOffice|officeBefore|officeAfter) == 0 {
		return false
	}
	from := t.sentence(max(0, i-2*reach), i) // a sentence on libraries is no contact block of one
	named := t.namedBefore(i)
	for _, w := range t.context(max(0, i-2*reach), i) {
		if (w.flags&strongOffice != 0 || w.flags&officeBefore != 0 && w.start >= from && !named) && !t.inAddress(w.start) {
			return true
		}
	}
	_, to := t.line(i)
	return !named && t.flagged(officeAfter, i, min(to, i+reach)) && !t.someones(i)
}

// switchboard reports whether the number at s[start:end] is called that of a house or has an office in brackets behind it:
// 代表：03-5253-2111, 03-5253-2111（市役所総務課）.
func (t *textState) switchboard(start, end int) bool {
	if t.named {
		return false
	}
	before := strings.TrimRight(t.s[:start], " :")
	if before = strings.TrimSuffix(before, "電話"); strings.HasSuffix(before, "代表") && !kanjiBefore(strings.TrimSuffix(before, "代表")) {
		return true
	}
	behind, inBrackets := strings.CutPrefix(strings.TrimLeft(t.s[end:], " "), "(")
	if !inBrackets {
		return false
	}
	behind, _, closed := strings.Cut(behind[:min(len(behind), 24*3+1)], ")")
	return closed && officeName(behind)
}

// someones reports whether the words before i in the sentence say that the contact there is that of somebody by their part in the matter: 届出人の連絡先は.
func (t *textState) someones(i int) bool {
	from, _ := t.line(i)
	from = t.sentence(max(from, i-reach), i)
	return contactOf.in(t.s[from:i])
}

var contactOf = listOf("申請者 届出人 申請人 届出者 相談者 保護者 本人 世帯主 被害者 加害者 当事者 目撃者 通報者 患者 家族 代理人 申込者 応募者 勤務先 職場 緊急連絡先 父 母 夫 妻 長男 長女")

// addressed reports whether the lines at and below i are an address on a letter: a name before 様 or 殿 ends one of them.
func (t *textState) addressed(i int) bool {
	if len(t.titles) == 0 || len(t.newlines) == 0 {
		return false
	}
	end := t.below(i)
	for _, at := range t.titles {
		if at < i || at > end {
			continue
		}
		title := titleAt(t.s[at:])
		if to := at + len(title); (title == "様" || title == "殿") && (to == len(t.s) || t.s[to] == '\n') && t.nameBefore(at) < at && t.line0(at) > i {
			return true
		}
	}
	return false
}

// line0 returns where the line of offset i begins.
func (t *textState) line0(i int) int {
	k := firstFrom(t.newlines, i)
	if k == 0 {
		return 0
	}
	return t.newlines[k-1] + 1
}

// namedBefore reports whether somebody is named near before i, as in the signature of a mail: the firm in it is where they work.
func (t *textState) namedBefore(i int) bool {
	for _, m := range t.out[:t.own] {
		if m.Detector == "name" && m.Sure >= Likely && m.End <= i && m.Start > i-2*reach {
			return true
		}
	}
	return false
}

// inAddress reports whether an address was found that holds offset i: the firm in it is where somebody lives.
func (t *textState) inAddress(i int) bool {
	for _, m := range t.out {
		if m.Detector == "address" && m.Sure >= Likely && m.Start <= i && i < m.End {
			return true
		}
	}
	return false
}

// example reports whether the line of i says that it shows an example.
func (t *textState) example(i int) bool {
	if t.findWords(); t.wordFlags&exampleNear == 0 {
		return false
	}
	from, to := t.line(i)
	return t.flagged(exampleNear, max(from, i-reach), min(to, i+reach))
}
