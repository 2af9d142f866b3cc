package report

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// element is a start tag of a page, with its attributes.
type element struct {
	name string
	attr map[string]string
}

// parse reads a page as strict XML: a browser mends what is broken in its own way, so nothing may be broken.
func parse(t *testing.T, page string) (list []element, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	var words strings.Builder
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return list, words.String()
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, page)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			e := element{tok.Name.Local, map[string]string{}}
			for _, a := range tok.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			list = append(list, e)
		case xml.CharData:
			words.Write(tok)
		}
	}
}

// pages are all kinds of pages, by what is on them.
func pages(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, lang := range []string{"ja", "en"} {
		for name, files := range map[string][]*File{
			"check": checked(), "clean": cleaned(), "none": nil, "one": checked()[:1], "one copy": cleaned()[:1], "hostile": {{Result: armed()}},
		} {
			o := options(lang)
			out[name+" "+lang] = print(t, "html", o, files)
			o.Brief, o.ShowValues, o.When = true, true, time.Date(2026, 7, 3, 14, 5, 0, 0, time.UTC)
			o.Settings = []string{"--policy strict", "--drop-sheet </code><script>"}
			out[name+" "+lang+", brief"] = print(t, "html", o, files)
		}
	}
	return out
}

// armed is a result in which every text of a document wants to be more than text.
func armed() *inspect.Result {
	const bad = "</td><script>alert(1)</script><img src=x onerror=alert(1)>\"'`=HYPERLINK(\"http://x\")&amp;]]>\x00\x1b[2J\u202e\u2066\ufffe\xff"
	res := roster()
	res.Path = bad + strings.Repeat("長い名前", 3000) + ".xlsx"
	res.Unread = []inspect.Unread{{Where: bad, Reason: inspect.Corrupt, Advice: inspect.Words{JA: bad, EN: bad}}}
	res.Things[1].Where, res.Things[1].Within = inspect.Sheet{Sheet: bad}, []string{bad}
	l := &res.Findings[0]
	l.Where, l.Within, l.Text = inspect.NewWhere(inspect.Sheet{Sheet: bad}), []string{bad}, bad
	l.Matches[0].Text, l.Matches[0].Because, l.Count = bad, bad, 1
	return res
}

func Test_a_page_is_well_formed_and_nothing_on_it_acts(t *testing.T) {
	allowed := strings.Fields(`html head meta title style body svg symbol path circle use h1 h2 h3 p strong span main section header article
		ul ol li table caption thead tbody tfoot tr th td a bdi br b details summary code label input textarea dl dt dd time footer div`)
	for name, page := range pages(t) {
		list, _ := parse(t, page)
		for _, e := range list {
			if !slices.Contains(allowed, e.name) {
				t.Errorf("%s: an element %s", name, e.name)
			}
			for key, v := range e.attr {
				if strings.HasPrefix(key, "on") || key == "style" || key == "src" || key == "href" && !strings.HasPrefix(v, "#") {
					t.Errorf("%s: %s %s=%q", name, e.name, key, v)
				}
			}
		}
		if i := strings.IndexFunc(page, func(r rune) bool { return r != '\n' && unseen(r) || r == '\ufffe' }); i >= 0 {
			t.Errorf("%s: %q", name, page[max(0, i-20):i+20])
		}
	}
}

func Test_what_a_document_says_is_shown_as_text(t *testing.T) {
	page := print(t, "html", options("ja"), []*File{{Result: armed()}})
	_, text := parse(t, page)
	for _, want := range []string{"<script>alert(1)</script>", "[U+202E]", "[U+2066]", "[U+001B][2J", "[U+FFFE]"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
	if len(page) > 40_000 {
		t.Errorf("%d bytes", len(page))
	}
	if got := string(evident([]byte("葛\U000E0100飾区\tか\u3099"))); got != "葛\U000E0100飾区 か\u3099" {
		t.Errorf("%q", got)
	}
}

func Test_the_page_allows_its_own_style_sheet_and_nothing_else(t *testing.T) {
	page := print(t, "html", options("ja"), checked())
	_, rest, _ := strings.Cut(page, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	list, _ := parse(t, page)
	for _, e := range list {
		if e.attr["http-equiv"] == "Content-Security-Policy" {
			got := e.attr["content"]
			if !strings.HasPrefix(got, "default-src 'none'; ") || !strings.HasSuffix(got, " 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
				t.Error(got)
			}
			return
		}
	}
	t.Error("there is no policy")
}

func Test_headings_captions_labels_and_anchors(t *testing.T) {
	for name, page := range pages(t) {
		list, _ := parse(t, page)
		level, tables, captions := 0, 0, 0
		ids := map[string]bool{}
		for _, e := range list {
			if id := e.attr["id"]; id != "" {
				if ids[id] {
					t.Errorf("%s: two of %s", name, id)
				}
				ids[id] = true
			}
			switch e.name {
			case "h1", "h2", "h3":
				n := int(e.name[1] - '0')
				if n > level+1 {
					t.Errorf("%s: %s after level %d", name, e.name, level)
				}
				level = n
			case "table":
				tables++
			case "caption":
				captions++
			case "html":
				if !strings.Contains(name, " "+e.attr["lang"]) {
					t.Errorf("%s: %s", name, e.attr["lang"])
				}
			}
		}
		if tables != captions {
			t.Errorf("%s: %d tables, %d captions", name, tables, captions)
		}
		for _, e := range list {
			for _, key := range []string{"href", "for", "aria-labelledby"} {
				if to := strings.TrimPrefix(e.attr[key], "#"); to != "" && !ids[to] {
					t.Errorf("%s: nothing is called %s", name, to)
				}
			}
		}
	}
}

func Test_the_date_has_both_years(t *testing.T) {
	for lang, want := range map[string]string{"ja": "2026年（令和8年）7月3日 14時05分", "en": "3 July 2026, 14:05"} {
		o := options(lang)
		o.When = time.Date(2026, 7, 3, 14, 5, 0, 0, time.UTC)
		if page := print(t, "html", o, checked()); strings.Count(page, want) != 2 {
			t.Errorf("%s: %s", lang, want)
		}
	}
}

// Test_many_files_stay_small holds the page to a size that a browser and a mail take, and to saying what it left out.
func Test_many_files_stay_small(t *testing.T) {
	many := func(n int, make func() *inspect.Result) (files []*File) {
		for i := range n {
			res := make()
			res.Path = fmt.Sprintf("公開/%04d.xlsx", i)
			files = append(files, &File{Result: res})
		}
		return files
	}
	o := options("ja")
	o.Brief = true
	calm := print(t, "html", o, many(2000, func() *inspect.Result { return result("", inspect.OK) }))
	if len(calm) > 2000*600 || strings.Contains(calm, "<article") || strings.Count(calm, strings.Repeat("ab", 32)) != 2000 {
		t.Errorf("%d bytes for files that are ok", len(calm))
	}
	bad := print(t, "html", o, many(600, func() *inspect.Result {
		res := roster()
		for kind := range 20 {
			for range 20 {
				l := roster().Findings[0]
				l.Count, l.Matches[0].Detector = 1, strconv.Itoa(kind)
				res.Findings = append(res.Findings, l)
			}
		}
		return res
	}))
	if len(bad) > 2*maxSections || !strings.Contains(bad, htmlWords["short"].JA) || strings.Count(bad, "<article") != 600 {
		t.Errorf("%d bytes", len(bad))
	}
}

func Test_the_gravest_files_come_first(t *testing.T) {
	page := print(t, "html", options("ja"), []*File{{Result: visible()}, {Result: locked()}, {Result: hostile()}, {Result: roster()}})
	var order []string
	for _, m := range regexp.MustCompile(`<article id="file-(\d)"|<tr><td class="n">(\d)</td>`).FindAllStringSubmatch(page, -1) {
		order = append(order, m[1]+m[2])
	}
	if got := strings.Join(order, ""); got != "42134213" {
		t.Error(got)
	}
}

// Test_reasons_have_words reads the reasons where they are written: the page would show a new one in English.
func Test_reasons_have_words(t *testing.T) {
	src, err := os.ReadFile("../redact/policy.go")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`\bleft[A-Z]\w* += "([^"]+)"`).FindAllSubmatch(src, -1)
	if len(found) < 5 {
		t.Fatal("the reasons are not where they were")
	}
	for _, m := range found {
		if leftReasons[string(m[1])].JA == "" {
			t.Errorf("no words for %q", m[1])
		}
	}
}

func Test_a_copy_tells_what_stays_and_what_to_know(t *testing.T) {
	o := outcome()
	o.Left = []redact.Entry{{Place: "xlsx/hidden-sheet", Where: inspect.NewWhere(inspect.Sheet{Sheet: "残"}), Count: 1, Reason: "kept on request"}}
	for range maxUnread + 3 {
		o.Notes = append(o.Notes, redact.Note{Where: "シート「集計」", JA: "数式を値にしました。", EN: "Formulas became values."})
	}
	_, text := parse(t, print(t, "html", options("ja"), []*File{{Result: roster(), Cleaned: &Cleaned{Outcome: o, Output: "x.xlsx"}}}))
	for _, want := range []string{"残すように指定しました。", "シート「残」", "数式を値にしました。", "ほか 3", "消した文字 2,034種類は", strings.Repeat("cd", 32)} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func Test_every_text_of_the_page_is_in_both_languages_and_used(t *testing.T) {
	src := htmlTemplate
	for _, name := range []string{"html.go", "html_view.go", "html_list.go", "html_copy.go"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		src += string(b)
	}
	for _, m := range regexp.MustCompile(`\bsay(?: |\()"([^"]+)"`).FindAllStringSubmatch(src, -1) {
		if _, ok := htmlWords[m[1]]; !ok {
			t.Errorf("no words for %s", m[1])
		}
	}
	for key, w := range htmlWords {
		if w.JA == "" {
			t.Errorf("%s has no words", key)
		}
		if !strings.Contains(src, `"`+key+`"`) {
			t.Errorf("%s is not used", key)
		}
	}
}

// Test_colours_can_be_read measures each colour of text on each ground that it stands on: WCAG 2 asks for 4.5 to 1.
func Test_colours_can_be_read(t *testing.T) {
	light := map[string]float64{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(htmlStyle, -1) {
		v, _ := strconv.ParseUint(m[2], 16, 32)
		for i, part := range []float64{0.0722, 0.7152, 0.2126} {
			c := float64(v>>(8*i)&255) / 255
			if c <= 0.04045 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			light[m[1]] += part * c
		}
	}
	for _, text := range []string{"ink", "soft", "link", "ng", "review", "ok", "unread"} {
		for _, ground := range []string{"paper", "faint", "ng-tint", "review-tint", "ok-tint", "unread-tint"} {
			if light[text] == 0 || light[ground] == 0 {
				t.Fatal("no such colour:", text, ground)
			}
			if ratio := (light[ground] + 0.05) / (light[text] + 0.05); ratio < 4.5 {
				t.Errorf("%s on %s: %.1f", text, ground, ratio)
			}
		}
	}
}
