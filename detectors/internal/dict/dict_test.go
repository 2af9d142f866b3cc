package dict

import (
	"strings"
	"testing"
)

func TestPlaces(t *testing.T) {
	for name, want := range map[string]Place{
		"東京都": Prefecture, "京都府": Prefecture, "つくばみらい市": Municipality, "安芸高田市": Municipality, "おいらせ町": Municipality, "さいたま市": Municipality,
		"丹波篠山市": Municipality, "四日市市": Municipality, "廿日市市": Municipality, "余市町": Municipality, "高取町": Municipality, "三宅村": Municipality, "千代田区": Municipality,
		"浜名区": Ward, "青葉区": Ward, "北海": 0, "": 0,
	} {
		if got := PlaceOf(name); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, s := range strings.Fields("佐藤 鈴木 高橋 五十嵐 勅使河原 林") {
		if Surname(s) == Unlisted {
			t.Errorf("surname %s", s)
		}
	}
	for _, s := range strings.Fields("太郎 花子 陽菜 大翔 さくら 健一") {
		if Given(s) == Unlisted {
			t.Errorf("given name %s", s)
		}
	}
	if Surname("個人") != Unlisted || Given("東") != Unlisted || Surname("") != Unlisted || Surname("佐藤+") != Unlisted || Surname("佐藤+\n佐藤川") != Unlisted {
		t.Error("words that are no names")
	}
	if !SurnameKana("サトウ") || !GivenKana("ハナコ") || !NotName("高知大") {
		t.Error("readings and collisions")
	}
}

func TestNumbers(t *testing.T) {
	for digits, want := range map[string]int{"0312345678": 2, "0456712938": 3, "0466123456": 4, "0126712345": 5, "0499824136": 5, "0423456789": 3, "0429123456": 3, "0472123456": 3} {
		if got := AreaCode(digits); got != want {
			t.Errorf("%s: %d, want %d", digits, got, want)
		}
	}
	for s, want := range map[string]bool{"03": true, "045": true, "0422": true, "04998": true, "0": false, "00": false, "034": false, "3": false, "0a5": false, "045671": false, "": false, "0450": false} {
		if IsAreaCode(s) != want {
			t.Errorf("%s: %v", s, !want)
		}
	}
	if !PostalPrefix("2250002") || PostalPrefix("0000000") || PostalPrefix("12") {
		t.Error("postal prefixes")
	}
}
