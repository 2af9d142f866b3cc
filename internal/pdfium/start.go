package pdfium

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	maxModules = 8
	maxWait    = time.Minute // for a module that others use
	// maxMemory bounds what one module may hold, in pages of 64 KiB: 384 MB. A scanned page of 100 megapixels does not fit, and is
	// refused.
	maxMemory = 384 << 20 >> 16
)

// patient and swift compile the module, once for the life of the process: patient code asks at each turn of each loop whether it is to
// break off, which takes as long as the rest of the work. Swift code does not.
var patient, swift = starter(true), starter(false)

func starter(stoppable bool) func() (pdfium.Pool, error) {
	return sync.OnceValues(func() (pdfium.Pool, error) {
		if dir, err := cacheDir(); err == nil {
			if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
				if pool, err := initialise(cache, stoppable); err == nil {
					return pool, nil
				}
			}
		}
		return initialise(nil, stoppable) // a folder that can't be written, or that holds rubbish, costs time only
	})
}

func instance(ctx context.Context, start func() (pdfium.Pool, error)) (pdfium.Pdfium, error) {
	pool, err := start()
	if err != nil {
		return nil, ErrUnavailable
	}
	soon, cancel := context.WithTimeout(ctx, maxWait)
	defer cancel()
	inst, err := pool.GetInstanceWithContext(soon)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, ErrUnavailable
	}
	return inst, nil
}

// initialise starts the runtime. What is not set here would be open: without a configuration the binding mounts the whole disk, and
// what PDFium prints would go to the terminal.
func initialise(cache wazero.CompilationCache, stoppable bool) (pool pdfium.Pool, err error) {
	conf := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(stoppable).
		WithMemoryLimitPages(maxMemory)
	if cache != nil {
		conf = conf.WithCompilationCache(cache)
	}
	err = guard(func() error {
		pool, err = webassembly.Init(webassembly.Config{
			Context: context.Background(), MaxIdle: 1, MaxTotal: maxModules,
			RuntimeConfig: conf,
			FSConfig:      wazero.NewFSConfig().WithFSMount(fonts(), "/"),
			Stdout:        io.Discard, Stderr: io.Discard,
			RandomSource: zeros{},
		})
		return err
	})
	return pool, err
}

// zeros makes the module's random numbers the same every time: the same document gives the same pixels.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// cacheDir returns a folder of the user's own for the compiled module, 0700: machine code is loaded from it, so one that others may
// write to is not used.
func cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(base, "sumikeshi", "pdfium")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return "", err
	}
	if !info.IsDir() || !private(info) {
		return "", fmt.Errorf("the cache folder is not private")
	}
	return dir, nil
}
