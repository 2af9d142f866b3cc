package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A person is invented.
type person struct {
	surname, given, surnameKana, givenKana string
	female                                 bool
	year, month, day                       int
	city, town                             string
	house                                  [3]int
	building                               string
	postal                                 string
	mobile                                 string // digits
	phone                                  string // with hyphens
	mail                                   string
	my                                     string // my number, where its digits stand in boxes
	houseno                                string // of the second hand and the third
	third                                  bool
	stock                                  *stock
}

var surnames = pairs("佐藤 サトウ 鈴木 スズキ 高橋 タカハシ 田中 タナカ 伊藤 イトウ 渡辺 ワタナベ 山本 ヤマモト 中村 ナカムラ 小林 コバヤシ 加藤 カトウ 吉田 ヨシダ 山田 ヤマダ 佐々木 ササキ 山口 ヤマグチ 松本 マツモト 井上 イノウエ 木村 キムラ 林 ハヤシ " +
	"斎藤 サイトウ 清水 シミズ 山崎 ヤマザキ 森 モリ 池田 イケダ 橋本 ハシモト 阿部 アベ 石川 イシカワ 山下 ヤマシタ 中島 ナカジマ 石井 イシイ 小川 オガワ 前田 マエダ 岡田 オカダ 長谷川 ハセガワ 藤田 フジタ 後藤 ゴトウ 近藤 コンドウ 村上 ムラカミ 遠藤 エンドウ " +
	"青木 アオキ 坂本 サカモト 福田 フクダ 太田 オオタ 西村 ニシムラ 藤井 フジイ 金子 カネコ 岡本 オカモト 藤原 フジワラ 中野 ナカノ 三浦 ミウラ 原田 ハラダ 中川 ナカガワ 松田 マツダ 竹内 タケウチ 小野 オノ 田村 タムラ 中山 ナカヤマ 和田 ワダ 石田 イシダ 上田 ウエダ " +
	"髙橋 タカハシ 渡邉 ワタナベ 山﨑 ヤマザキ 齋藤 サイトウ 濵田 ハマダ 五十嵐 イガラシ 勅使河原 テシガワラ 久保田 クボタ 菅原 スガワラ 野口 ノグチ 新井 アライ 大塚 オオツカ 平野 ヒラノ 神谷 カミヤ 堀江 ホリエ 真壁 マカベ 米倉 ヨネクラ 曽我 ソガ 羽田野 ハタノ 東 ヒガシ 南 ミナミ")

var femaleNames = pairs("陽菜 ヒナ 結衣 ユイ 美咲 ミサキ 花子 ハナコ さくら サクラ 恵 メグミ 由美子 ユミコ 久美子 クミコ 真由美 マユミ 葵 アオイ 凛 リン 莉子 リコ 明日香 アスカ 千尋 チヒロ 彩 アヤ 麻衣 マイ 香織 カオリ 直美 ナオミ 裕子 ユウコ 幸子 サチコ 芽衣 メイ 紬 ツムギ 澪 ミオ 詩織 シオリ 七海 ナナミ 優花 ユウカ 心春 コハル 和子 カズコ 節子 セツコ みゆき ミユキ")

var maleNames = pairs("太郎 タロウ 健太 ケンタ 翔太 ショウタ 大輔 ダイスケ 一郎 イチロウ 誠 マコト 隆 タカシ 浩 ヒロシ 直樹 ナオキ 拓也 タクヤ 大翔 ヒロト 蓮 レン 悠真 ユウマ 湊 ミナト 和也 カズヤ 哲也 テツヤ 修 オサム 博之 ヒロユキ 健一 ケンイチ 裕介 ユウスケ 陸 リク 颯太 ソウタ 朝陽 アサヒ 樹 イツキ 勇人 ハヤト 正雄 マサオ 清 キヨシ 武 タケシ 雄一郎 ユウイチロウ 航平 コウヘイ")

var foreigners = pairs("NguyenVanAn グエン・バン・アン MariaSilva マリア・シルバ JohnSmith ジョン・スミス LiWei リー・ウェイ KimMinjun キム・ミンジュン RaviPatel ラビ・パテル AnaSantos アナ・サントス")

// Towns that exist, with a postal code of theirs and the area code of the telephone; the house numbers are drawn.
var towns = [][4]string{
	{"神奈川県横浜市青葉区", "美しが丘", "225-0002", "045"},
	{"東京都八王子市", "元本郷町", "192-0051", "042"},
	{"愛知県春日井市", "鳥居松町", "486-0844", "0568"},
	{"札幌市中央区", "北三条西", "060-0003", "011"},
	{"大阪府堺市北区", "長曽根町", "591-8025", "072"},
	{"長野県松本市", "大字島立", "390-0852", "0263"},
	{"茨城県つくばみらい市", "陽光台", "300-2358", "0297"},
	{"広島県安芸高田市", "吉田町吉田", "731-0501", "0826"},
	{"仙台市青葉区", "国分町", "980-0803", "022"},
	{"福岡県福岡市早良区", "百道浜", "814-0001", "092"},
	{"岡山市北区", "奉還町", "700-0026", "086"},
	{"さいたま市浦和区", "常盤", "330-0061", "048"},
	{"千葉県船橋市", "湊町", "273-0011", "047"},
	{"静岡県浜松市中央区", "元城町", "430-0946", "053"},
	{"高松市", "番町", "760-0017", "087"},
}

var buildings = []string{"", "", "", " メゾン青葉203号室", "　コーポさくら102", " ハイツ緑101号室", "　グリーンマンション５０３"}

func newPerson(r *rand.Rand) *person {
	p := &person{female: r.IntN(2) == 0, year: 1930 + r.IntN(85), month: 1 + r.IntN(12), day: 1 + r.IntN(28)}
	// Frequent surnames come first in the list; the product of two draws favours them.
	s := surnames[r.IntN(1+r.IntN(len(surnames)))]
	g := maleNames[r.IntN(len(maleNames))]
	if p.female {
		g = femaleNames[r.IntN(len(femaleNames))]
	}
	p.surname, p.surnameKana, p.given, p.givenKana = s[0], s[1], g[0], g[1]
	town := towns[r.IntN(len(towns))]
	p.city, p.town, p.postal = town[0], town[1], town[2]
	p.house = [3]int{1 + r.IntN(6), 1 + r.IntN(30), 1 + r.IntN(20)}
	p.building = pick(r, buildings)
	p.mobile = pick(r, []string{"090", "080", "070"}) + fmt.Sprintf("%d%07d", 1+r.IntN(9), r.IntN(10_000_000))
	local := 6 - len(town[3])
	p.phone = fmt.Sprintf("%s-%0*d-%04d", town[3], local, 2*pow10(local-1)+r.IntN(7*pow10(local-1)), 1+r.IntN(9998))
	p.mail = fmt.Sprintf("%s%s%d@%s", pick(r, []string{"k.", "m_", "hana-", "t", "sato.", "y."}), strings.ToLower(string(rune('a'+r.IntN(26))))+"ri", r.IntN(99), pick(r, []string{"mail.example", "host.example", "docomo.example", "post.invalid"}))
	return p
}

// name spells the name.
func (p *person) name(s style) string { return p.surname + s.gap + p.given }

func pow10(n int) int {
	v := 1
	for range n {
		v *= 10
	}
	return v
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func pairs(words string) (out [][2]string) {
	w := strings.Fields(words)
	for i := 0; i+1 < len(w); i += 2 {
		out = append(out, [2]string{w[i], w[i+1]})
	}
	return out
}
