package web

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// secret is somebody in the hidden sheet of the roster.
const secret = "090-9138-5029"

func (v *visitor) raw(method, path string, value any) string {
	v.t.Helper()
	res := v.send(method, path, value, nil)
	raw, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode >= 300 {
		v.t.Fatalf("%s %s: %s %v %s", method, path, res.Status, err, raw)
	}
	return string(raw)
}

// Test_a_roster_goes_all_the_way is the journey over the addresses: check, look, show, decide, clean, save.
func Test_a_roster_goes_all_the_way(t *testing.T) {
	v := visit(t, nil)
	c := v.drop("提出/集計 ２.xlsx", testdata(t, "cases", "hidden-roster", "book.xlsx"))
	if c.Verdict != "ng" || c.Word != "公開NG" || c.People != "約998人" || c.Folder != "提出" || c.Name != "集計 ２.xlsx" {
		t.Errorf("%+v", c)
	}
	base := "/api/files/" + c.ID
	d := v.detail(c.ID)
	if len(d.Groups) == 0 || d.Groups[0].Place != "xlsx/hidden-sheet" || !d.Groups[0].Choices[0].Take {
		t.Fatalf("%+v", d.Groups)
	}
	var phone finding
	for _, f := range d.Groups[0].Finds {
		if f.Kinds == "電話番号" && phone.ID == "" {
			phone = f
		}
	}
	masked := v.raw("GET", base, nil) + v.raw("GET", base+"/look?at="+phone.ID, nil)
	if strings.Contains(masked, secret) || strings.Contains(masked, "髙橋") {
		t.Error("a value is shown unasked")
	}
	for _, want := range []string{`"name":"作業","hidden":true,"said":"かくれています・約1,011人"`, `"name":"集計","hidden":false`, `"text":"電話番号"`} {
		if !strings.Contains(masked, want) {
			t.Errorf("the view lacks %s: %s", want, masked)
		}
	}
	if shown := v.raw("POST", base+"/show", map[string]string{"at": phone.ID}); !strings.Contains(shown, secret) {
		t.Error("the value is not shown when asked for:", shown)
	}

	v.raw("POST", base+"/clean", map[string]any{})
	c = v.until(c.ID, func(c card) bool { return c.State == checked && (c.Copy != nil || c.Problem != "") })
	if c.Copy == nil || c.Copy.Verdict != "ok" || !strings.HasPrefix(c.Copy.Proof[0], "もう一度開いて確認しました：") {
		t.Fatalf("%+v", c)
	}
	res := v.send("GET", base+"/copy", nil, nil)
	got, _ := io.ReadAll(res.Body)
	if h := res.Header.Get("Content-Disposition"); !strings.Contains(h, "filename*=UTF-8''%E5%85%AC%E9%96%8B%E7%94%A8_%E9%9B%86%E8%A8%88%20%EF%BC%92.xlsx") ||
		!strings.HasPrefix(h, "attachment;") {
		t.Error(h)
	}
	if len(got) == 0 || bytes.Contains(got, []byte(secret)) {
		t.Error("no copy, or a bad one")
	}
	if rows := v.detail(c.ID).Rows; len(rows) < 5 || rows[0].After != "0" {
		t.Errorf("%+v", rows)
	}
	report := v.raw("GET", base+"/report.html", nil)
	if strings.Contains(report, v.temp) || strings.Contains(report, c.ID) || !strings.Contains(report, "公開用_集計 ２.xlsx") {
		t.Error("the report tells of the server's own files, or not of the copy")
	}
	v.zip("提出/公開用_集計 ２.xlsx")
	v.raw("POST", base+"/remove", map[string]any{})
	if left := v.stored(); len(left) > 0 {
		t.Error("left behind:", left)
	}
}

func (v *visitor) zip(want ...string) {
	v.t.Helper()
	raw := v.raw("GET", "/api/copies.zip", nil)
	z, err := zip.NewReader(strings.NewReader(raw), int64(len(raw)))
	if err != nil {
		v.t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if !slices.Equal(names, want) {
		v.t.Errorf("%q, want %q", names, want)
	}
}

func Test_a_decision_is_a_plan_that_can_be_saved_and_loaded(t *testing.T) {
	v := visit(t, nil)
	content := testdata(t, "cases", "hidden-roster", "book.xlsx")
	c := v.drop("集計.xlsx", content)
	base := "/api/files/" + c.ID
	sheet := v.detail(c.ID).Groups[0].Choices[0]
	leave := []map[string]string{{"id": sheet.ID, "reason": "課長が確認した"}}
	v.raw("POST", base+"/decide", map[string]any{"policy": "publish", "mask": []string{}, "take": []string{}, "leave": leave})
	plan := v.raw("GET", base+"/plan.json", nil)
	if !strings.Contains(plan, `"sumikeshi.plan/1"`) || !strings.Contains(plan, "課長が確認した") {
		t.Fatal(plan)
	}
	now := v.detail(c.ID).Groups[0].Choices[0]
	if now.Take || now.Reason != "課長が確認した" || !now.Mine {
		t.Errorf("%+v", now)
	}

	again := v.drop("集計 (2).xlsx", content)
	req, _ := http.NewRequest("POST", "http://"+v.host+"/api/files/"+again.ID+"/plan", strings.NewReader(plan))
	req.Header.Set("Content-Type", "application/json")
	if res := v.do(req, nil); res.StatusCode != http.StatusNoContent {
		t.Fatal(res.Status)
	}
	if got := v.detail(again.ID).Groups[0].Choices[0]; got.Take || got.Reason != "課長が確認した" {
		t.Errorf("%+v", got)
	}

	other := v.drop("お知らせ.txt", "町のお知らせ")
	for _, bad := range []string{plan, "{", `{"schema":"x"}`} {
		req, _ := http.NewRequest("POST", "http://"+v.host+"/api/files/"+other.ID+"/plan", strings.NewReader(bad))
		req.Header.Set("Content-Type", "application/json")
		if res := v.do(req, nil); res.StatusCode != http.StatusUnprocessableEntity {
			t.Errorf("%.20s: %s", bad, res.Status)
		}
	}
	res := v.send("POST", base+"/clean", map[string]any{"decision": map[string]any{"policy": "publish", "take": []string{"nothing"}}}, nil)
	if res.StatusCode != http.StatusUnprocessableEntity {
		t.Error("a decision on what is not there is taken:", res.Status)
	}
}

func Test_what_can_not_be_read_says_what_to_do(t *testing.T) {
	v := visit(t, nil)
	for name, content := range map[string]string{"壊れた.xlsx": "PK\x03\x04 broken", "絵.jpg": "\xff\xd8\xff\xe0 no picture", "空.pdf": "%PDF-1.7"} {
		c := v.drop(name, content)
		if c.Verdict != "unread" || c.Word != "未検査" || c.Said == "" || c.Next == "" {
			t.Errorf("%s: %+v", name, c)
		}
		v.raw("POST", "/api/files/"+c.ID+"/retry", map[string]string{"password": ""})
		v.until(c.ID, func(c card) bool { return c.State == checked })
	}
}

func Test_the_stream_tells_all_there_is_and_then_what_changes(t *testing.T) {
	v := visit(t, nil)
	first := v.drop("一.txt", "町のお知らせ")
	res := v.send("GET", "/api/events?lang=en", nil, nil)
	lines := bufio.NewScanner(res.Body)
	lines.Buffer(nil, 1<<20)
	next := func() (n news) {
		for lines.Scan() {
			if raw, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				if err := json.Unmarshal([]byte(raw), &n); err != nil {
					t.Fatal(err)
				}
				return n
			}
		}
		t.Fatal("the stream ended")
		return n
	}
	if n := next(); len(n.Cards) != 1 || n.Cards[0].ID != first.ID || n.Cards[0].Word != "OK" || !slices.Equal(n.Order, []string{first.ID}) {
		t.Errorf("%+v", n)
	}
	v.raw("POST", "/api/files/"+first.ID+"/remove", map[string]any{})
	if n := next(); len(n.Cards) != 0 || n.Order == nil || len(n.Order) != 0 {
		t.Errorf("%+v", n)
	}
}

func Test_a_stopped_check_can_be_taken_up_again(t *testing.T) {
	v := visit(t, func(o *Options) { o.Workers = 1 })
	v.s.slots <- struct{}{} // the only worker is busy
	kind, body := form(t, "あと.txt", "町のお知らせ")
	var got struct{ IDs []string }
	if err := json.NewDecoder(v.upload(kind, body).Body).Decode(&got); err != nil {
		t.Fatal(err)
	}
	id := got.IDs[0]
	if c := v.detail(id).Card; c.State != waiting {
		t.Errorf("%+v", c)
	}
	v.raw("POST", "/api/files/"+id+"/stop", nil)
	v.until(id, func(c card) bool { return c.State == stopped })
	<-v.s.slots
	v.raw("POST", "/api/files/"+id+"/retry", map[string]string{"password": ""})
	if c := v.until(id, func(c card) bool { return c.State == checked }); c.Verdict != "ok" {
		t.Errorf("%+v", c)
	}
}

func Test_two_documents_of_one_name_get_two_copies(t *testing.T) {
	taken := map[string]bool{}
	var got []string
	for _, name := range []string{"a/b.xlsx", "A/B.xlsx", "b.xlsx", "b.xlsx", "何:か?.pdf", "拡張子なし", "拡張子なし"} {
		got = append(got, freeName(name, taken))
	}
	want := []string{"a/公開用_b.xlsx", "A/公開用_B (2).xlsx", "公開用_b.xlsx", "公開用_b (2).xlsx", "公開用_何_か_.pdf", "公開用_拡張子なし", "公開用_拡張子なし (2)"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func Test_documents_are_wiped_when_nobody_looks(t *testing.T) {
	v := visit(t, func(o *Options) { o.idle = 200 * time.Millisecond })
	kind, body := form(t, "a.txt", "町のお知らせ")
	if res := v.upload(kind, body); res.StatusCode != http.StatusOK {
		t.Fatal(res.Status)
	}
	for range 200 {
		if len(v.stored()) == 0 {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Error("still there:", v.stored())
}

func Test_a_server_ends_from_the_page_and_leaves_nothing(t *testing.T) {
	v := visit(t, nil)
	v.drop("a.txt", "町のお知らせ")
	v.raw("POST", "/api/end", nil)
	<-v.s.ending.Done()
	if err := v.s.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(v.temp, "*")); len(left) > 0 {
		t.Error(left)
	}
}

// Test_a_dead_servers_documents_are_wiped_by_the_next makes a folder in a process that is killed.
func Test_a_dead_servers_documents_are_wiped_by_the_next(t *testing.T) {
	if dir := os.Getenv("SUMIKESHI_TEST_DIES"); dir != "" {
		f, err := newFolder(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, _, _ = f.store("document", strings.NewReader("山田太郎"), 100)
		p, _ := os.FindProcess(os.Getpid())
		_ = p.Kill()
		select {}
	}
	base := t.TempDir()
	alive, err := newFolder(base)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = alive.wipe() })
	cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), "SUMIKESHI_TEST_DIES="+base)
	if cmd.Run() == nil {
		t.Fatal("it lives")
	}
	if all, _ := filepath.Glob(filepath.Join(base, "*")); len(all) != 2 {
		t.Fatal(all)
	}
	next, err := newFolder(base)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = next.wipe() })
	all, _ := filepath.Glob(filepath.Join(base, "*"))
	if len(all) != 2 || !slices.Contains(all, alive.path) || !slices.Contains(all, next.path) {
		t.Error(all)
	}
}

func Test_the_page_has_all_its_words(t *testing.T) {
	used := regexp.MustCompile(`(?:say\(|\.Say )(?:[a-z]+ \? )?"([a-z0-9-]+)"`)
	sources, _ := filepath.Glob(filepath.Join("ts", "*.ts"))
	for _, path := range append(sources, "page.tmpl") {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(raw, []byte("\n")); n > 400 {
			t.Errorf("%s has %d lines", path, n)
		}
		for _, m := range used.FindAllSubmatch(raw, -1) {
			if w, ok := pageWords[string(m[1])]; !ok && !strings.HasSuffix(string(m[1]), "-") {
				t.Errorf("%s: no words for %q", path, m[1])
			} else if ok && (w.JA == "" || w.EN == "") {
				t.Errorf("%q is not in both languages", m[1])
			}
		}
	}
	all, _ := filepath.Glob("*.go")
	var text []byte
	for _, path := range append(append(all, sources...), "page.tmpl") {
		if path != "words.go" && !strings.HasSuffix(path, "_test.go") {
			raw, _ := os.ReadFile(path)
			text = append(text, raw...)
		}
	}
	built := regexp.MustCompile(`^(state|weight|sure|policy)-|^(ng|ok|unread|review)$`) // put together
	for key, w := range pageWords {
		if !bytes.Contains(text, []byte(`"`+key+`"`)) && !built.MatchString(key) {
			t.Errorf("nobody says %q", key)
		}
		if w.JA == "" || w.EN == "" || strings.Count(w.JA, "%s") != strings.Count(w.EN, "%s") || strings.Contains(w.JA, "無害化") || strings.Contains(w.JA, "サニタイズ") {
			t.Errorf("%s: %+v", key, w)
		}
	}
}

// Test_the_script_is_what_its_sources_say bundles the page anew.
func Test_the_script_is_what_its_sources_say(t *testing.T) {
	cmd := exec.Command("go", "run", "./page", filepath.Join("..", "web", "ts", "main.ts"), "-")
	cmd.Dir = filepath.Join("..", "tools")
	want, err := cmd.Output()
	if err != nil && os.Getenv("CI") == "" {
		t.Skip("the bundler can't be run: ", err)
	} else if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join("static", "app.js"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("web/static/app.js is not what web/ts makes: run go generate ./web")
	}
	page, _ := os.ReadFile("page.tmpl")
	for _, bad := range []string{"<style", " style=", " onclick", "<script>", "//cdn", "https://"} {
		if bytes.Contains(page, []byte(bad)) {
			t.Errorf("the page holds %q", bad)
		}
	}
}

func Test_a_server_needs_workers(t *testing.T) {
	if _, err := New(Options{}); err == nil {
		t.Error("no error")
	}
}

// Test_a_workbook_with_a_password is read with the right one; its copy has none, and no answer tells the password.
func Test_a_workbook_with_a_password(t *testing.T) {
	v := visit(t, nil)
	c := v.drop("鍵つき.xlsx", testdata(t, "variants", "password", "book.xlsx"))
	if c.Verdict != "unread" || !c.Password {
		t.Fatalf("%+v", c)
	}
	base := "/api/files/" + c.ID
	try := func(password string) card {
		v.raw("POST", base+"/retry", map[string]string{"password": password})
		return v.until(c.ID, func(c card) bool { return c.State == checked })
	}
	if c = try("akeru"); c.Verdict != "unread" || !c.Password {
		t.Errorf("%+v", c)
	}
	if c = try("ひなた#2026"); c.Verdict != "ng" || c.Password {
		t.Fatalf("%+v", c)
	}
	v.raw("POST", base+"/clean", map[string]any{})
	c = v.until(c.ID, func(c card) bool { return c.State == checked && (c.Copy != nil || c.Problem != "") })
	if c.Copy == nil {
		t.Fatal(c.Problem)
	}
	if copied := v.raw("GET", base+"/copy", nil); !strings.HasPrefix(copied, "PK") {
		t.Error("the copy is no plain workbook")
	}
	for _, path := range []string{base, base + "/report.html", base + "/plan.json"} {
		if strings.Contains(v.raw("GET", path, nil), "#2026") {
			t.Errorf("%s tells the password", path)
		}
	}
}
