package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A hand is an author's stock of people and towns: the second hand knows others than the first.
type hand struct {
	surnames, women, men, foreign [][2]string
	latin                         []string
	towns                         []townOf
	buildings                     []string
	second, third                 bool
	stock                         *stock // of the fifth hand and the sixth
}

// A townOf has the parts that forms ask for apart; house is a house number as that town writes it, with %d for numbers.
type townOf struct{ city, town, house, postal, area string }

var secondHand = hand{
	second: true,
	surnames: pairs("森 モリ 林 ハヤシ 原 ハラ 関 セキ 辻 ツジ 堀 ホリ 星 ホシ 泉 イズミ 岸 キシ 谷 タニ 東 アズマ 宮 ミヤ 佐々木 ササキ 高木 タカギ 大久保 オオクボ 横山 ヨコヤマ 宮崎 ミヤザキ 内田 ウチダ 安藤 アンドウ 谷口 タニグチ 大野 オオノ 丸山 マルヤマ 今井 イマイ 高田 タカダ 藤本 フジモト " +
		"武田 タケダ 上野 ウエノ 杉山 スギヤマ 増田 マスダ 千葉 チバ 久保 クボ 松井 マツイ 岩崎 イワサキ 桜井 サクライ 野村 ノムラ 菊地 キクチ 木下 キノシタ 佐野 サノ 大西 オオニシ 市川 イチカワ 水野 ミズノ 小松 コマツ 島田 シマダ 古川 フルカワ 前川 マエカワ 福島 フクシマ 秋田 アキタ 宮城 ミヤギ " +
		"一ノ瀬 イチノセ 二宮 ニノミヤ 三宅 ミヤケ 八木 ヤギ 小田切 オダギリ 宇佐美 ウサミ 御手洗 ミタライ 𠮷田 ヨシダ 髙木 タカギ 渡邊 ワタナベ 濱口 ハマグチ 櫻井 サクライ 德永 トクナガ 廣瀬 ヒロセ 日下部 クサカベ 安孫子 アビコ 我妻 アガツマ 新垣 アラカキ 比嘉 ヒガ 金城 キンジョウ 喜屋武 キャン 鷲尾 ワシオ 鵜飼 ウカイ 蛯名 エビナ 纐纈 コウケツ 四十物 アイモノ 十河 ソゴウ"),
	women:   pairs("美穂 ミホ 智子 トモコ 洋子 ヨウコ 京子 キョウコ 恵子 ケイコ 真理子 マリコ 琴音 コトネ 心愛 ココア 杏 アン 楓 カエデ 咲良 サクラ ひなた ヒナタ あかり アカリ のぞみ ノゾミ 遥 ハルカ 茜 アカネ 千代 チヨ トメ トメ フミ フミ 絢香 アヤカ 瑞希 ミズキ 柚葉 ユズハ 希 ノゾミ 葵 アオイ 澄江 スミエ 八重子 ヤエコ 心結 ミユ 月 ルナ"),
	men:     pairs("隼人 ハヤト 光 ヒカル 実 ミノル 稔 ミノル 清 キヨシ 勝 マサル 茂 シゲル 昇 ノボル 進 ススム 豊 ユタカ 博 ヒロシ 弘 ヒロシ 正 タダシ 明 アキラ 智 サトシ 翼 ツバサ 悠人 ユウト 蒼 アオ 大和 ヤマト 一真 カズマ 健太郎 ケンタロウ 龍之介 リュウノスケ 雅彦 マサヒコ 義男 ヨシオ 喜一 キイチ 三郎 サブロウ 光男 ミツオ 敏夫 トシオ 碧 アオイ 湊斗 ミナト 琉生 ルイ 玄 ゲン"),
	foreign: pairs("ChanThiPhuong チャン・ティ・フォン PhamVanDuc ファム　ヴァン　ドゥック ShresthaRam シュレスタ・ラム AliAhmad アリ　アフマド PereraNimal ペレラ　ニマル OliveiraJose オリベイラ・ジョゼ MichaelJohnson マイケル・ジョンソン ParkJiwoo パク・ジウ TanakaMarcos タナカ　マルコス"),
	latin:   []string{"TANAKA Yoko", "Hanako Uchida", "PHAM VAN DUC", "Jose Oliveira", "MORI, Kiyoshi", "Ahmad Ali", "Yuki SAKURAI"},
	towns: []townOf{
		{"京都市中京区", "寺町通御池上る上本能寺前町", "%d番地", "604-8571", "075"},
		{"京都市下京区", "四条通室町東入函谷鉾町", "%d", "600-8009", "075"},
		{"札幌市北区", "北24条西", "%d丁目%d番%d号", "001-0024", "011"},
		{"北海道旭川市", "6条通", "%d丁目%d", "070-0036", "0166"},
		{"東京都千代田区", "一番町", "二十三番地三", "102-0082", "03"},
		{"愛媛県松山市", "二番町", "四丁目七番地二", "790-0002", "089"},
		{"埼玉県比企郡小川町", "大字大塚", "%d番地", "355-0328", "0493"},
		{"沖縄県国頭郡恩納村", "字恩納", "%d", "904-0411", "098"},
		{"大阪市浪速区", "敷津東", "%d-%d-%d", "556-0012", "06"},
		{"今治市", "別宮町", "甲%d番地", "794-0026", "0898"},
		{"岩手県盛岡市", "川目第10地割", "%d番地%d", "020-0811", "019"},
		{"甲府市", "丸の内", "%d丁目%d-%d", "400-8501", "055"},
		{"長崎県西海市", "大瀬戸町瀬戸樫浦郷", "%d", "857-2392", "0959"},
		{"新潟県上越市", "木田", "%d丁目%d番%d号", "943-8601", "025"},
		{"富山市", "新桜町", "%d番%d号", "930-8510", "076"},
		{"名古屋市中区", "三の丸三丁目", "%d番%d号", "460-8508", "052"},
		{"石川県白山市", "倉光二丁目", "%d番地", "924-8688", "076"},
		{"鹿児島県大島郡龍郷町", "浦", "%d", "894-0192", "0997"},
	},
	buildings: []string{"", "", "", "", "　サンライズ森下３０５", " 県営住宅4-203", "-1201", " 〇〇荘２号室", "　ライオンズマンション本町1004号", " ㈱みどり寮内"},
}

// person draws a person of the second hand.
func (h *hand) person(r *rand.Rand) *person {
	p := newPerson(r)
	if !h.second && !h.third && h.stock == nil {
		return p
	}
	p.third, p.stock = h.third, h.stock
	s, g := pick(r, h.surnames), pick(r, h.men)
	if p.female {
		g = pick(r, h.women)
	}
	p.surname, p.surnameKana, p.given, p.givenKana = s[0], s[1], g[0], g[1]
	t := pick(r, h.towns)
	p.city, p.town, p.postal, p.building = t.city, t.town, t.postal, pick(r, h.buildings)
	p.houseno = strings.NewReplacer("%d-%d-%d", fmt.Sprintf("%d-%d-%d", p.house[0], p.house[1], p.house[2])).Replace(t.house)
	for _, n := range p.house {
		p.houseno = strings.Replace(p.houseno, "%d", fmt.Sprint(n), 1)
	}
	local := 6 - len(t.area)
	p.phone = fmt.Sprintf("%s-%0*d-%04d", t.area, local, 2*pow10(local-1)+r.IntN(7*pow10(local-1)), 1+r.IntN(9998))
	p.mail = pick(r, []string{"yoko", "m.mori", "kiyo_kiyo", "uchi-da", "n.t.", "info.h"}) + fmt.Sprint(r.IntN(2000)) + "@" + pick(r, []string{"example.jp", "ezweb.example", "mail.midori.example", "example.ne.jp"})
	p.my = myNumber(r)
	return p
}

// spelled writes what the second hand spells in its own way.
func (p *person) spelled(name string, r *rand.Rand, s style) (kind, value string, ok bool) {
	if p.stock != nil {
		if kind, value, ok := p.readFifth(name, r, s); ok {
			return kind, value, true
		}
	}
	if p.third || p.stock != nil {
		if kind, value, ok := p.readThird(name, r, s); ok {
			return kind, value, true
		}
	}
	phone := strings.Split(p.phone, "-")
	switch name {
	case "given":
		return "name", p.given, true
	case "grade":
		return "sensitive", "要介護" + s.width(fmt.Sprint(1+r.IntN(5))), true
	case "yes":
		return "sensitive", "有", true
	case "seat":
		return "student-id", fmt.Sprint(1 + r.IntN(40)), true
	case "kana1":
		return "kana", s.reading(p.surnameKana), true
	case "kana2":
		return "kana", s.reading(p.givenKana), true
	case "city":
		return "address", p.city, true
	case "town":
		return "address", p.town, true
	case "houseno":
		return "address", s.width(p.houseno), true
	case "townhouse":
		return "address", p.town + s.width(p.houseno), true
	case "tel1", "tel2", "tel3":
		return "phone", phone[name[3]-'1'], true
	case "zip1", "zip2":
		return "postal-code", strings.Split(p.postal, "-")[name[3]-'1'], true
	case "era", "eray", "bm", "bd":
		return "birth-date", map[string]string{"era": eraOf(p.year), "eray": fmt.Sprint(yearOf(p.year)), "bm": fmt.Sprint(p.month), "bd": fmt.Sprint(p.day)}[name], true
	case "foreign":
		return "name", pick(r, secondHand.foreign)[1], true
	case "latin":
		return "name", pick(r, secondHand.latin), true
	case "birth":
		return "birth-date", p.born(s), true
	case "address":
		return "address", p.city + p.town + s.width(strings.ReplaceAll(p.houseno, "-", s.hyphen)) + p.building, true
	case "phone":
		return "phone", s.width(p.called(s, phone)), true
	}
	if n, found := strings.CutPrefix(name, "my"); found && len(n) < 3 {
		at := 0
		fmt.Sscan(n, &at)
		return "my-number", p.my[at-1 : at], true
	}
	return "", "", false
}

// called spells a landline as offices do.
func (p *person) called(s style, parts []string) string {
	switch s.call {
	case 1:
		return parts[0] + "(" + parts[1] + ")" + parts[2]
	case 2:
		return "(" + parts[0] + ")" + parts[1] + "-" + parts[2]
	case 3:
		return strings.Join(parts, "")
	case 4:
		return strings.Join(parts, " ")
	case 5:
		return parts[0] + "（" + parts[1] + "）" + parts[2]
	}
	return strings.Join(parts, s.hyphen)
}

func eraOf(y int) string {
	switch {
	case y < 1989:
		return "昭和"
	case y < 2019:
		return "平成"
	}
	return "令和"
}

func yearOf(y int) int {
	return y - map[string]int{"昭和": 1925, "平成": 1988, "令和": 2018}[eraOf(y)]
}

// born spells a date of birth in the ways of forms, stamps and old systems.
func (p *person) born(s style) string {
	era := eraOf(p.year)
	y, m, d := yearOf(p.year), p.month, p.day
	short := map[string]string{"昭和": "S", "平成": "H", "令和": "R"}[era]
	first := string([]rune(era)[0])
	switch s.date {
	case 0:
		return fmt.Sprintf("%s%s年%d月%d日", map[string]string{"昭和": "㍼", "平成": "㍻", "令和": "㋿"}[era], s.width(fmt.Sprint(y)), m, d)
	case 1:
		return s.width(fmt.Sprintf("%s%d・%d・%d", first, y, m, d))
	case 2:
		return s.width(fmt.Sprintf("%s%02d/%02d/%02d", short, y, m, d))
	case 3:
		return fmt.Sprintf("%s%02d%02d%02d", short, y, m, d)
	case 4:
		return s.width(fmt.Sprintf("%s%d-%d-%d", era, y, m, d))
	case 5:
		if y == 1 {
			return fmt.Sprintf("%s元年%d月%d日", era, m, d)
		}
		return fmt.Sprintf("%s %d年 %d月 %d日", era, y, m, d)
	case 6:
		return s.width(fmt.Sprintf("%d年%02d月%02d日", p.year, m, d))
	case 7:
		return fmt.Sprintf("%s%s.%s.%s", era, kanjiNumber(y), kanjiNumber(m), kanjiNumber(d))
	}
	return s.width(fmt.Sprintf("%d/%02d/%02d", p.year, m, d))
}
