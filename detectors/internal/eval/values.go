package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// value writes a value of a placeholder and names its kind. Check digits are worked out here, apart from the code under test.
func (p *person) value(name string, r *rand.Rand, s style) (kind, value string) {
	if p.houseno != "" {
		if kind, value, ok := p.spelled(name, r, s); ok {
			return kind, value
		}
	}
	switch name {
	case "surname":
		return "name", p.surname
	case "foreign":
		f := pick(r, foreigners)
		return "name", f[1]
	case "latin":
		return "name", pick(r, []string{"Nguyen Van An", "Maria Silva", "John Smith", "Ravi Patel", "Ana Santos", "Kim Minjun"})
	case "name":
		return "name", p.name(s)
	case "kana":
		gap := s.gap
		return "kana", s.reading(p.surnameKana + gap + p.givenKana)
	case "kananame": // the holder of an account
		return "name", p.surnameKana + s.gap + p.givenKana
	case "years":
		return "age", s.width(fmt.Sprint(2026-p.year)) + "歳"
	case "address":
		return "address", p.address(s)
	case "postal":
		return "postal-code", s.number(p.postal)
	case "mobile":
		return "phone", s.number(p.mobile[:3] + "-" + p.mobile[3:7] + "-" + p.mobile[7:])
	case "phone":
		return "phone", s.number(p.phone)
	case "phone()":
		a, rest, _ := strings.Cut(p.phone, "-")
		b, c, _ := strings.Cut(rest, "-")
		return "phone", s.width(a + "(" + b + ")" + c)
	case "lost":
		return "phone", p.mobile[1:]
	case "email":
		return "email", p.mail
	case "birth":
		return "birth-date", s.day(p.year, p.month, p.day)
	case "serial":
		return "birth-date", fmt.Sprint(10_000 + r.IntN(30_000))
	case "age":
		return "age", s.width(fmt.Sprint(2026-p.year)) + pick(r, []string{"", "歳", "才"})
	case "sex":
		if p.female {
			return "sex", pick(r, []string{"女", "女性"})
		}
		return "sex", pick(r, []string{"男", "男性"})
	}
	return p.official(name, r, s)
}

func (p *person) address(s style) string {
	h := fmt.Sprintf("%d-%d-%d", p.house[0], p.house[1], p.house[2])
	switch s.date % 4 {
	case 1:
		h = fmt.Sprintf("%d丁目%d番%d号", p.house[0], p.house[1], p.house[2])
	case 2:
		h = fmt.Sprintf("%d番地%d", p.house[1]*7, p.house[2])
	}
	return p.city + p.town + s.width(strings.ReplaceAll(h, "-", s.hyphen)) + p.building
}

// official writes the numbers that offices and firms give.
func (p *person) official(name string, r *rand.Rand, s style) (kind, value string) {
	switch name {
	case "mynumber":
		v := myNumber(r)
		return "my-number", s.number(v[:4] + "-" + v[4:8] + "-" + v[8:])
	case "boxes":
		return "my-number", strings.Join(strings.Split(myNumber(r), ""), pick(r, []string{" ", "　", "|"}))
	case "card":
		v := card(r)
		return "credit-card", s.number(v[:4] + "-" + v[4:8] + "-" + v[8:12] + "-" + v[12:])
	case "expiry":
		return "card-expiry", s.width(fmt.Sprintf("%02d/%02d", 1+r.IntN(12), 26+r.IntN(8)))
	case "cvc":
		return "card-expiry", fmt.Sprintf("%d%02d", 1+r.IntN(9), 13+r.IntN(80))
	case "account":
		return "bank-account", s.width(digits(r, 7))
	case "yucho":
		return "yucho-account", yucho(r, s)
	case "license":
		return "drivers-license", s.width(license(r))
	case "passport":
		return "passport", s.width(pick(r, []string{"TK", "MZ", "TR", "TS"}) + digits(r, 7))
	case "residence":
		return "residence-card", s.width(letters(r, 2) + digits(r, 8) + letters(r, 2))
	case "pension":
		return "pension-number", s.number(digits(r, 4) + "-" + digits(r, 6))
	case "insurer":
		return "health-insurer", s.width(insurer(r))
	case "insured":
		return "health-insured", s.width(digits(r, 3) + pick(r, []string{"-", "・", " "}) + digits(r, 6))
	case "care":
		return "care-insured", s.width("0" + digits(r, 9))
	case "employment":
		return "employment-insurance", s.number(digits(r, 4) + "-" + digits(r, 6) + "-" + digits(r, 1))
	case "resident":
		return "resident-code", s.width(digits(r, 11))
	case "corporate":
		return "corporate-number", s.width(corporate(r))
	case "invoice":
		return "invoice-number", s.width("T" + corporate(r))
	}
	return p.private(name, r, s)
}

// private writes what firms and schools give out, and the rest.
func (p *person) private(name string, r *rand.Rand, s style) (kind, value string) {
	switch name {
	case "plate":
		return "vehicle-plate", s.width(pick(r, []string{"横浜", "品川", "つくば", "尾張小牧", "なにわ"})+pick(r, []string{" ", "", "　"})+fmt.Sprint(300+r.IntN(290))) + pick(r, []string{"あ", "さ", "ね", "も", "わ"}) + s.width(fmt.Sprintf("%d-%02d", 11+r.IntN(88), 10+r.IntN(89)))
	case "vin":
		return "vin", s.width(pick(r, []string{"ZVW30", "NHP10", "GP5", "L175S", "MXPK11"}) + "-" + digits(r, 7))
	case "patient":
		return "patient-id", s.width(digits(r, 5))
	case "student":
		return "student-id", s.width(fmt.Sprintf("24K%d", 1000+r.IntN(9000)))
	case "exam":
		return "exam-number", s.width(fmt.Sprint(1001 + r.IntN(800)))
	case "employee":
		return "employee-id", s.width("A" + digits(r, 5))
	case "member":
		return "member-id", s.width(digits(r, 8))
	case "user":
		return "user-id", pick(r, []string{"h-mori", "t.yamada", "ksato", "aoki_m"}) + fmt.Sprint(10+r.IntN(89))
	case "password":
		return "password", pick(r, []string{"tz9", "Kx7!", "sakura", "Qw#"}) + letters(r, 2) + fmt.Sprint(1000+r.IntN(8999))
	case "ip":
		return "ip-address", fmt.Sprintf("%s.%d", pick(r, []string{"203.0.113", "198.51.100", "192.0.2"}), 1+r.IntN(253))
	case "link":
		return "secret-link", "https://enq.example/r/" + token(r)
	case "sensitive":
		return "sensitive", pick(r, []string{"聴覚障害", "糖尿病", "うつ病", "発達障害", "卵アレルギー", "生活保護受給中"})
	}
	panic("no such placeholder: " + name)
}
