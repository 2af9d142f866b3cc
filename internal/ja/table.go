package ja

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A table says what each rune folds to. page holds, for each rune of the Basic Multilingual Plane, an index into texts; 0 means
// that the rune stays.
type table struct {
	page  [0x10000]uint16
	texts []string
}

// tables builds the fold table at first use: about 1,000 entries, some microseconds.
var tables = sync.OnceValue(func() *table {
	t := &table{texts: []string{"", ""}} // 0 is unused, 1 drops the rune
	t.widths()
	t.each(dropped, "")
	t.each(hyphens, "-")
	t.each(spaces, " ")
	t.pairs(variants)
	t.pairs(compatibility)
	for i, r := range []rune("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") {
		t.set(r, itoa(i+1))
		if i < 9 {
			t.set('❶'+rune(i), itoa(i+1))
			t.set('⓵'+rune(i), itoa(i+1))
		}
		t.set('⑴'+rune(i), "("+itoa(i+1)+")")
	}
	t.set('⓪', "0")
	t.set('⓿', "0")
	for i := range rune(15) {
		t.set('㉑'+i, itoa(int(i)+21))
		t.set('㊱'+i, itoa(int(i)+36))
	}
	for i := range rune(12) {
		t.set('㋀'+i, itoa(int(i)+1)+"月")
	}
	for i := range rune(31) {
		t.set('㏠'+i, itoa(int(i)+1)+"日")
	}
	return t
})

// widths enters full-width ASCII, half-width katakana and the voiced forms that are written as two characters.
func (t *table) widths() {
	for r := rune(0xFF01); r <= 0xFF5E; r++ {
		t.set(r, string(r-0xFEE0))
	}
	for i, r := range []rune(wideKana) {
		t.set(rune(0xFF61+i), string(r))
	}
	// The combining marks after a kana that has no voiced form; composed ones never get here, see fold.
	t.set(0x3099, "゛")
	t.set(0x309A, "゜")
}

// Half-width forms U+FF61 to U+FF9F in order.
const wideKana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"

// Katakana whose voiced form is the next character, and those whose semi-voiced form is the one after that.
const (
	voicedBase     = "カキクケコサシスセソタチツテトハヒフヘホ"
	semiVoicedBase = "ハヒフヘホ"
)

// Characters that a reader does not see: zero width, direction, soft hyphen, byte order mark, variation selectors (the
// selectors of U+E0100 are handled in astral).
const dropped = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF" +
	"\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F\u034F\u180E"

// Everything that people type for a hyphen. ー (U+30FC) and its half-width form are hyphens only between digits, see fold.
const hyphens = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D\u2043\uFE58\uFE63\u2500\u2501"

// Spaces that are not line breaks.
const spaces = "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\u3164"

// Name variants and the form they are looked up by (pairs), from the family register's usual replacements; only characters
// that are the same name to a reader.
const variants = "髙高﨑崎嵜崎碕崎邉辺邊辺齋斎齊斉濵浜濱浜澤沢廣広國国櫻桜嶋島嶌島德徳瀨瀬惠恵眞真曾曽淺浅舘館槇槙桒桑栁柳晧皓瀧滝" +
	"濟済龍竜彌弥榮栄實実豐豊與与壽寿條条縣県舩船圓円學学藏蔵禮礼應応萬万黑黒錄録淸清增増寬寛彥彦靑青橫横峯峰劔剣劍剣當当藪薮檜桧籠篭" +
	"巖巌嶽岳莊荘穗穂鷗鴎吳呉緖緒薰薫" +
	"\uFA10塚\uFA11崎\uFA12晴\uFA16猪\uFA17益\uFA18礼\uFA19神\uFA1A祥\uFA1B福\uFA1C靖\uFA1D精\uFA1E羽\uFA22諸\uFA25逸\uFA26都\uFA2A飯\uFA2B飼\uFA2C館\uFA2D鶴\uFA5B者"

// Compatibility characters and their spelling, one a line.
const compatibility = "㈱(株) ㈲(有) ㈳(社) ㈶(財) ㈻(学) ㈹(代) ℡TEL ℻FAX №No ㏍KK ㍾明治 ㍽大正 ㍼昭和 ㍻平成 ㋿令和 " +
	"㍉ミリ ㌔キロ ㍍メートル 〜~ ～~ ∼~ ″\" ′' ’' ‘' “\" ”\" ㊚男 ㊛女 ㊞印 ㊤上 ㊥中 ㊦下 ㊧左 ㊨右 ㊫学 ㊓名 ㊟注 ㊙秘 ⼀一 ⼁| ⽇日 ⽉月 ⽊木 ⽔水 ⼭山 ⽥田 ⼝口 ⼩小 ⼤大 ⼦子 ⼥女 ⽂文 ⽣生 ⽩白 ⾦金 ⻑長 ⻄西 ⾼高 ⿊黒 ⻘青"

// set makes r fold to s.
func (t *table) set(r rune, s string) {
	if s == "" {
		t.page[r] = 1
		return
	}
	t.page[r] = uint16(len(t.texts))
	t.texts = append(t.texts, s)
}

func (t *table) each(runes, s string) {
	for _, r := range runes {
		t.set(r, s)
	}
}

// pairs reads the two notations above: pairs of single characters, or words of one character and its spelling.
func (t *table) pairs(list string) {
	if strings.Contains(list, " ") {
		for _, w := range strings.Fields(list) {
			r, n := utf8.DecodeRuneInString(w)
			t.set(r, w[n:])
		}
		return
	}
	runes := []rune(list)
	for i := 0; i+1 < len(runes); i += 2 {
		if runes[i] != runes[i+1] {
			t.set(runes[i], string(runes[i+1]))
		}
	}
}

// fold returns what the rune r of n bytes at s[i:] folds to, and how many bytes of s that uses: a half-width kana takes its
// voicing mark with it. A combining mark joins the kana before it: then back is the number of folded bytes to take back. out is
// what was folded so far.
func (t *table) fold(out []byte, s string, i int, r rune, n int) (to string, used, back int) {
	if r >= 0x10000 {
		if to, ok := t.astral(r); ok {
			return to, n, 0
		}
		return s[i : i+n], n, 0
	}
	k := t.page[r]
	switch {
	case r == 'ー' || r == 'ｰ':
		if len(out) > 0 && digit(out[len(out)-1]) && t.digitAt(s, i+n) {
			return "-", n, 0
		}
		return "ー", n, 0
	case r == 0x3099 || r == 0x309A:
		if len(out) >= 3 {
			if v, ok := voiced(string(out[len(out)-3:]), r-0x3098); ok {
				return v, n, 3
			}
		}
	case k == 0:
		return s[i : i+n], n, 0
	}
	to = t.texts[k]
	if i+n+3 <= len(s) && len(to) == 3 {
		if mark := voicing(s[i+n : i+n+3]); mark != 0 {
			if v, ok := voiced(to, mark); ok {
				return v, n + 3, 0
			}
		}
	}
	return to, n, 0
}

// astral folds the runes beyond U+FFFF that occur in Japanese text.
func (t *table) astral(r rune) (string, bool) {
	switch {
	case 0xE0100 <= r && r <= 0xE01EF: // variation selectors of kanji
		return "", true
	case r == 0x20BB7:
		return "吉", true
	case r == 0x2123D:
		return "土", true
	case r == 0x29E3D:
		return "鯖", true
	case 0x1D7CE <= r && r <= 0x1D7FF: // mathematical digits
		d := int(r-0x1D7CE) % 10
		return "0123456789"[d : d+1], true
	}
	return "", false
}

// digitAt reports whether a digit, of any width, stands at s[i:].
func (t *table) digitAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return digit(s[i])
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return '０' <= r && r <= '９'
}

// voicing returns 1 for a half-width voicing mark, 2 for a semi-voicing one, 0 for anything else. The marks ゛゜ do not join.
func voicing(s string) rune {
	switch s {
	case "ﾞ":
		return 1
	case "ﾟ":
		return 2
	}
	return 0
}

// voiced joins a kana of three bytes and a mark.
func voiced(kana string, mark rune) (string, bool) {
	r, _ := utf8.DecodeRuneInString(kana)
	kata := r
	if 0x3041 <= r && r <= 0x3096 {
		kata += 0x60
	}
	switch {
	case kata == 'ウ' && mark == 1:
		return "ヴ", r == 'ウ'
	case mark == 1 && strings.ContainsRune(voicedBase, kata), mark == 2 && strings.ContainsRune(semiVoicedBase, kata):
		return kanaBlock()[(r+mark-firstKana)*3:][:3], true
	}
	return "", false
}

// firstKana is ぁ, with which the kana begin; they go on without a gap to ヺ.
const firstKana = 0x3041

// kanaBlock is all kana in order, three bytes each, so that one needs no allocation.
var kanaBlock = sync.OnceValue(func() string {
	var b strings.Builder
	for r := rune(firstKana); r <= 'ヺ'; r++ {
		b.WriteRune(r)
	}
	return b.String()
})

func digit(c byte) bool { return '0' <= c && c <= '9' }

func itoa(n int) string {
	if n >= 10 {
		return string(rune('0'+n/10)) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}
