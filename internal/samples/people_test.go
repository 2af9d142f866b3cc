package samples

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestPools(t *testing.T) {
	for name, pool := range map[string][][]string{"surnames": surnames, "givens": givens} {
		seen := map[string]bool{}
		for _, f := range pool {
			seen[f[0]] = true
		}
		if len(seen) < 150 || len(seen) != len(pool) {
			t.Errorf("%s: %d lines, %d different", name, len(pool), len(seen))
		}
	}
	for _, c := range cities {
		if len(c) != 4 || len(c[2]) != 3 || !strings.HasPrefix(c[3], "0") {
			t.Errorf("town %v", c)
		}
	}
}

func TestRoster(t *testing.T) {
	a, b := Roster(5, 998), Roster(5, 998)
	if d := cmp.Diff(a, b); d != "" {
		t.Error(d)
	}
	shapes := map[string]*regexp.Regexp{
		"postal": regexp.MustCompile(`^\d{3}-\d{4}$`), "mobile": regexp.MustCompile(`^0[789]0-\d{4}-\d{4}$`), "landline": regexp.MustCompile(`^0\d{1,4}-\d{1,4}-\d{4}$`),
		"mail": regexp.MustCompile(`^[a-z]+\d{5}@[a-z.-]+\.example$`), "kana": regexp.MustCompile(`^[ァ-ヶー]+　[ァ-ヶー]+$`), "account": regexp.MustCompile(`^\d{7}$`),
	}
	seen := map[string]bool{}
	for _, p := range a {
		for name, value := range map[string]string{"postal": p.Postal, "mobile": p.Mobile, "landline": p.Landline, "mail": p.Mail, "kana": p.Kana(), "account": p.Account} {
			if !shapes[name].MatchString(value) {
				t.Errorf("%s %q", name, value)
			}
		}
		if len(strings.ReplaceAll(p.Landline, "-", "")) != 10 {
			t.Errorf("landline %q", p.Landline)
		}
		if seen[p.Solid()] {
			t.Errorf("%s comes twice", p.Solid())
		}
		seen[p.Solid()] = true
	}
}

// TestCheckDigits proves the numbers with a second way of computing: weights from the left, and a doubling table.
func TestCheckDigits(t *testing.T) {
	for _, s := range []string{"123456789018", "621498320257", "100000633520", "100000871090"} {
		if !validMyNumber(s) {
			t.Errorf("the second way rejects the vector %s", s)
		}
	}
	if validMyNumber("123456789012") || !validCard("4381549734531384") || validCard("4381549734531385") {
		t.Error("the second way is wrong")
	}
	for _, p := range Roster(11, 2000) {
		if !validMyNumber(p.MyNumber) {
			t.Errorf("my number %s", p.MyNumber)
		}
		if len(p.Card) != 16 || !validCard(p.Card) {
			t.Errorf("card %s", p.Card)
		}
	}
}

func validMyNumber(s string) bool {
	sum := 0
	for i, w := range []int{6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2} {
		sum += w * int(s[i]-'0')
	}
	return len(s) == 12 && strconv.Itoa((11-sum%11)%11%10) == s[11:]
}

func validCard(s string) bool {
	doubled := []int{0, 2, 4, 6, 8, 1, 3, 5, 7, 9}
	sum := 0
	for i := len(s) - 1; i >= 0; i -= 2 {
		sum += int(s[i] - '0')
		if i > 0 {
			sum += doubled[s[i-1]-'0']
		}
	}
	return sum%10 == 0
}

func TestWareki(t *testing.T) {
	for western, want := range map[string]string{
		"1935-02-03": "昭和10年2月3日", "1989-01-07": "昭和64年1月7日", "1989-01-08": "平成元年1月8日", "2019-04-30": "平成31年4月30日", "2019-05-01": "令和元年5月1日",
	} {
		d, err := time.Parse(time.DateOnly, western)
		if err != nil {
			t.Fatal(err)
		}
		if got := (Person{Birth: d}).Wareki(); got != want {
			t.Errorf("%s is %s, not %s", western, got, want)
		}
	}
}
