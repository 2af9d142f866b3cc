package eval

import "math/rand/v2"

// A Sheet is a table as it stands in a file: rows of cells under one row of heads, two, or none, and rows that hold nobody.
type Sheet struct {
	Family  string
	Rows    [][]Doc
	Records [][]Doc // those of the rows that stand for somebody or something, for counting
}

// A plan says how a sheet is laid out.
type plan struct {
	name   string
	title  string // a line above the heads
	upper  []string
	heads  []string
	cells  []string
	total  []string // a row at the foot
	turned bool     // heads stand in the first column
	rows   int      // 0: as many as asked for
}

// secondSheets are tables by the second hand.
var secondSheets = []plan{
	{name: "reading first", heads: []string{"№", "せい", "めい", "氏", "名", "生年月日", "〒", "住所1", "住所2", "番地"}, cells: []string{"{#n}", "{kana1}", "{kana2}", "{surname}", "{given}", "{birth}", "{postal}", "{city}", "{town}", "{houseno}"}},
	{name: "surname apart", heads: []string{"整理番号", "姓", "名", "セイ", "メイ", "都道府県市区町村", "町名番地", "携帯"}, cells: []string{"{#n}", "{surname}", "{given}", "{kana1}", "{kana2}", "{city}", "{townhouse}", "{mobile}"}},
	{name: "phone in three", heads: []string{"氏名", "市外局番", "市内局番", "加入者番号", "参加"}, cells: []string{"{name}", "{tel1}", "{tel2}", "{tel3}", "可"}},
	{name: "merged phone", heads: []string{"氏名", "電話", "", "", "〒", "", "備考"}, cells: []string{"{name}", "{tel1}", "{tel2}", "{tel3}", "{zip1}", "{zip2}", "済"}},
	{name: "birth in three", upper: []string{"氏名", "生年月日", "", "", "", "学校"}, heads: []string{"", "元号", "年", "月", "日", ""}, cells: []string{"{name}", "{era}", "{eray}", "{bm}", "{bd}", "みどり小"}},
	{name: "two row heads", title: "令和８年度　放課後児童クラブ入会者一覧", upper: []string{"番号", "児童", "", "", "保護者", "", ""}, heads: []string{"", "氏名", "ふりがな", "性別", "氏名", "続柄", "連絡先"}, cells: []string{"{#n}", "{name}", "{kana}", "{sex}", "{2.name}", "母", "{2.mobile}"}},
	{name: "turned", turned: true, rows: 5, heads: []string{"区分", "氏名", "住所", "電話", "生年月日"}, cells: []string{"委員", "{name}", "{address}", "{phone}", "{birth}"}},
	{name: "with total", title: "報償費支払内訳書", heads: []string{"No.", "支払先", "住所", "金額", "源泉徴収税額", "差引支払額"}, cells: []string{"{#n}", "{name}", "{address}", "{#amount}", "{#amount}", "{#amount}"}, total: []string{"", "合計", "", "{#amount}", "{#amount}", "{#amount}"}},
	{name: "digits in boxes", heads: []string{"氏名", "個人番号", "", "", "", "", "", "", "", "", "", "", ""}, cells: []string{"{name}", "{my1}", "{my2}", "{my3}", "{my4}", "{my5}", "{my6}", "{my7}", "{my8}", "{my9}", "{my10}", "{my11}", "{my12}"}},
	{name: "marks", heads: []string{"出席番号", "名前", "国語", "算数", "理科", "社会", "所見"}, cells: []string{"{~seat}", "{name}", "{#mark}", "{#mark}", "{#mark}", "{#mark}", "おおむね良好"}, total: []string{"", "平均", "{#mark}", "{#mark}", "{#mark}", "{#mark}", ""}},
	{name: "meals", heads: []string{"クラス", "園児", "アレルギー", "除去食", "主治医"}, cells: []string{"ほし組", "{name}", "{sensitive}", "{~yes}", "{#clinic}"}},
	{name: "visitors", title: "来庁者受付簿", heads: []string{"時刻", "来訪者", "用件", "応対者"}, cells: []string{"{#time}", "{name}", "証明書", "{2.surname}"}},
	{name: "tenants", heads: []string{"号室", "契約者", "緊急連絡先", "勤務先", "家賃"}, cells: []string{"{#n}", "{name}", "{mobile}", "{#org}", "{#amount}"}},
	{name: "volunteers", heads: []string{"お名前", "ご年齢", "TEL(自宅)", "ﾒｰﾙ", "希望日", "ひとこと"}, cells: []string{"{foreign}", "{years}", "{phone}", "{email}", "{#date}", "がんばります"}},
	{name: "scholarship", heads: []string{"学籍番号", "学生氏名", "金融機関", "支店", "種別", "口座番号", "名義カナ", "給付額"}, cells: []string{"{student}", "{name}", "みなと銀行", "元町", "普通", "{account}", "{~kananame}", "{#amount}"}},
	{name: "nothing above", heads: nil, cells: []string{"{#n}", "{name}", "{kana}", "{birth}", "{address}", "{phone}"}},
	{name: "households", heads: []string{"世帯番号", "世帯主", "人数", "所在", "連絡先"}, cells: []string{"{#household}", "{name}", "{#few}", "{address}", "{phone}"}},
	{name: "dog licences", heads: []string{"鑑札番号", "飼い主", "住所", "犬の名", "犬種", "毛色"}, cells: []string{"{#n}", "{name}", "{address}", "{#dog}", "柴", "茶"}},
	// Tables that hold nobody.
	{name: "timetable", heads: []string{"停留所", "1便", "2便", "3便"}, cells: []string{"{#stop}", "{#time}", "{#time}", "{#time}"}},
	{name: "statistics", title: "町丁別人口", heads: []string{"町丁名", "世帯数", "男", "女", "計"}, cells: []string{"{#town}", "{#people}", "{#people}", "{#people}", "{#people}"}, total: []string{"計", "{#people}", "{#people}", "{#people}", "{#people}"}},
	{name: "goods", heads: []string{"商品名", "JANコード", "型番", "単価", "在庫"}, cells: []string{"{#goods}", "{#jan}", "{#part}", "{#people}", "{#n}"}},
	{name: "books", heads: []string{"書名", "著者", "出版社", "ISBN", "請求記号"}, cells: []string{"{#book}", "{#author}", "青葉書房", "{#isbn}", "{#callno}"}},
	{name: "rooms", heads: []string{"施設名", "所在地", "電話番号", "休館日"}, cells: []string{"{#facility}", "{#facilityaddress}", "{#officephone}", "月曜"}},
	{name: "budget", heads: []string{"款", "項", "目", "本年度", "前年度", "比較"}, cells: []string{"{#few}", "{#few}", "{#few}", "{#amount}", "{#amount}", "{#amount}"}, total: []string{"合計", "", "", "{#amount}", "{#amount}", "{#amount}"}},
	{name: "scores by box", heads: []string{"地区", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"}, cells: []string{"{#town}", "{#digit}", "{#digit}", "{#digit}", "{#digit}", "{#digit}", "{#digit}", "{#digit}", "{#digit}", "{#digit}", "{#digit}", "{#digit}"}},
}

// Sheets writes the tables of the second hand or the third, of n rows where the plan does not say.
func Sheets(seed uint64, side Side, n int) []Sheet {
	plans := secondSheets
	if side == Third {
		plans = thirdSheets
	}
	var out []Sheet
	for _, p := range plans {
		r := rand.New(rand.NewPCG(seed, hash(p.name)))
		out = append(out, p.sheet(r, n, handOf(side)))
	}
	return out
}

func (p *plan) sheet(r *rand.Rand, n int, h *hand) Sheet {
	s := Sheet{Family: p.name}
	style := newStyle(r)
	style.call = r.IntN(8)
	if p.title != "" {
		s.Rows = append(s.Rows, []Doc{{Text: p.title}}, nil)
	}
	for _, heads := range [][]string{p.upper, p.heads} {
		if len(heads) > 0 && !p.turned {
			s.Rows = append(s.Rows, plain(heads))
		}
	}
	if p.rows > 0 {
		n = p.rows
	}
	var records [][]Doc
	for range n {
		w := writer{rand: r, style: style, hand: h}
		records = append(records, w.row(p.cells))
	}
	if p.turned {
		for i, head := range p.heads {
			row := []Doc{{Text: head}}
			for _, rec := range records {
				row = append(row, rec[i])
			}
			s.Rows = append(s.Rows, row)
		}
	} else {
		s.Rows = append(s.Rows, records...)
	}
	if len(p.total) > 0 {
		w := writer{rand: r, style: style, hand: h}
		s.Rows = append(s.Rows, w.row(p.total))
	}
	s.Records = records
	return s
}

func (w *writer) row(cells []string) []Doc {
	var row []Doc
	for _, cell := range cells {
		row = append(row, w.write(cell))
	}
	return row
}

func plain(texts []string) []Doc {
	var row []Doc
	for _, t := range texts {
		row = append(row, Doc{Text: t})
	}
	return row
}
