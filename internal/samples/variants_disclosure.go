package samples

import (
	"encoding/json"
	"strings"
)

// disclosure is what a disclosure officer has before them: minutes with names, and the scan of an application, each with a file of
// marks that says what is withheld and why. testdata/script/redact.txtar carries them out.
func disclosure() folder {
	list := Roster(seedOf("disclosure"), 4)
	f := folder{dir: "variants/disclosure", files: map[string][]byte{}}
	add := func(name, ja, en string, data []byte, marks map[string]any, want Case) {
		marks["schema"] = "sumikeshi.marks/1"
		text, err := json.MarshalIndent(marks, "", "  ")
		if err != nil {
			panic(err)
		}
		f.files[name+".pdf"], f.files[name+".json"] = data, append(text, '\n')
		want.File, want.Words = name+".pdf", Words{ja, en}
		f.want = append(f.want, want)
	}
	const person, business = "条例第7条第2号", "条例第7条第3号"
	add("minutes", "開示請求のあった会議録と、不開示にするところの印", "minutes that were asked for, and the marks of what is withheld",
		minutes(list), map[string]any{"marks": []any{
			map[string]any{"words": list[0].Solid(), "reason": person},
			map[string]any{"words": list[1].Solid(), "reason": person, "label": "2号"},
			map[string]any{"page": 2, "boxes": [][]float64{{58, 676, 300, 694}}, "reason": business, "fill": "#ffffff"},
		}},
		Case{Verdict: "review|ng", Exit: ptr(1), Detectors: counts{"name": AtLeast(1)}})
	add("scan", "紙の申請書をスキャンしたPDFと、不開示にするところの印", "a scanned application, and the marks of what is withheld",
		scanned(), map[string]any{"looked": []int{2}, "marks": []any{map[string]any{"page": 1, "box": []float64{100, 600, 320, 660}, "reason": person}}},
		Case{Verdict: "unread", Exit: ptr(3)})
	return f
}

func minutes(list []Person) []byte {
	d := newPDF()
	l := d.page()
	l.text(60, 770, 15, black, "第3回まちづくり会議 会議録")
	for i, p := range list {
		l.text(60, 730-float64(i)*20, 10.5, black, "委員　氏名："+p.Solid()+"　電話："+p.Mobile)
	}
	l.text(60, 600, 10.5, black, "議題1について、"+list[0].Solid()+"委員から発言があった。")
	l.end()
	l = d.page()
	l.text(60, 770, 15, black, "別紙　見積り")
	l.text(60, 680, 10.5, black, "見本建設の積算は内訳書のとおり")
	l.text(60, 640, 10.5, black, "合計は予定価格の範囲内である。")
	l.end()
	return d.bytes()
}

// scanned are two pages that are pictures: lines of strokes, as a scanner sees writing.
func scanned() []byte {
	d := newPDF()
	for page := range 2 {
		l := d.page()
		n := d.picture(298, 421, func(x, y int) [3]byte {
			if y%16 < 9 && x > 40 && x < 250 && (x*7+y*5+page)%11 < 4 && strings.Contains("0134679", string(rune('0'+x/9%10))) {
				return [3]byte{40, 40, 60}
			}
			return [3]byte{250, 250, 246}
		})
		l.draw("q 595 0 0 842 0 0 cm /%s Do Q", l.object(n))
		l.end()
	}
	return d.bytes()
}
