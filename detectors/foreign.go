package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// Names that no list has: in katakana, グエン・バン・アン, and in Latin letters. In running text they are told by the honorific behind them.

// notKatakanaNames are words in katakana that carry an honorific or stand for people without naming anybody.
var notKatakanaNames = listOf("オーナー ユーザー パート メーカー スタッフ ボランティア サポーター ドクター パパ ママ ヘルパー メンバー リーダー ファン ゲスト クライアント モニター ナース マネージャー マネジャー ケアマネ ケアマネジャー ケアマネージャー オペレーター コーチ キャスト " +
	"ライバー アルバイト バイト ディーラー ドライバー アスリート テナント スポンサー ベンダー サプライヤー カスタマー キャプテン ペット ネコ イヌ ワンコ ニャンコ ゾウ パンダ ウサギ クマ シェフ マスター モデル アイドル タレント ミス ミセス ライター デザイナー プログラマー エンジニア オジ オバ " +
	"コンサルタント カウンセラー パートナー アドバイザー インストラクター トレーナー プレイヤー リスナー ヒーロー ヒロイン サンタ アーティスト クリエイター エディター ビジター エンド ヤクルト コンビニ スーパー センター ホテル レストラン タクシー バス トラック ガイド レディ ジェントルマン サザエ")

// foreignBefore returns where a name in katakana or Latin letters begins that ends at i, or i.
func (t *textState) foreignBefore(i int) int {
	s := t.s[:len(strings.TrimRight(t.s[:i], " "))]
	if s == "" || i-len(s) > 1 {
		return i
	}
	if s[len(s)-1] < utf8.RuneSelf {
		return latinBefore(s, i)
	}
	start, parts, last := len(s), 1, len(s)
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if (r == '・' || r == '=' || r == ' ') && parts < 5 && start < last {
			parts++
			last = start - n
		} else if r < 'ァ' || r > 'ヺ' && r != 'ー' {
			break
		}
		start -= n
	}
	for start < len(s) && !isKana(firstRune(s[start:])) {
		start += runeLength(s[start]) // a separator in front
	}
	word := s[start:]
	runes := utf8.RuneCountInString(word)
	if runes < 3 && parts == 1 || runes > 30 || start > 0 && kanjiBefore(s[:start]) {
		return i
	}
	if first := strings.IndexAny(word, "・= "); first < 0 && runes > 8 || notKatakanaNames.has(word) || notKatakanaNames.suffix(word) != "" && runes > 5 {
		return i
	}
	return start
}

// latinBefore returns where a name of one to four capitalised words begins that ends s, or i. Words all in capitals are companies.
func latinBefore(s string, i int) int {
	start, words, lower := len(s), 0, false
	for start > 0 && words < 4 {
		p := start
		for p > 0 && (asciiClasses[s[p-1]] == asciiWord || s[p-1] == '\'' || s[p-1] == '-' || s[p-1] == '.') {
			lower = lower || s[p-1] >= 'a' && s[p-1] <= 'z'
			p--
		}
		if p == start || s[p] < 'A' || s[p] > 'Z' {
			break
		}
		words++
		start = p
		if p == 0 || s[p-1] != ' ' {
			break
		}
		start = p - 1
	}
	start += len(s[start:]) - len(strings.TrimLeft(s[start:], " "))
	if words == 0 || !lower || len(s)-start < 3 || start > 0 && asciiClasses[s[start-1]]&(asciiWord|asciiDigit) != 0 {
		return i
	}
	return start
}

// rareTitled takes a surname that no list has before さん, 様 or 氏: two or three kanji that end as surnames do and begin a word of their own.
func (t *textState) rareTitled(k *Detector, i int, title string) bool {
	if title != "さん" && title != "様" && title != "さま" {
		return false
	}
	end := len(strings.TrimRight(t.s[:i], " "))
	start := runStart(t.s, end)
	name := t.s[start:end]
	if len(name) < 6 || len(name) > 12 || !strings.ContainsRune(surnameEnds, lastRune(name)) || start > 0 && !t.begins(start, false) || !t.apart(start, i+len(title)) {
		return false
	}
	if t.set.isWord(name) || dict.NotName(name) || dict.SurnameNoun(name) || dict.GivenNoun(name) || remarks.has(name) || notCalled.has(name) || historic.has(name) || personWord(name) || t.placeToo(name) || t.column.Against == organisation || t.inOffice(start) || strings.HasSuffix(name, "屋") {
		return false
	}
	t.found(k.ID, start, end, Likely, titleReasons[title])
	return true
}

// surnameEnds end most surnames, and few nouns before which people say さん.
const surnameEnds = "田川村山野原井口崎﨑島嶋沢澤木谷藤橋岡林森坂池塚浦瀬津尾江宮内倉堀沼根戸里関永部松杉竹石岩浜濱垣畑城越見間丸岸葉渕淵駒羽賀良喜志鬼動降鷲桐梨柳栗榎楠辺邉邊元住巻牧柴菅桑萩窪久保貝船舟吹成脇条城寺堂蔵輪形置留追迫峯峰嶺郷"

// foreignTitled reports a foreign name before the honorific at i.
func (t *textState) foreignTitled(k *Detector, i int, title string) {
	if title == "先生" || title == "君" {
		return
	}
	if start := t.foreignBefore(i); start < i {
		end := len(strings.TrimRight(t.s[:i], " "))
		sure := Likely
		if t.column.Against == organisation || t.inOffice(start) {
			sure = Shape
		}
		t.found(k.ID, start, end, sure, titleReasons[title])
	}
}

// foreignLike reports whether s is two or more words in katakana or capitalised Latin letters.
func foreignLike(s string) bool {
	words := 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == '・' || r == '=' }) {
		words++
		r := firstRune(w)
		if (r < 'A' || r > 'Z') && (r < 'ァ' || r > 'ヺ') {
			return false
		}
	}
	return words >= 2 && words <= 5
}
