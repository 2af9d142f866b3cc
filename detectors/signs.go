package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// What stands left and right of a name in a sentence, a form or a list says how likely somebody is named there. A sign says more the greater
// it is; noSign means that no name can stand there.
const (
	noSign     = iota
	bareSign   // the beginning or end of a word
	colonSign  // a label that nothing is known of, or words that mostly go with people
	personSign // a word for a person, or what only people have
)

// personWord reports whether s ends in a word for a person: a role, a relative, or any word of two kanji and more that ends like 提案者.
func personWord(s string) bool {
	if privateRoles.suffix(s) != "" || callings.suffix(s) != "" || nameLabels.suffix(s) != "" {
		return true
	}
	end := personEnds.suffix(s)
	return end != "" && kanjiBefore(s[:len(s)-len(end)]) && notPersons.suffix(s) == ""
}

// personEnds end words for people.
var personEnds = listOf("者 人 員 手 師 士 児 母 父 生 役 将 係 医 主")

// notPersons end in one of them and mean something else.
var notPersons = listOf("法人 個人 定員 満員 動員 全員 人員 要員 切手 上手 下手 苦手 空手 拍手 相手 関係 同士 発生 再生 衛生 厚生 更生 誕生 出生 先生 共生 一人 二人 三人 四人 五人 数人 外国人 日本人 役員 使役 現役 若手 右手 " +
	"左手 人手 両手 大手 山手 入手 着手 土手 第三者 三者 二者 両者 前者 後者 業者 事業者 指定者 女児 男児 人生 学生 野生 芝生 名医 軍医 歯科医 自主 民主 君主 株主 荷主 店主 神主 坊主 城主")

// nameLabels stand before names, though they are no words for people.
var nameLabels = listOf("氏名 名前 姓名 署名 記名 宛名 文責 記録 立会 立会い 検査 測量 受付 担当 窓口 対応 応対 作成 起案 審査 決裁 承認 検算 照査 設計 施工 運転 通訳 翻訳 撮影 取材 編集 執筆 司会 進行 先発 捕手 投手 遊撃手 " +
	"本塁打 三塁打 二塁打 主将 旧姓 旧氏 通称 通称名 本名 助手 執刀 麻酔 " +
	"担任 副担任 引率 送迎 お迎え 迎え 付添 付き添い 同行 同席 連絡 受取 受領 当番 日直 宿直 夜勤 日勤 早番 遅番 リーダー サブリーダー 班長 組長 隊長 副隊長 主任 前任 後任 新任 退任 就任 出席 欠席 遅刻 早退 " +
	"参加 不参加 幹事 監事 会計 書記 伴奏 指揮 独唱 朗読 演奏 ピアノ 主演 出演 講師 講話 発表 代筆 代読 喪主 施主 享年 容疑 被害女児 被害男児 女児 男児 相手方 ケアマネ ヘルパー ドライバー " +
	"送信先 送付先 届け先 差出 発信元 送信元 発信 行方不明 死亡 負傷 救助 搬送 監督 コーチ マネージャー キャプテン 相続人代表 推進員 協力員 お客様 様方 執行者 参列 弔電 香典 供花 扶養家族 家族 世帯員 同居人 乗車 " +
	"運転手 利用 主介護 キーパーソン ごあいさつ 挨拶 聞き手 話し手 聴取 記入 届出 申請 請求 相談 通報 第一発見 発見 当事 加害 被害 当選 落選 優勝 準優勝 入賞 入選 最優秀 優秀賞 佳作 金賞 銀賞 銅賞 表彰 受賞 " +
	"合格 補欠 採用 異動 退職 転入 転出 出生 死亡者 新郎 新婦 隣家 隣室 隣人 階下 階上 上階 下階 真上 真下 向かい 裏手 外回り 器械出し 当方 先方 広告主 カウンセラー ワーカー マネージャー コーディネーター スタッフ オーナー サポーター トレーナー インストラクター アドバイザー ボランティア アルバイト ナース ドクター 選者 花束 誓いの言葉 特選 銅メダル 代行")

// shortLabels stand before names with a colon or a bracket.
var shortLabels = listOf("文 記 受 発 宛 甲 乙 丙 丁 故 亡 姓 名 旧 子 孫 妻 夫 父 母 兄 弟 姉 妹")

// leftSign says what stands before a name at start.
func (t *textState) leftSign(start int) int {
	s := strings.TrimRight(t.s[:start], " \t")
	gap := len(s) < start
	if s == "" || strings.HasSuffix(s, "\n") {
		return bareSign
	}
	switch c := s[len(s)-1]; {
	case c == ':' || c == '=':
		return t.labelSign(len(s) - 1)
	case c == ']' || c == ')' && gap:
		return bareSign
	case c == '(' || c == '"' || c == '[' || c == '<':
		if word := strings.TrimRight(s[:len(s)-1], " "); personWord(word) || shortLabels.has(lastWord(word)) {
			return personSign
		}
		return bareSign
	case c < utf8.RuneSelf && asciiClasses[c] == asciiBreak:
		return bareSign
	case c < utf8.RuneSelf && !gap:
		return noSign
	}
	r := lastRune(s)
	if r < 0x10000 && classes()[r]&breaks != 0 {
		if r == '】' || r == '」' || r == '「' || r == '『' {
			if word := strings.TrimSuffix(strings.TrimSuffix(s, "】"), "「"); personWord(word) {
				return personSign
			}
		}
		return bareSign
	}
	if personWord(s) {
		if gap || privateRoles.suffix(s) != "" {
			return personSign
		}
		return colonSign
	}
	if gap {
		return bareSign
	}
	if particle(r) || r == '、' {
		run := t.s[start:kanjiEnd(t.s, start)]
		if (r == 'は' || r == 'の' || r == 'と' || r == '、' || len(run) >= 9 || dict.Surname(run) == dict.Frequent) && personWord(s[:len(s)-utf8.RuneLen(r)]) {
			return personSign
		}
		return bareSign
	}
	if joinsBefore.suffix(s) != "" {
		return colonSign
	}
	if 'ぁ' <= r && r <= 'ん' && start+6 <= len(t.s) && isKanji(firstRune(t.s[start:])) && (dict.Surname(t.s[start:start+6]) > 0 || soundName(t.s[start:kanjiEnd(t.s, start)])) {
		return bareSign // 到着した佐藤
	}
	if strings.HasSuffix(s, "及び") || strings.HasSuffix(s, "並びに") || strings.HasSuffix(s, "から") || strings.HasSuffix(s, "より") {
		return bareSign
	}
	return noSign
}

// joinsBefore stand before a name that goes on from another.
var joinsBefore = listOf("のち こと 元 前夫 前妻 元夫 元妻 内縁の夫 内縁の妻 隣家 隣の 向かいの")

// labelSign says what a label that ends at end, where a colon stands, speaks of.
func (t *textState) labelSign(end int) int {
	word := lastWord(strings.TrimRight(t.s[:end], " "))
	if word == "" || !nameRune(lastRune(word)) {
		return bareSign
	}
	if personWord(word) || shortLabels.has(word) {
		return personSign
	}
	if h := t.set.heads.word(word); h != nil && h.kind != "name" {
		return noSign
	}
	return colonSign
}

// lastWord returns the word that s ends in, of at most ten characters, back to a break or a particle.
func lastWord(s string) string {
	from := len(s)
	for from > 0 && len(s)-from < 30 {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if r < 0x80 && asciiClasses[byte(r)] == asciiBreak || r >= 0x80 && r < 0x10000 && classes()[r]&breaks != 0 {
			break
		}
		from -= n
	}
	return s[from:]
}

// rightSign says what stands behind a name that ends at end.
func (t *textState) rightSign(end int) int {
	s := t.s[end:]
	if s == "" {
		return bareSign
	}
	if s[0] == ' ' || s[0] == '(' || s[0] == '\t' || s[0] == ',' {
		if phoneFollows(s) || bracketsPerson(s) || t.personFollows(s) {
			return personSign
		}
		return bareSign
	}
	if titleAt(s) != "" || behindPerson.prefix(s) != "" {
		return personSign
	}
	r, n := utf8.DecodeRuneInString(s)
	if (r == 'が' || r == 'は' || r == 'も' || r == 'と' || r == 'に') && n < len(s) {
		if rest := strings.TrimPrefix(s[n:], "、"); does(rest) || strings.HasPrefix(rest, "「") {
			return colonSign
		}
	}
	if t.goesOn(end) {
		return bareSign
	}
	return noSign
}

// personFollows reports whether s goes on, behind spaces or an opening bracket, with what people have: an age, a date of birth, a sex, a seal.
func (t *textState) personFollows(s string) bool {
	s = strings.TrimLeft(s, " (\t,")
	if s == "" || s[0] == '\n' {
		return false
	}
	if n := ageLength(s); n > 0 && endsAge(s[:n]) {
		return true
	}
	if _, n := dateAt(s); n > 0 && born(s[n:]) {
		return true
	}
	if gradeAt(s) || strings.HasPrefix(s, "以下「") {
		return true
	}
	w := peopleHave.prefix(s)
	return w != "" && (len(w) == len(s) || endsWord(s[len(w):]))
}

// gradeAt reports whether s begins with the grade or the school of a pupil, or a part in a team, as in a bracket behind the name: 6年), 東中), 主将).
func gradeAt(s string) bool {
	n := digitRun(s)
	if n == 1 {
		rest := s[n:]
		for _, unit := range []string{"年生", "年", "の"} {
			if after, ok := strings.CutPrefix(rest, unit); ok {
				return after != "" && (after[0] == ')' || after[0] == '-' || digitRun(after) > 0 || strings.HasPrefix(after, "・") || strings.HasPrefix(after, "、"))
			}
		}
		return false
	}
	end := strings.IndexByte(s[:min(len(s), 24)], ')')
	if n > 0 || end < 6 {
		return false
	}
	return schoolEnds.suffix(s[:end]) != "" && utf8.RuneCountInString(s[:end]) <= 6
}

var schoolEnds = listOf("小 中 高 大 小学校 中学校 高校 主将 主務 副将 隣人 友人 知人 弁護士 同居 別居 故人 民生委員 区長 班長")

// peopleHave are words that stand behind a name in forms and lists.
var peopleHave = listOf("男性 女性 男児 女児 男 女 印 ㊞ 自署 続柄 生年月日 職業 在住 本人 長男 長女 次男 次女 父 母 夫 妻 年齢 年令 性別")

// behindPerson follow a name without a space.
var behindPerson = listOf("という女性 という男性 という者 という方 という人 という名 という生徒 という児童 と名乗 を名乗 に同じ と婚姻 と結婚 と離婚 と同居 と入籍 と再婚 と申し と名乗 両名 夫妻 夫婦 容疑者 被告 被害者 選手 一家 さん方 宅 邸 家より 家から 家の 家は 家へ 家に らが らは ら、 Dr Ns PT OT ST CW 自身 本人 ママ パパ")
