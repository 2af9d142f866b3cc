package detectors

import (
	"iter"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// A page of an office: minutes, a contact block, figures, dates, law. Nothing in it is a person's.
const officialText = `横浜市の人口は３７７万人で、前年より１，２３４人増えた。令和６年４月１日から条例を施行する。
個人情報の保護に関する法律第２条第１項に定める個人情報をいう。障害者福祉計画、生活保護の状況及び児童虐待防止対策について報告した。
【問い合わせ先】総務部総務課　電話０４５－６７１－２９３８（直通）　ＦＡＸ０４５－６６４－９０７３　メール info@city.example.lg.jp
受付時間　午前８時３０分から午後５時１５分まで　会場：市役所本庁舎　横浜市中区本町６丁目５０番地の１０
平成２７年度の普通交付税は１，２３４，５６７千円である。伝票番号 6214-9832-0257、型番 045-671-2938、JAN 4902344019648。
http://www.city.example.lg.jp/kurashi/koseki/index.html を参照。第３回定例会は６月３日（月）午前１０時に開会する。
東京都、神奈川県、千葉県及び福島県の大和地区では、森林や泉の保全を進めている。お客様相談室、皆様、同様の仕様で多様な様式を用いる。`

func TestOfficialTextIsQuiet(t *testing.T) {
	s := NewSet(All())
	for _, m := range s.Find(nil, officialText, nil) {
		if m.Sure >= Likely {
			t.Errorf("%s %q: %s", m.Detector, officialText[m.Start:m.End], m.Because)
		}
	}
	for line := range strings.Lines(officialText) {
		for _, m := range s.Find(nil, strings.TrimSpace(line), nil) {
			if m.Sure >= Likely {
				t.Errorf("line: %s %q: %s", m.Detector, strings.TrimSpace(line)[m.Start:m.End], m.Because)
			}
		}
	}
}

func TestFindInProse(t *testing.T) {
	s := NewSet(All())
	tests := []struct {
		text string
		want string // detector=value, in order, those of Likely or more
	}{
		{"氏名　森 陽菜　フリガナ　モリ ヒナ　住所　川崎市中原区小杉町1-403-2　電話番号　０９０－８１２３－４５６７", "name=森 陽菜 kana=モリ ヒナ address=川崎市中原区小杉町1-403-2 phone=０９０－８１２３－４５６７"},
		{"申請者：髙橋　健太（昭和60年3月5日生）、連絡先 045-671-2938", "name=髙橋　健太 birth-date=昭和60年3月5日 phone=045-671-2938"},
		{"被扶養者 三宅 杏 続柄 子 2011/04/28", "name=三宅 杏 birth-date=2011/04/28"},
		{"住所 盛岡市本町1丁目2番3号 （株）丸三 独身寮\n電話 019-651-2938", "address=盛岡市本町1丁目2番3号 （株）丸三 独身寮 phone=019-651-2938"},
		{"広島県呉市広町五丁目一番四十五号　市営緑ヶ丘団地5号棟304　082（374）9934", "address=広島県呉市広町五丁目一番四十五号　市営緑ヶ丘団地5号棟304 phone=082（374）9934"},
		{"東京都千代田区一番町二十三番地三に独居。", "address=東京都千代田区一番町二十三番地三"},
		{"盛岡市本町5番地の三宅杏さん（47）を", "address=盛岡市本町5番地 name=三宅杏 age=47"},
		{"火元　盛岡市本町1-14-16　木造２階建て", "address=盛岡市本町1-14-16"},
		{"盛岡市本町3ニュー若葉マンション６０３号。", "address=盛岡市本町3ニュー若葉マンション６０３号"},
		{"受付表 患者（三宅 杏、82歳、女性、盛岡市本町1-2-3在住）", "name=三宅 杏 age=82歳 sex=女性 address=盛岡市本町1-2-3"},
		{"1001　鈴木　花子　スズキ　ハナコ", "name=鈴木　花子 kana=スズキ　ハナコ"},
		{"〒225-0002 神奈川県横浜市青葉区美しが丘3-12-8 メゾン青葉203号室 山田太郎 様", "postal-code=225-0002 address=神奈川県横浜市青葉区美しが丘3-12-8 メゾン青葉203号室 name=山田太郎"},
		{`\\fs01\福祉課\桐山 宗一郎\届出書.docx`, "name=桐山 宗一郎"},
		{"file:///home/share/山田太郎.xlsx", "name=山田太郎"},
		{`C:\Users\総務課\東京 大阪\届出書.docx`, ""},
		{"出席者は田中さん、佐藤様、伊藤花子氏。", "name=田中 name=佐藤 name=伊藤花子"},
		{"口座名義　ヤマダ タロウ　口座番号　3048172", "name=ヤマダ タロウ bank-account=3048172"},
		{"マイナンバー：6214-9832-0257 生年月日：S60.3.5 性別：女 年齢：39", "my-number=6214-9832-0257 birth-date=S60.3.5 sex=女 age=39"},
		{"h-mori@mail.example,https://enq.example/r/9f3Ka82LmQx07bTzWq", "email=h-mori@mail.example secret-link=https://enq.example/r/9f3Ka82LmQx07bTzWq"},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range s.Find(nil, tt.text, nil) {
			if m.Sure >= Likely {
				got = append(got, m.Detector+"="+tt.text[m.Start:m.End])
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, strings.Join(got, " "), tt.want)
		}
	}
}

// A user's own detector runs beside ours.
func TestOwnDetector(t *testing.T) {
	own := &Detector{ID: "ward-code", Find: func(text string, _ []string) iter.Seq[Match] {
		return func(yield func(Match) bool) {
			if i := strings.Index(text, "WC-"); i >= 0 {
				yield(Match{"ward-code", i, i + 5, Likely, "prefix", 0})
			}
		}
	}}
	s := NewSet(append(All(), own))
	found := s.Find(nil, "WC-12 090-8123-4567", nil)
	if len(found) != 2 || found[0].Detector != "ward-code" || found[1].Detector != "phone" {
		t.Error(found)
	}
}

func TestFindAllocatesNothing(t *testing.T) {
	s := NewSet(All())
	labels := []string{"備考", Column{Head: "備考"}.Label()}
	dst := make([]Match, 0, 64)
	for _, text := range []string{officialText[:300], "なし", "ordinary text, nothing here", "３月の予算"} {
		s.Find(dst, text, labels)
		if n := testing.AllocsPerRun(50, func() { s.Find(dst, text, labels) }); n > 0 && len(s.Find(dst, text, labels)) == 0 {
			t.Errorf("%q: %v allocations", text[:min(len(text), 30)], n)
		}
	}
}

func TestFindConcurrently(t *testing.T) {
	s := NewSet(All())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				s.Find(nil, officialText, []string{"氏名"})
			}
		})
	}
	wg.Wait()
}

func TestMask(t *testing.T) {
	for value, want := range map[string]string{"": "", "山田": "山●●", "a": "a●●"} {
		if got := Mask(value); got != want {
			t.Errorf("%q: %q", value, got)
		}
	}
}

func TestKey(t *testing.T) {
	same := []struct {
		detector string
		values   []string
	}{
		{"phone", []string{"090-8123-4567", "０９０８１２３４５６７", "9081234567", "+81-90-8123-4567", "090(8123)4567"}},
		{"name", []string{"髙橋　健太", "高橋健太", "高橋 健太 様"}},
		{"kana", []string{"ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ　タロウ", "やまだたろう"}},
		{"birth-date", []string{"1985/3/5", "昭和60年3月5日", "S60.3.5", "1985-03-05", "19850305", "昭和六十年三月五日", "31111"}},
		{"email", []string{"Hanako@Mail.example", "ｈａｎａｋｏ＠mail.example"}},
		{"postal-code", []string{"060-0808", "600808", "〒０６０－０８０８"}},
		{"address", []string{"本町1-2-3", "本町１−２−３"}},
	}
	for _, tt := range same {
		for _, v := range tt.values[1:] {
			if Key(tt.detector, v) != Key(tt.detector, tt.values[0]) {
				t.Errorf("%s: %q is %q", tt.detector, normal(nil, tt.detector, v), normal(nil, tt.detector, tt.values[0]))
			}
		}
	}
	if Key("phone", "090-8123-4567") == Key("phone", "090-8123-4568") {
		t.Error("different numbers")
	}
}

func FuzzFind(f *testing.F) {
	s := NewSet(All())
	for _, k := range All() {
		for _, e := range append(k.Hits, k.Misses...) {
			f.Add(e.Text, strings.Join(e.Labels, "\n"))
		}
	}
	f.Add(officialText, Column{Kind: "name", Head: "氏名", Valid: 5, Total: 6}.Label())
	f.Fuzz(func(t *testing.T, text, label string) {
		last := 0
		for _, m := range s.Find(nil, text, []string{label}) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) || m.Sure < Shape || m.Sure > Proven || m.Because == "" {
				t.Fatalf("%+v in %d bytes", m, len(text))
			}
			if utf8.ValidString(text) && !(utf8.RuneStart(text[m.Start]) && (m.End == len(text) || utf8.RuneStart(text[m.End]))) {
				t.Fatalf("%+v cuts a rune", m)
			}
			last = m.End
		}
		s.Column([]string{label}, []string{text, text})
		Key("birth-date", text)
		Key("phone", text)
	})
}
