package dict

import (
	"strings"
	"testing"
)

func TestRomaji(t *testing.T) {
	for _, s := range strings.Fields("Sato SATOU Satoh Ito Ohno Ono Kato Shimizu Simizu Honma Homma Hattori Shishido Okubo Ookubo Suzuki Watanabe") {
		if !RomajiSurname(s) {
			t.Errorf("surname %s", s)
		}
	}
	for _, s := range strings.Fields("Yuko Yūko Hanako Shota Syota Kyohei Kenichi Ken'ichi Taro Taroh Junko") {
		if !RomajiGiven(s) {
			t.Errorf("given name %s", s)
		}
	}
	for _, s := range strings.Fields("City Green Hill Blue Hall General Affairs Station Government School York") {
		if RomajiSurname(s) || RomajiGiven(s) {
			t.Errorf("%s is no reading", s)
		}
	}
	if ForeignPart("nguyen") != Frequent || ForeignPart("グエン") != Frequent || ForeignPart("van") != Listed || ForeignPart("バン") != Listed || ForeignPart("タイムズ") != Unlisted {
		t.Error("parts of foreign names")
	}
}
