package sumikeshi

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/pdfium"
	"github.com/sumikeshi/sumikeshi/internal/worker"
)

// callPicture asks for a picture of a page.
const callPicture = "picture"

type (
	pictureArgs struct {
		checkArgs
		Page int     `json:"page"`
		DPI  float64 `json:"dpi"`
	}

	pictureReply struct {
		Failed *failure `json:"failed"`
	}
)

const (
	defaultDPI = 100
	maxDPI     = 300
	// maxPicture bounds the pixels of a picture. The resolution is lowered for pages that would have more.
	maxPicture = 16_000_000
)

// PagePicture draws a page of a PDF file, counted from 1, in a worker and returns it as PNG. The resolution is in pixels for each
// inch; 0 means 100, and pages that would become too large are drawn smaller. The errors are [*inspect.UnreadError], for a file
// or page that can't be drawn, those of a lost worker, and the context's.
func (i *Isolation) PagePicture(ctx context.Context, in Input, o Options, page, dpi int) ([]byte, error) {
	src, err := openInput(ctx, in, o.Limits)
	if err != nil {
		return nil, err
	}
	defer src.close()
	args := pictureArgs{checkArgs{in.Name, src.path, optionsOf(o)}, page, float64(min(max(dpi, 0), maxDPI))}
	var rep pictureReply
	pic, err := i.call(ctx, callPicture, args, in.Data, &rep)
	if err != nil {
		return nil, crashed(err)
	}
	if rep.Failed != nil {
		return nil, rep.Failed.err()
	}
	conf, err := png.DecodeConfig(bytes.NewReader(pic))
	if err != nil || conf.Width*conf.Height > maxPicture {
		return nil, &worker.Error{Kind: worker.Crash, Err: errAnswer}
	}
	return pic, nil
}

func (s *server) picture(ctx context.Context, c worker.Call) (worker.Reply, error) {
	var args pictureArgs
	if _, err := s.prepare(c.Args, &args, &args.Options); err != nil {
		return worker.Reply{}, err
	}
	src, done, err := source(args.checkArgs, c.Payload)
	if err != nil {
		return worker.Reply{Value: pictureReply{failureOf(err)}}, nil
	}
	defer done()
	pic, err := pagePicture(ctx, src, args)
	if err != nil {
		return worker.Reply{Value: pictureReply{failureOf(err)}, Spent: true}, nil
	}
	return worker.Reply{Payload: pic}, nil
}

func pagePicture(ctx context.Context, src *inspect.Source, args pictureArgs) ([]byte, error) {
	if bound := args.Options.Limits.Or(limits.Default()).Held; src.Size > bound {
		return nil, &limits.Error{Name: "held", Limit: bound}
	}
	data, err := io.ReadAll(src.Reader())
	if err != nil {
		return nil, err
	}
	doc, err := pdfium.Open(ctx, data)
	if err != nil {
		return nil, noPicture(err)
	}
	defer doc.Close()
	dpi := args.DPI
	if dpi == 0 {
		dpi = defaultDPI
	}
	pic, err := doc.Render(ctx, args.Page, pdfium.Look{DPI: dpi, MaxPixels: maxPicture})
	if err != nil {
		return nil, noPicture(err)
	}
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&out, pic.RGBA); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return out.Bytes(), nil
}

// noPicture says in words that a page can't be shown.
func noPicture(err error) error {
	if !errors.Is(err, pdfium.ErrRefused) && !errors.Is(err, pdfium.ErrUnavailable) {
		return err
	}
	return &inspect.UnreadError{
		Reason: inspect.Unsupported,
		Advice: inspect.Words{
			JA: "このページは、ここでは絵にして表示できません。ふだんのPDFソフトで見てください。",
			EN: "The page can't be shown here. Look at it in your usual PDF program.",
		},
		Err: err,
	}
}
