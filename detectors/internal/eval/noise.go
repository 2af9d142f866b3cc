package eval

import (
	"fmt"
	"strings"
)

// noise writes something that is nobody's.
func (w *writer) noise(name string) string {
	r, s := w.rand, w.style
	switch name {
	case "date":
		return s.day(2015+r.IntN(11), 1+r.IntN(12), 1+r.IntN(28))
	case "n":
		return s.width(fmt.Sprint(1 + r.IntN(400)))
	case "amount":
		return s.width(fmt.Sprintf("%d,%03d,%03d", 1+r.IntN(800), r.IntN(1000), r.IntN(1000)))
	case "people":
		return s.width(fmt.Sprintf("%d,%03d", 1+r.IntN(400), r.IntN(1000)))
	case "stamp":
		return fmt.Sprintf("20%02d%02d%02d%02d%02d", 20+r.IntN(6), 1+r.IntN(12), 1+r.IntN(28), r.IntN(24), r.IntN(60))
	case "jan":
		v := pick(r, []string{"49", "45"}) + digits(r, 10)
		sum := 0
		for i := range v {
			sum += int(v[i]-'0') * (1 + 2*(i%2))
		}
		return v + fmt.Sprint((10-sum%10)%10)
	case "isbn":
		return "978-4-" + digits(r, 4) + "-" + digits(r, 4) + "-" + digits(r, 1)
	case "parcel":
		return digits(r, 4) + "-" + digits(r, 4) + "-" + digits(r, 4)
	case "part":
		return pick(r, []string{"KX", "AB", "MTR-", "Z"}) + digits(r, 3) + "-" + digits(r, 4) + pick(r, []string{"", "A", "-R2"})
	case "long":
		return digits(r, 12)
	case "version":
		return fmt.Sprintf("%d.%d.%d.%d", 1+r.IntN(9), r.IntN(20), r.IntN(20), r.IntN(400))
	case "city":
		return strings.TrimLeft(pick(r, towns)[0], "")
	case "office":
		return pick(r, []string{"総務部総務課", "福祉部高齢福祉課", "教育委員会学校教育課", "市民部戸籍住民課", "建設局道路管理課"})
	case "officephone":
		return s.number(newPerson(r).phone)
	case "freedial":
		return s.number("0120-" + digits(r, 3) + "-" + digits(r, 3))
	case "org":
		return pick(r, []string{"株式会社青葉商事", "さくら保育園", "みどり台中央病院", "有限会社大和工務店", "NPO法人みなと福祉会"})
	case "title":
		return pick(r, []string{"緑道の整備について", "公共施設等総合管理計画", "子育て支援の充実", "防災訓練の実施", "図書館システムの更新"})
	}
	return w.more(name)
}

// more writes the second hand's.
func (w *writer) more(name string) string {
	r := w.rand
	list := map[string][]string{
		"town":            strings.Fields("本町一丁目 本町二丁目 緑が丘 大字大塚 東町 高田 泉 小林 松井 桜井 千葉町 原"),
		"stop":            strings.Fields("市役所前 森下 小林 高木橋 大久保駅 松井山手 内田東 図書館前 千葉寺"),
		"goods":           strings.Fields("鉛筆HB 消しゴム 大和糊 千代紙 電卓 三角定規 おりがみ ひかりペン 桜クレヨン"),
		"book":            strings.Fields("図書館の歴史 みどり市史 森と泉の町 山田町の昔話 高橋川流域誌"),
		"author":          strings.Fields("みどり市史編さん委員会 青葉書房編集部 農林水産省 郷土史研究会"),
		"facility":        strings.Fields("中央公民館 東図書館 森林公園管理棟 高田児童館 泉老人福祉センター 内田会館"),
		"facilityaddress": strings.Fields("みどり市中央1-2-3 みどり市東町45番地 甲府市丸の内1丁目18-1 新潟県上越市木田1丁目1番3号"),
		"clinic":          strings.Fields("みどり小児科 森医院 さくらクリニック"),
		"dog":             strings.Fields("ポチ ハナ コタロウ モモ さくら レオ"),
		"callno":          strings.Fields("318.2 K291.5 913.6モ 210.5"),
		"nation":          strings.Fields("ベトナム ネパール フィリピン ブラジル 中国 インドネシア ミャンマー スリランカ"),
		"tongue":          strings.Fields("ベトナム語 ネパール語 タガログ語 ポルトガル語 英語"),
		"place":           strings.Fields("品川 熊谷 足利 水戸 二宮 本宮 白鳥 若狭 大河内 服部 黒木 湯浅 向井 最上 能登 相馬"),
		"firm":            strings.Fields("㈱服部商店 (有)熊谷造園 佐伯建設 合同会社手塚 湯浅電機 山田電機 黒木土木㈱"),
		"variety":         strings.Fields("つや姫 紅はるか あきたこまち さくら姫 千代の光 はるか 大和 富有"),
		"officepostal":    strings.Fields("400-8501 943-8601 924-8688"),
	}[name]
	switch {
	case list != nil:
		return pick(r, list)
	case name == "few", name == "digit":
		return fmt.Sprint(1 + r.IntN(9))
	case name == "mark":
		return fmt.Sprint(30 + r.IntN(71))
	case name == "seat":
		return fmt.Sprint(1 + r.IntN(40))
	case name == "household":
		return fmt.Sprint(100_000 + r.IntN(900_000))
	case name == "time":
		return fmt.Sprintf("%d:%02d", 8+r.IntN(9), r.IntN(60))
	}
	panic("no such noise: " + name)
}
