package detectors

import "testing"

func Test_links_to_retired_hosts(t *testing.T) {
	set := NewSet(All(), " Machi-Kanko.example ", "old.example.jp", "")
	for text, want := range map[string]string{
		"くわしくは https://machi-kanko.example/event/2019.html をごらんください。": "https://machi-kanko.example/event/2019.html",
		"（http://www.old.example.jp/）":        "http://www.old.example.jp/",
		"問合せ先 kanko@OLD.example.jp":           "OLD.example.jp",
		"old.example.jp":                      "old.example.jp",
		"ｏｌｄ．ｅｘａｍｐｌｅ．ｊｐへ":                     "ｏｌｄ．ｅｘａｍｐｌｅ．ｊｐ",
		"https://bold.example.jp/":            "",
		"https://old.example.jp.example.com/": "",
		"old":                                 "",
	} {
		got := ""
		for _, m := range set.Find(nil, text, nil) {
			if m.Detector == "secret-link" {
				got = text[m.Start:m.End]
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if ms := NewSet(All()).Find(nil, "http://www.old.example.jp/", nil); len(ms) > 0 {
		t.Errorf("without a list: %v", ms)
	}
}
