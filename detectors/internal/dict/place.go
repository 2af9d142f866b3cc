package dict

import (
	_ "embed"
	"strings"
	"sync"
)

// Prefectures and their municipalities and wards, from the postal code data of Japan Post.
//
//go:embed places.txt
var places string

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

var gazetteer = sync.OnceValue(func() map[string]Place {
	g := map[string]Place{}
	for line := range strings.Lines(places) {
		names := strings.Fields(line)
		g[names[0]] |= Prefecture
		for _, n := range names[1:] {
			addPlace(g, n)
		}
	}
	return g
})

// addPlace enters a municipality as the table writes it: 前橋市, 北群馬郡榛東村, 札幌市中央区.
func addPlace(g map[string]Place, name string) {
	if city, ward, ok := strings.Cut(name, "市"); ok && strings.HasSuffix(ward, "区") {
		g[city+"市"] |= Municipality
		g[ward] |= Ward
		return
	}
	if i := strings.Index(name, "郡"); i > 0 && !strings.HasSuffix(name, "市") {
		g[name[i+len("郡"):]] |= Municipality
	}
	for _, island := range []string{"三宅島", "八丈島"} { // as the post writes 三宅村 and 八丈町
		name = strings.TrimPrefix(name, island)
	}
	g[name] |= Municipality
}

// PlaceOf looks a place name up; 0 means that it is none.
func PlaceOf(s string) Place { return gazetteer()[s] }

var codes = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, c := range strings.Fields(areaCodes) {
		m[c] = true
	}
	return m
})

// AreaCode returns how many of the leading digits of a fixed-line number (10 digits, 0 first) are its area code, or 0. Codes
// of two lengths can begin alike (04 and 0422); the longest counts.
func AreaCode(digits string) int {
	for n := min(5, len(digits)); n >= 2; n-- {
		if codes()[digits[:n]] {
			return n
		}
	}
	return 0
}

// IsAreaCode reports whether s is an area code, the 0 included.
func IsAreaCode(s string) bool { return codes()[s] }

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
