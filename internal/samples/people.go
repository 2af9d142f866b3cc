package samples

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"
)

//go:embed surnames.txt
var surnameText string

//go:embed givens.txt
var givenText string

//go:embed towns.txt
var townText string

// The pools: common names in Japanese use, and real municipalities with the first three digits of a postal code there and
// the telephone area code.
var (
	surnames = fields(surnameText)
	givens   = fields(givenText)
	cities   = fields(townText)
)

// The parts of an address below the municipality are invented or so common that they belong to no place.
var (
	quarters  = strings.Fields("みどり台 若葉町 桜ヶ丘 緑町 朝日町 美しが丘 つつじ野 大字北沢 青葉台 東雲町 ひばりが丘 梅園町 松風町 清水台")
	buildings = strings.Fields("メゾン若葉 コーポ桜 ハイツみどり サンハイム グランコート レジデンス松風 第二青葉荘 パークサイド")
	mailHosts = strings.Fields("nagi-mail.example hoshizora.example post.hinata.example kawabe-net.example mail.tsukushi.example")
)

// A Person is somebody invented. All identifiers have a valid shape and valid check digits.
type Person struct {
	Surname, Given           string
	SurnameKana, GivenKana   string // katakana
	Sex                      string // 男 or 女
	Birth                    time.Time
	Postal                   string // 520-0123
	Prefecture, City, Street string
	Landline, Mobile         string // 077-512-3456, 090-1234-5678
	Mail                     string
	MyNumber                 string // twelve digits
	Card                     string // sixteen digits
	Bank, Branch, Account    string // names of bank and branch, seven digits
}

// Name returns surname and given name with the ideographic space that Japanese rosters use.
func (p Person) Name() string { return p.Surname + "　" + p.Given }

// Solid returns the name without a space.
func (p Person) Solid() string { return p.Surname + p.Given }

// Kana returns the reading in katakana.
func (p Person) Kana() string { return p.SurnameKana + "　" + p.GivenKana }

// Hiragana returns the reading in hiragana.
func (p Person) Hiragana() string { return hiragana(p.Kana()) }

// Address returns the address from the municipality on, as most forms hold it.
func (p Person) Address() string { return p.City + p.Street }

// FullAddress returns the address with its prefecture.
func (p Person) FullAddress() string { return p.Prefecture + p.City + p.Street }

// Western returns the birth date as 1985/4/1.
func (p Person) Western() string { return p.Birth.Format("2006/1/2") }

// Wareki returns the birth date in the Japanese calendar: 昭和60年4月1日.
func (p Person) Wareki() string {
	era, first := "昭和", 1926
	switch date := p.Birth.Format("20060102"); {
	case date >= "20190501":
		era, first = "令和", 2019
	case date >= "19890108":
		era, first = "平成", 1989
	}
	year := strconv.Itoa(p.Birth.Year() - first + 1)
	if year == "1" {
		year = "元"
	}
	return fmt.Sprintf("%s%s年%d月%d日", era, year, p.Birth.Month(), p.Birth.Day())
}

// Roster returns n people with different names. The same seed gives the same people.
func Roster(seed uint64, n int) []Person {
	r := newRNG(seed)
	seen := make(map[string]bool, n)
	people := make([]Person, 0, n)
	for len(people) < n {
		p := person(r)
		if name := p.Solid(); !seen[name] || len(seen) == len(surnames)*len(givens) {
			seen[name] = true
			people = append(people, p)
		}
	}
	return people
}

// person invents one person.
func person(r *rng) Person {
	var p Person
	sur, given, city := pick(r, surnames), pick(r, givens), pick(r, cities)
	p.Surname, p.SurnameKana = sur[0], sur[1]
	p.Given, p.GivenKana, p.Sex = given[0], given[1], given[2]
	p.Birth = time.Date(r.between(1935, 2006), time.Month(r.between(1, 12)), r.between(1, 28), 0, 0, 0, 0, time.UTC)
	p.Prefecture, p.City = city[0], city[1]
	p.Postal = fmt.Sprintf("%s-%04d", city[2], r.between(11, 98)*10+r.between(1, 9))
	p.Street = street(r)
	p.Landline = landline(r, city[3])
	p.Mobile = fmt.Sprintf("0%s0-%d-%s", pick(r, []string{"7", "8", "9"}), r.between(2101, 9879), lively(r))
	p.Mail = fmt.Sprintf("%s%s@%s", pick(r, []string{"ume", "sora", "kita", "maru", "yuki", "ao", "nami"}), r.digits(5), pick(r, mailHosts))
	p.MyNumber = myNumber(r)
	p.Card = card(r)
	p.Bank = pick(r, []string{"みどり銀行", "ひなた信用金庫", "あおば銀行", "みなみ信用組合"})
	p.Branch = pick(r, []string{"本店", "駅前支店", "北支店", "東支店"})
	p.Account = strconv.Itoa(r.between(1, 8)) + r.digits(6)
	return p
}

// street invents the part of an address below the municipality, in the spellings that forms hold.
func street(r *rng) string {
	quarter := pick(r, quarters)
	var s string
	switch {
	case strings.HasPrefix(quarter, "大字"):
		s = fmt.Sprintf("%s%d番地", quarter, r.between(11, 2980))
	case r.intn(3) == 0:
		s = fmt.Sprintf("%s%d-%d-%d", quarter, r.between(1, 6), r.between(1, 40), r.between(1, 30))
	case r.intn(2) == 0:
		s = fmt.Sprintf("%s%d丁目%d番%d号", quarter, r.between(1, 6), r.between(1, 40), r.between(1, 30))
	default:
		s = fmt.Sprintf("%s%d番地%d", quarter, r.between(11, 980), r.between(1, 30))
	}
	if r.intn(3) == 0 {
		s += fmt.Sprintf("　%s%d号室", pick(r, buildings), r.between(1, 9)*100+r.between(1, 12))
	}
	return s
}

// landline invents a number of ten digits below an area code: area, exchange, four digits.
func landline(r *rng, area string) string {
	first := map[string]string{"03": "5", "06": "6"}[area]
	if first == "" {
		first = strconv.Itoa(r.between(2, 8))
	}
	return fmt.Sprintf("%s-%s%s-%s", area, first, r.digits(5-len(area)), lively(r))
}

// lively returns four digits that nobody takes for a dummy.
func lively(r *rng) string {
	return strconv.Itoa(r.between(2, 9)) + strconv.Itoa(r.between(0, 1)) + r.digits(2)
}

// myNumber invents an individual number with a valid check digit.
func myNumber(r *rng) string {
	s := r.digits(11)
	sum := 0
	for n := 1; n <= 11; n++ {
		q := n + 1
		if n > 6 {
			q = n - 5
		}
		sum += int(s[11-n]-'0') * q
	}
	if rem := sum % 11; rem > 1 {
		return s + strconv.Itoa(11-rem)
	}
	return s + "0"
}

// card invents a card number of sixteen digits with a valid check digit.
func card(r *rng) string {
	s := pick(r, []string{"4", "51", "53", "54", "3530", "3541"})
	s += r.digits(15 - len(s))
	sum := 0
	for i := range 15 {
		v := int(s[14-i]-'0') * (2 - i%2)
		sum += v/10 + v%10
	}
	return s + strconv.Itoa((10-sum%10)%10)
}

// hiragana turns katakana into hiragana.
func hiragana(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= 'ァ' && c <= 'ヶ' {
			return c - 'ァ' + 'ぁ'
		}
		return c
	}, s)
}

// fields splits a pool into its lines and each line into its fields.
func fields(text string) [][]string {
	var all [][]string
	for line := range strings.Lines(text) {
		all = append(all, strings.Fields(line))
	}
	return all
}
