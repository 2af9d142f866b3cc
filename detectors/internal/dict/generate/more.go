package main

import (
	"bufio"
	"log"
	"os"
	"slices"
	"strings"
	"unicode/utf8"
)

// writeMore writes the names that UniDic lists and the IPA dictionary does not, and the nouns that would then read as a full name. The
// lists made of the IPA dictionary are read from the current folder.
func writeMore(lexicon, ipadic string) {
	old := &names{readList("surnames.txt"), readList("given.txt"), nil, nil}
	added := &names{map[string]int{}, map[string]int{}, nil, nil}
	common := map[string]bool{}
	words := nouns(ipadic)
	var rows [][]string
	f, err := os.Open(lexicon)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		row := strings.Split(sc.Text(), ",")
		if len(row) < 8 || row[4] != "名詞" {
			continue
		}
		if row[6] == "人名" {
			rows = append(rows, row)
			continue
		}
		words = append(words, row[0])
		common[row[0]] = common[row[0]] || row[5] == "普通名詞"
	}
	for _, row := range rows {
		n := utf8.RuneCountInString(row[0])
		if n < 2 || n > 5 || common[row[0]] || !kanji(row[0]) {
			continue // a single character or a noun proves nothing
		}
		switch {
		case row[7] == "姓" && old.surnames[row[0]] == 0:
			added.surnames[row[0]] = 1
		case row[7] == "名" && old.given[row[0]] == 0 && n <= 4:
			added.given[row[0]] = 1
		}
	}
	write("surnames_more.txt", added.ranked(added.surnames, 0))
	write("given_more.txt", added.ranked(added.given, 0))
	write("given_nouns.txt", alsoNouns(join(old.given, added.given), common))
	write("surname_nouns.txt", alsoNouns(join(old.surnames, added.surnames), common))
	both := &names{join(old.surnames, added.surnames), join(old.given, added.given), nil, nil}
	known := readList("not_names.txt")
	var more []string
	for _, w := range both.collisions(words) {
		if known[w] == 0 {
			more = append(more, w)
		}
	}
	write("not_names_more.txt", more)
}

// alsoNouns lists the names of two characters and more that are common nouns as well.
func alsoNouns(names map[string]int, common map[string]bool) (list []string) {
	for w := range names {
		if common[w] && utf8.RuneCountInString(w) > 1 {
			list = append(list, w)
		}
	}
	slices.Sort(list)
	return list
}

// readList reads a list that an earlier run wrote.
func readList(name string) map[string]int {
	b, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	m := map[string]int{}
	for w := range strings.FieldsSeq(string(b)) {
		m[strings.TrimSuffix(w, "+")] = 1
	}
	return m
}

func join(a, b map[string]int) map[string]int {
	m := map[string]int{}
	for _, from := range []map[string]int{a, b} {
		for w, n := range from {
			m[w] = n
		}
	}
	return m
}

// kanji reports whether w is kanji only, or kanji with ノ or ケ inside.
func kanji(w string) bool {
	for _, r := range w {
		if (r < 0x3400 || r > 0x9FFF) && r != '々' && r != 'ノ' && r != 'ヶ' && r != 'ケ' {
			return false
		}
	}
	return true
}
