package detectors

import (
	"strings"
	"testing"
)

// A name that one text proves is found in the next, but not as part of a place or a firm, and not by a Set, which remembers nothing.
func TestFinderRemembers(t *testing.T) {
	s := NewSet(All())
	for _, tt := range []struct {
		first, labels, text, want string
	}{
		{"大豆生田 由美子", "氏名", "本件は大豆生田へ引き継ぐ。", "大豆生田"},
		{"患者 越智恭平（52歳）", "", "午後、越智の容体が変わった。", "越智"},
		{"氏名：郡司 美月", "", "郡司美月の記録", "郡司美月"},
		{"氏名：品川 恭平", "", "品川の駅で待つ。", ""},
		{"氏名：品川 恭平", "", "担当は品川です。", "品川"},
		{"氏名：越智 恭平", "", "越智駅、越智工業株式会社、越智川の水位", ""},
		{"越智", "町名", "午後、越智の容体が変わった。", ""},
	} {
		f := s.Finder()
		var labels []string
		if tt.labels != "" {
			labels = []string{tt.labels}
		}
		f.Find(nil, tt.first, labels)
		for range 2 {
			var got []string
			for _, m := range f.Find(nil, tt.text, nil) {
				if m.Sure >= Likely && m.Detector == "name" {
					got = append(got, tt.text[m.Start:m.End])
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("%s, then %s: got %q, want %q", tt.first, tt.text, strings.Join(got, " "), tt.want)
			}
		}
	}
}
