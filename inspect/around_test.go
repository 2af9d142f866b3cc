package inspect

import "testing"

func Test_spans_are_masked_and_the_rest_stays(t *testing.T) {
	const s = "担当は山田太郎、電話は03-1234-5678です"
	span := func(part string) Match {
		for i := range s {
			if len(s)-i >= len(part) && s[i:i+len(part)] == part {
				return Match{Start: i, End: i + len(part)}
			}
		}
		t.Fatal(part)
		return Match{}
	}
	got := maskSpans(s, []Match{span("03-1234-5678"), span("山田太郎"), span("太郎")})
	if want := "担当は山●●、電話は0●●です"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func Test_rows_are_counted_once(t *testing.T) {
	var s rowSet
	for _, row := range []int{1, 63, 64, 64, 1 << 20, 1, -1, 1 << 30} {
		s.add(row)
	}
	if s.n != 4 {
		t.Error(s.n)
	}
}
