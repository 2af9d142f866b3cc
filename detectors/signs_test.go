package detectors

import (
	"strings"
	"testing"
)

// Names that the dictionary alone does not settle, with what settles them; and the same words where nothing does.
func TestNamesBySigns(t *testing.T) {
	s := NewSet(All())
	for _, tt := range []struct{ text, want string }{
		{"文責　手塚律", "手塚律"},
		{"通訳：滑川スヱ", "滑川スヱ"},
		{"目撃者は保科つむぎ。", "保科つむぎ"},
		{"発起人 大鷲レオ（会社員）", "大鷲レオ"},
		{"測量　毛利　検査　越智", "毛利 越智"},
		{"対応は長友が行った。", "長友"},
		{"立会：荒巻、郡司", "荒巻 郡司"},
		{"養母塚本和美が来庁", "塚本和美"},
		{"２班（陽翔・美月・結衣）が当番です。", "陽翔 美月 結衣"},
		{"毛利Dr.より指示", "毛利"},
		{"From: Emily Brown", "Emily Brown"},
		{"先週、越智課長に確認しました。", "越智"},
		{"発　名古屋 11:51 着　熊谷 12:03", ""},
		{"受付：本庁舎１階", ""},
		{"関係者　千葉、福島の各県", ""},
		{"氏名（個人情報のため不開示）、住所（条例第７条該当）", ""},
		{"相手方は市内の法人　大和", ""},
		{"理人方　木造２階建て", ""},
		{"New York Times and Los Angeles", ""},
	} {
		var got []string
		for _, m := range s.Find(nil, tt.text, nil) {
			if m.Sure >= Likely && m.Detector == "name" {
				got = append(got, tt.text[m.Start:m.End])
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, strings.Join(got, " "), tt.want)
		}
	}
}
