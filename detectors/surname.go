package detectors

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// A surname by itself is a place or a thing as often as a person. What stands around it must say that it is somebody: a calling behind it, a
// role and の before it, what only people do, a list of names, the full name elsewhere in the text.

// callings follow a surname like a title: 佐藤保健師, 鈴木係長.
var callings = listOf("普及員 指導主事 主任主事 司書 学芸員 介助員 調理員 用務員 事務員 調査士 消防士 消防士長 消防司令 巡査長 警部 社労士 公認心理師 心理士 カウンセラー 准看 教官 研修医 技士 機関士 薬剤師 医師 看護師 准看護師 保健師 助産師 薬剤師 栄養士 保育士 介護士 介護福祉士 社会福祉士 理学療法士 作業療法士 弁護士 税理士 行政書士 司法書士 養護教諭 教諭 主任 主査 主事 係長 職員 隊員 団員 選手 巡査 巡査部長 警部補 刑事 相談員 支援員 指導員 調査員 研究員 研究生 技師 運転手 記者 " +
	"容疑者 被告 被告人 課長補佐 課長 部長 次長 室長 主幹 参事 補佐 教頭 副校長 学年主任 ドクター 両名 夫妻 夫人 先輩 後輩 同級生 一家 ケースワーカー ヘルパー ドクター ケアマネ")

// surnameAlone reports whether s is a surname that is hardly anything else: no noun, no prefecture or town.
func surnameAlone(s string) bool {
	rank := dict.Surname(s)
	if rank == 0 || len(s) < 6 || dict.SurnameNoun(s) && rank != dict.Frequent {
		return false
	}
	return dict.PlaceOf(s+"県") == 0 && dict.PlaceOf(s+"府") == 0
}

// oneKanjiSurname reports whether s is a surname of one character that says nothing else before an office: 林看護師, but 東部長, 町職員.
func oneKanjiSurname(s string) bool {
	return len(s) == 3 && (dict.Surname(s) == dict.Frequent && s != "東" && s != "南" || strings.Contains("岡谷星柳柴巽槙笹", s))
}

// calledBehind takes the surname before a calling that ends at end and begins at start.
func (t *textState) calledBehind(k *Detector, start, end int) {
	if end < len(t.s) && !endsWord(t.s[end:]) && !particle(firstRune(t.s[end:])) && behindTitle.prefix(t.s[end:]) == "" {
		return
	}
	calling := t.s[start:end]
	start -= len(formerly.suffix(t.s[:start]))
	from := t.nameBefore(start)
	to := len(strings.TrimRight(t.s[:start], " "))
	if from >= to || !t.begins(max(from, 0), false) && from > 0 || t.inOffice(from) || t.column.Against == organisation {
		return
	}
	name := t.s[from:to]
	if (!surnameAlone(name) && !oneKanjiSurname(name) || dict.PlaceOf(name+"市") != 0) && (to < start || !oneCalled.has(calling) || !t.plainSurname(name)) {
		return
	}
	t.found(k.ID, from, to, Likely, "surname before a calling")
}

// formerly stand between a surname and a calling: 大谷前主査.
var formerly = newWordList("前", "元", "現", "新")

// oneCalled are callings of one person, before which a surname is no town and no office.
var oneCalled = listOf("医師 看護師 准看護師 保健師 助産師 薬剤師 弁護士 税理士 教諭 養護教諭 主査 主事 係長 課長補佐 補佐 主幹 支援員 相談員 夫妻 夫人 ドクター ケースワーカー ヘルパー ケアマネ 普及員 指導主事 主任主事 司書 学芸員 書記")

// surnameOf takes a surname behind a role and の: 養護教諭の佐藤が.
func (t *textState) surnameOf(k *Detector, role int) {
	if !strings.HasPrefix(t.s[role:], "の") || t.inOffice(role) || t.column.Against == organisation {
		return
	}
	start := role + len("の")
	end := kanjiEnd(t.s, start)
	if end-start > 15 || !surnameAlone(t.s[start:end]) || !t.goesOn(end) {
		return
	}
	t.found(k.ID, start, end, Likely, "role before a surname")
}

// kanjiEnd returns where the run of kanji at i ends.
func kanjiEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isKanji(r) {
			break
		}
		i += n
	}
	return i
}

// actingSurname takes the surname s[start:end] when what only people do follows: 佐藤が説明した.
func (t *textState) actingSurname(k *Detector, start, end int) {
	rest := t.s[end:]
	switch r := firstRune(rest); r {
	case 'が', 'は', 'も', 'と':
		if !does(strings.TrimPrefix(rest[3:], "、")) {
			return
		}
	case 'か', 'よ', 'に', 'へ':
		w := dealt.prefix(rest)
		if w == "" || !deals(rest[len(w):]) {
			return
		}
	default:
		return
	}
	name := t.s[start:end]
	if city := dict.PlaceOf(name+"市") != 0; surnameAlone(name) && (!city || dict.Surname(name) == dict.Frequent && speaks.in(rest[:min(len(rest), 36)])) && (start == 0 || t.begins(start, false)) && !t.taken(start, end) {
		t.found(k.ID, start, end, Likely, "surname of somebody who does something")
	}
}

// does reports whether s begins with what only people do, or with what they do it to and that: 現地を確認し.
func does(s string) bool {
	if deeds.prefix(s) != "" {
		return true
	}
	for i, n := 0, 0; n < 10 && i < len(s); n++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '。' || r == '、' || r == 'が' || r == '\n' || r == '」' {
			return false
		}
		i += size
		if (r == 'を' || r == 'に' || r == 'へ' || r == 'で') && deeds.prefix(s[i:]) != "" {
			return true
		}
	}
	return false
}

// deals reports whether s, behind 佐藤から or 佐藤に, soon comes to what one tells or asks somebody.
func deals(s string) bool {
	end := len(s)
	if i := strings.IndexAny(s, "。\n"); i >= 0 {
		end = i
	}
	return dealings.in(s[:min(end, 48)])
}

var (
	dealt    = listOf("から より に へ")
	dealings = listOf("連絡 申し出 申出 報告 電話 依頼 要望 質問 相談 問合せ 問い合わせ 説明 提案 回答 指摘 苦情 謝罪 聴取 聞き取 伝え 手渡 口頭 確認し 引き継 引継 頼 話を 話が お願い 返事 返答 意見 発言 メール 申し入れ 渡した 渡す 見せ 知らせ")
	speaks   = listOf("謝罪し 説明し 電話し 来庁し 来所し 来院し 面談し 同席し 応対し 連絡 報告し 早退し 欠席し 遅刻し 泣 怒 笑 答え 述べ 話し 休 遅れ 入院し 退院し 通院し 口頭 頼")
)

var deeds = listOf("向か 行った 行い 行う 伺 参り 参加し 出席し 出場し 受け取 引き取 持参し 記載し 作成し 提出し 申請し 届け 申し出 訴え 拒 同意し 転倒し 負傷し 骨折し 死亡し 亡くな 逝去 受診し 服用し 泣い 怒っ 笑っ 立ち会 迎え 付き添 送迎し 運転し 欠勤し 休 遅れ 勤務し 在籍し 入所し 退所し 入居し 退居し 転入し 転出し 結婚し 離婚し 出産し 妊娠し 暮ら 住ん 住む 務め 就任し 選任 選ば 司会 進行 指導し 引率し 説明し 説明した 答え 発言し 述べ 話し 話す 質問し 電話し 電話で 来庁 来庁し 来所し 来院し 訪問し 面談し 面会し 同席し 対応し 応対し 連絡し 報告し 退職し 入院し 退院し 通院し 帰宅し 起床し 欠席し 早退し 遅刻し 同行し 担当し 署名し 署名捺印 相談し 主張し 供述し 笑 泣 怒 謝罪し 依頼し 確認し 記入し 立ち会 立会 申します 申し")

// repeatedSurnames finds the surnames of those who are named in full, or with a title, again where they stand alone: 山田太郎が…。山田は….
func (t *textState) repeatedSurnames(k *Detector) {
	own := len(t.out)
	if len(t.s) > 16<<10 || own-t.own > 40 {
		return // a roster, where each is named once
	}
	var done [8]string
	n := 0
	for i := t.own; i < own && n < len(done); i++ {
		m := t.out[i]
		if m.Sure < Likely {
			continue
		}
		name := surnameIn(t.s[m.Start:m.End])
		if len(name) < 6 || slices.Contains(done[:n], name) {
			continue
		}
		done[n] = name
		n++
		for at := 0; ; {
			start := indexKanji(t.s, name, at)
			if start < 0 {
				break
			}
			end := start + len(name)
			at = end
			if (start == 0 || t.begins(start, false)) && t.goesOn(end) && !t.taken(start, end) && len(t.out)-own < 64 {
				t.found(k.ID, start, end, Likely, "surname of somebody named in the same text")
			}
		}
	}
}

// indexKanji returns where the next word, which begins with a kanji, stands in s[from:], or -1. It goes by the second byte, which is rare; the
// first is that of every tenth character.
func indexKanji(s, word string, from int) int {
	for i := from + 1; i < len(s); i++ {
		n := strings.IndexByte(s[i:], word[1])
		if n < 0 {
			break
		}
		if i += n; strings.HasPrefix(s[i-1:], word) {
			return i - 1
		}
	}
	return -1
}

// surnameIn returns the surname of a name, or "".
func surnameIn(name string) string {
	if i := strings.IndexByte(name, ' '); i > 0 {
		name = name[:i]
		if dict.Surname(name) > 0 {
			return name
		}
		return ""
	}
	if dict.Surname(name) > 0 {
		return name
	}
	for i := len(name) - 3; i >= 6; i -= 3 {
		if dict.Surname(name[:i]) > 0 && dict.Given(name[i:]) > 0 {
			return name[:i]
		}
	}
	return ""
}

// taken reports whether a match of the running detector lies on s[start:end].
func (t *textState) taken(start, end int) bool {
	for i := t.own; i < len(t.out); i++ {
		if m := &t.out[i]; m.Sure >= Likely && m.Start < end && start < m.End {
			return true
		}
	}
	return false
}

// listedSurname takes the surname that goes on a list of names behind m: 司会 佐藤、鈴木.
func (t *textState) listedSurname(m Match) {
	if m.Sure < Likely {
		return
	}
	sign := listSigns.prefix(t.s[m.End:])
	if sign == "" {
		return
	}
	start := skipSpace(t.s, m.End+len(sign))
	end := kanjiEnd(t.s, start)
	if end-start <= 15 && dict.Surname(t.s[start:end]) > 0 && (surnameAlone(t.s[start:end]) || end-start == 3 && !strings.HasPrefix(t.s[end:], " ")) && t.goesOn(end) && !t.taken(start, end) {
		t.found(m.Detector, start, end, Likely, "surname in a list of names")
	}
}

var listSigns = newWordList("、", "・", ",", "から", "と", "/", "→", " → ", "及び", "並びに")
