package sumikeshi

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"path/filepath"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

func Test_a_page_is_drawn_in_a_worker(t *testing.T) {
	i := newIsolation(t)
	in := Input{Name: "a.pdf", Path: filepath.Join("testdata", "pdf", "covered-text", "dirty.pdf")}
	raw, err := i.PagePicture(context.Background(), in, Options{}, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	pic, err := png.Decode(bytes.NewReader(raw))
	if err != nil || pic.Bounds().Dx() < 500 {
		t.Fatal(pic.Bounds(), err)
	}
	twice, err := i.PagePicture(context.Background(), in, Options{}, 1, 200)
	if err != nil {
		t.Fatal(err)
	}
	if conf, err := png.DecodeConfig(bytes.NewReader(twice)); err != nil || conf.Width < 2*pic.Bounds().Dx()-2 {
		t.Error(conf.Width, err)
	}
	var unread *inspect.UnreadError
	if _, err := i.PagePicture(context.Background(), in, Options{}, 9999, 0); !errors.As(err, &unread) || unread.Reason != inspect.Unsupported || unread.Advice.JA == "" {
		t.Error("no such page:", err)
	}
	if _, err := i.PagePicture(context.Background(), document(t, "これはPDFではない"), Options{}, 1, 0); !errors.As(err, &unread) {
		t.Error("no such file:", err)
	}
}
