package web

import (
	"crypto/rand"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/report"
)

// Bounds of one upload. The page sends one document at a time; a form may hold a few.
const (
	maxParts    = 64
	maxField    = 8 << 10 // bytes of a field that is not a document
	maxOverhead = 1 << 20 // bytes of a form beside its documents
)

// upload takes the documents of a form: for each a field "name" (with the folders it was dropped in) and then the field "file".
// Of one that is too large the page sends the field "size" instead, so that it stands among the others and says why.
//
// The form is read as it comes: nothing is held, and what is more than allowed is refused before it is stored.
func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/form-data" || params["boundary"] == "" {
		s.refuse(w, r, http.StatusUnsupportedMediaType, "refused")
		return
	}
	if r.ContentLength > s.lim.Input+maxOverhead {
		s.refuse(w, r, http.StatusRequestEntityTooLarge, "too-large")
		return
	}
	body := &patient{r: http.MaxBytesReader(w, r.Body, s.lim.Input+maxOverhead), rc: http.NewResponseController(w), each: s.o.patience}
	u := uploading{s: s, form: multipart.NewReader(body, params["boundary"])}
	if code, key := u.run(); code != 0 {
		for _, id := range u.ids { // all of a form or nothing
			s.remove(id)
		}
		w.Header().Set("Connection", "close") // the rest of the body is not wanted
		s.refuse(w, r, code, key)
		return
	}
	s.answer(w, map[string][]string{"ids": u.ids})
}

// A patient reader waits only so long for each piece.
type patient struct {
	r    io.Reader
	rc   *http.ResponseController
	each time.Duration
}

func (p *patient) Read(b []byte) (int, error) {
	if err := p.rc.SetReadDeadline(time.Now().Add(p.each)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return 0, err
	}
	return p.r.Read(b)
}

// An uploading is one form on its way in.
type uploading struct {
	s    *Server
	form *multipart.Reader
	name string
	ids  []string
}

// run reads the parts; the code is 0 if all is well.
func (u *uploading) run() (code int, key string) {
	for n := 0; ; n++ {
		part, err := u.form.NextRawPart()
		if errors.Is(err, io.EOF) {
			if len(u.ids) == 0 {
				return http.StatusBadRequest, "refused"
			}
			return 0, ""
		}
		if err != nil {
			return broken(err)
		}
		if n == maxParts {
			return http.StatusRequestEntityTooLarge, "too-many-parts"
		}
		if code, key := u.part(part); code != 0 {
			return code, key
		}
	}
}

func broken(err error) (code int, key string) {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return http.StatusRequestEntityTooLarge, "too-large"
	}
	return http.StatusBadRequest, "broken-upload"
}

func (u *uploading) part(p *multipart.Part) (code int, key string) {
	switch p.FormName() {
	case "name", "size":
		text, err := io.ReadAll(io.LimitReader(p, maxField+1))
		if err != nil {
			return broken(err)
		}
		if len(text) > maxField || !utf8.Valid(text) {
			return http.StatusBadRequest, "refused"
		}
		if p.FormName() == "name" {
			u.name = cleanName(string(text))
			return 0, ""
		}
		size, err := strconv.ParseInt(string(text), 10, 64)
		if err != nil || size <= u.s.lim.Input {
			return http.StatusBadRequest, "refused"
		}
		return u.tooLarge(size)
	case "file":
		return u.document(p)
	}
	return http.StatusBadRequest, "refused"
}

// document stores a document and queues its check.
func (u *uploading) document(p *multipart.Part) (code int, key string) {
	if u.name == "" {
		u.name = cleanName(p.FileName())
	}
	f := &file{id: rand.Text(), name: u.name, state: waiting}
	u.name = ""
	size, over, err := u.s.folder.store(f.id, p, u.s.lim.Input)
	switch {
	case over:
		return http.StatusRequestEntityTooLarge, "too-large"
	case err != nil:
		return broken(err)
	}
	f.size = size
	if !u.s.add(f) {
		u.s.folder.remove(f.id)
		return http.StatusRequestEntityTooLarge, "too-many-files"
	}
	u.ids = append(u.ids, f.id)
	u.s.begin(f)
	return 0, ""
}

// tooLarge puts a document onto the page that was never sent.
func (u *uploading) tooLarge(size int64) (code int, key string) {
	f := &file{id: rand.Text(), name: u.name, size: size, state: checked}
	f.result = inspect.NotReadable(&inspect.Source{Name: f.name, Size: size}, "unknown", inspect.Limit)
	u.name = ""
	if !u.s.add(f) {
		return http.StatusRequestEntityTooLarge, "too-many-files"
	}
	u.ids = append(u.ids, f.id)
	return 0, ""
}

// maxName bounds a name, in runes.
const maxName = 400

// cleanName makes of what a browser sent a name that can be shown: folders with slashes, nothing that leads anywhere else, nothing
// that can't be seen. It is never used as a path all the same.
func cleanName(name string) string {
	name = strings.ReplaceAll(report.Plain(name), `\`, "/")
	if runes := []rune(name); len(runes) > maxName {
		name = string(runes[len(runes)-maxName:])
	}
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if name == "" {
		return "?"
	}
	return name
}
