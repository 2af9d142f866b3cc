package web

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// routes lists every address that there is. GET changes nothing; what changes something or shows a value is POST.
func (s *Server) routes() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("GET /{$}", s.page)
	m.HandleFunc("GET /static/{name}", s.static)
	m.HandleFunc("GET /words.json", s.wordsJSON)

	m.HandleFunc("POST /api/session", s.session)
	m.HandleFunc("GET /api/events", s.events)
	m.HandleFunc("POST /api/files", s.upload)
	m.HandleFunc("POST /api/wipe", s.wipe)
	m.HandleFunc("POST /api/end", s.quit)
	m.HandleFunc("GET /api/copies.zip", s.copies)
	m.HandleFunc("GET /api/report.html", s.reportAll)

	m.HandleFunc("GET /api/files/{id}", s.withFile(s.detail))
	m.HandleFunc("POST /api/files/{id}/stop", s.withFile(s.stopFile))
	m.HandleFunc("POST /api/files/{id}/retry", s.withFile(s.retry))
	m.HandleFunc("POST /api/files/{id}/remove", s.withFile(s.removeFile))
	m.HandleFunc("POST /api/files/{id}/clean", s.withFile(s.cleanFile))
	m.HandleFunc("POST /api/files/{id}/decide", s.withFile(s.decide))
	m.HandleFunc("GET /api/files/{id}/plan.json", s.withFile(s.savePlan))
	m.HandleFunc("POST /api/files/{id}/plan", s.withFile(s.loadPlan))
	m.HandleFunc("GET /api/files/{id}/look", s.withFile(s.look))
	m.HandleFunc("GET /api/files/{id}/pages/{page}", s.withFile(s.picture))
	m.HandleFunc("POST /api/files/{id}/show", s.withFile(s.show))
	m.HandleFunc("GET /api/files/{id}/copy", s.withFile(s.copy))
	m.HandleFunc("GET /api/files/{id}/report.html", s.withFile(s.reportOne))

	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, http.StatusForbidden, "refused")
	}))
	return guard.Handler(m)
}

// withFile finds the file of an address. The handler gets a copy of what is known, and the file itself for changing it.
func (s *Server) withFile(h func(w http.ResponseWriter, r *http.Request, known *file, f *file)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		known, f, ok := s.find(r.PathValue("id"))
		if !ok {
			s.refuse(w, r, http.StatusNotFound, "no-file")
			return
		}
		h(w, r, &known, f)
	}
}

// refuse answers with a sentence for a person.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, code int, key string) {
	s.refuseSaying(w, r, code, pageWords[key])
}

func (s *Server) refuseSaying(w http.ResponseWriter, r *http.Request, code int, said inspect.Words) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]string{"said": said.In(s.lang(r))})
}

func (s *Server) answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

// maxJSON bounds what the page sends besides documents: a plan of many decisions.
const maxJSON = 8 << 20

// read decodes a request's JSON, or refuses it.
func (s *Server) read(w http.ResponseWriter, r *http.Request, v any) bool {
	if r.Header.Get("Content-Type") != "application/json" {
		s.refuse(w, r, http.StatusUnsupportedMediaType, "refused")
		return false
	}
	_ = http.NewResponseController(w).SetReadDeadline(s.o.now().Add(s.o.patience))
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxJSON))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		s.refuse(w, r, http.StatusBadRequest, "refused")
		return false
	}
	return true
}

// session exchanges the token of the address for a cookie.
func (s *Server) session(w http.ResponseWriter, r *http.Request) {
	var args struct {
		Token string `json:"token"`
	}
	if !s.read(w, r, &args) {
		return
	}
	if args.Token == "" { // the page asks whether it is let in already
		if !s.door.knowsBrowser(r) {
			s.refuse(w, r, http.StatusUnauthorized, "unknown-browser")
			return
		}
	} else if cookie, ok := s.door.enter(args.Token); ok {
		http.SetCookie(w, cookie)
	} else if !s.door.knowsBrowser(r) {
		s.refuse(w, r, http.StatusUnauthorized, "used-token")
		return
	}
	s.answer(w, struct {
		MaxSize  int64 `json:"maxSize"`
		MaxFiles int   `json:"maxFiles"`
	}{s.lim.Input, maxFiles})
}

func (s *Server) stopFile(w http.ResponseWriter, _ *http.Request, _, f *file) {
	s.stop(f)
	w.WriteHeader(http.StatusNoContent)
}

// retry checks a file once more, with a password if one is given.
func (s *Server) retry(w http.ResponseWriter, r *http.Request, known, f *file) {
	var args struct {
		Password string `json:"password"`
	}
	if !s.read(w, r, &args) {
		return
	}
	if known.busy() || known.unsent() {
		s.refuse(w, r, http.StatusConflict, "busy")
		return
	}
	s.change(f, func() { f.password = args.Password })
	s.begin(f)
	w.WriteHeader(http.StatusNoContent)
}

func (f *file) busy() bool { return f.state == waiting || f.state == checking || f.state == cleaning }

func (s *Server) removeFile(w http.ResponseWriter, _ *http.Request, known, _ *file) {
	s.remove(known.id)
	w.WriteHeader(http.StatusNoContent)
}

// wipe takes everything off the page and off the disk.
func (s *Server) wipe(w http.ResponseWriter, _ *http.Request) {
	s.removeAll()
	w.WriteHeader(http.StatusNoContent)
}

// quit ends the server.
func (s *Server) quit(w http.ResponseWriter, _ *http.Request) {
	s.removeAll()
	w.WriteHeader(http.StatusNoContent)
	_ = http.NewResponseController(w).Flush()
	time.AfterFunc(100*time.Millisecond, s.end)
}
