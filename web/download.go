package web

import (
	"archive/zip"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/report"
)

// attach names a download. The name in ASCII is for programs of long ago; the other is RFC 5987's.
func attach(w http.ResponseWriter, kind, name string) {
	ascii := strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`"\/:*?<>|;%`, r) {
			return '_'
		}
		return r
	}, name)
	escaped := strings.ReplaceAll(url.QueryEscape(name), "+", "%20")
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", fmt.Sprintf(`attachment; filename="%s"; filename*=UTF-8''%s`, ascii, escaped))
}

// copyPrefix is what the command line puts before the name of a copy too.
const copyPrefix = "公開用_"

// shownCopy is the name that the copy has for people.
func (f *file) shownCopy() string { return copyPrefix + path.Base(f.nameOfKind()) }

// nameOfKind is the name of the file, with the ending of the copy if that is of another kind: .xlsx for .xlsm without its macros.
func (f *file) nameOfKind() string {
	if f.outcome != nil && f.outcome.MacroFree {
		return sumikeshi.MacroFreeName(f.name)
	}
	return f.name
}

// copy sends the cleaned copy.
func (s *Server) copy(w http.ResponseWriter, r *http.Request, known, _ *file) {
	if known.outcome == nil {
		s.refuse(w, r, http.StatusNotFound, "no-copy-yet")
		return
	}
	f, err := os.Open(s.folder.name(known.copyName()))
	if err != nil {
		s.refuse(w, r, http.StatusNotFound, "no-copy-yet")
		return
	}
	defer f.Close()
	attach(w, "application/octet-stream", known.shownCopy())
	http.ServeContent(w, r, "", s.o.now(), f)
}

// copies sends all cleaned copies as one ZIP file that keeps the folders, but for those that must not be published.
func (s *Server) copies(w http.ResponseWriter, r *http.Request) {
	var made []file
	for _, f := range s.all() {
		if f.outcome != nil && f.outcome.After.Verdict != inspect.NG {
			made = append(made, f)
		}
	}
	if len(made) == 0 {
		s.refuse(w, r, http.StatusNotFound, "no-copy-yet")
		return
	}
	attach(w, "application/zip", pageWords["zip-name"].In(s.lang(r))+s.o.now().Format("_20060102_1504")+".zip")
	z := zip.NewWriter(w)
	taken := map[string]bool{}
	for i := range made {
		if err := s.addCopy(z, &made[i], taken); err != nil {
			// The download breaks off: half a file must not look whole.
			panic(http.ErrAbortHandler)
		}
	}
	if z.Close() != nil {
		panic(http.ErrAbortHandler)
	}
}

func (s *Server) addCopy(z *zip.Writer, f *file, taken map[string]bool) error {
	src, err := os.Open(s.folder.name(f.copyName()))
	if err != nil {
		return err
	}
	defer src.Close()
	entry, err := z.CreateHeader(&zip.FileHeader{Name: freeName(f.nameOfKind(), taken), Method: zip.Store, Modified: s.o.now()})
	if err != nil {
		return err
	}
	_, err = io.Copy(entry, src)
	return err
}

// freeName returns the name of a copy in the ZIP file: two documents of one name get numbers. Windows does not tell cases apart.
func freeName(name string, taken map[string]bool) string {
	dir, base := path.Split(name)
	for n := 1; ; n++ {
		numbered := copyPrefix + base
		if n > 1 {
			ext := path.Ext(base)
			numbered = fmt.Sprintf("%s%s (%d)%s", copyPrefix, strings.TrimSuffix(base, ext), n, ext)
		}
		full := portable(dir + numbered)
		if key := strings.ToLower(full); !taken[key] {
			taken[key] = true
			return full
		}
	}
}

// portable takes out of a path what Windows does not allow in names.
func portable(p string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:*?"<>|`, r) {
			return '_'
		}
		return r
	}, p)
}

// reportOne sends the HTML report on one file.
func (s *Server) reportOne(w http.ResponseWriter, r *http.Request, known, _ *file) {
	if known.result == nil {
		s.refuse(w, r, http.StatusNotFound, "busy")
		return
	}
	s.report(w, r, []file{*known}, pageWords["report-name"].In(s.lang(r))+"_"+path.Base(known.name))
}

// reportAll sends the HTML report on everything that was checked.
func (s *Server) reportAll(w http.ResponseWriter, r *http.Request) {
	var done []file
	for _, f := range s.all() {
		if f.result != nil {
			done = append(done, f)
		}
	}
	if len(done) == 0 {
		s.refuse(w, r, http.StatusNotFound, "busy")
		return
	}
	s.report(w, r, done, pageWords["report-name"].In(s.lang(r))+s.o.now().Format("_20060102_1504"))
}

func (s *Server) report(w http.ResponseWriter, r *http.Request, files []file, name string) {
	attach(w, "text/html; charset=utf-8", name+".html")
	o := s.reportOptions(s.lang(r))
	o.Brief = len(files) > 1
	o.Picture = func(f *report.File, page, dpi int) ([]byte, error) {
		i := slices.IndexFunc(files, func(known file) bool { return known.result == f.Result })
		if i < 0 {
			return nil, os.ErrNotExist
		}
		return s.hands.PagePicture(r.Context(), s.input(&files[i]), s.options(&files[i]), page, dpi)
	}
	out, _ := report.New("html", w, o)
	var sum report.Summary
	for i := range files {
		f := reported(&files[i])
		sum.Add(f.Verdict)
		if out.File(f) != nil {
			return
		}
	}
	sum.Sentence = conclusion(sum)
	_ = out.End(sum)
}

// reported is a file as reports take it.
func reported(f *file) *report.File {
	out := &report.File{Result: f.result}
	if f.outcome != nil || f.problem != (inspect.Words{}) {
		out.Cleaned = &report.Cleaned{Outcome: f.outcome, Problem: f.problem}
		if f.outcome != nil {
			out.Cleaned.Output = f.shownCopy()
		}
	}
	return out
}
