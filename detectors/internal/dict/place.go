package dict

import (
	_ "embed"
	"strings"
	"sync"
)

// Prefectures and their municipalities and wards, from the postal code data of Japan Post: places.txt.
//
//go:embed places.idx
var places words

// placeStarts is the set of first characters of place names.
//
//go:embed place_starts.set
var placeStarts RuneSet

// Area codes of the fixed telephone network, from the numbering plan that the ministry publishes (市外局番の一覧).
//
//go:embed areacodes.txt
var areaCodes string

// First three digits of the postal codes.
//
//go:embed postal.txt
var postal string

// Place says what a place name is; one can be several.
type Place uint8

const (
	Prefecture   Place = 1 << iota // one of the 47, with its ending
	Municipality                   // a city, town, village or special ward, with its ending, without its district
	Ward                           // a ward of a designated city: too common a name to stand alone
)

// PlaceOf looks a place name up; 0 means that it is none.
func PlaceOf(s string) Place {
	if len(s) < 6 || !placeStarts.hasFirst(s) {
		return 0
	}
	return Place(places.rank(s))
}

// codes holds, by the four digits behind the leading 0, the length of the area code that they begin with, and by the digits of a code and
// zeros up to four a bit for its length.
var codes = sync.OnceValue(func() *struct{ length, known [10000]uint8 } {
	t := new(struct{ length, known [10000]uint8 })
	list := strings.Fields(areaCodes)
	for n := 2; n <= 5; n++ { // codes of two lengths can begin alike (04 and 0422): the longest counts
		for _, c := range list {
			if len(c) != n {
				continue
			}
			first, span := 0, 1
			for i := 1; i < 5; i++ {
				first *= 10
				if i < n {
					first += int(c[i] - '0')
				} else {
					span *= 10
				}
			}
			t.known[first] |= 1 << n
			for i := first; i < first+span; i++ {
				t.length[i] = uint8(n)
			}
		}
	}
	return t
})

// AreaCode returns how many of the leading digits of a fixed-line number (10 digits, 0 first) are its area code, or 0.
func AreaCode(digits string) int {
	if len(digits) < 5 || digits[0] != '0' {
		return 0
	}
	i := int(digits[1]-'0')*1000 + int(digits[2]-'0')*100 + int(digits[3]-'0')*10 + int(digits[4]-'0')
	return int(codes().length[i%10000])
}

// IsAreaCode reports whether s is an area code, the 0 included.
func IsAreaCode(s string) bool {
	if len(s) < 2 || len(s) > 5 || s[0] != '0' {
		return false
	}
	first := 0
	for i := 1; i < 5; i++ {
		first *= 10
		if i < len(s) {
			if s[i]-'0' > 9 {
				return false
			}
			first += int(s[i] - '0')
		}
	}
	return codes().known[first]&(1<<len(s)) != 0
}

var prefixes = sync.OnceValue(func() *[1000]bool {
	var set [1000]bool
	for _, p := range strings.Fields(postal) {
		set[int(p[0]-'0')*100+int(p[1]-'0')*10+int(p[2]-'0')] = true
	}
	return &set
})

// PostalPrefix reports whether postal codes begin with the three digits of s.
func PostalPrefix(s string) bool {
	return len(s) >= 3 && prefixes()[(int(s[0]-'0')*100+int(s[1]-'0')*10+int(s[2]-'0'))%1000]
}
