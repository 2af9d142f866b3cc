package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The fifth hand's stock: surnames as a town has them, common and middling with a few rare ones, and given names of four generations.
// What is held takes the second of every two words of each list, what is for looking at the first.
var (
	fifthSurnames = pairs("佐藤 サトウ 鈴木 スズキ 高橋 タカハシ 田中 タナカ 伊藤 イトウ 渡辺 ワタナベ 山本 ヤマモト 中村 ナカムラ 小林 コバヤシ 加藤 カトウ 吉田 ヨシダ 山田 ヤマダ 佐々木 ササキ 松本 マツモト 井上 イノウエ 木村 キムラ 林 ハヤシ 清水 シミズ 森 モリ 阿部 アベ " +
		"大槻 オオツキ 小沢 オザワ 片山 カタヤマ 川上 カワカミ 川村 カワムラ 北村 キタムラ 桑原 クワバラ 小池 コイケ 児玉 コダマ 坂口 サカグチ 桜田 サクラダ 篠田 シノダ 白石 シライシ 杉本 スギモト 須田 スダ 関口 セキグチ 高野 タカノ 滝沢 タキザワ 竹田 タケダ 田辺 タナベ 土屋 ツチヤ 富田 トミタ 永井 ナガイ 中西 ナカニシ 成田 ナリタ " +
		"西川 ニシカワ 萩原 ハギワラ 浜田 ハマダ 樋口 ヒグチ 平田 ヒラタ 広瀬 ヒロセ 福井 フクイ 本間 ホンマ 松尾 マツオ 松下 マツシタ 水谷 ミズタニ 村田 ムラタ 望月 モチヅキ 矢野 ヤノ 山中 ヤマナカ 吉川 ヨシカワ 渡部 ワタナベ 浅野 アサノ 飯田 イイダ 今村 イマムラ 岩田 イワタ 内山 ウチヤマ 梅田 ウメダ 大石 オオイシ 大川 オオカワ " +
		"尾崎 オザキ 落合 オチアイ 菊池 キクチ 北川 キタガワ 串田 クシダ 黒田 クロダ 河野 コウノ 小泉 コイズミ 古賀 コガ 近江 オウミ 榊 サカキ 笹川 ササガワ 塩谷 シオヤ 柴崎 シバサキ 島村 シマムラ 菅野 カンノ 堤 ツツミ 戸田 トダ 中込 ナカゴミ 長尾 ナガオ 名倉 ナグラ 沼田 ヌマタ 野沢 ノザワ 秦 ハタ 浜野 ハマノ 日高 ヒダカ 兵藤 ヒョウドウ 船越 フナコシ 古谷 フルヤ 細川 ホソカワ " +
		"牧野 マキノ 溝口 ミゾグチ 三好 ミヨシ 室井 ムロイ 本橋 モトハシ 柳沢 ヤナギサワ 山岸 ヤマギシ 横田 ヨコタ 吉岡 ヨシオカ 若林 ワカバヤシ 鷲尾 ワシオ 鰐淵 ワニブチ 生駒 イコマ 及川 オイカワ 刑部 オサカベ 香川 カガワ 神林 カンバヤシ 久慈 クジ 高祖 コウソ 佐久間 サクマ 白井 シライ 妹尾 セノオ 高梨 タカナシ 津田 ツダ 利根川 トネガワ 生井 ナマイ 野間 ノマ 土方 ヒジカタ")
	fifthWomen = pairs("結菜 ユイナ 美月 ミヅキ 彩花 アヤカ 奈緒 ナオ 里美 サトミ 順子 ジュンコ 悦子 エツコ 良子 ヨシコ 千代子 チヨコ ハル ハル 芽依 メイ 咲希 サキ 真央 マオ 友美 トモミ 典子 ノリコ 浩子 ヒロコ 美智子 ミチコ 静江 シズエ キミ キミ 心菜 ココナ 優奈 ユナ 夏希 ナツキ 沙織 サオリ 尚美 ナオミ 敬子 ケイコ 昌子 マサコ 光子 ミツコ 乃愛 ノア りん リン 文香 フミカ 陽子 ヨウコ 加奈子 カナコ みなみ ミナミ 春香 ハルカ 眞由美 マユミ 冨美子 フミコ")
	fifthMen   = pairs("颯 ハヤテ 大和 ヤマト 海斗 カイト 拓海 タクミ 亮 リョウ 洋平 ヨウヘイ 和彦 カズヒコ 孝 タカシ 幸雄 ユキオ 正一 ショウイチ 新 アラタ 蒼太 ソウタ 駿 シュン 大樹 ダイキ 智也 トモヤ 英樹 ヒデキ 康弘 ヤスヒロ 勉 ツトム 三郎 サブロウ 辰雄 タツオ 凪 ナギ 悠斗 ユウト 康介 コウスケ 雅人 マサト 聡 サトシ 浩二 コウジ 信夫 ノブオ 昭 アキラ 要 カナメ 剛 ツヨシ 優斗 ユウト 輝 ヒカル 純一 ジュンイチ 秀明 ヒデアキ 文雄 フミオ 壮真 ソウマ")
	fifthStock = stock{
		sick: strings.Fields("乳がん 胃癌 慢性腎不全 気管支喘息 双極性障害 自閉症スペクトラム障害 アルツハイマー型認知症 パーキンソン病 関節リウマチ 心筋梗塞 Ｃ型肝炎 潰瘍性大腸炎 適応障害 注意欠陥多動性障害 軽度知的障害 右片麻痺 高血圧症 脂質異常症 関節炎 帯状疱疹 頸椎捻挫 大腿骨骨折 インフルエンザ 白血病 子宮筋腫 緑内障 認知症 パニック障害 摂食障害 学習障害 難聴 ダウン症候群 筋萎縮性側索硬化症 多発性硬化症 HIV感染症 肺結核 アルコール依存症 不整脈 狭心症 腰椎椎間板ヘルニア 左下肢切断 脳性麻痺 重度心身障害 甲状腺機能低下症"),
		other: map[string][]string{
			"welfare":  strings.Fields("生活保護 生活扶助 生保 生活保護費 医療扶助 住宅扶助"),
			"dv":       strings.Fields("身体的虐待 ネグレクト DV 家庭内暴力 性的虐待 配偶者暴力 心理的虐待 暴力"),
			"crime":    strings.Fields("前科 逮捕 窃盗罪 補導 執行猶予 有罪判決 傷害罪 書類送検"),
			"faith":    strings.Fields("イスラム教 キリスト教 エホバの証人 ムスリム 仏教徒 ヒンドゥー教"),
			"handbook": strings.Fields("身体障害者手帳１級 療育手帳Ａ 精神障害者保健福祉手帳２級 身体障害者手帳3級 療育手帳B2 精神障害者手帳１級"),
			"care":     strings.Fields("要介護３ 要支援２ 要介護5 要支援1 要介護度４ 要介護2"),
			"allergy":  strings.Fields("卵 そば アレルギー性鼻炎 ピーナッツ えび 小麦"),
			"nation":   strings.Fields("ベトナム 中国 韓国 ネパール フィリピン インドネシア"),
		},
		chinese: strings.Fields("王偉 李　娜 張 麗華 金　民洙 朴志英 陳　建国 劉洋 黄　秀英 周 傑 呉佳怡 徐静 崔　英姫 鄭 在勲 尹美蘭 趙強 孫　麗"),
		foreign: strings.Fields("グエン・ティ・ラン ファン・ヴァン・タオ レ・ティ・トゥイ マリア・サントス シルワル・ビノド ラマ・スニタ アブドゥル・カリム ロドリゲス・カルロス スリヤニ・デウィ ズオン・ミン・ドゥック ジェシカ・ミラー アンドレイ・ポポフ"),
		latin:   []string{"NGUYEN THI LAN", "Maria Santos", "LI NA", "Carlos Rodriguez", "SILWAL BINOD", "Kim Min-soo", "PHAN VAN THAO", "Jessica Miller"},
	}
)

var fifthHand = hand{surnames: odd(fifthSurnames, 1), women: odd(fifthWomen, 1), men: odd(fifthMen, 1), towns: odd(thirdHand.towns, 1), buildings: thirdHand.buildings, stock: fifthStock.half(1)}

var fifthSeenHand = hand{surnames: odd(fifthSurnames, 0), women: odd(fifthWomen, 0), men: odd(fifthMen, 0), towns: odd(thirdHand.towns, 0), buildings: thirdHand.buildings, stock: fifthStock.half(0)}

// odd takes every other of a list.
func odd[T any](list []T, from int) (out []T) {
	for i := from; i < len(list); i += 2 {
		out = append(out, list[i])
	}
	return out
}

// readFifth spells what the fifth hand spells in its own way.
func (p *person) readFifth(name string, r *rand.Rand, s style) (kind, value string, ok bool) {
	if p.stock.sixth {
		if kind, value, ok := p.readSixth(name, r, s); ok {
			return kind, value, true
		}
	}
	if list, found := p.stock.other[name]; found {
		return "sensitive", pick(r, list), true
	}
	switch name {
	case "name":
		return "name", p.surname + pick(r, []string{" ", "　", "　", "", "", "", "", ""}) + p.given, true
	case "bareage":
		return "age", s.width(fmt.Sprint(2026-p.year)) + pick(r, []string{"歳", "才", "歳"}), true
	case "sick":
		return "sensitive", pick(r, p.stock.sick), true
	case "lab":
		return "sensitive", fmt.Sprintf("%d.%d", 5+r.IntN(5), r.IntN(10)), true
	case "lang":
		return "~sensitive", pick(r, []string{"中国語", "英語", "手話"}), true
	case "chinese":
		return "name", pick(r, p.stock.chinese), true
	case "foreign":
		return "name", pick(r, p.stock.foreign), true
	case "latin":
		return "name", pick(r, p.stock.latin), true
	case "mrn":
		return "patient-id", pick(r, []string{s.width(fmt.Sprintf("%08d", 100000+r.IntN(9000000))), s.width(fmt.Sprintf("%d-%05d", 1+r.IntN(8), r.IntN(90000))), fmt.Sprintf("%c%06d", 'A'+rune(r.IntN(20)), r.IntN(900000)), s.width(fmt.Sprintf("%05d", 1+r.IntN(90000)))}), true
	case "zip":
		return "postal-code", p.zipFifth(r, s), true
	case "phone":
		return "phone", p.ringFifth(r, s, strings.Split(p.phone, "-")), true
	case "mobile":
		return "phone", p.ringFifth(r, s, []string{p.mobile[:3], p.mobile[3:7], p.mobile[7:]}), true
	case "ext":
		return "phone", p.ringFifth(r, s, strings.Split(p.phone, "-")) + pick(r, []string{"（内線12）", "　内線３４", " 内線 205", "(内線31)"}), true
	}
	return "", "", false
}

// zipFifth spells a postal code.
func (p *person) zipFifth(r *rand.Rand, s style) string {
	a, b, _ := strings.Cut(p.postal, "-")
	switch r.IntN(6) {
	case 0:
		return wide(a) + "－" + wide(b)
	case 1:
		return wide(a) + "ー" + wide(b)
	case 2:
		return a + b
	case 3:
		return a + " - " + b
	case 4:
		return kanjiDigits(a) + "‐" + kanjiDigits(b)
	}
	return s.width(a) + s.hyphen + s.width(b)
}

// ringFifth spells a telephone number.
func (p *person) ringFifth(r *rand.Rand, s style, n []string) string {
	switch r.IntN(9) {
	case 0:
		return wide(n[0]) + "（" + wide(n[1]) + "）" + wide(n[2])
	case 1:
		return "（" + wide(n[0]) + "）" + wide(n[1]) + "－" + wide(n[2])
	case 2:
		return n[0] + "ー" + n[1] + "ー" + n[2]
	case 3:
		return wide(n[0]) + "　" + wide(n[1]) + "　" + wide(n[2])
	case 4:
		return strings.Join(n, " ")
	case 5:
		return kanjiDigits(n[0]) + "‐" + kanjiDigits(n[1]) + "‐" + kanjiDigits(n[2])
	case 6:
		return strings.Join(n, "")
	case 7:
		return n[0] + "（" + n[1] + "）" + n[2]
	}
	return s.width(n[0]) + s.hyphen + s.width(n[1]) + s.hyphen + s.width(n[2])
}

func wide(v string) string { return style{wide: true}.width(v) }

func kanjiDigits(v string) string {
	return strings.Map(func(r rune) rune { return []rune("〇一二三四五六七八九")[r-'0'] }, v)
}
