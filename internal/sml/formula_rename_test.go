package sml

import "testing"

func TestRenameSheets(t *testing.T) {
	names := map[string]string{"山田太郎": "●●●", "佐藤 花子": "●●● (2)", "it's": "x'y"}
	rename := func(sheet string) (string, bool) {
		for old, now := range names {
			if EqualName(old, sheet) {
				return now, true
			}
		}
		return "", false
	}
	for formula, want := range map[string]string{
		"":                          "",
		"SUM(A1:B2)":                "SUM(A1:B2)",
		"集計!A1":                     "集計!A1",
		"山田太郎!A1":                   "'●●●'!A1",
		"SUM(山田太郎!$A$2:$A$3)+集計!B1": "SUM('●●●'!$A$2:$A$3)+集計!B1",
		"'佐藤 花子'!A1*2":              "'●●● (2)'!A1*2",
		"'IT''S'!A:A":               "'x''y'!A:A",
		"SUM(集計:山田太郎!B1)":           "SUM('集計:●●●'!B1)",
		"SUM('佐藤 花子:山田太郎'!B1)":      "SUM('●●● (2):●●●'!B1)",
		"[1]山田太郎!A1":                "[1]山田太郎!A1",
		"'[1]山田太郎'!A1":              "'[1]山田太郎'!A1",
		"山田太郎!#REF!":                "'●●●'!#REF!",
		"山田太郎!範囲":                   "'●●●'!範囲",
		`INDIRECT("山田太郎!A2")`:       `INDIRECT("'●●●'!A2")`,
		`HYPERLINK("#山田太郎!A1","見る""る""")`: `HYPERLINK("#'●●●'!A1","見る""る""")`,
		`"山田太郎"&A1`:                       `"山田太郎"&A1`,
		"表1[山田太郎]+山田太郎!A1":                "表1[山田太郎]+'●●●'!A1",
	} {
		if got := RenameSheets(formula, rename); got != want {
			t.Errorf("%s: got %s, want %s", formula, got, want)
		}
	}
}
