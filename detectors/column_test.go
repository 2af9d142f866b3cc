package detectors

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func repeat(n int, cells ...string) (out []string) {
	for i := range n {
		out = append(out, cells[i%len(cells)])
	}
	return out
}

func TestColumn(t *testing.T) {
	s := NewSet(All())
	names := []string{"山田 太郎", "鈴木 花子", "佐藤 健一", "高橋 美咲", "田中 一郎", "伊藤 大翔"}
	addresses := []string{"横浜市青葉区美しが丘3-12-8", "神奈川県川崎市中原区小杉町1丁目403", "鎌倉市大船2-4-6", "茅ヶ崎市元町7番1号", "藤沢市鵠沼橘1-1-4"}
	tests := []struct {
		name        string
		heads       []string
		cells       []string
		kind        string
		against     string
		atLeastHits int
	}{
		{"names", []string{"氏名"}, repeat(20, names...), "name", "", 19},
		{"foreign names", []string{"氏　名（必須）"}, repeat(8, "Nguyen Van An", "Silva Maria", "金 民洙", "Smith John"), "name", "", 0},
		{"few foreigners who come every week", []string{"受講者"}, repeat(20, "グエン・ティ・フオン", "タマン・シタ", "カーン　イムラン"), "name", "", 0},
		{"results", []string{"申請者"}, repeat(20, "承認", "却下"), "statistic", "statistic", 0},
		{"varieties", []string{"品種"}, repeat(8, "あきたこまち", "つや姫", "ひとめぼれ"), "place", "place", 0},
		{"two rows of heads", []string{"保護者", "氏名"}, repeat(8, names...), "name", "", 8},
		{"representatives", []string{"代表者"}, repeat(8, names...), "name", "organisation", 8},
		{"organisations", []string{"施設名"}, repeat(8, "さくら保育園", "青葉学園"), "organisation", "organisation", 0},
		{"no head, names", nil, repeat(10, names...), "name", "", 9},
		{"no head, towns", nil, []string{"本町", "千葉", "大和", "福島", "高松", "中央", "緑町", "東", "栄町"}, "", "", 0},
		{"no head, nouns", nil, []string{"道路", "下水道", "公園", "教育", "福祉", "税務", "総務", "安全確認", "大会運営"}, "", "", 0},
		{"addresses", []string{"住所"}, repeat(40, addresses...), "address", "", 40},
		{"addresses without head", nil, repeat(40, addresses...), "address", "", 40},
		{"phones that lost their zero", []string{"電話番号"}, repeat(8, "9081234567", "456712938", "8049127731"), "phone", "", 8},
		{"serials", []string{"生年月日"}, repeat(8, "31111", "25689", "40210"), "birth-date", "", 8},
		{"postal codes", []string{"〒"}, repeat(8, "2250002", "60808"), "postal-code", "", 8},
		{"population", []string{"人口"}, repeat(8, "349385", "120393"), "statistic", "statistic", 0},
		{"men", []string{"人口", "男"}, repeat(8, "174822", "60112"), "statistic", "statistic", 0},
		{"mail", []string{"アドレス"}, repeat(8, "hanako@mail.example", "ichiro.s@host.example"), "email", "", 8},
		{"URL column under アドレス", []string{"アドレス"}, repeat(8, "https://www.example.jp/a"), "", "", 0},
		{"exam numbers", []string{"受験番号"}, repeat(8, "1001", "1002", "1003"), "exam-number", "", 8},
		{"locations", []string{"所在地"}, repeat(8, addresses...), "address", "organisation", 8},
		{"remarks", []string{"備考"}, repeat(8, "あり", "なし"), "", "", 0},
		{"numbers under 氏名", []string{"氏名"}, repeat(8, "1", "2", "3"), "", "", 0},
		{"nothing", nil, nil, "", "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := s.Column(tt.heads, tt.cells)
			if c.Kind != tt.kind || c.Against != tt.against || c.Valid < tt.atLeastHits {
				t.Errorf("got %+v", c)
			}
			back, ok := ParseColumn(c.Label())
			if !ok || cmp.Diff(c, back) != "" {
				t.Errorf("label: %+v", back)
			}
		})
	}
}

// sheet runs a table through Column and Find as package inspect does and counts rows with a match that identifies a person.
func sheet(s *Set, heads []string, rows [][]string) (people int, counts map[string]int) {
	counts = map[string]int{}
	labels := make([][]string, len(heads))
	for i, h := range heads {
		var cells []string
		for _, r := range rows[:min(len(rows), 64)] {
			if r[i] != "" {
				cells = append(cells, r[i])
			}
		}
		labels[i] = []string{h, s.Column([]string{h}, cells).Label()}
	}
	for _, r := range rows {
		person := false
		for i, cell := range r {
			for _, m := range s.Find(nil, cell, labels[i]) {
				if m.Sure >= Likely {
					counts[m.Detector]++
					person = person || s.Detector(m.Detector).Person
				}
			}
		}
		if person {
			people++
		}
	}
	return people, counts
}

func TestRoster(t *testing.T) {
	s := NewSet(All())
	surnames := strings.Fields("山田 髙橋 佐々木 田中 中村 小林 森 渡邉 五十嵐 清水")
	given := strings.Fields("太郎 陽菜 健太 花子 翔太 恵 一郎 結衣 大輔 さくら")
	kanas := strings.Fields("ヤマダ タカハシ ササキ タナカ ナカムラ コバヤシ モリ ワタナベ イガラシ シミズ")
	givenKana := strings.Fields("タロウ ヒナ ケンタ ハナコ ショウタ メグミ イチロウ ユイ ダイスケ サクラ")
	var rows [][]string
	for i := range 1011 {
		a, b := i%10, i/10%10
		rows = append(rows, []string{
			surnames[a] + "　" + given[b], kanas[a] + " " + givenKana[b],
			fmt.Sprintf("横浜市青葉区美しが丘%d-%d-%d", i%5+1, i%30+1, i%17+1),
			fmt.Sprintf("090-%04d-%04d", 1200+i, 4321+i), fmt.Sprint(20000 + i*7),
		})
	}
	people, counts := sheet(s, []string{"氏名", "フリガナ", "住所", "電話番号", "生年月日"}, rows)
	want := map[string]int{"name": 1011, "kana": 1011, "address": 1011, "phone": 1011, "birth-date": 1011}
	if people != 1011 || cmp.Diff(want, counts) != "" {
		t.Errorf("%d people, %v", people, cmp.Diff(want, counts))
	}
}

func TestQuietTables(t *testing.T) {
	s := NewSet(All())
	tests := []struct {
		name  string
		heads []string
		rows  [][]string
	}{
		{"statistics", []string{"市区町村名", "人口", "世帯数", "男", "女"}, [][]string{
			{"横浜市", "3777491", "1753081", "1858174", "1919317"},
			{"川崎市", "1538262", "747452", "775772", "762490"},
			{"大和市", "239169", "108372", "119022", "120147"},
			{"千葉市", "974951", "447082", "482812", "492139"},
			{"松本市", "241145", "103000", "118000", "123145"},
		}},
		{"organisations", []string{"施設名", "代表者", "所在地"}, [][]string{
			{"さくら保育園", "山田 太郎", "横浜市青葉区美しが丘3-12-8"},
			{"青葉学園", "鈴木 花子", "川崎市中原区小杉町1丁目403"},
			{"みどり幼稚園", "佐藤 健一", "鎌倉市大船2-4-6"},
			{"ひまわり園", "高橋 美咲", "茅ヶ崎市元町7番1号"},
			{"すみれ園", "田中 一郎", "藤沢市鵠沼橘1-1-4"},
		}},
		{"catalogue", []string{"品名", "JANコード", "数量", "登録日"}, [][]string{
			{"鉛筆", "4902344019648", "12", "2024/04/01"},
			{"消しゴム", "4990717073816", "5", "2024/04/02"},
			{"定規", "4902344019648", "1", "2024-04-03"},
			{"大和糊", "4990717073816", "3", "202404041230"},
			{"千代紙", "4902344019648", "9", "20240405"},
		}},
		{"parcels", []string{"追跡番号", "個数"}, [][]string{{"1234-5678-9018", "1"}, {"6214-9832-0257", "2"}, {"6214-9832-0257", "2"}, {"8470-9700-7112", "1"}, {"8470-9700-7112", "1"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if people, counts := sheet(s, tt.heads, tt.rows); people != 0 || len(counts) != 0 {
				t.Errorf("%d people, %v", people, counts)
			}
		})
	}
}

func TestIsHead(t *testing.T) {
	s := NewSet(All())
	for _, h := range strings.Fields("番号 № 学校名 件数 備考 会社名 人口 氏　名 ※氏名（必須） 電話番号（携帯） 生年月日(西暦) E-mail Ｔｅｌ 携帯TEL 住所１ 保護者氏名 口座名義（カナ）") {
		if !s.IsHead(h) {
			t.Errorf("%q is a head", h)
		}
	}
	for _, h := range []string{"", "山田太郎", "横浜市青葉区美しが丘3-12-8", "本日は晴天なり", "12", "－", "Ravi Patel", "Hotel", "Halifax"} {
		if s.IsHead(h) {
			t.Errorf("%q is no head", h)
		}
	}
}
