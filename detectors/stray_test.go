package detectors

import "testing"

// A name in a column of places or figures counts if it is beyond doubt: a frequent surname, a space, a given name, and nothing else.
func Test_a_name_in_a_column_of_something_else(t *testing.T) {
	set := NewSet(All())
	for text, want := range map[string]bool{
		"高橋 美咲": true, "高橋　美咲": true, "高橋美咲": false, "高橋": false, "東町": false, "青葉 台": false, "高橋 町": false, "千葉 中央": false,
		"高橋 美咲地区": false, "中央 緑": false, "山口 広島": false, "桜 ヶ丘": false,
	} {
		for _, kind := range []string{place, statistic} {
			got := false
			for _, m := range set.Find(nil, text, []string{"地区", Column{Kind: kind, Head: "地区", Valid: 4, Total: 5}.Label()}) {
				got = got || m.Detector == "name" && m.Sure >= Likely
			}
			if got != want {
				t.Errorf("%s in a column of %ss: %v", text, kind, got)
			}
		}
	}
}
