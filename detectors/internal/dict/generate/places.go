package main

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// readPlaces reads the table of prefectures and their municipalities.
func readPlaces(table string) map[string]dict.Place {
	g := map[string]dict.Place{}
	for line := range strings.Lines(table) {
		names := strings.Fields(line)
		g[names[0]] |= dict.Prefecture
		for _, n := range names[1:] {
			addPlace(g, n)
		}
	}
	return g
}

// addPlace enters a municipality as the table writes it: 前橋市, 北群馬郡榛東村, 札幌市中央区.
func addPlace(g map[string]dict.Place, name string) {
	if city, ward, ok := strings.Cut(name, "市"); ok && strings.HasSuffix(ward, "区") {
		g[city+"市"] |= dict.Municipality
		g[ward] |= dict.Ward
		return
	}
	if i := strings.Index(name, "郡"); i > 0 && !strings.HasSuffix(name, "市") {
		g[name[i+len("郡"):]] |= dict.Municipality
	}
	for _, island := range []string{"三宅島", "八丈島"} { // as the post writes 三宅村 and 八丈町
		name = strings.TrimPrefix(name, island)
	}
	g[name] |= dict.Municipality
}
