package detectors

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// Roles that stand before a name in running text: 担当者の山田太郎が, 患者 佐藤花子、. People in office are named in public documents for
// their office, so their names are shapes.
var (
	privateRoles = listOf("同妻 同夫 実父 実母 養父 養母 義父 義母 継父 継母 叔父 叔母 伯父 伯母 従兄 従弟 姪 甥 兄 姉 弟 妹 次子 末子 監事 実行委員 民生委員・児童委員 児童委員 推進員 相続人代表 相続人 被相続人 後見人 被後見人 保佐人 補助人 " +
		"身元引受人 身元保証人 連帯保証人 保証人 納税管理人 遺言者 遺言執行者 債権者 債務者 賃借人 賃貸人 売主 買主 施工主 地主 家主 大家 管理人 発起人 世話人 " +
		"事務局 担当者 担当 患者 児童 生徒 園児 保護者 申請者 申込者 届出人 届出者 代理人 相談者 通報者 被害者 加害者 容疑者 被告人 被告 原告 入所者 利用者 入居者 受給者 対象者 世帯主 契約者 所有者 遺族 職員 社員 " +
		"従業員 会員 隊員 学生 選手 本人 氏名 名前 父 母 夫 妻 長男 長女 次男 次女 祖父 祖母 息子 娘 親族 部員 受講者 受験者 参加者 応募者 提出者 投稿者 記入者 送信者 故人 主治医 訪問者 来庁者 住民 記録者 書記 " +
		"会計 司会 司会進行 担任 副担任 学年主任 主任 主査 主事 係長 班長 組長 喪主 施主 対応者 応対者 受付者 起案者 決裁者 作成者 報告者 相談員 民生委員 ケース名 医師 看護師 要救助者 負傷者 委任者 受任者 被扶養者 " +
		"筆頭者 飼い主 依頼主 ご依頼主 届け先 お届け先 使用者 母親 父親 里親 事業主 個人事業主")
	officialRoles = listOf("委員 議員 教員 教諭 講師 課長 部長 次長 室長 局長 所長 園長 校長 院長 会長 副会長 理事長 理事 社長 町長 市長 村長 区長 知事 議長 委員長 代表 代表者 責任者 教授 館長 センター長 団長 大臣 記者 著者 作者 " +
		"監督")
)

// personWords are all the words for people, and how others end.
var personWords = newWordList(slices.Concat(privateRoles.words(), officialRoles.words(), callings.words(), personEnds.words())...)

// roleNames looks for a surname and a given name behind the word for a role.
func (t *textState) roleNames(k *Detector) {
	for _, i := range t.roles {
		if personWords.suffix(t.s[:i]) == "" {
			continue
		}
		calling := callings.suffix(t.s[:i])
		if calling != "" {
			t.calledBehind(k, i-len(calling), i)
		}
		role, sure := privateRoles.suffix(t.s[:i]), Likely
		if official := officialRoles.suffix(t.s[:i]); len(official) > len(role) {
			role, sure = official, Shape
		}
		if len(calling) > len(role) {
			role, sure = calling, Likely
		}
		start := t.afterRole(i)
		if role == "" && start > i {
			role, sure = t.personEnding(i), Likely
		}
		if role == "" || i-len(role) > 0 && len(role) <= 6 && kanjiBefore(t.s[:i-len(role)]) && role != "担当" {
			continue // 事業主, 兄弟
		}
		end := t.fullName(start)
		if end == start {
			if sure == Likely && t.signedAt(k, start) {
				continue
			}
			if sure == Likely || callings.has(role) {
				t.surnameOf(k, i)
			}
			if sure == Likely {
				t.surnameOn(k, i, start)
				t.surnameBehind(k, i, start)
				t.givenOfKin(k, i)
			}
			continue
		}
		name := t.s[start:end]
		if dict.NotName(name) || utf8.RuneCountInString(name) < 3 && (sure != Likely || !t.apart(start, end)) {
			continue
		}
		if t.column.Against == organisation || t.inOffice(start) {
			sure = Shape
		}
		t.found(k.ID, start, end, sure, "role before a surname and given name")
	}
}

// surnameBehind takes a surname by itself behind a role that ends at role, where a colon or a space keeps them apart and nothing goes on
// the word: 担当：森, 記録者 高木. Without a colon it must be one that is met often and no prefecture.
func (t *textState) surnameBehind(k *Detector, role, start int) {
	bracket := role < len(t.s) && t.s[role] == '('
	colon := bracket || role < len(t.s) && t.s[role] == ':'
	if start == role || !colon && t.s[role] != ' ' || t.inOffice(start) || t.column.Against == organisation {
		return
	}
	end := start
	for end < len(t.s) && end-start < 15 && nameRune(firstRune(t.s[end:])) {
		end += runeLength(t.s[end])
	}
	name := t.s[start:end]
	if isKana(firstRune(name)) && bracket || bracket && gradeAt(t.s[start:]) || bracket && !strings.HasPrefix(t.s[end:], ")") || end < len(t.s) && (!endsWord(t.s[end:]) || t.s[end] == ':') || dict.Surname(name) == 0 || t.set.isWord(name) || remarks.has(name) {
		return
	}
	if !colon && (dict.Surname(name) != dict.Frequent && utf8.RuneCountInString(name) < 3 || dict.PlaceOf(name+"県") != 0 || utf8.RuneCountInString(name) < 2) {
		return
	}
	t.found(k.ID, start, end, Likely, "role before a surname")
}

var joinsRole = newWordList("の", "は", "・", "、", ":", " ", "(", "「")

// surnameOn takes a surname met often that is written on to a role: 相談者佐藤の長女.
func (t *textState) surnameOn(k *Detector, role, start int) {
	end := kanjiEnd(t.s, start)
	if start != role || end-start < 6 || end-start > 12 || dict.Surname(t.s[start:end]) != dict.Frequent || t.placeToo(t.s[start:end]) || t.set.isWord(t.s[start:end]) || dict.SurnameNoun(t.s[start:end]) || end >= len(t.s) && !strings.HasSuffix(t.s[:role], "担当") {
		return
	}
	rest := t.s[end:]
	if rest == "" {
		rest = "\n"
	}
	switch r := firstRune(rest); {
	case r == 'の' && (kin.prefix(rest[3:]) != "" || housed.suffix(t.s[:role]) != ""), endsWord(rest) && strings.HasSuffix(t.s[:role], "担当"), r == 'が' || r == 'は' || r == 'に' || r == 'と' || r == 'へ' || r == 'も', strings.HasPrefix(rest, "から"), strings.HasPrefix(rest, "より"):
	default:
		return
	}
	if !t.inOffice(start) && t.column.Against != organisation {
		t.found(k.ID, start, end, Likely, "role before a surname")
	}
}

// housed are those whose things are spoken of, with their surname written on: 職員木村の押印.
var housed = listOf("職員 入所者 利用者 児童 生徒 患者 園児 入居者")

// afterRole skips what joins a role and a name: 担当者の山田, 患者：佐藤, 父・健一.
func (t *textState) afterRole(i int) int {
	return skipSpace(t.s, i+len(joinsRole.prefix(t.s[i:])))
}

// fullName returns where the longest surname and given name at i ends, or i. What follows may not continue a word.
func (t *textState) fullName(i int) int {
	s := t.s[i:min(len(t.s), i+27)]
	if s == "" || !dict.SurnameStarts.Has(firstRune(s)) {
		return i
	}
	best := 0
	for a := 0; a < len(s) && a < 15; {
		_, n := utf8.DecodeRuneInString(s[a:])
		if a += n; !nameRune(lastRune(s[:a])) {
			break
		}
		if dict.Surname(s[:a]) == 0 {
			continue
		}
		given := skipSpace(s, a)
		for b, runes := given, 0; b < len(s) && runes < 4; runes++ {
			_, n := utf8.DecodeRuneInString(s[b:])
			if b += n; !nameRune(lastRune(s[:b])) {
				break
			}
			if b > best && (dict.Given(s[given:b]) > 0 || given > a && !isKana(lastRune(s[:b])) && (givenRank(s[given:b]) > 0 || runes == 0 && dict.GivenRunes.Has(lastRune(s[:b])))) && t.nameStops(i+b) {
				best = b
			}
		}
	}
	return i + best
}

// nameStops reports whether a name may end at i: no kanji goes on, but for an honorific.
func (t *textState) nameStops(i int) bool {
	if i >= len(t.s) {
		return true
	}
	r := firstRune(t.s[i:])
	if (r == '外' || r == '他') && digitRun(t.s[i+3:]) > 0 {
		return true // 外2名
	}
	return !isKanji(r) && (r < 'ァ' || r > 'ー') || titleAt(t.s[i:]) != ""
}

// inOffice reports whether a name at i stands in the contact block of an office.
func (t *textState) inOffice(i int) bool {
	if t.with != nil && t.with.office {
		return true
	}
	if t.named || !t.flagged(strongOffice, i-2*reach, i) {
		return false
	}
	if title := titles.prefix(strings.TrimLeft(t.s[kanjiEnd(t.s, skipSpace(t.s, kanjiEnd(t.s, i))):], " ")); title == "様" || title == "殿" {
		return false // whom a letter is sent to
	}
	before := t.s[max(0, i-30):i]
	return !strings.HasSuffix(before, "(事務局 ") && !strings.HasSuffix(before, "(事務局:") && !strings.HasSuffix(before, "事務局(")
}

// personEnding returns the word for a person that ends at i, as any run of two to six kanji that ends like 提案者, or "".
func (t *textState) personEnding(i int) string {
	if end := personEnds.suffix(t.s[:i]); end == "" || !kanjiBefore(t.s[:i-len(end)]) || notPersons.suffix(t.s[:i]) != "" {
		return ""
	}
	from := i
	for from > 0 && i-from < 18 && kanjiBefore(t.s[:from]) {
		from -= 3
	}
	if from = max(from, 0); i-from < 6 {
		return ""
	}
	return t.s[from:i]
}
