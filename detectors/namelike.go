package detectors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// What the dictionary knows of a word as a name.
const (
	noName       = iota
	looseName    // a surname, and characters that given names are made of
	surnameOnly  // a surname and nothing else
	surnameGiven // a surname and a given name
	frequentName // the same, both or the surname met often
)

// knownName looks a folded word up as a name: 山田, 山田太郎, 山田 太郎, ヤマダ タロウ.
func knownName(s string) int {
	if len(s) > 45 || s == "" {
		return noName
	}
	if i := strings.IndexByte(s, ' '); i >= 0 {
		given := s[i+1:]
		if strings.IndexByte(given, ' ') >= 0 {
			given = strings.ReplaceAll(given, " ", "")
		}
		return pair(s[:i], given)
	}
	best, reading := noName, ""
	single, long := dict.BeginsSingle(s), len(s) >= 6 && dict.MayBeSurname(s)
	var buf [64]byte
	if isKana(firstRune(s)) && (single || long || dict.MayNameKana(s)) {
		reading = kanaReading(buf[:0], s)
	}
	if reading == "" && !single && !long {
		return noName
	}
	if surnameOf(s, single, long) > 0 {
		best = surnameOnly
	}
	for i := 0; i < len(s); {
		_, n := decode(s[i:])
		if i += n; i < len(s) {
			known := noName
			if a := surnameOf(s[:i], single, long); a > 0 {
				known = withGiven(a, s[i:])
			} else if reading != "" && dict.SurnameKana(reading[:i]) && dict.GivenKana(reading[i:]) {
				known = surnameGiven
			}
			if i == 3 && known > looseName && hiragana(s[i:]) {
				known = looseName // 夏まつり, 森さくら: without a space nobody can tell
			}
			best = max(best, known)
		}
	}
	return best
}

// kanaReading returns a word in katakana, or "" if a kanji stands in it.
func kanaReading(dst []byte, s string) string {
	plain := 0
	for plain+2 < len(s) && s[plain] == 0xE3 && (s[plain+1] == 0x81 || s[plain+1] == 0x82 || s[plain+1] == 0x83 && s[plain+2] != 0xB6) { // ヶ
		plain += 3
	}
	if hasKanji(s[plain:]) {
		return ""
	}
	return text(katakana(append(dst, s...)))
}

// surnameOf is dict.Surname for a word of which is known whether a surname of one character, or a longer one, may begin it.
func surnameOf(s string, single, long bool) dict.Rank {
	if single && len(s) == 3 || long && len(s) >= 6 {
		return dict.SurnameRank(s)
	}
	return 0
}

// hiragana reports whether s is in hiragana only.
func hiragana(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < 'ぁ' || r > 'ん' }) < 0
}

// pair looks a surname and a given name up.
func pair(surname, given string) int {
	a := dict.Surname(surname)
	if a == 0 {
		if isKana(firstRune(surname)) && !hasKanji(given) && kanaPair(surname, given) {
			return surnameGiven
		}
		return noName
	}
	return withGiven(a, given)
}

// withGiven looks the given name behind a surname of rank a up.
func withGiven(a dict.Rank, given string) int {
	b := dict.GivenRank(given)
	switch {
	case b == 0 && a == dict.Frequent && givenRank(given) > 0:
		return looseName
	case b == 0:
		return noName
	case a == dict.Frequent && utf8.RuneCountInString(given) > 1, a == dict.Frequent && b == dict.Frequent:
		return frequentName
	}
	return surnameGiven
}

// givenRank is the dictionary's rank of a given name; one it does not list counts as listed when it is two or three characters
// that given names are made of.
func givenRank(s string) dict.Rank {
	if r := dict.Given(s); r > 0 {
		return r
	}
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 3 {
		return 0
	}
	for _, r := range s {
		if !dict.GivenRunes.Has(r) {
			return 0
		}
	}
	return dict.Listed
}

// nameLike reports whether a folded text can be a name at all, foreign names included: letters only, short, not masked, not the
// name of an organisation, not a remark.
func nameLike(s string) bool {
	s, _ = cutTitle(s)
	n := utf8.RuneCountInString(s)
	if n < 1 || n > 30 || n > 14 && s[0] >= utf8.RuneSelf || n == 1 && !isKanji(firstRune(s)) {
		return false
	}
	for _, r := range s {
		if r == '〇' || !nameRune(r) && !nameSign(r) && !unicode.IsLetter(r) {
			return false
		}
	}
	if remarkEnds.suffix(s) != "" || strings.HasPrefix(s, "株式会社") || strings.HasPrefix(s, "有限会社") || remarks.has(s) {
		return false
	}
	if i := strings.IndexByte(s, ' '); i >= 0 && i < 7 && s[0] >= utf8.RuneSelf {
		var buf [64]byte
		if remarks.has(string(unspaced(buf[:0], s))) {
			return false
		}
	}
	return !Standard().isWord(s)
}

// remarkEnds end what stands in columns of names without being one.
var remarkEnds = listOf("株式会社 有限会社 合同会社 組合 協会 協議会 委員会 振興会 自治会 町内会 後援会 同好会 学校 小学校 中学校 高校 大学 学園 幼稚園 保育園 こども園 センター 事務所 事務局 商店 工業 工務店 建設 製作所 病院 医院 クリニック 薬局 財団 法人 支店 支社 本店 銀行 市役所 役場 教室 クラブ チーム 課 係 局 室 です ます ました ません ください こと もの ため について 以上 以下 以外 合計 人数 一同 各位 者一同 不開示 非開示 非公開 非公表 不公表 公表不可 匿名 省略 略 参照 のとおり 記載なし 記載無し 該当 黒塗り 伏せ字 未記入 未記載 未定 削除 前記 上記 前掲 既出 同じ")

// remarks stand there in the place of a name.
var remarks = listOf("なし 無し 無 有 同上 未定 不明 匿名 匿名希望 該当なし 該当者なし 合計 計 小計 総計 平均 空き 欠員 欠席 別紙 記入例 見本 テスト サンプル 未記入 無回答 回答なし 非公開 非開示 不開示 不公開 非公表 省略 略 別添 別記 前記 上記 前掲 既出 記載なし 記載無し 無記入 無記名 仮名 黒塗り 個人情報 以下余白 その他 男 女 男性 女性 はい いいえ 本人 父 母 長男 長女 次男 次女 夫 妻 子 同居 別居 全員 保護者 担当者 代表者 管理者 責任者 職員 教員 none null na unknown test value VALUE name string 値 文字列 普通 当座 参加 不参加 出席 可 不可 済 未 未済 大人 小人 子供 一般 学生")

// nameSign reports whether r may stand in a name beside letters.
func nameSign(r rune) bool {
	switch r {
	case ' ', '.', '\'', '-', '・', '=':
		return true
	}
	return false
}

// unspaced appends s without its spaces.
func unspaced(dst []byte, s string) []byte {
	for i := range len(s) {
		if s[i] != ' ' {
			dst = append(dst, s[i])
		}
	}
	return dst
}

// cutTitle cuts an honorific, or the mark of a seal, off the end of a name.
func cutTitle(s string) (rest string, ok bool) {
	s = strings.TrimRight(s, " ")
	if title := endTitles.suffix(s); title != "" && len(s)-len(title) > 3 {
		return strings.TrimRight(s[:len(s)-len(title)], " "), true
	}
	return s, false
}

var endTitles = newWordList("様", "さん", "ちゃん", "くん", "氏", "殿", "君", "さま", "先生", " 印", "印")

// nameRune reports whether Japanese names are written with r.
func nameRune(r rune) bool {
	return isKanji(r) || 0x3041 <= r && r <= 0x3096 || 0x30A1 <= r && r <= 0x30FC && r != '・'
}

// isKanji reports whether r is a kanji or one of 々 〆 ヶ.
func isKanji(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || 0x3400 <= r && r <= 0x4DBF || 0xF900 <= r && r <= 0xFAFF || r >= 0x20000 && r <= 0x323AF || r == '々' || r == '〆' || r == 'ヶ'
}

// fold folds a cell for reading.
func fold(cell string) string {
	var f ja.Folded
	f.Fold(strings.TrimSpace(cell))
	return strings.TrimSpace(string(f.Text))
}

// isWord reports whether s is a head without being folded further.
func (s *Set) isWord(word string) bool { return s.ready().heads.word(word) != nil }
