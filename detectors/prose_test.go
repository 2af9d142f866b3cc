package detectors

import (
	"strings"
	"testing"
)

// likely returns the matches of Likely or more as "kind=value kind=value".
func likely(text string, labels ...string) string {
	var got []string
	for _, m := range Standard().Find(nil, text, labels) {
		if m.Sure >= Likely {
			got = append(got, m.Detector+"="+text[m.Start:m.End])
		}
	}
	return strings.Join(got, " ")
}

func TestNamesInProse(t *testing.T) {
	for text, want := range map[string]string{
		"担当者の山田太郎が対応した":                          "name=山田太郎",
		"患者 佐藤花子、転院":                             "name=佐藤花子",
		"申請者は髙橋 健太です":                            "name=髙橋 健太",
		"グエン・バン・アンさんが来庁":                         "name=グエン・バン・アン",
		"３年２組の宍戸恭平が階段で転倒した":                      "name=宍戸恭平",
		"宍戸 恭平宅へ向かう。":                            "name=宍戸 恭平",
		"養護教諭の宍戸が応急処置を行った":                       "name=宍戸",
		"宍戸保健師が訪問した":                             "name=宍戸",
		"宍戸が説明した":                                "name=宍戸",
		"宍戸恭平が欠席。宍戸は入院中":                         "name=宍戸恭平 name=宍戸",
		"うちの凪は欠席":                                "name=凪",
		"賃借人林和彦は、記録者の分部紅羽と":                      "name=林和彦 name=分部紅羽", // no list has 分部
		"長男翔太が不在、息子の健太は在宅":                       "name=翔太 name=健太",
		"グエン・ティ・フオンは延長を希望":                       "name=グエン・ティ・フオン",
		"通訳は Hattori Kyohei と Tran Van Minh":     "name=Hattori Kyohei name=Tran Van Minh",
		"夏目漱石と毛利元就、足利尊氏の展示":                      "",
		"好奇心と江戸時代、新規行の追加":                        "",
		"千葉が説明した県の職員の大半は":                        "",
		"サンタ・マリア号とニューヨーク・タイムズ":                   "",
		"Minato City Hall and Blue Line Station": "",
		"マリア様":                                   "name=マリア",
		"ご担当 John Smith 様":                       "name=John Smith",
		"氏名：Nguyen Van An　住所":                    "name=Nguyen Van An",
		"山田太郎さんは乳がんで通院中":                         "name=山田太郎 sensitive=乳がん",
		"鈴木花子さん（42歳）。前科があり、仕事がない":                "name=鈴木花子 age=42歳 sensitive=前科",
		"佐藤健太様　HbA1c 7.2%":                       "name=佐藤健太 sensitive=HbA1c 7.2",
		"王偉さんは韓国籍である":                            "name=王偉 sensitive=韓国",
		"児童の鈴木さくらさん（8歳）は卵アレルギーがある":               "name=鈴木さくら age=8歳 sensitive=卵アレルギー",
		"IBM様とオーナー様、スタッフさんへ":                     "",
		"市長の山田太郎が挨拶した":                           "",
		"事業者の森林管理":                               "",
		"糖尿病予防教室の担当は山田太郎さん":                      "name=山田太郎",
	} {
		if got := likely(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// The contact of an office is no leak, also where the block stands in the labels.
func TestContactBlocks(t *testing.T) {
	for _, tt := range []struct {
		text   string
		labels []string
	}{
		{"お問い合わせ　総務課　電話 045-671-2938", nil},
		{"電話 045-671-2938", []string{"福祉部高齢福祉課"}},
		{"TEL 045-671-2938　担当 山田 太郎", []string{"【お問い合わせ先】"}},
		{"045-671-2938", []string{"代表電話"}},
		{"info@city.example.lg.jp", nil},
		{"kikaku-ka2@city.example.lg.jp", []string{"市民部戸籍住民課 管理係"}},
		{"横浜市中区本町6丁目50番地の10", []string{"提出先"}},
		{"山田 太郎", []string{"担当課"}},
	} {
		if got := likely(tt.text, tt.labels...); got != "" {
			t.Errorf("%s %q: %s", tt.text, tt.labels, got)
		}
	}
}

func TestSplitDigits(t *testing.T) {
	for text, want := range map[string]string{
		"電話 090 - 8123 - 4567":         "phone=090 - 8123 - 4567",
		"電話 090-8123-\n4567":           "phone=090-8123-\n4567",
		"電話 0 9 0 8 1 2 3 4 5 6 7":     "phone=0 9 0 8 1 2 3 4 5 6 7",
		"携帯 ０９０・８１２３・４５６７":             "phone=０９０・８１２３・４５６７",
		"個人番号 6|2|1|4|9|8|3|2|0|2|5|7": "my-number=6|2|1|4|9|8|3|2|0|2|5|7",
		"マイナンバー ⑥②①④⑨⑧③②⓪②⑤⑦":          "my-number=⑥②①④⑨⑧③②⓪②⑤⑦",
		"個人番号 6214\u200B98320257":      "my-number=6214\u200B98320257",
	} {
		if got := likely(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestExamplesOfForms(t *testing.T) {
	for _, text := range []string{"記入例　氏名 山田 太郎　電話 090-8123-4567", "（例）hanako@mail.example"} {
		if got := likely(text); got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}

func TestWordsOfDataAreNoHeads(t *testing.T) {
	s := Standard()
	for w := range strings.FieldsSeq("男 女 円 普通 出席 済 会長 世帯主") {
		if s.IsHead(w) {
			t.Errorf("%s is data", w)
		}
	}
}

func TestMoreCheckDigits(t *testing.T) {
	for s := range strings.FieldsSeq("902146911231 542184031000 909962123850 978508648571 908533468441") {
		if !licenseCheck(s) {
			t.Errorf("drivers-license: %s is valid", s)
		}
	}
	for s := range strings.FieldsSeq("TK1234567-1 MZ7654321-5 TR0000012-9 MS9081726-3 TS5550123-8 L898902C3-6") {
		if field, check, _ := strings.Cut(s, "-"); !mrzCheck(field, check[0]) {
			t.Errorf("passport: %s is valid", s)
		}
	}
}

// Keys are the same in every process: workers speak of values by them.
func TestKeyIsStable(t *testing.T) {
	if got := Key("phone", "090-8123-4567"); got != wantKey {
		t.Errorf("the key changed: %#x", got)
	}
}

const wantKey = 0x68da69edddf24f19

// What a search is cut to may end within a character: a long word in katakana behind an address.
func TestLongWordBehindAddress(t *testing.T) {
	s := NewSet(All())
	for _, gap := range []string{" ", "-", "  "} {
		text := "横浜市中区本町1-2" + gap + strings.Repeat("ア", 80)
		if found := s.Find(nil, text, nil); len(found) != 1 || found[0].Detector != "address" {
			t.Errorf("%q: %v", gap, found)
		}
	}
}
