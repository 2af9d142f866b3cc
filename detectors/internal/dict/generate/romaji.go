package main

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// spelled spells readings in Latin letters, evenly.
func spelled(readings []string) (list []string) {
	for _, reading := range readings {
		if even := string(dict.EvenRomaji(nil, string(appendRomaji(nil, reading)))); len(even) > 2 {
			list = append(list, even)
		}
	}
	return list
}

// The rows of the syllabary, from ァ on.
var syllables = strings.Fields("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji tsu tsu zu te de to do na ni nu ne no " +
	"ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu")

// appendRomaji spells katakana: a small ヤ, ユ or ヨ takes the vowel before it, ッ doubles what follows.
func appendRomaji(dst []byte, kana string) []byte {
	double := false
	for _, r := range kana {
		if r < 'ァ' || r > 'ヴ' {
			continue
		}
		if r == 'ッ' {
			double = true
			continue
		}
		at := int(r - 'ァ')
		if at >= len(syllables) {
			continue
		}
		s := syllables[at]
		if (r == 'ャ' || r == 'ュ' || r == 'ョ') && len(dst) > 1 && dst[len(dst)-1] == 'i' {
			dst = dst[:len(dst)-1]
			if c := dst[len(dst)-1]; c == 'h' || c == 'j' { // sha, cha, ja
				s = s[1:]
			}
		}
		if double {
			dst = append(dst, s[0])
			double = false
		}
		dst = append(dst, s...)
	}
	return dst
}
