package samples

import (
	"fmt"

	"golang.org/x/text/encoding/japanese"
)

// cp932 encodes text as Japanese Windows does. The samples hold only characters that exist there.
func cp932(s string) []byte {
	b, err := japanese.ShiftJIS.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic("samples: not in CP932: " + s)
	}
	return b
}

// csvInZip: a CSV roster inside a ZIP, once with a UTF-8 name and once as Windows Explorer packs it, with the name in CP932.
func csvInZip() folder {
	people := Roster(seedOf("csv-in-zip"), 35)
	t := roster(people, "番号", "氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス")
	list, text := cp932(csv(t, ',', "\r\n")), cp932("令和6年度の資料一式です。\r\n開くには展開してください。\r\n")
	want := Case{
		Words:     Words{"公開した資料一式のZIPに、参加者名簿のCSVがまざっていた", "a roster as CSV in the ZIP with the published material"},
		Published: "2023", Verdict: "review", Exit: ptr(1), People: ptr(N(35)), Rows: ptr(N(35)),
		Detectors: counts{"name": N(35), "kana": N(35), "postal-code": N(35), "address": N(35), "phone": N(35), "email": N(35)},
		Clean: &Clean{
			Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: append(some(people), people[3].Mail, people[20].Address()), Kept: []string{"令和6年度の資料一式です。", "フリガナ"}, People: ptr(N(0)),
			Verdict: "ok",
		},
	}
	f := folder{dir: "cases/csv-in-zip", files: map[string][]byte{}}
	for file, name := range map[string][]byte{"files.zip": []byte("参加者名簿.csv"), "windows.zip": cp932("参加者名簿.csv")} {
		utf8 := file == "files.zip"
		f.files[file] = zipBytes([]member{{name: name, data: list, utf8: utf8}, {name: []byte("readme.txt"), data: text}}, "")
	}
	for _, file := range []string{"files.zip", "windows.zip"} {
		want.File = file
		f.want = append(f.want, want)
	}
	return f
}

// statistics: population by municipality. Nobody's personal data, and full of what looks like it.
func statistics() folder {
	b := newBook()
	b.author = "統計課"
	s := b.sheet("人口", "")
	s.set("A1", "市区町村別人口及び世帯数（令和6年4月1日現在）", titleStyle)
	s.line("A3", headStyle, "市区町村", "世帯数", "男", "女", "計", "1世帯当たり人員")
	r := newRNG(seedOf("statistics"))
	var cats []string
	var totals []float64
	last := 3 + len(cities)
	for i, c := range cities {
		n := 4 + i
		homes, men, women := r.between(9000, 410000), r.between(10000, 480000), r.between(10000, 490000)
		s.put(n, 1, c[0]+c[1], textStyle)
		s.line(ref(2, n), countStyle, homes, men, women)
		s.put(n, 5, formula{f: fmt.Sprintf("C%d+D%d", n, n), v: men + women}, countStyle)
		s.put(n, 6, formula{f: fmt.Sprintf("ROUND(E%d/B%d,2)", n, n), v: float64(int(float64(men+women)/float64(homes)*100+0.5)) / 100}, meanStyle)
		if i < 8 {
			cats, totals = append(cats, c[0]+c[1]), append(totals, float64(men+women))
		}
	}
	s.chart("人口の比較", []series{{nameRef: "人口!$E$3", name: "計", catRef: "人口!$A$4:$A$11", cats: cats, valRef: "人口!$E$4:$E$11", vals: totals}}, "")
	s.put(last+2, 1, "（資料）住民基本台帳人口。男女別は年齢不詳を含む。", plainStyle)
	s.put(last+3, 1, "お問い合わせ：ひなた市 総務部 統計課　代表電話 03-5321-1111", plainStyle)
	b.name("_xlnm.Print_Area", ` localSheetId="0"`, fmt.Sprintf("人口!$A$1:$F$%d", last+3))
	c := Case{
		Words:   Words{"個人情報のない統計表（まちがって止めてはいけない）", "a statistics workbook without anybody's data, which must stay quiet"},
		Verdict: "ok", Exit: ptr(0), People: ptr(N(0)), Rows: ptr(N(0)), Detectors: counts{"name": N(0), "address": N(0), "sex": N(0), "age": N(0)},
		Absent: []string{"xlsx/hidden-sheet", "xlsx/source-sheet", "xlsx/other-sheet", "xlsx/chart-cache", "xlsx/defined-name", "xlsx/same-color-text"},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: []string{}, Kept: []string{"市区町村別人口及び世帯数（令和6年4月1日現在）", "代表電話 03-5321-1111", "茨城県つくばみらい市", "人口の比較"},
			NoRef: true, People: ptr(N(0)), Verdict: "ok",
		},
	}
	f := one("cases/statistics", "book.xlsx", b.bytes(), c)
	f.saved = []saved{{"libreoffice", "book.xlsx", c}}
	return f
}

// externalLink: formulas over another workbook, whose cells Excel keeps in this one.
func externalLink() folder {
	people := Roster(seedOf("external-link"), 37)
	t := roster(people, "番号", "氏名", "住所", "電話番号")
	b := newBook()
	b.external("file:///\\\\fs01\\kikaku\\内部\\参加者.xlsx", "参加者", &t)
	s := b.sheet("報告", "")
	s.set("A1", "説明会の開催報告", titleStyle)
	s.line("A3", textStyle, "参加者数", formula{f: "COUNTA([1]参加者!$B$2:$B$38)", v: 37})
	s.line("A4", textStyle, "最終番号", formula{f: "MAX([1]参加者!$A$2:$A$38)", v: 37})
	s.line("A5", textStyle, "開催日", "令和6年5月11日（土）")
	return one("cases/external-link", "book.xlsx", b.bytes(), Case{
		Words:   Words{"別のExcelを参照する式をつけたまま公開し、参照先の名簿の中身が保存されていた", "formulas over another workbook: Excel kept that roster's cells inside the published file"},
		Verdict: "ng", Exit: ptr(1), People: ptr(N(37)), Rows: ptr(N(37)), Places: counts{"xlsx/external-link-cache": AtLeast(1)},
		Detectors: counts{"name": N(37), "address": N(37), "phone": N(37)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: append(some(people), people[5].Address(), "fs01"), Kept: []string{"説明会の開催報告", "令和6年5月11日（土）"},
			Cells: map[string]string{"報告!B3": "37", "報告!B4": "37"}, NoRef: true, People: ptr(N(0)), Verdict: "ok",
		},
	})
}

// oldRows: a list of bookings whose old rows and personal columns are hidden.
func oldRows() folder {
	people := Roster(seedOf("old-rows"), 38)
	clubs := []string{"合唱サークル", "卓球クラブ", "俳句の会", "太極拳教室", "手話の会"}
	r := newRNG(38)
	b := newBook()
	s := b.sheet("予約一覧", "")
	s.line("A1", headStyle, "利用日", "団体名", "人数", "申込者氏名", "携帯電話")
	for i, p := range people {
		n := i + 2
		s.put(n, 1, newDate(2024, 4, 1+i%28), dateStyle)
		s.put(n, 2, clubs[i%5], textStyle)
		s.put(n, 3, r.between(5, 40), countStyle)
		s.line(ref(4, n), textStyle, p.Name(), p.Mobile)
		if i >= 20 && i < 28 {
			s.row(n).attrs = ` hidden="1"`
			s.put(n, 2, clubs[i%5]+"（取消）", textStyle)
		}
	}
	s.line("A41", textStyle, "件数", formula{f: "COUNTA(D2:D39)", v: 38})
	s.width(1, 3, 14, "")
	s.width(4, 5, 16, ` hidden="1"`)
	return one("cases/old-rows", "book.xlsx", b.bytes(), Case{
		Words:   Words{"予約一覧の古い行と申込者の列を「非表示」にしただけで公表した", "a list of bookings whose old rows and personal columns were only hidden"},
		Verdict: "ng", Exit: ptr(1), People: ptr(N(38)), Rows: ptr(N(38)), Places: counts{"xlsx/hidden-row": N(8), "xlsx/hidden-column": N(2)},
		Detectors: counts{"name": N(38), "phone": N(38)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: append(some(people), people[22].Name(), "（取消）"), Kept: []string{"利用日", "合唱サークル", "手話の会"},
			Cells: map[string]string{"予約一覧!B2": "合唱サークル", "予約一覧!B39": "俳句の会", "予約一覧!B41": "38"}, People: ptr(N(0)), Verdict: "ok",
		},
	})
}

// whiteText: a column of names in white on white, and numbers behind the format ;;;.
func whiteText() folder {
	people := Roster(seedOf("white-text"), 24)
	b := newBook()
	s := b.sheet("当番表", "")
	s.set("A1", "清掃当番表", titleStyle)
	s.line("A3", headStyle, "日", "班")
	s.put(3, 3, "氏名", whiteStyle)
	s.put(3, 4, "電話番号", nothingStyle)
	for i, p := range people {
		n := 4 + i
		s.put(n, 1, newDate(2024, 6, 1+i), dateStyle)
		s.put(n, 2, itoa(i%4+1)+"班", textStyle)
		s.put(n, 3, p.Name(), whiteStyle)
		s.put(n, 4, p.Mobile, nothingStyle)
	}
	return one("cases/white-text", "book.xlsx", b.bytes(), Case{
		Words:   Words{"氏名を白い文字に、電話番号を表示形式「;;;」にしてかくした表を公表した", "names in white on white and telephone numbers behind the number format ;;;"},
		Verdict: "ng", Exit: ptr(1), People: ptr(N(24)), Rows: ptr(N(24)),
		Places:    counts{"xlsx/same-color-text": Between(1, 25), "xlsx/format-hidden-cell": Between(1, 25)},
		Detectors: counts{"name": N(24), "phone": N(24)},
		Clean:     &Clean{Args: []string{}, Exit: ptr(0), Gone: some(people), Kept: []string{"清掃当番表", "1班", "4班"}, People: ptr(N(0)), Verdict: "ok"},
	})
}

// commented: notes and threaded comments about applicants, written by officials.
func commented() folder {
	people := Roster(seedOf("commented"), 6)
	b := newBook()
	s := b.sheet("審査結果", "")
	s.set("A1", "補助金の審査結果", titleStyle)
	s.line("A3", headStyle, "整理番号", "結果", "金額")
	for i := range 4 {
		s.line(ref(1, 4+i), countStyle, 501+i, []string{"採択", "不採択"}[i%2], 100000*(i+1))
	}
	s.comments(
		note{"B4", people[4].Solid(), "申請者は" + people[0].Solid() + "さん。電話 " + people[0].Mobile + " に確認済み"},
		note{"B5", people[4].Solid(), "氏名：" + people[1].Name() + "　住所：" + people[1].FullAddress()})
	x := b.sheet("別表", "")
	x.set("A1", "別表　配点", titleStyle)
	x.line("A3", textStyle, "必要性", 40, "実現性", 60)
	x.threads(
		note{"A3", people[5].Solid(), people[2].Solid() + "様（携帯 " + people[2].Mobile + "）から問い合わせあり"},
		note{"B3", people[5].Solid(), "連絡先：" + people[3].Solid() + "様 " + people[3].Mobile})
	return one("cases/comments", "book.xlsx", b.bytes(), Case{
		Words:   Words{"審査結果の表のコメントに、申請者の氏名と電話番号が残っていた", "comments with applicants' names and telephone numbers in a table of results"},
		Verdict: "ng", Exit: ptr(1), People: ptr(AtLeast(3)), Places: counts{"xlsx/comment": Between(2, 4), "xlsx/threaded-comment": AtLeast(2)},
		Detectors: counts{"phone": AtLeast(3), "name": AtLeast(4)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: []string{people[0].Solid(), people[0].Mobile, people[1].Name(), people[1].FullAddress(), people[2].Mobile, people[3].Solid(), people[4].Solid(), people[5].Solid()},
			Kept: []string{"補助金の審査結果", "不採択", "実現性"}, People: ptr(N(0)), Verdict: "ok",
		},
	})
}

// embedded: rosters as files inside a workbook, one behind an icon and one that nothing shows.
func embedded() folder {
	people := Roster(seedOf("embedded"), 37+12)
	inner := func(list []Person) []byte {
		b := newBook()
		b.sheet("名簿", "").table("A1", roster(list, "番号", "氏名", "フリガナ", "住所", "電話番号", "生年月日"))
		return b.bytes()
	}
	b := newBook()
	s := b.sheet("通知", "")
	s.set("A1", "防災訓練のお知らせ", titleStyle)
	s.set("A3", "日時：令和6年9月1日（日）9時から", plainStyle)
	s.set("A4", "集合：みどり台公民館", plainStyle)
	s.embed(inner(people[:37]), png(3))
	s.embed(inner(people[37:]), nil)
	return one("cases/embedded", "book.xlsx", b.bytes(), Case{
		Words:   Words{"お知らせの中に、名簿のExcelが丸ごと埋めこまれていた", "whole rosters embedded as files in a notice"},
		Verdict: "ng", Exit: ptr(1), People: ptr(N(49)), Rows: ptr(N(49)), Places: counts{"ooxml/embedded-file": N(2)},
		Detectors: counts{"name": N(49), "kana": N(49), "address": N(49), "phone": N(49), "birth-date": N(49)},
		Clean: &Clean{
			Args: []string{}, Exit: ptr(0), Gone: append(some(people[:37]), some(people[37:])...), Kept: []string{"防災訓練のお知らせ", "集合：みどり台公民館"}, NoRef: true, People: ptr(N(0)),
			Verdict: "ok",
		},
	})
}
