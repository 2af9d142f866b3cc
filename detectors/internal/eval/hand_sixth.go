package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A stock is what a hand knows besides people and towns.
type stock struct {
	sixth                         bool
	sick, chinese, foreign, latin []string
	other                         map[string][]string // sensitive
}

// half takes every other word of each list.
func (s stock) half(from int) *stock {
	h := stock{sixth: s.sixth, sick: odd(s.sick, from), chinese: odd(s.chinese, from), foreign: odd(s.foreign, from), latin: odd(s.latin, from), other: map[string][]string{}}
	for k, list := range s.other {
		h.other[k] = odd(list, from)
	}
	return &h
}

// The sixth hand's stock: surnames and given names as a telephone book and a school register mix them. What is held takes the second of every
// two words of each list, what is for looking at the first.
var (
	sixthSurnames = pairs("佐藤 サトウ 高橋 タカハシ 鈴木 スズキ 田中 タナカ 渡辺 ワタナベ 伊藤 イトウ 中村 ナカムラ 山本 ヤマモト 小林 コバヤシ 加藤 カトウ 山口 ヤマグチ 斎藤 サイトウ 山崎 ヤマザキ 池田 イケダ 橋本 ハシモト 石川 イシカワ 前田 マエダ 長谷川 ハセガワ 後藤 ゴトウ 近藤 コンドウ " +
		"平井 ヒライ 岩本 イワモト 大島 オオシマ 川口 カワグチ 本田 ホンダ 野口 ノグチ 宮本 ミヤモト 松岡 マツオカ 荒木 アラキ 飯塚 イイヅカ 浅井 アサイ 石原 イシハラ 石塚 イシヅカ 大森 オオモリ 大谷 オオタニ 奥村 オクムラ 小笠原 オガサワラ 片岡 カタオカ 河合 カワイ 川島 カワシマ 栗原 クリハラ 黒川 クロカワ 五味 ゴミ 榊原 サカキバラ " +
		"赤羽 アカバネ 網野 アミノ 飯島 イイジマ 井口 イグチ 石渡 イシワタ 板垣 イタガキ 糸賀 イトガ 井原 イハラ 岩瀬 イワセ 牛島 ウシジマ 臼井 ウスイ 江口 エグチ 江藤 エトウ 海老原 エビハラ 大和田 オオワダ 小倉 オグラ 尾形 オガタ 小野寺 オノデラ 影山 カゲヤマ 笠井 カサイ 門脇 カドワキ 金井 カナイ 川端 カワバタ 神崎 カンザキ 木内 キウチ 窪田 クボタ 熊田 クマダ 剣持 ケンモチ " +
		"小菅 コスゲ 斎木 サイキ 椎名 シイナ 島津 シマヅ 新谷 シンタニ 菅沼 スガヌマ 瀬戸 セト 芹沢 セリザワ 染谷 ソメヤ 高柳 タカヤナギ 武井 タケイ 田畑 タバタ 辻本 ツジモト 寺田 テラダ 東條 トウジョウ 徳田 トクダ 鳥居 トリイ 長沢 ナガサワ 仲村 ナカムラ 並木 ナミキ 新田 ニッタ 二階堂 ニカイドウ 根岸 ネギシ 羽田 ハネダ 花田 ハナダ 馬場 ババ 日比野 ヒビノ 平賀 ヒラガ 深沢 フカサワ 藤巻 フジマキ 二見 フタミ 堀内 ホリウチ " +
		"真鍋 マナベ 増井 マスイ 三沢 ミサワ 宮田 ミヤタ 村瀬 ムラセ 室田 ムロタ 目黒 メグロ 森川 モリカワ 守屋 モリヤ 八島 ヤシマ 山根 ヤマネ 湯川 ユカワ 横井 ヨコイ 六車 ムグルマ 和久井 ワクイ 渡会 ワタライ 原 ハラ 谷 タニ 辻 ツジ 岡 オカ 堀 ホリ 関 セキ 西 ニシ 南 ミナミ 島 シマ 泉 イズミ 菅 スガ 沖 オキ 乾 イヌイ 柳 ヤナギ 杉 スギ 角 スミ 髙山 タカヤマ 宮﨑 ミヤザキ 德山 トクヤマ 邊見 ヘンミ 嶋田 シマダ 澤井 サワイ 齊木 サイキ 眞田 サナダ")
	sixthWomen = pairs("結月 ユヅキ 彩葉 イロハ 美桜 ミオ 莉央 リオ 真帆 マホ 沙耶 サヤ 香奈 カナ 麻里 マリ 智美 トモミ 恵美 エミ 由紀 ユキ 幸恵 ユキエ 明美 アケミ 久美 クミ 節 セツ 舞 マイ トシ トシ ヨシ ヨシ ちえ チエ まゆみ マユミ かおり カオリ さやか サヤカ 奏音 カノン 柚希 ユズキ 花音 カノン 理沙 リサ 瞳 ヒトミ 梢 コズエ 純 ジュン 薫 カオル 円 マドカ 歩 アユミ 千夏 チナツ 百合子 ユリコ 登美子 トミコ 勝代 カツヨ すず スズ いと イト 朱里 アカリ 愛 アイ 玲奈 レナ 梨花 リンカ")
	sixthMen   = pairs("律 リツ 朔 サク 奏 カナデ 岳 ガク 匠 タクミ 仁 ジン 陽翔 ハルト 蒼空 ソラ 大晴 タイセイ 直人 ナオト 和樹 カズキ 慎一 シンイチ 達也 タツヤ 宏 ヒロシ 繁 シゲル 巌 イワオ 正人 マサト 啓介 ケイスケ 祐樹 ユウキ 賢治 ケンジ 隆志 タカシ 敏行 トシユキ 義則 ヨシノリ 泰三 タイゾウ 栄一 エイイチ 忠 タダシ 武 タケシ 学 マナブ 望 ノゾム 潤 ジュン 迅 ジン 一 ハジメ 喜代志 キヨシ 太一 タイチ 晃 アキラ 昌弘 マサヒロ りく リク はると ハルト 謙信 ケンシン 充 ミツル")
	sixthStock = stock{
		sixth:   true,
		sick:    strings.Fields("肺炎 慢性閉塞性肺疾患 肝硬変 肝細胞癌 前立腺がん 大腸がん くも膜下出血 脳出血 心房細動 うっ血性心不全 尿路感染症 胆石症 クローン病 ２型糖尿病 痛風 甲状腺癌 レビー小体型認知症 血管性認知症 せん妄 うつ病 躁うつ病 統合失調症 ADHD 自閉症 誤嚥性肺炎 褥瘡 左大腿骨頸部骨折 右橈骨遠位端骨折 腰部脊柱管狭窄症 変形性膝関節症 全身性エリテマトーデス 白内障 糖尿病性網膜症 突発性難聴 水痘 溶連菌感染症 起立性調節障害 摂食障害 子宮頸がん 妊娠高血圧症候群 切迫早産 強迫性障害"),
		chinese: strings.Split("陳美玲,楊　磊,呉 志明,趙敏,林 佳穎,蔡英明,何　静,馬 超,朴 智恵,金英愛,李 在浩,崔民秀,鄭　恩珠,許 文強,郭麗,姜 成民", ","),
		foreign: strings.Fields("ホアン・ヴァン・タイン ブイ・ティ・ホア タパ・プラカシュ カルキ・アニタ レイエス・マーク デラクルス・ロサ シルバ・パウロ コスタ・アナ ハッサン・オマル アフメド・ファティマ ムハンマド・イルファン ディアス・ミゲル イワノワ・エレナ コワルスキー・アダム トマス・ベイカー サラ・クラーク"),
		latin:   []string{"HOANG VAN THANH", "BUI THI HOA", "Thapa Prakash", "KARKI ANITA", "REYES MARK ANTHONY", "Rosa Dela Cruz", "Paulo Silva", "COSTA ANA", "Omar Hassan", "Fatima Ahmed", "OONO Satoru", "Kenta Matsuoka", "Thomas Baker", "Sarah Clarke", "CHEN MEILING", "Park Jihye"},
		other: map[string][]string{
			"welfare": strings.Fields("生活保護 保護費 生活扶助 生活保護"), "dv": strings.Fields("身体的虐待 性的虐待 ネグレクト 心理的虐待 DV 家庭内暴力"),
			"crime": strings.Fields("逮捕 窃盗 傷害罪 詐欺罪 執行猶予 覚醒剤取締法違反 盗撮 酒気帯び運転"), "faith": strings.Fields("イスラム教 キリスト教 エホバの証人 創価学会"),
			"handbook": strings.Fields("身体障害者手帳１級 療育手帳Ａ 精神障害者保健福祉手帳２級 身体障害者手帳４級 身障手帳２級 療育手帳Ｂ１"),
			"care":     strings.Fields("要介護３ 要介護４ 要介護１ 要支援２ 要介護2 要介護5"), "allergy": strings.Fields("卵 くるみ 乳 えび ピーナッツ そば"), "nation": strings.Fields("ベトナム ネパール フィリピン ブラジル パキスタン ロシア"),
		},
	}
)

var (
	sixthTowns    = append(append([]townOf(nil), thirdHand.towns...), secondHand.towns...)
	sixthSeenHand = hand{surnames: odd(sixthSurnames, 0), women: odd(sixthWomen, 0), men: odd(sixthMen, 0), towns: odd(sixthTowns, 0), buildings: thirdHand.buildings, stock: sixthStock.half(0)}
	sixthHand     = hand{surnames: odd(sixthSurnames, 1), women: odd(sixthWomen, 1), men: odd(sixthMen, 1), towns: odd(sixthTowns, 1), buildings: thirdHand.buildings, stock: sixthStock.half(1)}
)

// readSixth spells what only the sixth hand asks for.
func (p *person) readSixth(name string, r *rand.Rand, s style) (kind, value string, ok bool) {
	switch name {
	case "careno":
		return "care-insured", s.width("0" + digits(r, 9)), true
	case "mrn":
		return "patient-id", s.width(pick(r, []string{digits(r, 7), digits(r, 6), fmt.Sprintf("%010d", r.IntN(9000000)), fmt.Sprintf("%d-%04d-%d", 1+r.IntN(8), r.IntN(9000), r.IntN(9)), fmt.Sprintf("%d", 1000+r.IntN(90000))})), true
	}
	return "", "", false
}
