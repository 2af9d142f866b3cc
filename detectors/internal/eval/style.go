package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A style is how one writer spells: the axes along which the spellings of a value differ.
type style struct {
	wide   bool   // full-width digits and signs
	hyphen string // between the groups of a number
	gap    string // between surname and given name
	kana   int    // 0 katakana, 1 hiragana, 2 half-width katakana
	date   int
	plain  bool // numbers without hyphens
	call   int  // how the second hand writes a telephone number
}

func newStyle(r *rand.Rand) style {
	return style{
		wide: r.IntN(4) == 0, hyphen: pick(r, []string{"-", "-", "-", "‐", "−", "－", "ー", "–", "―"}), gap: pick(r, []string{" ", "　", "", "　"}),
		kana: r.IntN(3), date: r.IntN(9), plain: r.IntN(5) == 0,
	}
}

// number spells digits with hyphens.
func (s style) number(v string) string {
	if s.plain {
		v = strings.ReplaceAll(v, "-", "")
	}
	v = strings.ReplaceAll(v, "-", s.hyphen)
	return s.width(v)
}

// width widens ASCII.
func (s style) width(v string) string {
	if !s.wide {
		return v
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' {
			return r + 0xFEE0
		}
		return r
	}, v)
}

// reading spells a reading in katakana.
func (s style) reading(v string) string {
	switch s.kana {
	case 1:
		return strings.Map(func(r rune) rune {
			if 'ァ' <= r && r <= 'ヶ' {
				return r - 0x60
			}
			return r
		}, v)
	case 2:
		return halfKana.Replace(v)
	}
	return v
}

// day spells a date.
func (s style) day(y, m, d int) string {
	era, short, ey := "令和", "R", y-2018
	switch {
	case y < 1989:
		era, short, ey = "昭和", "S", y-1925
	case y < 2020:
		era, short, ey = "平成", "H", y-1988
	}
	switch s.date {
	case 0:
		return s.width(fmt.Sprintf("%d/%d/%d", y, m, d))
	case 1:
		return fmt.Sprintf("%d-%02d-%02d", y, m, d)
	case 2:
		return s.width(fmt.Sprintf("%d年%d月%d日", y, m, d))
	case 3:
		return s.width(fmt.Sprintf("%s%d年%d月%d日", era, ey, m, d))
	case 4:
		return s.width(fmt.Sprintf("%s%d.%d.%d", short, ey, m, d))
	case 5:
		return fmt.Sprintf("%d%02d%02d", y, m, d)
	case 6:
		return fmt.Sprintf("%s%s年%s月%s日", era, kanjiNumber(ey), kanjiNumber(m), kanjiNumber(d))
	case 7:
		return s.width(fmt.Sprintf("%d.%d.%d", y, m, d))
	}
	return s.width(fmt.Sprintf("%s　%d年　%d月　%d日", era, ey, m, d))
}

// kanjiNumber spells a number below 100.
func kanjiNumber(n int) string {
	digits := []rune("〇一二三四五六七八九")
	switch {
	case n < 10:
		return string(digits[n])
	case n < 20:
		return strings.TrimSuffix("十"+string(digits[n%10]), "〇")
	}
	return strings.TrimSuffix(string(digits[n/10])+"十"+string(digits[n%10]), "〇")
}

var halfKana = strings.NewReplacer(
	"ガ", "ｶﾞ", "ギ", "ｷﾞ", "グ", "ｸﾞ", "ゲ", "ｹﾞ", "ゴ", "ｺﾞ", "ザ", "ｻﾞ", "ジ", "ｼﾞ", "ズ", "ｽﾞ", "ゼ", "ｾﾞ", "ゾ", "ｿﾞ", "ダ", "ﾀﾞ", "ヂ", "ﾁﾞ", "ヅ", "ﾂﾞ", "デ", "ﾃﾞ", "ド", "ﾄﾞ",
	"バ", "ﾊﾞ", "ビ", "ﾋﾞ", "ブ", "ﾌﾞ", "ベ", "ﾍﾞ", "ボ", "ﾎﾞ", "パ", "ﾊﾟ", "ピ", "ﾋﾟ", "プ", "ﾌﾟ", "ペ", "ﾍﾟ", "ポ", "ﾎﾟ", "ア", "ｱ", "イ", "ｲ", "ウ", "ｳ", "エ", "ｴ", "オ", "ｵ", "カ", "ｶ", "キ", "ｷ", "ク", "ｸ", "ケ", "ｹ", "コ", "ｺ",
	"サ", "ｻ", "シ", "ｼ", "ス", "ｽ", "セ", "ｾ", "ソ", "ｿ", "タ", "ﾀ", "チ", "ﾁ", "ツ", "ﾂ", "テ", "ﾃ", "ト", "ﾄ", "ナ", "ﾅ", "ニ", "ﾆ", "ヌ", "ﾇ", "ネ", "ﾈ", "ノ", "ﾉ", "ハ", "ﾊ", "ヒ", "ﾋ", "フ", "ﾌ", "ヘ", "ﾍ", "ホ", "ﾎ",
	"マ", "ﾏ", "ミ", "ﾐ", "ム", "ﾑ", "メ", "ﾒ", "モ", "ﾓ", "ヤ", "ﾔ", "ユ", "ﾕ", "ヨ", "ﾖ", "ラ", "ﾗ", "リ", "ﾘ", "ル", "ﾙ", "レ", "ﾚ", "ロ", "ﾛ", "ワ", "ﾜ", "ヲ", "ｦ", "ン", "ﾝ", "ァ", "ｧ", "ィ", "ｨ", "ゥ", "ｩ", "ェ", "ｪ", "ォ", "ｫ",
	"ッ", "ｯ", "ャ", "ｬ", "ュ", "ｭ", "ョ", "ｮ", "ー", "ｰ", "　", " ",
)
