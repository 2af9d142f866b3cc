package detectors

import (
	"strings"
	"unicode/utf8"
)

// vehiclePlateDetector finds number plates: the office's place name, a class of up to three digits or letters, a hiragana, and a
// number of up to four digits, padded with ・ (道路運送車両法施行規則 11条, 自動車登録規則 13条). The four parts together are hardly anything
// else.
func vehiclePlateDetector() *Detector {
	return &Detector{
		ID: "vehicle-plate", JA: "車のナンバー", EN: "vehicle plate", Step: 2, Person: true,
		Heads:   strings.Fields("車両番号 車番 登録番号車両 自動車登録番号 車のナンバー 車ナンバー 車両ナンバー ナンバープレート ナンバー 車両登録番号 自動車番号 登録番号標 車両no"),
		words:   []string{"車両番号", "車番", "ナンバー", "登録番号", "自動車登録番号"},
		against: []string{"型番", "品番"},
		Valid:   func(cell string) bool { s := fold(cell); return plateAt(s) == len(s) && s != "" },
		on:      onPlate,
		scan:    scanVehiclePlate,
		Hits: []Example{
			{Text: "横浜 300 あ 12-34"}, {Text: "車両番号：品川５８０ね・・４７"}, {Text: "富士山３３０さ４８－１７", Labels: []string{"車番"}}, {Text: "つくば 30A す ・2-17 の車"}, {Text: "名古屋500わ8-12"},
		},
		Misses: []Example{
			{Text: "横浜 300 人"}, {Text: "300あ12-34"}, {Text: "横浜市300の12-34"}, {Text: "品川 3 し 00-00"}, {Text: "大阪 100 か所"}, {Text: "千葉 12 の 34人"}, {Text: "横浜 300 お 12-34"},
		},
	}
}

// plateOffices are the place names on plates (自動車登録規則 別表, and the names given to regions since).
var plateOffices = listOf("札幌 函館 室蘭 帯広 釧路 北見 旭川 苫小牧 知床 十勝 青森 八戸 弘前 津軽 岩手 盛岡 平泉 宮城 仙台 秋田 山形 庄内 福島 会津 郡山 白河 いわき 水戸 土浦 つくば 宇都宮 那須 とちぎ 日光 群馬 前橋 高崎 " +
	"大宮 川口 所沢 川越 熊谷 春日部 越谷 千葉 成田 習志野 市川 船橋 袖ヶ浦 市原 野田 柏 松戸 品川 世田谷 練馬 杉並 板橋 足立 江東 葛飾 八王子 多摩 横浜 川崎 湘南 相模 山梨 富士山 新潟 長岡 上越 富山 石川 金沢 長野 松本 諏訪 安曇野 南信州 " +
	"福井 岐阜 飛騨 静岡 浜松 沼津 伊豆 名古屋 豊橋 三河 岡崎 豊田 尾張小牧 一宮 春日井 三重 鈴鹿 四日市 伊勢志摩 滋賀 京都 大阪 なにわ 和泉 堺 奈良 飛鳥 和歌山 神戸 姫路 鳥取 島根 出雲 岡山 倉敷 広島 福山 山口 下関 " +
	"徳島 香川 高松 愛媛 高知 福岡 北九州 久留米 筑豊 佐賀 長崎 佐世保 厳原 熊本 大分 宮崎 鹿児島 奄美 沖縄 袖ケ浦")

func scanVehiclePlate(t *textState, k *Detector) {
	done := 0
	for i := range t.numbers {
		class := t.numbers[i].groups[len(t.numbers[i].groups)-1].start
		start, ok := t.plateOffice(class)
		if !ok || start < done {
			continue
		}
		n := plateAt(t.s[start:])
		if n == 0 {
			continue
		}
		done = start + n
		e := t.evidence(k, start)
		t.found(k.ID, start, done, e.judge(Likely, false), t.reason(&e, "office, class, kana and number"))
	}
}

// plateOffice returns where the name of an office begins that ends before i, perhaps with a space between.
func (t *textState) plateOffice(i int) (int, bool) {
	for n := 0; n < 2 && i > 0 && t.s[i-1] == ' '; n++ {
		i--
	}
	name := plateOffices.suffix(t.s[:i])
	if name == "" {
		return i, false
	}
	start := i - len(name)
	return start, start == 0 || !kanjiBefore(t.s[:start])
}

// plateAt returns the length of the plate at the beginning of s, or 0.
func plateAt(s string) int {
	name := plateOffices.prefix(s)
	if name == "" {
		return 0
	}
	i := skipSpace(s, len(name))
	class := i
	for i < len(s) && i-class < 3 && (asciiClasses[s[i]] == asciiDigit || i > class && strings.IndexByte("ACFHKLMPXY", s[i]) >= 0) {
		i++
	}
	if i == class || s[class] == '0' {
		return 0
	}
	i = skipSpace(s, i)
	r, n := utf8.DecodeRuneInString(s[i:])
	if r < 'あ' || r > 'を' || strings.ContainsRune("おしへんぁぃぅぇぉっゃゅょゎがぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ", r) {
		return 0
	}
	return plateNumber(s, skipSpace(s, i+n))
}

// plateNumber reads the number of a plate at s[i:] and returns the offset behind it, or 0: 12-34, ・・12, ・1-23, 8-12.
func plateNumber(s string, i int) int {
	places, digits := 0, 0
	for i < len(s) && places < 4 {
		switch {
		case strings.HasPrefix(s[i:], "・") && digits == 0:
			i += len("・")
			places++
		case s[i] == '.' && digits == 0:
			i++
			places++
		case asciiClasses[s[i]] == asciiDigit:
			if digits == 0 && s[i] == '0' {
				return 0
			}
			i++
			places++
			digits++
		case s[i] == '-' && i+1 < len(s) && digits > 0 && digitRun(s[i+1:]) == 2:
			i++
		default:
			places = 4
		}
	}
	if digits == 0 || i < len(s) && (asciiClasses[s[i]] == asciiDigit || asciiClasses[s[i]] == asciiWord || s[i] == '-') || amounts.prefix(s[i:]) != "" {
		return 0
	}
	return i
}

func skipSpace(s string, i int) int {
	if i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// vinDetector finds chassis numbers: 型式 and 6 or 7 digits as on Japanese registration papers (道路運送車両法 29条), or the 17 characters
// of ISO 3779. Both need a label or column: part numbers look alike.
func vinDetector() *Detector {
	return &Detector{
		ID: "vin", JA: "車台番号", EN: "chassis number", Step: 2, Person: true,
		Heads: strings.Fields("車台番号 車体番号 車台no フレーム番号 フレームno 車台ナンバー vin chassisno"),
		words: []string{"車台番号", "車体番号", "フレーム番号"},
		Valid: func(cell string) bool { s := fold(cell); return s != "" && vinLength(s) == len(s) },
		scan: func(t *textState, k *Detector) {
			t.attribute(k, vinLength)
			if !t.speaksOf() {
				t.announced(k, vinLength)
			}
		},
		on: onDigitsTo(5, 17), wordy: true,
		Hits: []Example{
			{Text: "車台番号 ZVW30-1748293"}, {Text: "ＮＨＰ１０－６１７２３４５", Labels: []string{"車台番号"}}, {Text: "車台番号：JH4KA7561PC018273"}, {Text: "L175S-0482913", Labels: []string{"車体番号"}},
		},
		Misses: []Example{{Text: "ZVW30-1748293"}, {Text: "車台番号"}, {Text: "品番 ZVW30-1748293"}, {Text: "車台番号：不明"}, {Text: "車台番号 ***-1748293"}, {Text: "ZVW30-0000000", Labels: []string{"車台番号"}}},
	}
}

// vinLength returns the length of the chassis number at the beginning of s, or 0.
func vinLength(s string) int {
	n := token(s)
	word := s[:n]
	letters, digits := 0, 0
	for i := range n {
		switch c := word[i]; {
		case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
			letters++
		case asciiClasses[c] == asciiDigit:
			digits++
		}
	}
	if n == 17 && letters >= 3 && digits >= 5 && letters+digits == 17 && !strings.ContainsAny(word, "IOQioq") {
		return n
	}
	model, serial, ok := strings.Cut(word, "-")
	if !ok || letters == 0 || len(model) < 2 || len(model) > 8 || len(serial) < 6 || len(serial) > 7 || !allDigits(serial) || dummy(serial) {
		return 0
	}
	return n
}
