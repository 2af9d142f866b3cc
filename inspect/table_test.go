package inspect

import (
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// grid turns a drawing of a sheet into cells: rows by lines, columns by bars, blank where nothing stands.
func grid(drawing string) []TableCell {
	var cells []TableCell
	for r, line := range strings.Split(strings.Trim(drawing, "\n"), "\n") {
		for c, text := range strings.Split(line, "|") {
			if text = strings.TrimSpace(text); text != "" {
				cells = append(cells, TableCell{Row: r + 1, Col: c + 1, Text: text})
			}
		}
	}
	return cells
}

func TestLayout(t *testing.T) {
	tables := Tables{Detectors: detectors.NewSet(detectors.All())}
	tests := []struct {
		name     string
		drawing  string
		row, col int
		label    string // one of the cell's labels
		record   int
	}{
		{"head", "氏名|電話番号\n山田太郎|090-1234-5678\n佐藤花子|03-1234-5678", 3, 2, "電話番号", 3},
		{"title above", "令和6年度 名簿\n\n氏名|住所\n山田太郎|横浜市西区みなとみらい1-2-3\n佐藤花子|川越市本町2-3", 4, 1, "氏名", 4},
		{"two rows of heads", "保護者||児童\n氏名|電話|氏名\n山田太郎|090-1234-5678|山田一郎\n佐藤花子|03-1234-5678|佐藤二郎", 3, 2, "保護者", 3},
		{"goes on below a blank row", "氏名|電話番号\n山田太郎|090-1234-5678\n佐藤花子|03-1234-5678\n\n鈴木一郎|080-1234-5678", 5, 1, "氏名", 5},
		{"below the sample", "氏名|電話番号\n山田太郎|090-1234-5678\n佐藤花子|03-1234-5678", 900, 1, "氏名", 900},
		{"form: label to the left", "申込書\n氏名|山田太郎\n電話番号|090-1234-5678", 3, 2, "電話番号", 1},
		{"the ID of patients", "ID|患者|病室\n05803909|須藤様|301\n05803911|須藤様|302\n05803917|森様|303", 3, 1, "ID", 3},
		{"days as heads", "氏名|1|2|3|4\n佐藤|○|×|○|○\n鈴木|○|○|○|×", 2, 1, "氏名", 2},
		{"days of two months", "氏名|4/29|4/30|5/1|5/2\n佐藤|○|×|○|○\n鈴木|○|○|○|×", 2, 1, "氏名", 2},
		{"figures are no days", "氏名|180|42|97|4\n佐藤|○|×|○|○\n鈴木|○|○|○|×", 2, 1, "", 1},
		{"heads only are no record", "氏名|電話番号", 1, 1, "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			labels, record := tables.Layout(grid(tt.drawing)).At(tt.row, tt.col)
			if tt.label != "" && !slices.Contains(labels, tt.label) {
				t.Errorf("labels = %q, want %q among them", labels, tt.label)
			}
			if record != tt.record {
				t.Errorf("record = %d, want %d", record, tt.record)
			}
		})
	}
}

// Tables that stand side by side have records of their own.
func TestLayout_numbersOfPatients(t *testing.T) {
	tables := Tables{Detectors: detectors.NewSet(detectors.All())}
	for drawing, want := range map[string]string{
		"ID|患者|病室\n05803909|須藤様|301\n05803911|須藤様|302\n05803917|森様|303": "patient-id",
		"ID|品名|数量\n05803909|机|301\n05803911|椅子|302\n05803917|棚|303":     "",
	} {
		labels, _ := tables.Layout(grid(drawing)).At(3, 1)
		kind := ""
		for _, l := range labels {
			if c, ok := detectors.ParseColumn(l); ok {
				kind = c.Kind
			}
		}
		if kind != want {
			t.Errorf("%q: %q, want %q", drawing, kind, want)
		}
	}
}

func TestLayout_sideBySide(t *testing.T) {
	tables := Tables{Detectors: detectors.NewSet(detectors.All())}
	l := tables.Layout(grid("氏名|電話番号||氏名|電話番号\n山田太郎|090-1234-5678||佐藤花子|03-1234-5678\n鈴木一郎|080-1234-5678||高橋葵|070-1234-5678"))
	_, left := l.At(2, 1)
	_, right := l.At(2, 4)
	if left == 0 || right == 0 || left == right {
		t.Errorf("records = %d, %d; want two different ones", left, right)
	}
	if !SameRow(left, 2) || !SameRow(right, 2) {
		t.Errorf("records %d, %d do not stand for row 2", left, right)
	}
}
