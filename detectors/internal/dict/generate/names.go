package main

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// names holds what the IPA dictionary knows of Japanese names.
type names struct {
	surnames, given        map[string]int // word → lowest cost
	surnameKana, givenKana map[string]bool
}

// Words that the dictionary lists as names, but that stand in documents as something else far more often: directions and
// sizes behind a place, kinds of school, and single characters that end a place name.
var neverGiven = []string{
	"東", "西", "南", "北", "中", "上", "下", "大", "小", "新", "原", "通", "前", "内", "外", "本", "元", "台", "丘", "浜", "町", "村", "川", "山", "谷", "田",
	"島", "崎", "沢", "池", "坂", "橋", "駅", "港", "城", "宮", "寺", "大学", "大会", "全", "区", "県", "都", "道", "一", "二", "三", "十", "号", "長", "部", "会",
	"口", "場", "者", "方", "石", "岡", "木", "林", "森", "野", "入", "戸", "月", "日", "年", "人", "光電", "和服", "生地", "高校", "中学", "方面", "地区",
}

func readNames(dir string) *names {
	n := &names{map[string]int{}, map[string]int{}, map[string]bool{}, map[string]bool{}}
	for _, row := range records(dir, "Noun.name.csv") {
		cost, err := strconv.Atoi(row[3])
		if err != nil || len(row[0]) > 8*3 {
			continue
		}
		switch row[7] {
		case "姓":
			lowest(n.surnames, row[0], cost)
			n.surnameKana[row[11]] = true
		case "名":
			if !slices.Contains(neverGiven, row[0]) {
				lowest(n.given, row[0], cost)
			}
			n.givenKana[row[11]] = true
		}
	}
	for w := range n.given { // katakana entries are mostly foreign given names or nouns
		if kana(w) && utf8.RuneCountInString(w) > 4 {
			delete(n.given, w)
		}
	}
	return n
}

func lowest(m map[string]int, w string, cost int) {
	if old, ok := m[w]; !ok || cost < old {
		m[w] = cost
	}
}

// ranked lists words; those below the cost that the dictionary gives to names it never met in text are marked with "+".
func (n *names) ranked(m map[string]int, below int) (list []string) {
	for w, cost := range m {
		if cost < below {
			w += "+"
		}
		list = append(list, w)
	}
	slices.Sort(list)
	return list
}

// collisions lists the words that would read as a surname and a given name.
func (n *names) collisions(words []string) []string {
	hit := map[string]bool{}
	for _, w := range words {
		r := []rune(w)
		if len(r) < 2 || len(r) > 7 {
			continue
		}
		for i := 1; i < len(r); i++ {
			_, s := n.surnames[string(r[:i])]
			_, g := n.given[string(r[i:])]
			if s && g {
				hit[w] = true
			}
		}
	}
	return keys(hit)
}

// nouns lists the common nouns, organisations and places of the dictionary.
func nouns(dir string) (list []string) {
	for _, f := range []string{"Noun.csv", "Noun.verbal.csv", "Noun.adjv.csv", "Noun.org.csv", "Noun.place.csv", "Noun.proper.csv", "Noun.adverbal.csv"} {
		for _, row := range records(dir, f) {
			list = append(list, row[0])
		}
	}
	return list
}

func kana(w string) bool {
	for _, r := range w {
		if !unicode.In(r, unicode.Katakana) && r != 'ー' {
			return false
		}
	}
	return true
}
