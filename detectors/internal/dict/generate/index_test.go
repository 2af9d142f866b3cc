package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// The embedded indexes are those of the lists.
func TestIndexes(t *testing.T) {
	for name, want := range indexes("..") {
		if got, err := os.ReadFile(filepath.Join("..", name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not made from the lists as they are: run go generate ./detectors/internal/dict (%v)", name, err)
		}
	}
}

func TestReadPlaces(t *testing.T) {
	prefectures, municipalities := 0, 0
	for name, p := range readPlaces(read("..", "places.txt")) {
		if p&dict.Prefecture != 0 {
			prefectures++
		}
		if p&dict.Municipality != 0 {
			municipalities++
		}
		if dict.PlaceOf(name) != p {
			t.Errorf("%s: %d, want %d", name, dict.PlaceOf(name), p)
		}
	}
	if prefectures != 47 || municipalities < 1600 {
		t.Errorf("%d prefectures, %d municipalities (names that occur twice count once)", prefectures, municipalities)
	}
}
