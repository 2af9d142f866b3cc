package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// postal holds what the postal code data says.
type postal struct {
	places   []string // "群馬県 前橋市 … 北群馬郡榛東村 …": a prefecture and its municipalities and wards
	prefixes []string // one line a hundred: "0 12…" the first three digits that exist
	towns    []string // names of towns below the municipality
}

func readPostal(dir string) *postal {
	var city struct{ City map[string][]string }
	var pref struct{ Pref map[string][]string }
	var zip struct{ Zip7 map[string]any }
	decode(dir, "city.json", &city)
	decode(dir, "pref.json", &pref)
	decode(dir, "zip7.json", &zip)
	return &postal{places(pref.Pref, city.City), prefixes(zip.Zip7), towns(zip.Zip7)}
}

func decode(dir, name string, v any) {
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// places groups municipalities by prefecture, both in the order of their codes.
func places(pref, city map[string][]string) (lines []string) {
	byPref := map[string][]string{}
	for code, c := range city {
		code = fmt.Sprintf("%05s", code)
		byPref[code[:2]] = append(byPref[code[:2]], code+c[0])
	}
	for code, p := range pref {
		code = fmt.Sprintf("%02s", code)
		list := byPref[code]
		slices.Sort(list)
		var b strings.Builder
		b.WriteString(code + p[0])
		for _, c := range list {
			b.WriteString(" " + c[5:])
		}
		lines = append(lines, b.String())
	}
	slices.Sort(lines)
	for i, l := range lines {
		lines[i] = l[2:]
	}
	return lines
}

// prefixes lists the first three digits of all codes.
func prefixes(zip map[string]any) []string {
	seen := map[string]bool{}
	for z := range zip {
		seen[z[:3]] = true
	}
	return []string{strings.Join(keys(seen), " ")}
}

// towns lists the town names; a value is a name, or a list that may start with a municipality code.
func towns(zip map[string]any) []string {
	seen := map[string]bool{}
	for _, v := range zip {
		switch v := v.(type) {
		case string:
			seen[v] = true
		case []any:
			for _, t := range v {
				if s, ok := t.(string); ok {
					seen[s] = true
				}
			}
		}
	}
	return keys(seen)
}
