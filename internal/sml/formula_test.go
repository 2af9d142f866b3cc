package sml

import (
	"slices"
	"strings"
	"testing"
)

func TestRefs(t *testing.T) {
	tests := map[string]struct {
		formula string
		want    []Ref
	}{
		"constants only":         {`1+2.5E-3*IF(TRUE,1,0)&"x"`, []Ref{{Text: "x"}}},
		"local cells":            {`SUM(A1:$B$9,C:D,$5:7,XFD1048576)`, []Ref{{Area: "A1:$B$9"}, {Area: "C:D"}, {Area: "$5:7"}, {Area: "XFD1048576"}}},
		"no cell":                {`XFE1+A1048577+A0`, []Ref{{Name: "XFE1"}, {Name: "A1048577"}, {Name: "A0"}}},
		"function like a cell":   {`LOG10(A1)+ATAN2(1,2)`, []Ref{{Area: "A1"}}},
		"sheet":                  {`Data!A1+Data!$B:$B`, []Ref{{Sheet: "Data", Area: "A1"}, {Sheet: "Data", Area: "$B:$B"}}},
		"sheet in kanji":         {`COUNTA(作業!A2:A1012)`, []Ref{{Sheet: "作業", Area: "A2:A1012"}}},
		"full-width sheet":       {`貼付用（１）!A1+Ｓｈｅｅｔ１!B2`, []Ref{{Sheet: "貼付用（１）", Area: "A1"}, {Sheet: "Ｓｈｅｅｔ１", Area: "B2"}}},
		"sheet in quotes":        {`'It''s 1'!A1`, []Ref{{Sheet: "It's 1", Area: "A1"}}},
		"sheet with operators":   {`'a+b(c)'!A1*'x"y'!B1`, []Ref{{Sheet: "a+b(c)", Area: "A1"}, {Sheet: `x"y`, Area: "B1"}}},
		"span of sheets":         {`SUM(一月:三月!B2)`, []Ref{{Sheet: "一月", LastSheet: "三月", Area: "B2"}}},
		"quoted span":            {`SUM('Sheet 1:Sheet 3'!B2:C3)`, []Ref{{Sheet: "Sheet 1", LastSheet: "Sheet 3", Area: "B2:C3"}}},
		"span, quoted apart":     {`SUM('a 1':'a 3'!B2)`, []Ref{{Sheet: "a 1", LastSheet: "a 3", Area: "B2"}}},
		"book by number":         {`[1]Sheet1!A1+[12]!Rate`, []Ref{{Book: "[1]", Sheet: "Sheet1", Area: "A1"}, {Book: "[12]", Name: "Rate"}}},
		"quoted book":            {`'[1]My Sheet'!$A$1`, []Ref{{Book: "[1]", Sheet: "My Sheet", Area: "$A$1"}}},
		"book by path":           {`'C:\x\[b.xlsx]S'!A1+'C:\x\b.xlsx'!N`, []Ref{{Book: `C:\x\[b.xlsx]`, Sheet: "S", Area: "A1"}, {Book: `C:\x\b.xlsx`, Name: "N"}}},
		"this book":              {`[0]!Rate+[0]!Macro1()`, []Ref{{Name: "Rate"}, {Name: "Macro1", Dynamic: true}}},
		"sheet behind a bracket": {`[2]'My Sheet'!A1`, []Ref{{Book: "[2]", Sheet: "My Sheet", Area: "A1"}}},
		"names":                  {`Rate*顧客一覧+Sheet1!Local_Name`, []Ref{{Name: "Rate"}, {Name: "顧客一覧"}, {Sheet: "Sheet1", Name: "Local_Name"}}},
		"structured":             {`SUM(名簿[電話],T1[[#This Row],[a'[b']]:[c]],T2[])`, []Ref{{Table: "名簿"}, {Table: "T1"}, {Table: "T2"}}},
		"row of its own table":   {`[@電話]&[電話]&A1`, []Ref{{Text: ""}, {Area: "A1"}}[1:]},
		"table elsewhere":        {`[1]!Table1[a]`, []Ref{{Book: "[1]", Table: "Table1"}}},
		"indirect, literal":      {`INDIRECT("作業!A1")`, []Ref{{Name: "INDIRECT", Dynamic: true, Text: "作業!A1"}, {Text: "作業!A1"}}},
		"indirect, second":       {`INDIRECT( "作業!R1C1" ,FALSE)`, []Ref{{Name: "INDIRECT", Dynamic: true, Text: "作業!R1C1"}, {Text: "作業!R1C1"}}},
		"indirect, computed":     {`INDIRECT("作業!A"&ROW())`, []Ref{{Name: "INDIRECT", Dynamic: true}, {Text: "作業!A"}}},
		"offset":                 {`OFFSET(A1,1,0)`, []Ref{{Name: "OFFSET", Dynamic: true}, {Area: "A1"}}},
		"cube and pivot":         {`CUBEVALUE("m",A1)+GETPIVOTDATA("x",B2)`, []Ref{{Name: "CUBEVALUE", Dynamic: true}, {Text: "m"}, {Area: "A1"}, {Name: "GETPIVOTDATA", Dynamic: true}, {Text: "x"}, {Area: "B2"}}},
		"user's own function":    {`MyFunc(A1)+_xll.Add(1)+_xludf.X()`, []Ref{{Name: "MyFunc", Dynamic: true}, {Area: "A1"}, {Name: "_xll.Add", Dynamic: true}, {Name: "_xludf.X", Dynamic: true}}},
		"later functions":        {`_xlfn._xlws.FILTER(A1:A9,_xlfn.XLOOKUP(B1,C:C,D:D))`, []Ref{{Area: "A1:A9"}, {Area: "B1"}, {Area: "C:C"}, {Area: "D:D"}}},
		"spill":                  {`_xlfn.ANCHORARRAY(A1)+B1#`, []Ref{{Name: "ANCHORARRAY", Dynamic: true}, {Area: "A1"}, {Area: "B1"}}},
		"let":                    {`_xlfn.LET(_xlpm.x,作業!A1,_xlpm.x+1)`, []Ref{{Sheet: "作業", Area: "A1"}}},
		"lambda called":          {`_xlfn.LAMBDA(_xlpm.f,_xlpm.f(1))(A1)`, []Ref{{Area: "A1"}}},
		"gone":                   {`#REF!+Sheet1!#REF!+#REF!A1+#N/A+#DIV/0!`, []Ref{{Area: "#REF!"}, {Sheet: "Sheet1", Area: "#REF!"}, {Area: "#REF!"}}},
		"range of functions":     {`SUM(INDEX(A:A,1):INDEX(B:B,2))`, []Ref{{Area: "A:A"}, {Name: ":", Dynamic: true}, {Area: "B:B"}}},
		"text with quotes":       {`"a""b"&'S'!A1`, []Ref{{Text: `a"b`}, {Sheet: "S", Area: "A1"}}},
		"text that looks like":   {`"作業!A1 ' ("`, []Ref{{Text: "作業!A1 ' ("}}},
		"dde":                    {`[1]!'a topic'`, []Ref{{Book: "[1]", Name: "a topic"}}},
		"lower case function":    {`sum(a1)`, []Ref{{Area: "a1"}}},
		"unclosed":               {`'abc`, []Ref{{Sheet: "abc"}}},
		"array":                  {`{1,2;"a",#N/A}`, []Ref{{Text: "a"}}},
		"intersection":           {`A1:A9 Data!B1`, []Ref{{Area: "A1:A9"}, {Sheet: "Data", Area: "B1"}}},
		"range over two sheets":  {`Data!A1:Data!B1`, []Ref{{Sheet: "Data", Area: "A1"}, {Name: ":", Dynamic: true}, {Sheet: "Data", Area: "B1"}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := slices.Collect(Refs(tt.formula)); !slices.Equal(got, tt.want) {
				t.Errorf("Refs(%s)\n got %+v\nwant %+v", tt.formula, got, tt.want)
			}
		})
	}
}

func TestParseArea(t *testing.T) {
	tests := map[string]Area{
		"B7":      {2, 7, 2, 7},
		"$A$1:B9": {1, 1, 2, 9},
		"B9:A1":   {1, 1, 2, 9},
		"5:104":   {1, 5, maxCol, 104},
		"C:D":     {3, 1, 4, maxRow},
		"C":       {3, 1, 3, maxRow},
		"5":       {1, 5, maxCol, 5},
		"":        {},
		"A1:":     {},
		"A1:B":    {},
		"#REF!":   {},
		"AAAA1":   {},
		"A$":      {},
	}
	for ref, want := range tests {
		got, ok := ParseArea(ref)
		if got != want || ok != (want != Area{}) {
			t.Errorf("ParseArea(%q) = %v, %v; want %v", ref, got, ok, want)
		}
	}
}

func TestEqualName(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{{"Data", "DATA", true}, {"ａｂｃ", "ＡＢＣ", true}, {"abc", "ａｂｃ", false}, {"作業", "作業", true}, {"ﾃﾞｰﾀ", "データ", false}} {
		if got := EqualName(tt.a, tt.b); got != tt.want {
			t.Errorf("EqualName(%q, %q) = %v", tt.a, tt.b, got)
		}
		if got := FoldName(tt.a) == FoldName(tt.b); got != tt.want {
			t.Errorf("FoldName(%q) == FoldName(%q) is %v", tt.a, tt.b, got)
		}
	}
}

// TestRefs_allocations holds the promise that formulas over the own sheet cost nothing but the walk.
func TestRefs_allocations(t *testing.T) {
	n := 0
	got := testing.AllocsPerRun(100, func() {
		for r := range Refs(`IF(SUM($A$1:B9)>0,VLOOKUP(C1,作業!A:B,2,FALSE),"なし")`) {
			n += len(r.Area)
		}
	})
	if got != 0 {
		t.Errorf("%v allocations for each formula", got)
	}
}

// FuzzRefs: any text ends, and a quoted reference to a sheet is found however the sheet is named.
func FuzzRefs(f *testing.F) {
	f.Add("作業", "SUM(A1)")
	f.Add("It's", "'")
	f.Add("[x", `INDIRECT("`)
	f.Fuzz(func(t *testing.T, sheet, rest string) {
		for r := range Refs(rest) {
			if r.Area != "" && r.Area != "#REF!" {
				if _, ok := ParseArea(r.Area); !ok {
					t.Errorf("area %q", r.Area)
				}
			}
		}
		if sheet == "" || strings.ContainsAny(sheet, `[]:\/?*`) {
			return // no name of a sheet
		}
		formula := "1+'" + strings.ReplaceAll(sheet, "'", "''") + "'!A1+" + rest
		for r := range Refs(formula) {
			if r.Sheet == sheet && r.Area == "A1" {
				return
			}
		}
		t.Errorf("%q is not found in %q", sheet, formula)
	})
}

func BenchmarkRefs(b *testing.B) {
	formula := `IF(SUM($A$1:B9)>0,VLOOKUP(C1,作業!A:B,2,FALSE),"なし")`
	b.SetBytes(int64(len(formula)))
	for b.Loop() {
		for range Refs(formula) {
		}
	}
}
