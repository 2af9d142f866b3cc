package samples

import "strings"

// blackNames is a decision whose names were blacked out with the highlighter, exported from Writer.
func blackNames() Print {
	people := Roster(seedOf("pdf black names"), 5)
	var b strings.Builder
	b.WriteString(`<text:p text:style-name="Title">決裁文書（開示用）</text:p>`)
	var gone []string
	for _, p := range people {
		b.WriteString(`<text:p text:style-name="P">担当者は<text:span text:style-name="Black">` + p.Surname + " " + p.Given + `</text:span>（<text:span text:style-name="Black">` + p.Mobile + `</text:span>）に連絡し、了承を得た。</text:p>`)
		gone = append(gone, p.Mobile, p.Surname+" "+p.Given)
	}
	b.WriteString(`<text:p text:style-name="P">以上のとおり決定する。</text:p>`)
	return Print{"libreoffice", "decision.fodt", odfText(b.String()), "cases/pdf-black-names/libreoffice.pdf", Case{
		Words:     Words{"黒の蛍光ペンで氏名をかくした決裁文書をPDFにして開示した", "a decision disclosed as PDF, with names under black highlighting"},
		Published: "2018", Verdict: "ng", Exit: ptr(1), People: ptr(N(5)),
		Places: counts{"pdf/covered-text": AtLeast(1)}, Detectors: counts{"phone": AtLeast(5)},
		Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: gone, Kept: []string{"決裁文書", "に連絡し、了承を得た", "以上のとおり決定する"}, People: ptr(N(0)), Verdict: "ok"},
	}}
}

// blackCells is a sheet whose cells are black on black, exported from Calc.
func blackCells() Print {
	people := Roster(seedOf("pdf black cells"), 8)
	var rows [][]string
	var gone []string
	for i, p := range people {
		rows = append(rows, []string{itoa(i + 1), p.Solid(), p.Address(), "承認"})
		gone = append(gone, p.Solid(), p.Address())
	}
	table := odfTable([]float64{1.5, 4, 8.5, 2}, []string{"番号", "氏名", "住所", "結果"}, rows, func(row, col int) (string, string) {
		if row >= 0 && (col == 1 || col == 2) {
			return "BlackCell", ""
		}
		return "Cell", ""
	})
	return Print{"libreoffice", "cells.fods", odfSheet(table), "cases/pdf-black-cells/libreoffice.pdf", Case{
		Words:   Words{"黒く塗ったセルの表をPDFにした", "a table with black cells and black text, saved as PDF"},
		Verdict: "ng", Exit: ptr(1), People: ptr(N(8)), Rows: ptr(N(8)),
		Places: counts{"pdf/covered-text": AtLeast(1)}, Detectors: counts{"name": AtLeast(8), "address": AtLeast(8)},
		Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: gone, Kept: []string{"番号", "結果", "承認"}, People: ptr(N(0)), Verdict: "ok"},
	}}
}

// whiteList is a programme with the list of applicants in white below it, printed by a browser.
func whiteList() Print {
	people := Roster(seedOf("pdf white list"), 9)
	var b strings.Builder
	b.WriteString(`<h1>講座の開催について</h1><p>定員に達したため受付を終了しました。</p><table class="w"><tr><th>氏名</th><th>住所</th><th>電話番号</th></tr>`)
	for _, p := range people {
		b.WriteString(`<tr><td>` + p.Solid() + `</td><td>` + p.Address() + `</td><td>` + p.Landline + `</td></tr>`)
	}
	b.WriteString(`</table><p>生涯学習課</p>`)
	return Print{"chromium", "white.html", page(`.w td,.w th{color:#fff;border-color:#fff}`, b.String()), "cases/pdf-white-list/chromium.pdf", Case{
		Words:   Words{"講座の案内の余白に、申込者の一覧が白い文字で残っていた", "a list of applicants in white text below an announcement"},
		Verdict: "ng", Exit: ptr(1), People: ptr(N(9)), Rows: ptr(N(9)),
		Places: counts{"pdf/invisible-text": AtLeast(1)}, Detectors: counts{"name": N(9), "phone": AtLeast(9)},
		Clean: &Clean{Args: []string{}, Exit: ptr(0), Gone: []string{people[0].Solid(), people[0].Landline, people[8].Solid(), people[8].Address()}, Kept: []string{"講座の開催について", "定員に達したため", "生涯学習課"}, People: ptr(N(0)), Verdict: "ok"},
	}}
}

// cardLetter is a batch of letters with a card number where the customer number belongs: nothing is hidden.
func cardLetter() Print {
	people := Roster(seedOf("pdf card letter"), 3)
	var b strings.Builder
	for _, p := range people {
		b.WriteString(`<div style="break-after:page"><h1>ご請求のお知らせ</h1><p>` + p.Solid() + ` 様</p><p>お客様番号：` + p.Card + `</p><p>今月のご請求額は 4,820円 です。お支払期限は月末です。</p></div>`)
	}
	return Print{"chromium", "letter.html", page("", b.String()), "cases/pdf-card-letter/chromium.pdf", Case{
		Words:   Words{"お客様番号の欄にカード番号を印刷した請求の通知", "bills with the card number printed as customer number"},
		Verdict: "ng", Exit: ptr(1), People: ptr(AtLeast(3)),
		Detectors: counts{"credit-card": N(3)}, Absent: []string{"pdf/covered-text", "pdf/invisible-text"},
	}}
}

var quietWords = Words{"わな：塗りのある表、蛍光ペン、濃い見出しの白い文字、下線", "a trap: shaded tables, highlighter, dark heads with white text, underlines"}

// quiet is the expectation of an ordinary document.
func quietCase() Case {
	return Case{Words: quietWords, Verdict: "ok", Exit: ptr(0), Absent: []string{"pdf/covered-text", "pdf/invisible-text", "pdf/annotation-cover", "pdf/covered-image", "pdf/old-revision", "pdf/orphan-object", "pdf/trailing-data"}}
}

var feeRows = [][]string{{"大会議室", "3,200", "可"}, {"小会議室", "1,100", "可"}, {"調理室", "2,000", "不可"}, {"和室", "900", "可"}}

func feeStyle(row, col int) (string, string) {
	switch {
	case row < 0:
		return "Head", "White"
	case row%2 == 0:
		return "Shade", ""
	}
	return "Cell", ""
}

func controlsText() Print {
	body := `<text:p text:style-name="Title">施設の使用料について</text:p>` + odfTable([]float64{5, 4, 3}, []string{"部屋", "使用料", "飲食"}, feeRows, feeStyle) +
		`<text:p text:style-name="P">減免の<text:span text:style-name="Marker">申請は利用の七日前まで</text:span>に、<text:span text:style-name="Under">窓口で</text:span>受け付けます。<text:span text:style-name="Strike">郵送も可。</text:span></text:p>`
	return Print{"libreoffice", "fees.fodt", odfText(body), "cases/pdf-controls/writer.pdf", quietCase()}
}

func controlsSheet() Print {
	table := odfTable([]float64{5, 4, 3}, []string{"部屋", "使用料", "飲食"}, feeRows, feeStyle)
	return Print{"libreoffice", "fees.fods", odfSheet(table), "cases/pdf-controls/calc.pdf", quietCase()}
}

func controlsPage() Print {
	var b strings.Builder
	b.WriteString(`<h1>施設の使用料について</h1><table class="q"><tr><th>部屋</th><th>使用料</th><th>飲食</th></tr>`)
	for _, r := range feeRows {
		b.WriteString(`<tr><td>` + strings.Join(r, `</td><td>`) + `</td></tr>`)
	}
	b.WriteString(`</table><p>減免の<mark>申請は利用の七日前まで</mark>に、<u>窓口で</u>受け付けます。<s>郵送も可。</s></p><p class="wm">見本</p>`)
	style := `.q th{background:#203864;color:#fff}.q tr:nth-child(odd) td{background:#ddd}.wm{position:absolute;top:10mm;left:40mm;font-size:90pt;color:rgba(200,0,0,.15)}`
	return Print{"chromium", "fees.html", page(style, b.String()), "cases/pdf-controls/chromium.pdf", quietCase()}
}
