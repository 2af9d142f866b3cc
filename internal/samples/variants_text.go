package samples

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// charset is an encoding by the name that files carry.
type charset struct {
	name string
	enc  encoding.Encoding
}

// charsets are the encodings in which Japanese text arrives.
var charsets = []charset{
	{"utf8", encoding.Nop},
	{"utf8-bom", unicode.UTF8BOM},
	{"utf16le", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	{"cp932", japanese.ShiftJIS},
	{"euc-jp", japanese.EUCJP},
	{"iso-2022-jp", japanese.ISO2022JP},
}

// textVariants are one roster of twelve people as CSV, TSV and text in all encodings.
func textVariants() []folder {
	people := plainPeople(12)
	t := roster(people, "番号", "氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス", "生年月日")
	f := folder{dir: "variants", files: map[string][]byte{}}
	kinds := counts{"name": N(12), "kana": N(12), "postal-code": N(12), "address": N(12), "phone": N(12), "email": N(12), "birth-date": N(12)}
	add := func(file string, c charset, text string, want Case) {
		data, err := c.enc.NewEncoder().Bytes([]byte(text))
		if err != nil {
			panic("samples: " + file + ": " + err.Error()) // plainPeople holds only what all encodings know
		}
		f.files[file] = data
		want.File, want.Verdict, want.Exit, want.People = file, "review", ptr(1), ptr(N(12))
		want.Clean = &Clean{Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: append(some(people), people[4].Mail), Kept: want.keptText(), People: ptr(N(0)), Verdict: "ok"}
		f.want = append(f.want, want)
	}
	for _, c := range charsets {
		words := Words{"名簿のCSV（" + c.name + "）", "a roster as CSV in " + c.name}
		add("roster-"+c.name+".csv", c, csv(t, ',', "\r\n"), Case{Words: words, Rows: ptr(N(12)), Detectors: kinds})
	}
	utf8 := charsets[0]
	add("roster.tsv", utf8, csv(t, '\t', "\n"), Case{Words: Words{"タブ区切りの名簿", "a roster separated by tabs"}, Rows: ptr(N(12)), Detectors: kinds})
	add("quoted.csv", charsets[3], csv(quoted(t), ',', "\r\n"), Case{Words: Words{"改行や引用符をふくむ項目", "fields with line breaks and quotes"}, Rows: ptr(N(12)), Detectors: kinds})
	for _, c := range []charset{utf8, charsets[3], charsets[5]} {
		add("letter-"+c.name+".txt", c, letter(people), Case{Words: Words{"名前と電話番号をふくむ文書（" + c.name + "）", "a text with names and telephone numbers in " + c.name}, Detectors: counts{"phone": N(12)}})
	}
	return []folder{f}
}

// keptText is what a masked copy must still show.
func (c Case) keptText() []string {
	switch {
	case strings.HasSuffix(c.File, ".txt"):
		return []string{"行事の参加者は次のとおりです。"}
	case c.File == "quoted.csv":
		return []string{"フリガナ", "送迎\"希望\""}
	}
	return []string{"フリガナ", "生年月日"}
}

// quoted adds a column whose fields need quotes and hold line breaks.
func quoted(t table) table {
	q := table{heads: append(append([]string{}, t.heads...), "備考, その他")}
	remarks := []string{"特になし", "送迎\"希望\"\r\n集合は9時", "傘,帽子", ""}
	for i, cells := range t.rows {
		q.rows = append(q.rows, append(append([]any{}, cells...), remarks[i%4]))
	}
	return q
}

// letter is prose that names everyone.
func letter(people []Person) string {
	var s strings.Builder
	s.WriteString("行事の参加者は次のとおりです。\r\n\r\n")
	for _, p := range people {
		s.WriteString("氏名：" + p.Name() + "　電話：" + p.Mobile + "　住所：" + p.FullAddress() + "\r\n")
	}
	s.WriteString("\r\nメール：" + people[4].Mail + "\r\n以上\r\n")
	return s.String()
}

// plainPeople is a roster whose names exist in the oldest of the encodings.
func plainPeople(n int) []Person {
	var list []Person
	for _, p := range Roster(seedOf("text variants"), 4*n) {
		_, err := japanese.ISO2022JP.NewEncoder().String(p.Name() + p.FullAddress())
		if err == nil && !strings.ContainsAny(p.Name(), "髙﨑濵") && len(list) < n {
			list = append(list, p)
		}
	}
	return list
}
