package web

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	sumikeshi "github.com/sumikeshi/sumikeshi"
)

// TestMain lets the test binary be the worker of the servers it tests.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		if sumikeshi.ServeWorker() != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// A visitor is a server and a browser that was let in.
type visitor struct {
	t      *testing.T
	s      *Server
	host   string
	cookie *http.Cookie
	temp   string
}

func visit(t *testing.T, change func(*Options)) *visitor {
	t.Helper()
	o := Options{
		Isolation: func(n int) *sumikeshi.Isolation { return &sumikeshi.Isolation{Workers: n, Timeout: time.Minute} },
		Workers:   2, TempDir: t.TempDir(),
	}
	if change != nil {
		change(&o)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Listen("")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	ctx, stop := context.WithCancel(context.Background())
	go func() { done <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	v := &visitor{t: t, s: s, host: l.Addr().String(), temp: o.TempDir}
	_, token, _ := strings.Cut(s.Address(l), "#")
	res := v.send("POST", "/api/session", map[string]string{"token": token}, nil)
	if res.StatusCode != http.StatusOK || len(res.Cookies()) != 1 {
		t.Fatal(res.Status)
	}
	v.cookie = res.Cookies()[0]
	return v
}

// send sends JSON as the page does. Change may spoil the request.
func (v *visitor) send(method, path string, value any, change func(*http.Request)) *http.Response {
	v.t.Helper()
	var body io.Reader
	if value != nil {
		raw, _ := json.Marshal(value)
		body = bytes.NewReader(raw)
	}
	req, err := http.NewRequest(method, "http://"+v.host+path, body)
	if err != nil {
		v.t.Fatal(err)
	}
	if value != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	return v.do(req, change)
}

func (v *visitor) do(req *http.Request, change func(*http.Request)) *http.Response {
	v.t.Helper()
	if req.Method != http.MethodGet {
		req.Header.Set("Origin", "http://"+v.host)
		req.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	if v.cookie != nil {
		req.AddCookie(v.cookie)
	}
	if change != nil {
		change(req)
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		v.t.Fatal(err)
	}
	v.t.Cleanup(func() { res.Body.Close() })
	return res
}

// form is an upload of documents by their names.
func form(t *testing.T, docs ...string) (kind string, body *bytes.Buffer) {
	t.Helper()
	body = &bytes.Buffer{}
	w := multipart.NewWriter(body)
	for i := 0; i+1 < len(docs); i += 2 {
		_ = w.WriteField("name", docs[i])
		part, err := w.CreateFormFile("file", "x")
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(part, docs[i+1])
	}
	_ = w.Close()
	return w.FormDataContentType(), body
}

func (v *visitor) upload(kind string, body io.Reader) *http.Response {
	v.t.Helper()
	req, err := http.NewRequest("POST", "http://"+v.host+"/api/files", body)
	if err != nil {
		v.t.Fatal(err)
	}
	req.Header.Set("Content-Type", kind)
	return v.do(req, nil)
}

// drop uploads one document, waits for its check and returns its card.
func (v *visitor) drop(name, content string) card {
	v.t.Helper()
	kind, body := form(v.t, name, content)
	res := v.upload(kind, body)
	var got struct{ IDs []string }
	if err := json.NewDecoder(res.Body).Decode(&got); err != nil || res.StatusCode != http.StatusOK || len(got.IDs) != 1 {
		v.t.Fatalf("%s %v %v", res.Status, got, err)
	}
	return v.until(got.IDs[0], func(c card) bool { return c.State == checked })
}

// until waits for a card to be as it should.
func (v *visitor) until(id string, ok func(card) bool) card {
	v.t.Helper()
	for range 1200 {
		if d := v.detail(id); ok(d.Card) {
			return d.Card
		}
		time.Sleep(50 * time.Millisecond)
	}
	v.t.Fatalf("it never came: %+v", v.detail(id).Card)
	return card{}
}

func (v *visitor) detail(id string) detail {
	v.t.Helper()
	res := v.send("GET", "/api/files/"+id, nil, nil)
	var d detail
	if err := json.NewDecoder(res.Body).Decode(&d); err != nil || res.StatusCode != http.StatusOK {
		v.t.Fatal(res.Status, err)
	}
	return d
}

// stored lists what lies in the server's folder, but its sign of life.
func (v *visitor) stored() []string {
	v.t.Helper()
	list, err := filepath.Glob(filepath.Join(v.temp, folderPrefix+"*", "[^.]*"))
	if err != nil {
		v.t.Fatal(err)
	}
	return list
}

func testdata(t *testing.T, parts ...string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(append([]string{"..", "testdata"}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func Test_what_does_not_come_from_the_page_is_refused(t *testing.T) {
	v := visit(t, nil)
	for name, c := range map[string]struct {
		method, path string
		change       func(*http.Request)
		want         int
	}{
		"a site whose name was led here": {"POST", "/api/wipe", func(r *http.Request) {
			r.Host = "evil.example:" + v.s.door.port
			r.Header.Set("Origin", "http://"+r.Host)
		}, 403},
		"the same without an Origin":   {"POST", "/api/wipe", func(r *http.Request) { r.Host = "evil.example"; r.Header.Del("Origin"); r.Header.Del("Sec-Fetch-Site") }, 403},
		"the right name, another port": {"POST", "/api/wipe", func(r *http.Request) { r.Host = "127.0.0.1:1" }, 403},
		"a GET by that name":           {"GET", "/", func(r *http.Request) { r.Host = "evil.example" }, 403},
		"another site":                 {"POST", "/api/wipe", func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") }, 403},
		"another program of this machine": {"POST", "/api/wipe", func(r *http.Request) {
			r.Header.Set("Origin", "http://127.0.0.1:1")
			r.Header.Set("Sec-Fetch-Site", "same-site")
		}, 403},
		"a page without origin":                 {"POST", "/api/wipe", func(r *http.Request) { r.Header.Set("Origin", "null") }, 403},
		"another site's picture":                {"GET", "/api/report.html", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 403},
		"no cookie":                             {"POST", "/api/wipe", func(r *http.Request) { r.Header.Del("Cookie") }, 401},
		"no cookie, GET":                        {"GET", "/api/events", func(r *http.Request) { r.Header.Del("Cookie") }, 401},
		"a wrong cookie":                        {"POST", "/api/wipe", func(r *http.Request) { r.Header.Set("Cookie", v.cookie.Name+"=AAAAAAAAAAAAAAAAAAAAAAAAAA") }, 401},
		"an empty cookie":                       {"POST", "/api/wipe", func(r *http.Request) { r.Header.Set("Cookie", v.cookie.Name+"=") }, 401},
		"GET where only POST changes something": {"GET", "/api/wipe", nil, 405},
		"a path that leads out":                 {"GET", "/static/..%2f..%2fgo.mod", nil, 404},
		"a file that nobody dropped":            {"GET", "/api/files/..%2f..%2fetc%2fpasswd", nil, 404},
		"its copy":                              {"GET", "/api/files/AAAA/copy", nil, 404},
		"the page itself":                       {"GET", "/", nil, 200},
		"the page, from a link on another site": {"GET", "/", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, 200},
		"localhost is the same machine":         {"POST", "/api/wipe", func(r *http.Request) { r.Host = "localhost:" + v.s.door.port; r.Header.Set("Origin", "http://"+r.Host) }, 204},
		"what the page does":                    {"POST", "/api/wipe", nil, 204},
	} {
		if res := v.send(c.method, c.path, nil, c.change); res.StatusCode != c.want {
			t.Errorf("%s: %s, want %d", name, res.Status, c.want)
		}
	}
}

func Test_the_token_works_once(t *testing.T) {
	v := visit(t, nil)
	other := &visitor{t: t, s: v.s, host: v.host}
	for _, token := range []string{"", "AAAAAAAAAAAAAAAAAAAAAAAAAA", v.s.door.token} {
		res := other.send("POST", "/api/session", map[string]string{"token": token}, nil)
		if res.StatusCode != http.StatusUnauthorized || len(res.Cookies()) > 0 {
			t.Errorf("%q: %s", token, res.Status)
		}
	}
	if c := v.cookie; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode {
		t.Errorf("%+v", c)
	}
	if res := v.send("POST", "/api/session", map[string]string{"token": ""}, nil); res.StatusCode != http.StatusOK {
		t.Error("a reload is refused:", res.Status)
	}
}

func Test_every_answer_is_locked_down(t *testing.T) {
	v := visit(t, nil)
	for _, path := range []string{"/", "/static/app.js", "/api/files/none", "/words.json", "/nothing"} {
		h := v.send("GET", path, nil, nil).Header
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" || h.Get("Cache-Control") != "no-store" ||
			!strings.HasPrefix(h.Get("Content-Security-Policy"), "default-src 'none';") || strings.Contains(h.Get("Content-Security-Policy"), "unsafe") {
			t.Errorf("%s: %v", path, h)
		}
		if h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s lets others read it", path)
		}
	}
}

func Test_names_lead_nowhere(t *testing.T) {
	v := visit(t, nil)
	for name, want := range map[string]string{
		"../../../etc/passwd.txt": "etc/passwd.txt", `..\..\Windows\x.txt`: "Windows/x.txt", "/abs.txt": "abs.txt", "a/../../b.txt": "b.txt",
		"": "?", "..": "?", "C:x.txt": "C:x.txt", "第1回　会議\u202etxt.exe": "第1回　会議txt.exe",
	} {
		kind, body := form(t, name, "町のお知らせ")
		res := v.upload(kind, body)
		var got struct{ IDs []string }
		if err := json.NewDecoder(res.Body).Decode(&got); err != nil || len(got.IDs) != 1 {
			t.Fatal(res.Status, err)
		}
		f, _, _ := v.s.find(got.IDs[0])
		if f.name != want {
			t.Errorf("%q became %q, want %q", name, f.name, want)
		}
	}
	for _, path := range v.stored() {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 || len(filepath.Base(path)) != 26 {
			t.Errorf("%s %v %v", path, info.Mode(), err)
		}
	}
	dirs, _ := filepath.Glob(filepath.Join(v.temp, "*"))
	if info, err := os.Stat(dirs[0]); len(dirs) != 1 || err != nil || info.Mode().Perm() != 0o700 {
		t.Error(dirs, err)
	}
}

func Test_uploads_have_bounds(t *testing.T) {
	v := visit(t, func(o *Options) { o.Check.Limits.Input = 1000 })
	small := func(field, value string) (string, io.Reader) {
		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		_ = w.WriteField(field, value)
		_ = w.Close()
		return w.FormDataContentType(), &body
	}
	for name, c := range map[string]struct {
		kind func() (string, io.Reader)
		want int
	}{
		"a document over the limit": {func() (string, io.Reader) { k, b := form(t, "a.txt", strings.Repeat("x", 1001)); return k, b }, 413},
		"a body over the limit":     {func() (string, io.Reader) { k, b := form(t, "a.txt", strings.Repeat("x", 2<<20)); return k, b }, 413},
		"a long name":               {func() (string, io.Reader) { return small("name", strings.Repeat("x", maxField+1)) }, 400},
		"no document":               {func() (string, io.Reader) { return small("name", "a.txt") }, 400},
		"an unknown field":          {func() (string, io.Reader) { return small("path", "a.txt") }, 400},
		"a size that is none":       {func() (string, io.Reader) { return small("size", "12") }, 400},
		"no form":                   {func() (string, io.Reader) { return "text/plain", strings.NewReader("x") }, 415},
		"half a form":               {func() (string, io.Reader) { k, b := form(t, "a.txt", "x"); return k, io.LimitReader(b, 250) }, 400},
	} {
		kind, body := c.kind()
		if res := v.upload(kind, body); res.StatusCode != c.want {
			t.Errorf("%s: %s, want %d", name, res.Status, c.want)
		}
	}
	kind, body := small("size", "1001")
	if res := v.upload(kind, body); res.StatusCode != http.StatusOK {
		t.Error(res.Status)
	}
	last := v.s.all()[len(v.s.all())-1]
	if last.result == nil || len(last.result.Unread) != 1 || last.result.Unread[0].Reason != "limit" {
		t.Errorf("%+v", last.result)
	}
}

func Test_a_form_of_10001_parts_leaves_nothing(t *testing.T) {
	v := visit(t, nil)
	var many []string
	for range 10_001 {
		many = append(many, "a.txt", "x")
	}
	kind, body := form(t, many...)
	res := v.upload(kind, body)
	said, _ := io.ReadAll(res.Body)
	if res.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(string(said), pageWords["too-many-parts"].JA) {
		t.Errorf("%s %s", res.Status, said)
	}
	if left := v.s.all(); len(left) > 0 {
		t.Errorf("%d files are on the page", len(left))
	}
}

// Test_a_slow_upload_is_cut_off sends a body that never goes on.
func Test_a_slow_upload_is_cut_off(t *testing.T) {
	v := visit(t, func(o *Options) { o.patience = 300 * time.Millisecond })
	kind, body := form(t, "a.txt", "town news")
	conn, err := net.Dial("tcp", v.host)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(30 * time.Second))
	fmt.Fprintf(conn, "POST /api/files HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nCookie: %s=%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s",
		v.host, v.host, v.cookie.Name, v.cookie.Value, kind, body.Len(), body.String()[:body.Len()-30])
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusBadRequest {
		t.Error(res.Status)
	}
	if left := v.stored(); len(left) > 0 {
		t.Error(left)
	}
}

func Test_only_this_machine_is_listened_to(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "192.0.2.1:0", "example.com:0", "[::]:0"} {
		if l, err := Listen(addr); err == nil {
			l.Close()
			t.Errorf("%s is listened on", addr)
		}
	}
}
