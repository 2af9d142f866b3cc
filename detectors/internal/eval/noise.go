package eval

import (
	"fmt"
	"strings"
)

// noise writes something that is nobody's.
func (w *writer) noise(name string) string {
	r, s := w.rand, w.style
	switch name {
	case "date":
		return s.day(2015+r.IntN(11), 1+r.IntN(12), 1+r.IntN(28))
	case "n":
		return s.width(fmt.Sprint(1 + r.IntN(400)))
	case "amount":
		return s.width(fmt.Sprintf("%d,%03d,%03d", 1+r.IntN(800), r.IntN(1000), r.IntN(1000)))
	case "people":
		return s.width(fmt.Sprintf("%d,%03d", 1+r.IntN(400), r.IntN(1000)))
	case "stamp":
		return fmt.Sprintf("20%02d%02d%02d%02d%02d", 20+r.IntN(6), 1+r.IntN(12), 1+r.IntN(28), r.IntN(24), r.IntN(60))
	case "jan":
		v := pick(r, []string{"49", "45"}) + digits(r, 10)
		sum := 0
		for i := range v {
			sum += int(v[i]-'0') * (1 + 2*(i%2))
		}
		return v + fmt.Sprint((10-sum%10)%10)
	case "isbn":
		return "978-4-" + digits(r, 4) + "-" + digits(r, 4) + "-" + digits(r, 1)
	case "parcel":
		return digits(r, 4) + "-" + digits(r, 4) + "-" + digits(r, 4)
	case "part":
		return pick(r, []string{"KX", "AB", "MTR-", "Z"}) + digits(r, 3) + "-" + digits(r, 4) + pick(r, []string{"", "A", "-R2"})
	case "long":
		return digits(r, 12)
	case "version":
		return fmt.Sprintf("%d.%d.%d.%d", 1+r.IntN(9), r.IntN(20), r.IntN(20), r.IntN(400))
	case "city":
		return strings.TrimLeft(pick(r, towns)[0], "")
	case "office":
		return pick(r, []string{"総務部総務課", "福祉部高齢福祉課", "教育委員会学校教育課", "市民部戸籍住民課", "建設局道路管理課"})
	case "officephone":
		return s.number(newPerson(r).phone)
	case "freedial":
		return s.number("0120-" + digits(r, 3) + "-" + digits(r, 3))
	case "org":
		return pick(r, []string{"株式会社青葉商事", "さくら保育園", "みどり台中央病院", "有限会社大和工務店", "NPO法人みなと福祉会"})
	case "title":
		return pick(r, []string{"緑道の整備について", "公共施設等総合管理計画", "子育て支援の充実", "防災訓練の実施", "図書館システムの更新"})
	}
	panic("no such noise: " + name)
}
