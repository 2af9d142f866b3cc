package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// thirdHand knows rarer surnames, the names of today's children and of their great-grandparents, residents from abroad in three
// scripts, and towns that write their house numbers in other ways.
var thirdHand = hand{
	third: true,
	surnames: pairs("相馬 ソウマ 足利 アシカガ 荒巻 アラマキ 飯降 イブリ 生田目 ナマタメ 石動 イスルギ 伊集院 イジュウイン 市来 イチキ 糸井川 イトイガワ 猪俣 イノマタ 植村 ウエムラ 鵜沢 ウザワ 江副 エゾエ 榎並 エナミ 大河内 オオコウチ 大豆生田 オオマメウダ 大鷲 オオワシ 岡部 オカベ 小此木 オコノギ 小山内 オサナイ 越智 オチ 小鳥遊 タカナシ " +
		"加賀見 カガミ 柿沼 カキヌマ 梶浦 カジウラ 片平 カタヒラ 川俣 カワマタ 神原 カンバラ 木暮 コグレ 喜多 キタ 草彅 クサナギ 葛巻 クズマキ 国枝 クニエダ 熊谷 クマガイ 栗栖 クルス 黒木 クロキ 郡司 グンジ 糀谷 コウジヤ 興梠 コウロキ 越川 コシカワ 駒井 コマイ 権田 ゴンダ 西條 サイジョウ 佐伯 サエキ 寒川 サムカワ 汐見 シオミ 宍戸 シシド 品川 シナガワ 篠原 シノハラ 下地 シモジ 白鳥 シラトリ 城間 シロマ 新開 シンカイ " +
		"須藤 スドウ 瀬川 セガワ 芹沢 セリザワ 千田 チダ 曽根 ソネ 醍醐 ダイゴ 平良 タイラ 田所 タドコロ 玉城 タマキ 知念 チネン 塚本 ツカモト 柘植 ツゲ 都築 ツヅキ 勅使 テシ 手塚 テヅカ 等々力 トドロキ 百目鬼 ドウメキ 長友 ナガトモ 名取 ナトリ 奈良 ナラ 滑川 ナメカワ 新美 ニイミ 仁科 ニシナ 蜷川 ニナガワ 額賀 ヌカガ 根本 ネモト 能登 ノト 野々村 ノノムラ 芳賀 ハガ 羽生 ハニュウ 蜂須賀 ハチスカ 服部 ハットリ 氷室 ヒムロ 平尾 ヒラオ 深見 フカミ 布施 フセ 逸見 ヘンミ 外間 ホカマ 保科 ホシナ " +
		"真喜志 マキシ 牧 マキ 正木 マサキ 的場 マトバ 三ッ木 ミツギ 三枝 サエグサ 水戸 ミト 湊 ミナト 向井 ムカイ 毛利 モウリ 最上 モガミ 本宮 モトミヤ 門馬 モンマ 八巻 ヤマキ 薬師寺 ヤクシジ 谷津 ヤツ 結城 ユウキ 湯浅 ユアサ 横内 ヨコウチ 米田 ヨネダ 與那覇 ヨナハ 龍 リュウ 若狭 ワカサ 鷲見 スミ 分部 ワケベ 蓮見 ハスミ 嶋﨑 シマザキ 冨樫 トガシ 眞鍋 マナベ 國分 コクブン 澤口 サワグチ 栁田 ヤナギダ 榊󠄀原 サカキバラ 邊見 ヘンミ 齊藤 サイトウ 佐藤 サトウ 鈴木 スズキ 中村 ナカムラ 小林 コバヤシ 山本 ヤマモト 加藤 カトウ 高橋 タカハシ 田中 タナカ 伊藤 イトウ"),
	women: pairs("紗英 サエ 凜 リン 愛莉 アイリ 柑奈 カンナ 心音 ココネ 結月 ユヅキ 希空 ノア 美月 ミツキ 千紗都 チサト 珠希 タマキ 莉乃愛 リノア 陽葵 ヒマリ 一華 イチカ 紅羽 クレハ いろは イロハ こころ ココロ つむぎ ツムギ りこ リコ まつ マツ ウメ ウメ キヨ キヨ スヱ スエ シヅ シヅ 登美子 トミコ 喜久江 キクエ 志津 シヅ 美代子 ミヨコ 冨美江 フミエ 貴美子 キミコ 朋美 トモミ 由香里 ユカリ 麻理恵 マリエ 佳代 カヨ 弘美 ヒロミ 早紀 サキ 奈々 ナナ 友里恵 ユリエ ジュリア ジュリア エミリ エミリ"),
	men:   pairs("朔 サク 律 リツ 暖 ダン 伊織 イオリ 奏太 ソウタ 陽翔 ハルト 叶翔 カナト 瑛太郎 エイタロウ 理人 リヒト 煌 コウ 虎太朗 コタロウ 匠 タクミ 仁 ジン 学 マナブ 剛志 ツヨシ 恭平 キョウヘイ 雄大 ユウダイ 慎吾 シンゴ 達也 タツヤ 俊介 シュンスケ 宏樹 ヒロキ 泰三 タイゾウ 重雄 シゲオ 留吉 トメキチ 末松 スエマツ 源蔵 ゲンゾウ 伊左衛門 イザエモン 與一 ヨイチ 定男 サダオ 勝利 カツトシ 忠 タダシ 幸 ミユキ 操 ミサオ 章 アキラ 嘉宏 ヨシヒロ 征四郎 セイシロウ 和夫 カズオ れん レン ゆうと ユウト レオ レオ"),
	foreign: pairs("NguyenThiHuong グエン　ティ　フオン TranVanMinh チャン・ヴァン・ミン LeQuangHuy レー・クアン・フイ TamangSita タマン・シタ GurungBishal グルン　ビシャル SantosMariaCristina サントス　マリア　クリスティーナ DelaCruzJun デラクルス・ジュン WangXiaoming ワン・シャオミン ChenLi チェン・リー KimSooYoung キム・スヨン LeeHyunWoo イ　ヒョヌ " +
		"SouzaRodrigo ソウザ・ロドリゴ FerreiraJuliana フェレイラ　ジュリアナ GarciaLuis ガルシア・ルイス EmilyBrown エミリー・ブラウン DavidWilson デイビッド・ウィルソン SitiRahayu シティ・ラハユ BudiSantoso ブディ　サントソ AungMyoThant アウン・ミョー・タン KhanImran カーン・イムラン RanasingheDilani ラナシンハ・ディラニ OlenaShevchenko オレーナ・シェフチェンコ BatErdene バトエルデネ"),
	latin: []string{
		"NGUYEN THI HUONG", "TRAN VAN MINH", "Gurung Bishal", "DELA CRUZ JUN", "Wang Xiaoming", "KIM SOO YOUNG", "SOUZA RODRIGO", "Emily Brown", "David Wilson", "SITI RAHAYU",
		"Aung Myo Thant", "Olena Shevchenko", "SHISHIDO Ritsu", "Hattori Kyohei", "Iori NAMATAME", "Yurie Todoroki", "Ochi, Saki", "TAMAKI MIYOKO", "Kogure Shinji", "Rahman Md Abdul",
	},
	towns: []townOf{
		{"京都市上京区", "今出川通烏丸東入相国寺門前町", "%d", "602-0898", "075"},
		{"京都市東山区", "八坂通東大路西入る小松町", "%d番地の%d", "605-0811", "075"},
		{"京都府京都市伏見区", "深草西浦町", "%d丁目%d番地", "612-0029", "075"},
		{"札幌市白石区", "南郷通", "%d丁目南%d番%d号", "003-0023", "011"},
		{"北海道帯広市", "西5条南", "%d丁目%d番地", "080-0015", "0155"},
		{"北海道岩見沢市", "四条東", "%d丁目%d番地%d", "068-0024", "0126"},
		{"北海道空知郡南幌町", "南15線西", "%d番地", "069-0236", "011"},
		{"東京都港区", "芝公園四丁目", "%d番%d号", "105-0011", "03"},
		{"東京都世田谷区", "代沢", "%d丁目%d−%d", "155-0032", "03"},
		{"東京都西多摩郡奥多摩町", "氷川", "%d番地", "198-0212", "0428"},
		{"東京都小笠原村", "父島字西町", "無番地", "100-2101", "04998"},
		{"神奈川県川崎市宮前区", "鷺沼", "%dの%dの%d", "216-0004", "044"},
		{"相模原市緑区", "橋本", "%d-%d-%d", "252-0143", "042"},
		{"千葉県匝瑳市", "八日市場ハ", "%d番地%d", "289-2144", "0479"},
		{"千葉県香取郡東庄町", "笹川い", "%d番地の%d", "289-0601", "0478"},
		{"石川県金沢市", "泉野出町", "三丁目十五番二号", "921-8116", "076"},
		{"石川県能登町", "字宇出津ト字", "%d番地", "927-0433", "0768"},
		{"長野県諏訪郡原村", "", "%d番地%d", "391-0104", "0266"},
		{"山梨県南都留郡富士河口湖町", "船津", "%d", "401-0301", "0555"},
		{"岩手県花巻市", "東和町土沢8区", "%d番地", "028-0114", "0198"},
		{"青森県八戸市", "大字尻内町字鴨ケ池", "%d番地%d", "039-1103", "0178"},
		{"福島県いわき市", "平字梅本", "%d番地", "970-8026", "0246"},
		{"兵庫県神戸市中央区", "加納町", "六丁目五番一号", "650-0001", "078"},
		{"大阪府東大阪市", "荒本北", "%d-%d-%d", "577-0011", "06"},
		{"高知県高知市", "本町", "五丁目一番四十五号", "780-0870", "088"},
		{"沖縄県那覇市", "首里金城町", "%d丁目%d番地", "903-0815", "098"},
		{"鹿児島県奄美市", "名瀬幸町", "%d番%d号", "894-0026", "0997"},
		{"霧島市", "国分中央三丁目", "%d番%d号", "899-4332", "0995"},
		{"ひたちなか市", "東石川", "%d丁目%d番%d号", "312-0052", "029"},
		{"南アルプス市", "小笠原", "%d", "400-0306", "055"},
	},
	buildings: []string{"", "", "", "", "", "　第二寿荘201", " シャトー若葉 A-302", " プラウドシティ10F", "　市営緑ヶ丘団地5号棟304", " （株）丸三 独身寮", "ニュー白鳥マンション６０３号", " グランドメゾン弐番館1205号室", "　特別養護老人ホームさくら苑内"},
}

// readThird spells what the third hand spells in its own way; what it does not is left to the others.
func (p *person) readThird(name string, r *rand.Rand, s style) (kind, value string, ok bool) {
	switch name {
	case "name":
		return "name", p.surname + pick(r, []string{" ", "　", "", "", ""}) + p.given, true
	case "kana":
		return "kana", s.reading(p.surnameKana + pick(r, []string{" ", "　"}) + p.givenKana), true
	case "foreign":
		return "name", pick(r, thirdHand.foreign)[1], true
	case "latin":
		return "name", pick(r, thirdHand.latin), true
	case "years":
		return "age", s.width(fmt.Sprint(2026-p.year)) + pick(r, []string{"歳", "才", "歳"}), true
	case "plainage":
		return "age", fmt.Sprint(2026 - p.year), true
	case "birth":
		return "birth-date", p.bornThird(s), true
	case "phone":
		return "phone", p.ringThird(s, strings.Split(p.phone, "-")), true
	case "mobile":
		return "phone", p.ringThird(s, []string{p.mobile[:3], p.mobile[3:7], p.mobile[7:]}), true
	case "sensitive":
		return "sensitive", pick(r, []string{"統合失調症", "脳梗塞", "１型糖尿病", "てんかん", "知的障害", "身体障害者手帳２級", "療育手帳Ｂ", "生活保護", "自閉スペクトラム症", "ピーナッツアレルギー"}), true
	case "nation":
		return "sensitive", pick(r, []string{"ベトナム", "ネパール", "フィリピン", "ブラジル", "インドネシア"}), true
	case "mrn":
		return "patient-id", s.width(fmt.Sprintf("%08d", 100000+r.IntN(9000000))), true
	}
	return "", "", false
}

// ringThird spells a telephone number.
func (p *person) ringThird(s style, n []string) string {
	wide := s
	switch s.call {
	case 0:
		wide.wide = true
		return wide.width(n[0]) + "－" + wide.width(n[1]) + "－" + wide.width(n[2])
	case 1:
		return n[0] + "（" + n[1] + "）" + n[2]
	case 2:
		return "+81-" + n[0][1:] + "-" + n[1] + "-" + n[2]
	case 3:
		return strings.Join(n, ".")
	case 4:
		return strings.Join(n, "")
	case 5:
		return s.width(strings.Join(n, " - "))
	}
	return s.width(strings.Join(n, s.hyphen))
}

// bornThird spells a date of birth.
func (p *person) bornThird(s style) string {
	era, y, m, d := eraOf(p.year), yearOf(p.year), p.month, p.day
	short := map[string]string{"昭和": "S", "平成": "H", "令和": "R"}[era]
	first := string([]rune(era)[0])
	switch s.date {
	case 0:
		return fmt.Sprintf("%s%s年%s月%s日", era, kanjiNumber(y), kanjiNumber(m), kanjiNumber(d))
	case 1:
		return s.width(fmt.Sprintf("%s%d年%d月%d日", first, y, m, d))
	case 2:
		return fmt.Sprintf("%s%d.%d.%d", short, y, m, d)
	case 3:
		return s.width(fmt.Sprintf("%s %d. %d. %d", first, y, m, d))
	case 4:
		return fmt.Sprintf("%d（%s%d）年%d月%d日", p.year, era, y, m, d)
	case 5:
		return fmt.Sprintf("%s%d年%d月%d日", era, y, m, d)
	case 6:
		return fmt.Sprintf("%d-%02d-%02d", p.year, m, d)
	case 7:
		return s.width(fmt.Sprintf("%04d.%02d.%02d", p.year, m, d))
	}
	return s.width(fmt.Sprintf("%s%02d年%02d月%02d日", era, y, m, d))
}
