package detectors

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Words for what the law calls special care-required (個人情報の保護に関する法律 2条3項, 施行令 2条, and the commission's guideline 2-3): race, creed,
// social status, illness, disability, health checks, treatment, crime and having been its victim. They are everywhere in public documents,
// so by themselves they say nothing; beside a person they do.

// illnessTerms name an illness, an injury or a disability; what stands before may belong to them: 軽度知的障害, １型糖尿病.
var illnessTerms = listOf("糖尿病 高血圧症 高血圧 統合失調症 双極性障害 うつ病 鬱病 うつ状態 抑うつ 適応障害 パニック障害 発達障害 自閉症 自閉スペクトラム症 ADHD ASD PTSD 学習障害 知的障害 聴覚障害 視覚障害 身体障害 肢体不自由 精神障害 内部障害 高次脳機能障害 認知症 てんかん 白血病 がん患者 脳梗塞 脳出血 脳卒中 くも膜下出血 パーキンソン病 リウマチ ダウン症 脳性麻痺 心筋梗塞 狭心症 心疾患 腎不全 心不全 肝硬変 肝炎 HIV エイズ 結核 梅毒 ハンセン病 " +
	"アレルギー アトピー アナフィラキシー 喘息 ぜんそく 難病 インフルエンザ ノロウイルス 新型コロナ感染 コロナ陽性 PCR陽性 帯状疱疹 ヘルニア 緑内障 白内障 難聴 失語 失明 弱視 色覚異常 吃音 不整脈 心房細動 貧血 動脈瘤 筋腫 ポリープ 胃潰瘍 潰瘍 痛風 敗血症 褥瘡 じょくそう 不眠症 チック 過呼吸 拒食 過食 依存症 アルコール依存 薬物依存 ギャンブル依存 ひきこもり 不登校 " +
	"自殺未遂 自殺企図 自死 自殺 自傷 リストカット 希死念慮 寝たきり 片麻痺 半身不随 胃ろう ストーマ 人工肛門 人工透析 透析 ペースメーカー 在宅酸素 骨折 捻挫 脱臼 打撲 裂傷 挫傷 熱傷 やけど 火傷 切断 欠損 性同一性障害 性別違和 トランスジェンダー 医療的ケア 妊娠 中絶 流産 死産 不妊治療 せん妄 譫妄 水痘 水ぼうそう 麻疹 はしか 風疹 百日咳 おたふくかぜ ヘルパンギーナ 蕁麻疹 じんましん 乾癬 疥癬 ヘルペス マラリア デング熱 破傷風 脳挫傷 血腫 網膜剥離 黄斑変性 肺気腫 COPD 気胸 睡眠時無呼吸 大動脈解離 静脈瘤 塞栓 心停止 胆石 イレウス ネフローゼ 前立腺肥大 嚢腫 嚢胞 切迫流産 切迫早産 早産 妊娠高血圧 エリテマトーデス SLE 肉離れ 靱帯損傷 半月板損傷 腱断裂 側弯 むちうち 五十肩 口唇口蓋裂 口蓋裂 二分脊椎 リンパ腫 骨髄腫 メラノーマ 場面緘黙 緘黙 パニック発作 幻聴 オーバードーズ ディスレクシア トゥレット 胃瘻 腎移植 肝移植 骨髄移植 インスリン 抗がん剤 抗うつ薬 向精神薬 睡眠薬")

// illnessWordEnds end the names of illnesses, which begin with at least one character more.
var illnessWordEnds = listOf("症候群 症 病 炎 癌 がん ガン 腫瘍 肉腫 障害 不全 梗塞 麻痺 まひ 硬化 萎縮 狭窄 閉塞 結石 中毒 不耐 過敏 奇形 失調 感染症")

// notIllness are words that end like an illness and are none, or are no one's.
var notIllness = listOf("疾病 傷病 看病 臆病 発病 急病 仮病 伝染病 公害病 成人病 性病 疫病 病 症 炎 火炎 気炎 陽炎 重症 軽症 発症 無症 既往症 機能障害 通信障害 システム障害 電波障害 交通障害 受信障害 雪害障害 電話障害 ネットワーク障害 サーバ障害 サーバー障害 回線障害 機器障害 大規模障害 電気障害 妨害障害 " +
	"障害 不全 感染症 中毒 過敏 梗塞 麻痺 失調 萎縮 閉塞 完全不全 交通麻痺 機能不全 経営不全 履行不全 動脈硬化 態度硬化 下請中毒 スマホ中毒 ガン アクリルガン エアガン ヒートガン スプレーガン 鳥病 松枯病 家畜伝染病")

// otherTerms say something else of the person beside them; what stands before them is no part.
var otherTerms = listOf("身障手帳 精神手帳 療育手帳 愛の手帳 みどりの手帳 身体障害者手帳 精神障害者保健福祉手帳 精神保健福祉手帳 障害者手帳 被爆者健康手帳 特定疾患医療受給者証 自立支援医療 障害支援区分 障害程度区分 特別児童扶養手当 障害年金 障害基礎年金 障害厚生年金 生活保護受給 生活保護 生保受給 生保 生活扶助 医療扶助 住宅扶助 教育扶助 介護扶助 生活困窮 " +
	"要介護1 要介護2 要介護3 要介護4 要介護5 要支援1 要支援2 要介護度 要介護認定 要支援認定 DV被害 DV 支援措置 虐待 身体的虐待 性的虐待 心理的虐待 経済的虐待 高齢者虐待 児童虐待 ネグレクト 育児放棄 家庭内暴力 配偶者暴力 暴力 一時保護 保護命令 里子 里親委託 児童養護施設入所 乳児院 " +
	"前科 前歴 犯罪歴 犯歴 逮捕歴 逮捕 送検 書類送検 起訴 勾留 服役 受刑 懲役 禁錮 禁固 執行猶予 仮釈放 保釈 有罪判決 罰金刑 保護観察 少年院 少年鑑別所 家裁送致 家庭裁判所送致 児童自立支援施設 補導 補導歴 触法 虞犯 ぐ犯 非行 窃盗罪 窃盗 万引き 傷害罪 詐欺罪 横領罪 恐喝 強盗 覚醒剤取締法違反 覚醒剤使用 大麻取締法違反 道路交通法違反 迷惑防止条例違反 公職選挙法違反 銃刀法違反 器物損壊 公務執行妨害 住居侵入 過失運転致傷 ひき逃げ 児童買春 放火罪 脅迫罪 詐欺 横領 覚醒剤 覚せい剤 大麻 麻薬 痴漢 盗撮 飲酒運転 酒気帯び 無免許運転 わいせつ 強制性交 ストーカー " +
	"被害届 性被害 性暴力 いじめ被害 暴行 レイプ 犯罪被害 キリスト教 カトリック プロテスタント イスラム教 ムスリム 仏教徒 ヒンドゥー教 ヒンズー教 ユダヤ教 創価学会 エホバの証人 統一教会 天理教 立正佼成会 幸福の科学 クリスチャン 信者 信徒 信仰 改宗 洗礼 党員 支持政党 被差別部落 同和地区出身 部落出身 非嫡出子 婚外子 嫡出でない子 在日韓国人 在日朝鮮人 在日コリアン アイヌ 日系ブラジル人 日系ペルー人 難民認定 " +
	"特別支援学級 特別支援学校 不法滞在 オーバーステイ 無戸籍 認知機能低下 徘徊 導尿")

// labTerms are what health checks measure; a figure follows.
var labTerms = listOf("HbA1c HbA1C hba1c 血糖値 空腹時血糖 収縮期血圧 拡張期血圧 血圧 γ-GTP γGTP GOT GPT AST ALT LDL HDL LDLコレステロール HDLコレステロール 総コレステロール 中性脂肪 尿酸値 尿酸 eGFR クレアチニン CRP BMI 腹囲 尿蛋白 SpO2")

// nations are the countries that most of those come from who register as residents from abroad.
var nations = listOf("中国 韓国 朝鮮 台湾 ベトナム ネパール フィリピン インドネシア ブラジル ペルー ミャンマー スリランカ タイ インド 米国 アメリカ 英国 イギリス カンボジア モンゴル バングラデシュ パキスタン ボリビア ロシア フランス ドイツ カナダ オーストラリア ウズベキスタン トルコ イラン ラオス マレーシア シンガポール ウクライナ ナイジェリア ガーナ アフガニスタン シリア メキシコ コロンビア アルゼンチン イタリア スペイン エジプト")

// notAbout stand behind a term that speaks of a field of policy, of everybody who has it, or of nobody.
var notAbout = listOf("制度 費の 費等 率 世帯 行政 受給者数 基準 係 課 の状況 の申請 及び や、 者団体 者協会 者福祉 者支援 者施策 者計画 者数 者等 者の 者に 者を 者へ 者が 者は 者差別 者総合 者虐待 者権利 者雇用 者基本 者週間 者センター 者スポーツ 者、 児等 児者 対策 予防 防止 支援センター 相談センター 協会 施策 条例 法 検診 計画 研究 学会 講座 教室 月間 週間 啓発 児童対策 " +
	"対応マニュアル 通報 サポーター 専門 外来 病棟 カフェ 基本法 ワクチン 流行 警報 注意報 院 院長 院の 床 害虫 虫害 例 状 室 院内 に関する に係る に対する をテーマ を知る を学ぶ への理解 への支援 のある人 のある方 のある子 のある児童 のある者 の人 の方 の者 の患者 の高齢者 の子ども の子供 の家族 の早期 の予防 の正しい の普及 の発生 の発症 の疑いのある者 のおそれ " +
	"の有無 なし 無し 無 はな は無 ではな がな 等の 等が 等に など を含む 物 名 天下 上 天 暑 ゼロ 医 薬品 学 科 菌 者数の 月 予備群 リスク 重症化 認定者 認定審査 認定調査 保険 サービス 率の 件数 事件 事案 事例 罪の 罪に 容疑で公開 撲滅 追放 根絶 禁止 乱用 防犯 ")

// sensitiveWords returns the words that a term is looked for at.
func sensitiveWords() []string {
	return slices.Concat(illnessTerms.words(), illnessWordEnds.words(), otherTerms.words(), labTerms.words(), nations.words())
}

// notAfter are characters before which no illness goes on to the left: those of dates and ages.
const notAfter = "年月日歳才時分級号後前内"

// illness reports whether a short text names an illness or a disability, so that it needs no colon behind its label.
func illness(s string) bool {
	if len(s) > 90 {
		return false
	}
	if nations.prefix(s) != "" && len(nations.prefix(s)) == len(s) {
		return true
	}
	for _, l := range []*wordList{illnessTerms, otherTerms} {
		if w := l.prefix(s); w != "" && notAbout.prefix(s[len(w):]) == "" {
			return true
		}
	}
	end := illnessWordEnds.suffix(s)
	return end != "" && len(end) < len(s) && !notIllness.has(s)
}

// termOf returns where the term that w belongs to begins and ends; not before least. It is empty when nothing is said.
func (t *textState) termOf(w wordAt, least int) (start, end int) {
	s := t.s
	start, end = w.start, w.end()
	switch {
	case labTerms.has(w.text):
		return start, start + labLength(s[start:], len(w.text))
	case otherTerms.has(w.text):
		end = t.termEnd(end)
	case illnessTerms.has(w.text), illnessWordEnds.has(w.text):
		start = illnessStart(s, start, least)
		end = t.illnessEnd(end)
		if start == w.start && !illnessTerms.has(w.text) || notIllness.has(s[start:end]) || strings.HasSuffix(s[:end], "防災害") {
			return start, start
		}
		end = t.termEnd(end)
	default: // a country
		bracket := start > 0 && s[start-1] == '(' && end < len(s) && (s[end] == ')' || strings.HasPrefix(s[end:], "、") || strings.HasPrefix(s[end:], "・"))
		if !bracket && !strings.Contains(s[max(0, start-24):start], "国籍") && !strings.HasPrefix(s[end:], "籍") && !strings.HasPrefix(s[end:], "国籍") {
			return start, start
		}
	}
	if notAbout.prefix(s[end:]) != "" || strings.HasPrefix(s[end:], ":") {
		return start, start
	}
	return start, end
}

// labLength returns the length of what a health check measured and its figure at the beginning of s, whose first n bytes are the word, or 0.
func labLength(s string, n int) int {
	i := n
	for _, join := range []string{"値", "は", "が"} {
		if strings.HasPrefix(s[i:], join) {
			i += len(join)
		}
	}
	for i < len(s) && i < n+16 && strings.IndexByte(" :=", s[i]) >= 0 {
		i++
	}
	if k := digitRun(s[i:]); k > 0 && k <= 3 {
		i += k
		for i < len(s) && (s[i] == '.' || s[i] == '/') && digitRun(s[i+1:]) > 0 {
			i += 1 + digitRun(s[i+1:])
		}
		return i
	}
	return 0
}

// illnessStart returns where the name of an illness begins that goes on at i: behind a particle, a sign, a date.
func illnessStart(s string, i, least int) int {
	for n := 0; i > least && n < 14; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		digit := '0' <= r && r <= '9'
		if !isKanji(r) && (r < 'ァ' || r > 'ー' || r == '・') && (r < 'A' || r > 'Z') && !digit || strings.ContainsRune(notAfter, r) || digit && !strings.HasPrefix(s[i:], "型") {
			break
		}
		i -= size
	}
	return i
}

// illnessEnd returns where the name of an illness ends that may go on at i: 自閉症スペクトラム障害.
func (t *textState) illnessEnd(i int) int {
	s, to := t.s, i
	for n := 0; n < 10 && to < len(s); n++ {
		r, size := utf8.DecodeRuneInString(s[to:])
		if !isKanji(r) && (r < 'ァ' || r > 'ー' || r == '・') {
			break
		}
		to += size
		if w := illnessWordEnds.suffix(s[i:to]); w != "" && len(w) > 3 || strings.HasSuffix(s[i:to], "症") {
			i = to
		}
	}
	return i
}

// termEnd widens a term to how grave it is: 身体障害者手帳２級, 生活保護受給中, 要介護度４.
func (t *textState) termEnd(end int) int {
	s := t.s
	for {
		n := len(termGoesOn.prefix(s[end:]))
		if n == 0 {
			n = digitRun(s[end:])
			if u := grades.prefix(s[end+n:]); n == 0 || u == "" {
				break
			} else {
				n += len(u)
			}
		}
		end += n
	}
	if n := digitRun(s[end:]); n == 1 && (strings.HasSuffix(s[:end], "度") || strings.HasSuffix(s[:end], "区分") || strings.HasSuffix(s[:end], "要介護")) {
		end += n
	}
	if end < len(s) && (s[end] == 'A' || s[end] == 'B' || s[end] == 'C') && strings.HasSuffix(s[:end], "手帳") {
		end++
		if end < len(s) && (s[end] == '1' || s[end] == '2') {
			end++
		}
	}
	return end
}

var (
	termGoesOn = listOf("者手帳 者保健福祉手帳 保健福祉手帳 手帳 受給中 受給 一級 二級 三級 四級 中 費")
	grades     = listOf("級 種 度 型")
)
