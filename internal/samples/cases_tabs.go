package samples

import "fmt"

// answers: a survey's answers, handed out on request, with the addresses in a visible column. No names.
func answers() folder {
	people := Roster(seedOf("answers"), 759)
	r := newRNG(759)
	opinions := []string{"バスの本数を増やしてほしい", "特になし", "公園の街灯が暗い", "図書館の開館時間をのばしてほしい", "現状でよい", "歩道の段差を直してほしい"}
	t := tableOf(people,
		column{"回答番号", func(i int, _ Person) any { return i + 1 }},
		column{"問1 満足度", func(int, Person) any { return r.between(1, 5) }},
		column{"問2 ご意見", func(int, Person) any { return pick(r, opinions) }},
		column{"住所", func(_ int, p Person) any { return p.Address() }})
	b := newBook()
	s := b.sheet("回答一覧", "")
	s.table("A1", t)
	s.width(3, 4, 40, "")
	gone := []string{}
	for _, i := range []int{0, 17, 333, 758} {
		gone = append(gone, people[i].Address())
	}
	return one("cases/answers", "book.xlsx", b.bytes(), Case{
		Words:     Words{"情報公開請求で渡したアンケートの回答一覧に、回答者の住所が見えたまま残っていた", "a survey's answers, handed out on request, with 759 addresses in a visible column"},
		Published: "2023", Verdict: "review", Exit: ptr(1), People: ptr(N(759)), Rows: ptr(N(759)),
		Detectors: counts{"address": N(759), "name": N(0)},
		Clean:     &Clean{Args: []string{"--mask", "address"}, Exit: ptr(0), Gone: gone, Kept: []string{"回答番号", opinions[0], opinions[5]}, People: ptr(N(0)), Verdict: "ok"},
	})
}

// invoice: the file was sent instead of a PDF, with two rosters behind the invoice.
func invoice() folder {
	people := Roster(seedOf("invoice"), 63+84)
	b := newBook()
	s := b.sheet("請求書", "")
	s.set("A1", "請求書", titleStyle)
	s.line("A3", plainStyle, "ひなた市長　様")
	s.line("A4", plainStyle, "件名", "令和6年度放課後教室運営業務（4月分）")
	s.line("A6", headStyle, "品名", "数量", "単価", "金額")
	items := [][]any{{"小学生クラス", 63, 1200}, {"中学生クラス", 84, 1500}, {"教材費", 147, 300}}
	for i, item := range items {
		n := 7 + i
		s.line(ref(1, n), countStyle, item...)
		s.put(n, 4, formula{f: fmt.Sprintf("B%d*C%d", n, n), v: item[1].(int) * item[2].(int)}, countStyle)
	}
	total := 63*1200 + 84*1500 + 147*300
	s.set("A10", "合計", textStyle)
	s.set("D10", formula{f: "SUM(D7:D9)", v: total}, countStyle)
	s.set("A12", "株式会社みどり学習センター", plainStyle)
	heads := []string{"番号", "児童氏名", "ふりがな", "生年月日", "住所", "電話番号", "金融機関", "支店名", "口座番号"}
	gone := some(people)
	paid := 0
	for i, group := range [][]Person{people[:63], people[63:]} {
		t := roster(group, heads...)
		for j, cells := range t.rows {
			if (i == 0 && j >= 30) || (i == 1 && j >= 34) {
				cells[6], cells[7], cells[8] = nil, nil, nil
				continue
			}
			paid++
			if j%13 == 0 {
				gone = append(gone, group[j].Account)
			}
		}
		b.sheet([]string{"小学生名簿", "中学生名簿"}[i], "").table("A1", t)
	}
	c := Case{
		Words:     Words{"PDFのかわりにExcelの請求書を送り、うしろのタブに子どもの名簿と口座があった", "an invoice sent as Excel instead of PDF, with rosters of 63 and 84 children and 64 bank accounts in the tabs behind it"},
		Published: "2022", Verdict: "ng", Exit: ptr(1), People: ptr(N(147)), Rows: ptr(N(147)),
		Places:    counts{"xlsx/other-sheet": N(2)},
		Detectors: counts{"name": N(147), "address": N(147), "phone": N(147), "kana": N(147), "birth-date": N(147), "bank-account": AtLeast(paid)},
		Clean: &Clean{
			Args: []string{"--drop-sheet", "小学生名簿", "--drop-sheet", "中学生名簿"}, Exit: ptr(0), Gone: dedupe(gone),
			Kept:  []string{"請求書", "令和6年度放課後教室運営業務（4月分）", "株式会社みどり学習センター"},
			Cells: map[string]string{"請求書!D7": "75600", "請求書!D10": itoa(total)}, NoRef: true, People: ptr(N(0)), Verdict: "ok",
		},
	}
	f := one("cases/invoice", "book.xlsx", b.bytes(), c)
	f.saved = []saved{{"libreoffice", "book.xlsx", c}}
	return f
}

// facilities is a table of organisations: names, places, telephones. Nobody's personal data.
func facilities(seed uint64, n int) table {
	var t table
	t.heads = []string{"施設名", "所在地", "電話番号", "定員"}
	kinds := []string{"保育園", "こども園", "児童館", "公民館", "体育館"}
	r := newRNG(seed)
	for i, p := range Roster(seed, n) {
		t.rows = append(t.rows, []any{quarters[i%len(quarters)] + kinds[i%len(kinds)], p.Address(), p.Landline, r.between(20, 120)})
	}
	return t
}

// internalTab: a list of facilities with an internal roster in the tab behind it.
func internalTab() folder {
	people := Roster(seedOf("internal-tab"), 166)
	list := facilities(166, 20)
	cares := []any{"食物アレルギー（卵・乳）", "ぜん息の発作歴あり", "療育手帳B2", "服薬中（てんかん）", "支援措置対象、住所の開示に注意"}
	t := roster(people, "氏名", "ふりがな", "性別", "生年月日", "住所", "携帯電話", "メールアドレス")
	t.heads = append(t.heads, "所属施設", "配慮事項")
	for i := range t.rows {
		t.rows[i] = append(t.rows[i], list.rows[i%20][0], cares[i%len(cares)])
	}
	b := newBook()
	s := b.sheet("施設一覧", "")
	s.set("A1", "市内子育て施設一覧", titleStyle)
	s.table("A3", list)
	b.sheet("名簿", "").table("A1", t)
	return one("cases/internal-tab", "book.xlsx", b.bytes(), Case{
		Words:     Words{"施設一覧のメールに付けたExcelに、内部用の「名簿」タブ（166人×9項目、配慮事項を含む）が入っていた", "a list of facilities sent by mail with an internal tab: 166 people, nine items each, special care included"},
		Published: "2024", Verdict: "ng", Exit: ptr(1), People: ptr(N(166)), Rows: ptr(N(166)),
		Places:    counts{"xlsx/other-sheet": N(1)},
		Detectors: counts{"name": N(166), "kana": N(166), "birth-date": N(166), "address": AtLeast(166), "phone": AtLeast(166), "email": N(166)},
		Clean: &Clean{
			Args: []string{"--drop-sheet", "名簿"}, Gone: append(some(people), people[9].Mail, cares[2].(string), cares[4].(string)),
			Kept: []string{"市内子育て施設一覧", list.rows[0][0].(string), list.rows[0][1].(string), list.rows[19][2].(string)}, NoRef: true, People: ptr(N(0)),
		},
	})
}

// examList: a school's list, all of it visible.
func examList() folder {
	people := Roster(seedOf("exam-list"), 119)
	t := tableOf(people,
		column{"受験番号", func(i int, _ Person) any { return 20031 + i*3 }},
		column{"氏名", columns["氏名"]}, column{"フリガナ", columns["フリガナ"]})
	b := newBook()
	s := b.sheet("合格者", "")
	s.set("A1", "令和6年度　入学者選抜　結果一覧", titleStyle)
	s.table("A3", t)
	return one("cases/exam-list", "book.xlsx", b.bytes(), Case{
		Words:     Words{"受験番号だけを載せるはずの一覧に、氏名とフリガナも載せた", "a list that should hold exam numbers only, published with names and readings"},
		Published: "2023", Verdict: "review", Exit: ptr(1), People: ptr(N(119)), Rows: ptr(N(119)),
		Detectors: counts{"exam-number": N(119), "name": N(119), "kana": N(119)},
		Clean: &Clean{
			Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: []string{people[0].Name(), people[60].Kana(), people[118].Name(), "20031", "20385"},
			Kept: []string{"令和6年度　入学者選抜　結果一覧", "受験番号"}, People: ptr(N(0)), Verdict: "ok",
		},
	})
}

// tokenMails: mail addresses with the personal link that opens each one's form without a password.
func tokenMails() folder {
	people := Roster(seedOf("token-mails"), 152)
	r := newRNG(152)
	token := func() string {
		const set = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"
		t := make([]byte, 32)
		for i := range t {
			t[i] = set[r.intn(len(set))]
		}
		return string(t)
	}
	var t table
	t.heads = []string{"No.", "メールアドレス", "回答用URL"}
	for i, p := range people {
		t.rows = append(t.rows, []any{i + 1, p.Mail, "https://enquete.hinata.example/answer?token=" + token()})
	}
	b := newBook()
	s := b.sheet("配信リスト", "")
	s.table("A1", t)
	s.width(2, 3, 40, "")
	link := func(i int) string { return t.rows[i][2].(string) }
	return one("cases/token-mails", "book.xlsx", b.bytes(), Case{
		Words:     Words{"配信リストを取りちがえて添付し、152人のメールアドレスと本人専用URLを送った", "the wrong attachment: 152 mail addresses, each with its personal link"},
		Published: "2024", Verdict: "ng", Exit: ptr(1), People: ptr(N(152)), Rows: ptr(N(152)),
		Detectors: counts{"email": N(152), "secret-link": N(152)},
		Clean: &Clean{
			Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: []string{people[0].Mail, people[151].Mail, link(0)[44:], link(75)[44:], link(151)[44:]},
			Kept: []string{"回答用URL"}, People: ptr(N(0)), Verdict: "ok",
		},
	})
}
