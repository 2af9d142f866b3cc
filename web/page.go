package web

import (
	"bytes"
	"embed"
	"encoding/json"
	"html/template"
	"net/http"
	"path"
)

//go:generate go -C ../tools run ./page ../web/ts/main.ts ../web/static/app.js

//go:embed page.tmpl
var pageTemplate string

//go:embed static
var files embed.FS

var pageTmpl = template.Must(template.New("page").Parse(pageTemplate))

// page sends the page. It holds nothing but words: what was dropped comes over the addresses below /api/.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	lang := s.lang(r)
	other := map[string]string{"ja": "en", "en": "ja"}[lang]
	var buf bytes.Buffer
	if err := pageTmpl.Execute(&buf, pageData{Lang: lang, Other: other, Version: s.o.Version}); err != nil {
		s.refuse(w, r, http.StatusInternalServerError, "refused")
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Vary", "Accept-Language")
	_, _ = buf.WriteTo(w)
}

type pageData struct{ Lang, Other, Version string }

// Say returns a text of the page.
func (p pageData) Say(key string) string { return pageWords[key].In(p.Lang) }

func (s *Server) static(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	raw, err := files.ReadFile("static/" + name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", kinds[path.Ext(name)])
	_, _ = w.Write(raw)
}

// wordsJSON sends all texts that the script shows.
func (s *Server) wordsJSON(w http.ResponseWriter, r *http.Request) {
	lang, out := s.lang(r), map[string]string{}
	for key, said := range pageWords {
		out[key] = said.In(lang)
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(out)
}

// kinds are said here, since what a system thinks of an extension can be changed.
var kinds = map[string]string{".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
