package main

import (
	"encoding/binary"
	"log"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
	"github.com/sumikeshi/sumikeshi/detectors/internal/sum64"
)

// indexes makes, from the word lists in a folder, what package dict embeds: an index of each list, and the sets of characters that names
// begin with, end in and are made of. The lists alone are what people edit.
func indexes(dir string) map[string][]byte {
	surnames, given := lines(dir, "surnames.txt", "surnames_more.txt"), lines(dir, "given.txt", "given_new.txt", "given_more.txt", "given_common.txt")
	ranks, givenRanks := ranked(surnames), ranked(given)
	raise(ranks, lines(dir, "surnames_common.txt"))
	raise(givenRanks, lines(dir, "given_common.txt"))
	places := map[string]dict.Rank{}
	for name, place := range readPlaces(read(dir, "places.txt")) {
		places[name] = dict.Rank(place)
	}
	named := slices.Collect(maps.Keys(places))
	surnameKana, givenKana := lines(dir, "surname_kana.txt"), lines(dir, "given_kana.txt")
	return map[string][]byte{
		"surnames.idx": index(ranks), "given.idx": index(givenRanks), "places.idx": index(places),
		"surname_kana.idx": index(ranked(surnameKana)), "given_kana.idx": index(ranked(givenKana)),
		"romaji_surnames.idx": index(ranked(spelled(surnameKana))), "romaji_given.idx": index(ranked(spelled(givenKana))),
		"surname_nouns.idx": index(ranked(lines(dir, "surname_nouns.txt"))), "given_nouns.idx": index(ranked(lines(dir, "given_nouns.txt"))),
		"not_names.idx":    index(ranked(lines(dir, "not_names.txt", "not_names_more.txt"))),
		"place_starts.set": runeSet(named, 1, firstOf), "surname_starts.set": runeSet(surnames, 1, firstOf), "given_ends.set": runeSet(given, 1, lastOf), "given_runes.set": runeSet(lines(dir, "given.txt"), 3, allOf),
		"surname_single.set": runeSet(surnames, 1, single), "surname_pairs.set": pairSet(surnames), "given_pairs.set": pairSet(given),
	}
}

func read(dir, name string) string {
	b, err := os.ReadFile(dir + "/" + name)
	if err != nil {
		log.Fatal(err)
	}
	return string(b)
}

// lines returns the lines of some lists.
func lines(dir string, names ...string) (list []string) {
	for _, name := range names {
		list = append(list, strings.Fields(read(dir, name))...)
	}
	return list
}

// ranked reads a list in which "+" marks the words that are met often.
func ranked(list []string) map[string]dict.Rank {
	ranks := map[string]dict.Rank{}
	for _, line := range list {
		word, frequent := strings.CutSuffix(line, "+")
		if _, ok := ranks[word]; ok {
			continue // the list given first counts
		}
		ranks[word] = dict.Listed
		if frequent {
			ranks[word] = dict.Frequent
		}
	}
	return ranks
}

// raise marks the words of a list that are listed at all as met often.
func raise(ranks map[string]dict.Rank, common []string) {
	for _, w := range common {
		if _, ok := ranks[w]; ok {
			ranks[w] = dict.Frequent
		}
	}
}

// index lays words out as dict.Words reads them.
func index(ranks map[string]dict.Rank) []byte {
	words := make([]string, 0, len(ranks))
	for w := range ranks {
		words = append(words, w)
	}
	slices.Sort(words)
	size, longest := 1024, 0
	for size*2 < len(words)*3 {
		size *= 2
	}
	slots, text := make([]uint32, size), []byte{}
	for _, w := range words {
		h := sum64.String(0, w)
		i := h & uint64(size-1)
		for slots[i] != 0 {
			i = (i + 1) & uint64(size-1)
		}
		if len(w) > 255 || len(text) >= 1<<19-1 {
			log.Fatalf("%s: the list is too long for its index", w)
		}
		slots[i] = uint32(h>>54)<<22 | uint32(ranks[w])<<19 | uint32(len(text)+1)
		text = append(append(text, byte(len(w))), w...)
		longest = max(longest, len(w))
	}
	out := binary.LittleEndian.AppendUint32(nil, uint32(size))
	out = binary.LittleEndian.AppendUint32(out, uint32(longest))
	for _, s := range slots {
		out = binary.LittleEndian.AppendUint32(out, s)
	}
	return append(out, text...)
}

// runeSet lays out the set of the characters that the function picks from the words and that occur at least so many times.
func runeSet(list []string, least int, pick func(string) string) []byte {
	out, count := make([]byte, 0x10000/8), map[rune]int{}
	for _, line := range list {
		for _, r := range pick(strings.TrimSuffix(line, "+")) {
			if count[r]++; r > 0x80 && r < 0x10000 && count[r] >= least {
				out[r>>3] |= 1 << (r & 7)
			}
		}
	}
	return out
}

func allOf(s string) string { return s }

func firstOf(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

func lastOf(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

// single picks words of one character.
func single(s string) string {
	if len(s) != 3 {
		return ""
	}
	return s
}

// pairSet lays out the filter of the first two characters of the words.
func pairSet(list []string) []byte {
	out := make([]byte, 1<<dict.PairBits/8)
	for _, line := range list {
		if w := strings.TrimSuffix(line, "+"); len(w) >= 6 {
			h := dict.PairSum(w)
			out[h>>3] |= 1 << (h & 7)
		}
	}
	return out
}
