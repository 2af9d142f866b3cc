package ooxml

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/biff12"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// ErrBinary says that a fix would have to change the cells or the sheets of a binary workbook, which is not done.
var ErrBinary = errors.New("ooxml: sheets of a binary workbook are not rewritten")

// RewriteBinary is [Rewrite] for a workbook of binary parts (.xlsb). Parts beside the sheets can be dropped, properties stripped and the
// pictures cleaned; what goes deeper is [ErrBinary]. In the binary parts no more changes than what names a part that goes, and the
// path under which the workbook was saved.
func RewriteBinary(ctx context.Context, src *inspect.Source, fixes []inspect.Fix, mask Mask, w io.Writer) error {
	if mask != nil {
		return ErrBinary
	}
	ctx = limits.With(ctx, roomy(ctx))
	pkg, err := opc.Open(ctx, src, src.Size)
	if err != nil {
		return err
	}
	j := &binaryJob{job: newJob(ctx, pkg, nil), path: map[*opc.Part]bool{}}
	for _, fix := range fixes {
		if err := j.takeBinary(fix); err != nil {
			return err
		}
	}
	j.kept = j.reach()
	for _, step := range []func() error{j.editPictures, j.editElements, j.editAttrs, j.editReferences, j.editProperties, j.editRecords} {
		if err := step(); err != nil {
			return err
		}
	}
	_, err = j.edit().Write(ctx, w)
	return err
}

type binaryJob struct {
	*job
	path map[*opc.Part]bool // workbook parts that lose the path under which they were saved
}

// records reports whether a part is one of the binary parts of the workbook itself.
func records(part *opc.Part) bool {
	return strings.HasPrefix(part.ContentType, "application/vnd.ms-excel.") && !strings.HasSuffix(part.ContentType, "xml") && strings.HasSuffix(strings.ToLower(part.Name), ".bin")
}

// takeBinary notes what a fix says, if it can be carried out without rewriting a sheet.
func (j *binaryJob) takeBinary(fix inspect.Fix) error {
	part := j.pkg.Part(target(fix))
	if part != nil && records(part) {
		switch fix := fix.(type) {
		case inspect.DropElement:
			if fix.Element != "absPath" {
				return ErrBinary
			}
			j.path[part] = true
			return nil
		case inspect.DropPart:
			if !j.apart(part) {
				return ErrBinary
			}
		default:
			return ErrBinary
		}
	}
	switch fix.(type) {
	case inspect.Freeze, inspect.Literal, inspect.DropLink:
		return ErrBinary
	}
	return j.take(fix)
}

// apart reports whether a binary part can go alone: no sheet, nor what the sheets are read with, nor notes, whose boxes stand in a drawing.
func (j *binaryJob) apart(part *opc.Part) bool {
	for _, kind := range [...]string{"connections", "queryTable", "attachedToolbars", "revisionHeaders", "revisionLog", "usernames", "xlBinaryIndex", "calcChain"} {
		for _, rel := range j.pkg.ByType(kind) {
			if rel.Part == part {
				return true
			}
		}
	}
	return !j.pkg.Reachable()[part]
}

// editRecords takes the references to what goes out of the binary parts.
func (j *binaryJob) editRecords() error {
	for _, part := range j.pkg.Parts {
		if !j.kept[part] || !records(part) {
			continue
		}
		ids := j.dangling(part)
		if len(ids) == 0 && !j.path[part] {
			continue
		}
		rc, err := part.Open(j.ctx)
		if err != nil {
			return err
		}
		var out bytes.Buffer
		err = biff12.Without(rc, &out, ids, j.path[part])
		rc.Close()
		if errors.Is(err, biff12.ErrReferred) {
			return fmt.Errorf("%w: %s", ErrBinary, part.Name)
		}
		if err != nil {
			return err
		}
		if held := limits.From(j.ctx).Held; int64(out.Len()) > held {
			return &limits.Error{Name: "held", Limit: held}
		}
		j.held[part] = out.Bytes()
	}
	return nil
}
