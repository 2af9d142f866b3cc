package report

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// blank draws a white page of 100 by 200 points.
func blank(t *testing.T, dpi int) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 100*dpi/72, 200*dpi/72))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func painted() *inspect.Result {
	res := result("塗った.pdf", inspect.NG)
	res.Format = "pdf"
	for i, box := range [][4]float64{{20, 150, 80, 170}, {20, 20, 80, 40}} {
		res.Findings = append(res.Findings, inspect.Listed{
			ID: string(rune('a' + i)), Place: "xlsx/hidden-sheet", Where: inspect.NewWhere(inspect.Box{Page: 3, Box: box}), Within: []string{}, Text: "山●●", Count: 1,
		})
	}
	return res
}

// picture returns the first picture of a page of HTML.
func picture(t *testing.T, page string) image.Image {
	t.Helper()
	m := regexp.MustCompile(`data:image/png;base64,([^"]+)"`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("no picture")
	}
	raw, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(m[1], "&#43;", "+"))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func Test_a_page_is_drawn_coarse_with_filled_boxes(t *testing.T) {
	asked := 0
	o := options("ja")
	o.Picture = func(_ *File, page, dpi int) ([]byte, error) {
		if page != 3 {
			t.Errorf("page %d", page)
		}
		asked = dpi
		return blank(t, dpi), nil
	}
	img := picture(t, print(t, "html", o, []*File{{Result: painted()}}))
	at := func(x, y float64) color.Color {
		k := float64(img.Bounds().Dx()) / 100
		return color.RGBAModel.Convert(img.At(int(x*k), int((200-y)*k)))
	}
	if asked != dpiMasked || at(50, 160) != color.Color(boxColour) || at(50, 30) != color.Color(boxColour) || at(50, 100) == color.Color(boxColour) {
		t.Errorf("%d dpi, %v %v %v", asked, at(50, 160), at(50, 30), at(50, 100))
	}
	o.ShowValues = true
	img = picture(t, print(t, "html", o, []*File{{Result: painted()}}))
	if asked != dpiShown || at(50, 160) == color.Color(boxColour) {
		t.Errorf("%d dpi, %v", asked, at(50, 160))
	}
}

func Test_a_picture_that_can_not_be_drawn_is_left_out(t *testing.T) {
	o := options("ja")
	o.Picture = func(*File, int, int) ([]byte, error) { return []byte("no picture"), nil }
	if page := print(t, "html", o, []*File{{Result: painted()}}); strings.Contains(page, "<figure") {
		t.Error("a figure without a picture")
	}
}

func Test_the_sheets_of_a_workbook_are_shown(t *testing.T) {
	res := roster()
	res.Things[1].ID = "s2"
	res.Sheets = []inspect.SheetRef{{ID: "s1", Name: "集計"}, {ID: "s2", Name: "作業"}, {ID: "s3", Name: "中の表", Within: []string{"添付.xlsx"}}}
	page := print(t, "html", options("ja"), []*File{{Result: res}})
	for _, want := range []string{"<bdi>集計</bdi> <small>見えています</small>", `class="hidden"><bdi>作業</bdi> <small>かくれているシート、約1,011人</small>`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(page, "<bdi>中の表</bdi> <small>") {
		t.Error("a sheet of a file inside the file")
	}
}
