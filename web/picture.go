package web

import (
	"net/http"
	"strconv"

	sumikeshi "github.com/sumikeshi/sumikeshi"
)

// pictureDPI is what the script counts boxes with.
const pictureDPI = 100

// picture sends a page of a PDF file as it looks, or that of its cleaned copy.
func (s *Server) picture(w http.ResponseWriter, r *http.Request, known, _ *file) {
	page, err := strconv.Atoi(r.PathValue("page"))
	in := s.input(known)
	if r.URL.Query().Get("copy") != "" {
		in = sumikeshi.Input{Name: known.name, Path: s.folder.name(known.copyName())}
	}
	if err != nil || known.result == nil || known.result.Format != "pdf" {
		s.refuse(w, r, http.StatusNotFound, "no-file")
		return
	}
	raw, err := s.hands.PagePicture(r.Context(), in, s.options(known), page, pictureDPI)
	if err != nil {
		s.refuse(w, r, http.StatusUnprocessableEntity, "no-picture")
		return
	}
	w.Header().Set("Content-Type", "image/png")
	_, _ = w.Write(raw)
}
