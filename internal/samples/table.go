package samples

import (
	"strconv"
	"time"
)

// A table is heads and rows, for sheets and for the caches that copy them.
type table struct {
	heads []string
	rows  [][]any
}

// column says what a roster's column holds for the person in row i (from 0).
type column struct {
	head  string
	value func(i int, p Person) any
}

// columns are what rosters are made of, by their heads.
var columns = map[string]func(i int, p Person) any{
	"番号":      func(i int, _ Person) any { return i + 1 },
	"氏名":      func(_ int, p Person) any { return p.Name() },
	"申込者氏名":   func(_ int, p Person) any { return p.Name() },
	"児童氏名":    func(_ int, p Person) any { return p.Name() },
	"フリガナ":    func(_ int, p Person) any { return p.Kana() },
	"ふりがな":    func(_ int, p Person) any { return p.Hiragana() },
	"性別":      func(_ int, p Person) any { return p.Sex },
	"郵便番号":    func(_ int, p Person) any { return p.Postal },
	"住所":      func(_ int, p Person) any { return p.Address() },
	"電話番号":    func(_ int, p Person) any { return p.Mobile },
	"自宅電話":    func(_ int, p Person) any { return p.Landline },
	"携帯電話":    func(_ int, p Person) any { return p.Mobile },
	"生年月日":    func(_ int, p Person) any { return p.Birth },
	"メールアドレス": func(_ int, p Person) any { return p.Mail },
	"マイナンバー":  func(_ int, p Person) any { return p.MyNumber },
	"金融機関":    func(_ int, p Person) any { return p.Bank },
	"支店名":     func(_ int, p Person) any { return p.Branch },
	"口座番号":    func(_ int, p Person) any { return p.Account },
}

// roster is a table of people with the columns that heads name.
func roster(people []Person, heads ...string) table {
	list := make([]column, len(heads))
	for i, h := range heads {
		list[i] = column{h, columns[h]}
	}
	return tableOf(people, list...)
}

// tableOf is a table of people with columns of any kind.
func tableOf(people []Person, list ...column) table {
	var t table
	for _, c := range list {
		t.heads = append(t.heads, c.head)
	}
	for i, p := range people {
		cells := make([]any, len(list))
		for j, c := range list {
			cells[j] = c.value(i, p)
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// table writes heads and rows from a cell on.
func (s *sheet) table(at string, t table) {
	col, n := split(at)
	for j, h := range t.heads {
		s.put(n, col+j, h, headStyle)
	}
	for i, cells := range t.rows {
		for j, v := range cells {
			s.put(n+1+i, col+j, v, styleOf(v))
		}
	}
}

// ref spells the range of a table that starts in A1, with its heads.
func (t table) ref() string { return "A1:" + ref(len(t.heads), len(t.rows)+1) }

func styleOf(v any) int {
	switch v.(type) {
	case time.Time:
		return dateStyle
	case int, float64:
		return countStyle
	}
	return textStyle
}

// some returns what cleaning must remove of the first, the last and a few people between: names, numbers, mails, addresses.
func some(people []Person) []string {
	var list []string
	for _, i := range []int{0, 1, len(people) / 3, len(people) / 2, len(people) - 2, len(people) - 1} {
		if i >= 0 && i < len(people) {
			list = append(list, people[i].Name(), people[i].Mobile)
		}
	}
	return dedupe(list)
}

// dedupe drops repeated strings.
func dedupe(list []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

func itoa(n int) string { return strconv.Itoa(n) }
