// Package pdfium shows pages of PDF files with PDFium, which runs as WebAssembly inside this process: without cgo, without a file
// system but for a few Japanese fonts, without a network, and with memory and time of its own.
//
// It is the second eye. internal/pdf says by geometry what a reader sees; this package says it by pixels, with code that shares
// nothing with the first. It draws pages ([Doc.Render]), switches text objects off and on again ([Doc.Texts], [Doc.Switch]) so that
// a page can be compared with itself, and writes a document anew that other readers refuse ([Doc.Save]).
//
// Nothing is loaded before the first [Open]. That costs about 0.3 s, and some seconds once for each version of the program, until the
// compiled module lies in the user's cache folder.
package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// ErrUnavailable says that PDFium could not be started here, or that it broke off. It says nothing about the document.
var ErrUnavailable = errors.New("pdfium: not available")

// ErrRefused says that PDFium does not open the document, or the page.
var ErrRefused = errors.New("pdfium: refused")

// A Doc is a document that PDFium holds open. It is not safe for concurrent use. Close it: each open document holds a module of
// some tens of megabytes.
type Doc struct {
	inst  pdfium.Pdfium
	ref   references.FPDF_DOCUMENT
	page  references.FPDF_PAGE
	n     int // the page that is held, from 1; 0: none
	texts []textObject
	paths []references.FPDF_PAGEOBJECT

	bitmap references.FPDF_BITMAP // that pages are drawn on
	size   image.Point            // its size; zero: there is none

	pages int
	form  int // whether it has form fields
	stop  func() bool
}

// Open opens a document. When the context is done, whatever PDFium is at breaks off, and every later call fails. The errors are
// [ErrUnavailable], [ErrRefused] and the context's.
func Open(ctx context.Context, data []byte) (*Doc, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	inst, err := instance(ctx, patient)
	if err != nil {
		return nil, err
	}
	d := &Doc{inst: inst, stop: context.AfterFunc(ctx, func() { _ = inst.Kill() })}
	return d.open(ctx, data)
}

// OpenSwift is [Open] for a process that is ended from outside when its time is over. PDFium works twice as fast, but what it is at
// does not break off: the context is asked between calls.
func OpenSwift(ctx context.Context, data []byte) (*Doc, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	inst, err := instance(ctx, swift)
	if err != nil {
		return nil, err
	}
	d := &Doc{inst: inst, stop: func() bool { return true }}
	return d.open(ctx, data)
}

func (d *Doc) open(ctx context.Context, data []byte) (*Doc, error) {
	inst := d.inst
	err := guard(func() error {
		r, err := inst.OpenDocument(&requests.OpenDocument{FileReader: bytes.NewReader(data), FileReaderSize: int64(len(data))})
		if err != nil {
			return err
		}
		d.ref = r.Document
		n, err := inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
		if err != nil {
			return err
		}
		d.pages = n.PageCount
		return nil
	})
	if err != nil {
		d.Close()
		return nil, d.failure(ctx, err)
	}
	return d, nil
}

// Pages returns the number of pages.
func (d *Doc) Pages() int { return d.pages }

// Close frees what the document holds.
func (d *Doc) Close() {
	d.stop()
	_ = guard(d.inst.Close)
}

// hold loads a page, from 1, and keeps it until another one is asked for.
func (d *Doc) hold(ctx context.Context, n int) error {
	if d.n == n && n > 0 {
		return ctx.Err()
	}
	d.release()
	if n < 1 || n > d.pages {
		return fmt.Errorf("%w: page %d", ErrRefused, n)
	}
	err := guard(func() error {
		r, err := d.inst.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.ref, Index: n - 1})
		if err != nil {
			return err
		}
		d.page, d.n = r.Page, n
		return nil
	})
	return d.failure(ctx, err)
}

func (d *Doc) release() {
	if d.n == 0 {
		return
	}
	d.texts, d.paths = nil, nil
	_ = guard(func() error {
		_, err := d.inst.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: d.page})
		return err
	})
	d.n = 0
}

// handle names the page that is held.
func (d *Doc) handle() requests.Page { return requests.Page{ByReference: &d.page} }

// guard turns a panic of the binding into an error: it runs on what a hostile document made of the module's memory.
func guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = ErrUnavailable
		}
	}()
	return f()
}

// failure says what an error of the binding means. Its text is thrown away, since it may quote the document.
func (d *Doc) failure(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, ErrUnavailable), errors.Is(err, ErrRefused):
		return err
	}
	if _, dead := d.inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref}); dead != nil && d.ref != "" {
		return ErrUnavailable
	}
	return ErrRefused
}
