package samples

import (
	"fmt"
	"strings"
)

// The sentences of a big PDF file are put together from these.
var (
	pdfSubjects = strings.Fields("図書館の利用者は 公民館の申請は 道路の工事は 水道の検査は 会議の記録は 給食の献立は 防災の訓練は 保育所の定員は 体育館の予約は ごみの収集は 市営住宅の募集は 広報の配布は")
	pdfReasons  = strings.Fields("前年度の実績と比べて 要綱の改正に伴い 利用者の意見を受けて 条例の定めるところにより 天候の影響のため 予算の範囲内で 議会の議決を経て 窓口の混雑を避けるため 計画の見直しにより")
	pdfVerbs    = strings.Fields("件数が増えました。 来月から変わります。 書面で公表します。 期間を延ばしました。 再び検討します。 電子化を進めます。 担当課で受け付けます。 年度末に終わります。 順次拡大しています。")
	latinWords  = strings.Fields("the city hall keeps a list of groups that used its rooms last year and sends results in writing with reasons to all who asked for them by mail or at the counter before end of month")
)

// BigPDF returns a file for benchmarks: pages of 34 lines in an embedded Japanese font, or in Helvetica if latin. On each page five
// black boxes lie over a name and a telephone number, all live text. The same arguments give the same bytes.
func BigPDF(pages int, latin bool) []byte {
	d := newPDF()
	d.info = "<< /Author " + utf16Hex(bigPerson(0).Name()) + " /Title " + utf16Hex("利用の記録") + " >>"
	d.catalog = fmt.Sprintf("/Metadata %d 0 R ", d.stream("/Type /Metadata /Subtype /XML", xmp("<dc:creator><rdf:Seq><rdf:li>"+bigPerson(0).Name()+"</rdf:li></rdf:Seq></dc:creator>")))
	r := newRNG(seedOf("big pdf"))
	for page := range pages {
		l := d.page()
		if latin {
			l.fonts = fmt.Sprintf("/F2 %d 0 R ", d.latinFont())
		}
		for line := range 34 {
			y := 800 - 22*float64(line)
			if line%7 == 5 {
				l.blacked(y, bigPerson(page*5+line/7), latin)
				continue
			}
			if latin {
				l.draw("BT 0 g /F2 11 Tf 60 %g Td (%s) Tj ET", y, latinLine(r))
				continue
			}
			l.text(60, y, 11, black, pick(r, pdfSubjects)+pick(r, pdfReasons)+pick(r, pdfVerbs)+itoa(r.between(100, 9999)))
		}
		l.end()
	}
	return d.bytes()
}

// blacked is a line with a name and a telephone number below a black box.
func (l *leaf) blacked(y float64, p Person, latin bool) {
	head, told := "申請者：", p.Solid()+" "+p.Mobile
	if latin {
		told = "Taro Yamada " + p.Mobile
		l.draw("BT 0 g /F2 11 Tf 60 %g Td (Applicant:) Tj 60 0 Td (%s) Tj ET", y, told)
		l.box(119, y-3, 160, 14, black)
		return
	}
	l.text(60, y, 11, black, head)
	x := 60 + width(head, 11)
	l.text(x, y, 11, black, told)
	l.cover(x, y, 11, black, told)
}

func latinLine(r *rng) string {
	words := make([]string, 14)
	for i := range words {
		words[i] = pick(r, latinWords)
	}
	return strings.Join(words, " ")
}
