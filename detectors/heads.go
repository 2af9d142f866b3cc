package detectors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// Kinds of heads that announce no personal data. They matter as contradictions, and to know a header row.
const (
	organisation = "organisation" // 会社名 施設名
	place        = "place"        // 町名 駅名: names that are not people's
	statistic    = "statistic"    // 件数 人口 金額: figures
	other        = "other"        // 番号 備考: nothing is said
)

// A head is what a column head or form label announces.
type head struct {
	kind    string // the ID of a detector, or one of the kinds above
	weak    bool   // other things carry this label too: アドレス, 番号
	against string // organisation: the contact of one (代表者, 所在地)
	bit     uint64 // the bit of the detector in its set, 0 for the kinds above
	because string // "label 氏名", of a head that is one word
}

// maxHead is the longest label that is looked up, in bytes; longer ones are sentences.
const maxHead = 72

// heads finds what a label announces: by the whole label, then by how it ends.
type heads struct {
	whole       map[string]*head
	suffix      []suffix
	first, last dict.Runes // what heads begin and end with, beyond ASCII
}

// A suffix says what every label ends with that announces one kind: 保護者氏名, 緊急連絡先電話番号.
type suffix struct {
	end string
	head
}

// newHeads takes the heads of the detectors and adds those that need more than a kind.
func newHeads(set *Set) *heads {
	h := &heads{whole: map[string]*head{}}
	for kind, list := range plainHeads {
		for w := range strings.FieldsSeq(list) {
			h.whole[w] = &head{kind: kind}
		}
	}
	for kind, list := range weakHeads {
		for w := range strings.FieldsSeq(list) {
			h.whole[w] = &head{kind: kind, weak: true}
		}
	}
	for kind, list := range officialHeads {
		for w := range strings.FieldsSeq(list) {
			h.whole[w] = &head{kind: kind, weak: true, against: organisation}
		}
	}
	for _, k := range set.detectors {
		for _, w := range k.Heads {
			h.whole[w] = &head{kind: k.ID}
		}
	}
	for w, v := range h.whole {
		v.bit, v.because = set.bit(v.kind), "label "+w
		r, _ := utf8.DecodeRuneInString(w)
		h.first.Add(r)
		r, _ = utf8.DecodeLastRuneInString(w)
		h.last.Add(r)
		h.last.Add(unicode.ToUpper(r))
	}
	for _, s := range suffixes {
		s.bit = set.bit(s.kind)
		h.suffix = append(h.suffix, s)
	}
	return h
}

// bit returns the bit of a detector of ours, or 0.
func (s *Set) bit(id string) uint64 {
	if i, ok := s.rank[id]; ok {
		return s.bits[i]
	}
	return 0
}

// word looks up a word of a folded text as it stands. It returns nil for one that is no head.
func (h *heads) word(s string) *head {
	if s == "" || len(s) > maxHead {
		return nil
	}
	if s[0] >= utf8.RuneSelf {
		if !h.first.Has(firstRune(s)) || !h.last.Has(lastRune(s)) {
			return nil
		}
		if s[len(s)-1] >= utf8.RuneSelf || len(s) > 32 {
			return h.whole[s]
		}
	} else if len(s) > 32 {
		return nil
	}
	var buf [32]byte // labels with Latin letters, ログインID, are kept in lower case
	return h.whole[string(asciiLower(buf[:0], s))]
}

func asciiLower(dst []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// look finds what a label announces. The label is folded as [ja.Label] does.
func (h *heads) look(label string) (head, bool) {
	if label == "" || len(label) > maxHead {
		return head{}, false
	}
	if v := h.whole[label]; v != nil {
		return *v, true
	}
	label = strings.TrimRight(label, "0123456789一二三")
	if v := h.whole[label]; v != nil {
		return *v, true
	}
	for _, s := range h.suffix {
		if strings.HasSuffix(label, s.end) && !inWord(label, s.end) {
			return s.head, true
		}
	}
	return head{}, false
}

// inWord reports whether tel or fax is the end of a longer word, such as hotel or Halifax.
func inWord(label, end string) bool {
	before := strings.TrimSuffix(label, end)
	return (end == "tel" || end == "fax") && before != "" && before[len(before)-1] >= 'a' && before[len(before)-1] <= 'z'
}

// IsHead reports whether text is a known column head or form label of any kind, also of one that is not personal data.
func (s *Set) IsHead(text string) bool {
	if text == "" || len(text) > 3*maxHead {
		return false
	}
	label := ja.Label(text)
	if dataWords.has(label) {
		return false
	}
	_, ok := s.ready().heads.look(label)
	return ok
}

// dataWords are heads that stand in the cells of tables more often than over them.
var dataWords = listOf("男 女 男性 女性 円 千円 歳 点 月 日 国 普通 当座 参加 不参加 出席 欠席 済 父 母 手帳 障害 所有者 保護者 世帯主 団体 会社 学校 会長 委員長 園長 校長 院長 市長 町長 村長 知事 議長 代表 カナ")

// Labels that announce no personal data.
var plainHeads = map[string]string{
	organisation: "会社名 企業名 法人名 団体名 施設名 事業所名 事業者名 店名 店舗名 学校名 校名 園名 保育園名 幼稚園名 医療機関名 病院名 機関名 組織名 部署名 所属名 所属 部署 課名 局名 自治会名 町内会名 商号 屋号 名称 取引先 発注者 受注者 請負者 契約相手方 団体 会社 学校 施設 事業所 勤務先 勤務先名 出身校 大学名 委託先 納入業者 落札者 設置者 設置者名 所属団体 クラブ名 チーム名 機関 担当課 所管課 主管課 所属校 在籍校",
	place:        "町名 駅名 市町村 市町村名 市区町村 市区町村名 都道府県 都道府県市区町村 都道府県市町村 都道府県名 県名 市名 区名 地区 地区名 地域 地域名 大字 町丁目 会場 会場名 場所 開催場所 実施場所 路線名 停留所 橋梁名 河川名 公園名 品種 品種名 銘柄 銘柄名 作物 作物名 樹種 樹種名 魚種 種名 機種 機種名 車種 車種名 産地 産地名 起点 終点 国 国名 投票所 投票区 避難所名 字名 行政区",
	statistic:    "件数 人口 世帯数 総数 合計 計 小計 男 女 男性 女性 人数 金額 単価 数量 率 割合 点 点数 得点 順位 平均 平均点 合計点 偏差値 予算額 決算額 税額 支払額 請求額 収入 支出 残高 面積 比率 構成比 増減 前年比 総計 総額 回数 枚数 冊数 台数 戸数 世帯 人員 定員 定数 在籍数 利用者数 男女計 千円 円 売上 売上高 キンガク ゴウケイ ニンズウ ケンスウ スウリョウ タンカ 国語 数学 算数 英語 理科 社会",
	other:        "番号 no id 通し番号 整理番号 連番 項番 備考 摘要 日付 年月日 年度 年 月 日 曜日 時間 時刻 開始 終了 種別 区分 分類 内容 件名 題名 タイトル 項目 品名 型番 品番 商品名 商品コード 数 状態 状況 結果 理由 回答 回答日 回答日時 受付日 受付番号 受付日時 登録日 更新日 作成日 申請日 提出日 提出先 学年 組 クラス 学級 年組 コース 学科 専攻 科目 教科 役職 職名 職種 職業 続柄 url ホームページ 希望 感想 意見 ご意見 質問 設問 コメント タイムスタンプ 出席 欠席 参加 不参加 可否 判定 評価 成績 合否 目的 用途 方法 期間 期限 納期 起案日 施行日 契約日 発注日 納品日 支給日 部活動 委員会 チェック 確認 済 順番 順 行 列 ファイル名 更新者 作成者名 資料名 書名 著者 出版社 isbn janコード 伝票番号 追跡番号 お問い合わせ番号 注文番号 契約番号 文書番号 管理番号 有効期限 元号 和暦 在庫 単位 規格 製造番号 シリアル番号 ロット番号",
}

// Labels that other things carry too. They count beside a colon or in a table whose cells fit.
var weakHeads = map[string]string{
	"name":         "名 氏 姓名漢字 世帯 提出者 回答者 発表者 講師 著者名 出席者 参加者 記入者 投稿者 作成者 報告者 宛名 宛先 差出人 対象者",
	"email":        "アドレス 連絡先アドレス to cc bcc from 差出人アドレス",
	"phone":        "連絡先 番号連絡先 内線 市外局番 市内局番 局番 加入番号 加入者番号",
	"address":      "番地 方書 届出先 配送先 送付先 届け先 場所住所",
	"bank-account": "普通 当座",
	"employee-id":  "個人コード",
	"age":          "歳",
	"sensitive":    "手帳 等級 障害 備考配慮",
	"exam-number":  "受付no",
	"password":     "初期値",
	"kana":         Ruby,

	"health-insured": "記号番号 枝番",
}

// Labels of the contact of an organisation: the person is named there in office.
var officialHeads = map[string]string{
	"name":    "代表者 代表者名 代表者氏名 代表 代表者職氏名 代表者職名氏名 責任者 責任者名 管理者 管理者名 施設長 施設長名 園長 園長名 校長 校長名 院長 院長名 理事長 理事長名 会長 会長名 市長 町長 村長 知事 議長 委員長 代表取締役 担当 担当者 担当者名 担当者氏名 窓口 窓口担当者 問合せ担当 担当職員 主任技術者 現場代理人 議員名 委員名 監督員",
	"address": "所在地 所在 所在地住所 施設所在地 事業所所在地 本社所在地 会社住所 学校住所 施設住所 事務所住所 主たる事務所 主たる事務所の所在地",
	"phone":   "代表電話 代表電話番号 代表番号 問合せ先 お問合せ先 お問い合わせ先 問い合わせ先 会社電話 会社電話番号 勤務先電話 勤務先電話番号 事務所電話 学校電話",
	"email":   "代表メール 代表メールアドレス 問合せメール",
}

// suffixes are tried in order.
var suffixes = []suffix{
	{"ふりがな", head{kind: "kana"}},
	{"フリガナ", head{kind: "kana"}},
	{"カナ", head{kind: "kana"}},
	{"かな", head{kind: "kana"}},
	{"カタカナ", head{kind: "kana"}},
	{"読み", head{kind: "kana", weak: true}},
	{"メールアドレス", head{kind: "email"}},
	{"メアド", head{kind: "email"}},
	{"メール", head{kind: "email"}},
	{"email", head{kind: "email"}},
	{"e-mail", head{kind: "email"}},
	{"mail", head{kind: "email"}},
	{"郵便番号", head{kind: "postal-code"}},
	{"電話番号", head{kind: "phone"}},
	{"携帯番号", head{kind: "phone"}},
	{"電話", head{kind: "phone"}},
	{"携帯", head{kind: "phone"}},
	{"tel", head{kind: "phone"}},
	{"fax", head{kind: "phone"}},
	{"ファックス番号", head{kind: "phone"}},
	{"生年月日", head{kind: "birth-date"}},
	{"誕生日", head{kind: "birth-date"}},
	{"口座番号", head{kind: "bank-account"}},
	{"個人番号", head{kind: "my-number"}},
	{"マイナンバー", head{kind: "my-number"}},
	{"受験番号", head{kind: "exam-number"}},
	{"受検番号", head{kind: "exam-number"}},
	{"学籍番号", head{kind: "student-id"}},
	{"職員番号", head{kind: "employee-id"}},
	{"社員番号", head{kind: "employee-id"}},
	{"パスワード", head{kind: "password"}},
	{"暗証番号", head{kind: "password"}},
	{"年齢", head{kind: "age"}},
	{"性別", head{kind: "sex"}},
	{"国籍", head{kind: "sensitive"}},
	{"病名", head{kind: "sensitive"}},
	{"口座名義", head{kind: "name"}},
	{"名義人", head{kind: "name"}},
	{"代表者氏名", head{kind: "name", weak: true, against: organisation}},
	{"担当者氏名", head{kind: "name", weak: true, against: organisation}},
	{"代表者名", head{kind: "name", weak: true, against: organisation}},
	{"担当者名", head{kind: "name", weak: true, against: organisation}},
	{"氏名", head{kind: "name"}},
	{"お名前", head{kind: "name"}},
	{"名前", head{kind: "name"}},
	{"児童名", head{kind: "name"}},
	{"生徒名", head{kind: "name"}},
	{"患者名", head{kind: "name"}},
	{"会社名", head{kind: organisation}},
	{"施設名", head{kind: organisation}},
	{"団体名", head{kind: organisation}},
	{"学校名", head{kind: organisation}},
	{"法人名", head{kind: organisation}},
	{"事業所名", head{kind: organisation}},
	{"所在地", head{kind: "address", weak: true, against: organisation}},
	{"住所", head{kind: "address"}},
	{"件数", head{kind: statistic}},
	{"人数", head{kind: statistic}},
	{"人口", head{kind: statistic}},
	{"世帯数", head{kind: statistic}},
	{"金額", head{kind: statistic}},
	{"者数", head{kind: statistic}},
	{"割合", head{kind: statistic}},
	{"合計", head{kind: statistic}},
	{"得点", head{kind: statistic}},
	{"点数", head{kind: statistic}},
	{"備考", head{kind: other}},
	{"区分", head{kind: other}},
	{"番号", head{kind: other}},
	{"コード", head{kind: other}},
	{"日時", head{kind: other}},
	{"年月日", head{kind: other}},
}
