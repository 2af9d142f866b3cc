package detectors

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// officeWords stand near the telephone number, mail or street address of an organisation.
var officeWords = []string{
	"問合せ", "問い合わせ", "問合わせ", "問い合せ", "事務局", "市役所", "区役所", "役場", "県庁", "庁舎", "総務課", "担当課", "主管課", "係", "(代表", "(代)", "代表電話", "直通", "内線",
	"窓口", "受付時間", "センター", "株式会社", "(株)", "有限会社", "(有)", "合同会社", "法人", "大学", "病院", "小学校", "中学校", "高等学校", "協会", "協議会", "財団", "課 ", "課\n", "課:", "課(", "課TEL", "課電話",
	"部 ", "室 ", "図書館", "公民館", "会館", "保育園", "幼稚園", "ホテル", "交番", "警察", "消防", "提出先", "申込先", "申込み先", "送付先", "発行",
}

// office reports whether the text before i, also on the lines above, speaks of an organisation, and no person is named in a
// field of the text. A public contact block is no leak.
func (t *textState) office(i int) bool {
	if t.named {
		return false
	}
	if !t.officesDone {
		t.findOffices()
	}
	k, _ := slices.BinarySearch(t.offices, i-240)
	if k < len(t.offices) && t.offices[k] < i {
		return true
	}
	_, to := t.line(i)
	return containsAny(t.s[i:min(to, i+120)], []string{"(代表)", "(代)", "(直通)", "内線"})
}

// findOffices notes where the words of offices stand, once for a text.
func (t *textState) findOffices() {
	t.officesDone = true
	starts := officeStarts()
	for i := 0; i < len(t.s); {
		if t.s[i] < utf8.RuneSelf && t.s[i] != '(' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t.s[i:])
		if starts.set.Has(r) {
			for _, w := range starts.words[r] {
				if strings.HasPrefix(t.s[i:], w) {
					t.offices = append(t.offices, i)
					break
				}
			}
		}
		i += n
	}
}

// wordsByStart are words by their first character.
type wordsByStart struct {
	set   dict.Runes
	words map[rune][]string
}

var officeStarts = sync.OnceValue(func() *wordsByStart {
	w := &wordsByStart{words: map[rune][]string{}}
	for _, word := range officeWords {
		r := firstRune(word)
		w.set.Add(r)
		w.words[r] = append(w.words[r], word)
	}
	return w
})

// example reports whether the line of i says that it shows an example.
func (t *textState) example(i int) bool {
	line := t.near(i)
	for _, w := range []string{"記入例", "入力例", "記載例", "サンプル", "ダミー", "(例)", "例:", "例)", "【例】"} {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}
