package dict

import (
	_ "embed"
	"maps"
	"slices"
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

// gazetteer indexes the names; the rank of a name says what it is.
var gazetteer = sync.OnceValue(func() *words {
	g := readPlaces()
	names := slices.Collect(maps.Keys(g))
	w, off := newWords(strings.Join(names, ""), len(g)), 0
	for _, name := range names {
		w.add(off, len(name), Rank(g[name]))
		off += len(name)
	}
	return w
})

// readPlaces reads the table.
func readPlaces() map[string]Place {
	g := map[string]Place{}
	for line := range strings.Lines(places) {
		names := strings.Fields(line)
		g[names[0]] |= Prefecture
		for _, n := range names[1:] {
			addPlace(g, n)
		}
	}
	return g
}

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
func PlaceOf(s string) Place { return Place(gazetteer().rank(s)) }

// codes holds, by the four digits behind the leading 0, the length of the area code that they begin with, and all codes by
// number.
var codes = sync.OnceValue(func() *struct {
	length [10000]uint8
	known  map[string]bool
} {
	t := &struct {
		length [10000]uint8
		known  map[string]bool
	}{known: map[string]bool{}}
	list := strings.Fields(areaCodes)
	for n := 2; n <= 5; n++ { // codes of two lengths can begin alike (04 and 0422): the longest counts
		for _, c := range list {
			if len(c) != n {
				continue
			}
			t.known[c] = true
			first, span := 0, 1
			for i := 1; i < 5; i++ {
				first *= 10
				if i < n {
					first += int(c[i] - '0')
				} else {
					span *= 10
				}
			}
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
func IsAreaCode(s string) bool { return codes().known[s] }

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
