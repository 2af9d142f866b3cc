// Package inflate reads deflate streams (RFC 1951).
//
// Inflating is most of what a workbook of a million rows costs, and it is done again in each pass over a file. This reader takes its bits
// eight bytes at a time and its codes out of tables that hold the extra bits too, so that it needs about half of the time of others. What
// it accepts is what compress/flate accepts; the fuzz test holds that, and whoever reads a ZIP file holds the result to its CRC.
package inflate

import (
	"encoding/binary"
	"errors"
	"io"
)

// ErrCorrupt says that the bytes are no deflate stream. A stream that ends early is [io.ErrUnexpectedEOF].
var ErrCorrupt = errors.New("inflate: corrupt input")

const (
	history   = 1 << 15              // how far back a match may reach, in bytes
	maxMatch  = 258                  // bytes of a match
	slack     = 16                   // bytes that copying a match may write, or looking ahead read, beyond what is asked for
	outSize   = history + 96<<10     // the window and what was not read yet
	outFull   = outSize - 4*maxMatch // from here on there may be no room for what one look at the input gives
	inSize    = 64 << 10
	inReserve = 2 * 8 // bytes that one look at the input takes at most
)

// A Reader inflates one stream after another. It is not safe for concurrent use.
type Reader struct {
	r        io.Reader
	in       [inSize + slack + 8]byte
	pos, end int // in[pos:end] was not taken yet; pos goes beyond end where zeros stand for what is missing
	ended    bool
	readErr  error // why r ended, if not at its end

	bits  uint64 // the next bits, from the lowest on
	nbits uint   // how many of them are taken from in; what is above them is in[pos:]

	out    [outSize + slack]byte
	w, rd  int // out[rd:w] was not read yet
	block  block
	stored int  // bytes left of a stored block
	final  bool // the block is the last one
	err    error

	tables
}

// A block is the kind of block that is being read.
type block uint8

const (
	none block = iota
	plain
	coded
)

// Reset begins a new stream.
func (f *Reader) Reset(r io.Reader) {
	f.r, f.pos, f.end, f.ended, f.readErr = r, 0, 0, false, nil
	f.bits, f.nbits, f.w, f.rd = 0, 0, 0, 0
	f.block, f.stored, f.final, f.err = none, 0, false, nil
}

// Read reads what the stream inflates to. After its end there may be more in the input: see [Reader.Rest].
func (f *Reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	n := 0
	for n < len(p) {
		if f.rd == f.w {
			if f.err != nil {
				break
			}
			f.slide()
			f.step()
			continue
		}
		c := copy(p[n:], f.out[f.rd:f.w])
		f.rd += c
		n += c
	}
	if n == 0 {
		return 0, f.err
	}
	return n, nil
}

// Rest reports whether there are bytes behind the end of the stream, which has to be reached.
func (f *Reader) Rest() (bool, error) {
	f.align()
	if f.pos == f.end {
		f.fill()
	}
	return f.pos < f.end, f.readErr
}

// slide makes room in the window when all of it was read.
func (f *Reader) slide() {
	if f.w >= outFull {
		copy(f.out[:history], f.out[f.w-history:f.w])
		f.w, f.rd = history, history
	}
}

// step inflates until the window is full or the block ends.
func (f *Reader) step() {
	switch f.block {
	case none:
		if f.final {
			f.err = io.EOF
			return
		}
		f.err = f.header()
	case plain:
		f.err = f.copyStored()
	case coded:
		f.err = f.codes()
	}
	if f.err == errEarly && f.readErr != nil {
		f.err = f.readErr
	}
}

var errEarly = io.ErrUnexpectedEOF

// fill reads on, until there are inReserve bytes or the input has ended; then zeros follow. The bytes that bits holds stay before pos.
func (f *Reader) fill() {
	if f.pos > f.end {
		return // among the zeros
	}
	keep := min(f.pos, 8)
	copy(f.in[:], f.in[f.pos-keep:f.end])
	f.pos, f.end = keep, f.end-f.pos+keep
	for idle := 0; !f.ended && f.end-f.pos < inReserve; {
		n, err := f.r.Read(f.in[f.end:inSize])
		f.end += n
		if idle++; n > 0 {
			idle = 0
		} else if err == nil && idle == 100 {
			err = io.ErrNoProgress
		}
		if err != nil {
			f.ended = true
			if err != io.EOF {
				f.readErr = err
			}
		}
	}
	if f.ended {
		clear(f.in[f.end : f.end+slack+8])
	}
}

// more makes sure that all bits of one look at the input are there, or that the input has ended and was not overrun.
func (f *Reader) more() error {
	if f.pos+inReserve <= f.end {
		return nil
	}
	if !f.ended {
		f.fill()
	}
	if f.ended && f.overrun() {
		return errEarly
	}
	return nil
}

// overrun reports whether bits were used that stand behind the end of the input.
func (f *Reader) overrun() bool { return f.pos-int(f.nbits>>3) > f.end }

// refill takes whole bytes until there are at least 56 bits.
func (f *Reader) refill() {
	f.bits |= binary.LittleEndian.Uint64(f.in[f.pos:]) << f.nbits
	f.pos += int(63-f.nbits) >> 3
	f.nbits |= 56
}

// take returns the next n bits, at most 16.
func (f *Reader) take(n uint) (int, error) {
	if f.nbits < n {
		if err := f.more(); err != nil {
			return 0, err
		}
		f.refill()
	}
	v := int(f.bits & (1<<n - 1))
	f.bits >>= n
	f.nbits -= n
	if f.ended && f.overrun() {
		return 0, errEarly
	}
	return v, nil
}

// align gives whole bytes back and drops the rest of a byte.
func (f *Reader) align() {
	f.pos -= int(f.nbits >> 3)
	f.bits, f.nbits = 0, 0
}

// header reads the start of a block.
func (f *Reader) header() error {
	v, err := f.take(3)
	if err != nil {
		return err
	}
	f.final = v&1 != 0
	switch v >> 1 {
	case 0:
		return f.startStored()
	case 1:
		err = f.fixed()
	case 2:
		err = f.dynamic()
	default:
		err = ErrCorrupt
	}
	f.block = coded
	return err
}

func (f *Reader) startStored() error {
	f.align()
	n, err := f.take(16)
	if err != nil {
		return err
	}
	not, err := f.take(16)
	if err != nil {
		return err
	}
	if n^not != 0xFFFF {
		return ErrCorrupt
	}
	f.align()
	f.block, f.stored = plain, n
	return nil
}

func (f *Reader) copyStored() error {
	for f.stored > 0 && f.w < outFull {
		if f.pos == f.end {
			if !f.ended {
				f.fill()
			}
			if f.pos == f.end {
				return errEarly
			}
		}
		n := copy(f.out[f.w:outSize], f.in[f.pos:min(f.end, f.pos+f.stored)])
		f.pos += n
		f.w += n
		f.stored -= n
	}
	if f.stored == 0 {
		f.block = none
	}
	return nil
}

// codes inflates a block of codes until it ends or the window is full. One look at the input is two refills: up to three literals, and
// then a match, which is at most 48 bits.
func (f *Reader) codes() error {
	out, lits, dists := &f.out, &f.lits, &f.dists
	for f.w < outFull {
		if err := f.more(); err != nil {
			return err
		}
		bits := f.bits | binary.LittleEndian.Uint64(f.in[f.pos:])<<(f.nbits&63)
		pos, nbits, w := f.pos+int(63-f.nbits)>>3, f.nbits|56, f.w
		e := lits[bits&litMask]
		for range 3 {
			if e&isLiteral == 0 {
				break
			}
			out[w] = byte(e >> 16)
			w++
			bits >>= e & 63
			nbits -= uint(e & 63)
			e = lits[bits&litMask]
		}
		bits |= binary.LittleEndian.Uint64(f.in[pos:]) << (nbits & 63)
		pos += int(63-nbits) >> 3
		nbits |= 56
		if e&isOdd != 0 {
			if e&isLink != 0 {
				e = lits[int(e>>16)+int(bits>>litBits)&(1<<(e&63)-1)]
			}
			if e&isOdd != 0 {
				f.bits, f.nbits, f.pos, f.w = bits>>(e&63), nbits-uint(e&63), pos, w
				return f.ending(e)
			}
		}
		if e&isLiteral != 0 {
			out[w] = byte(e >> 16)
			f.bits, f.nbits, f.pos, f.w = bits>>(e&63), nbits-uint(e&63), pos, w+1
			continue
		}
		length := int(e>>16) + int(bits&(1<<(e&63)-1)>>(e>>8&15))
		bits >>= e & 63
		nbits -= uint(e & 63)
		d := dists[bits&distMask]
		if d&isLink != 0 {
			d = dists[int(d>>16)+int(bits>>distBits)&(1<<(d&63)-1)]
		}
		dist := int(d>>16) + int(bits&(1<<(d&63)-1)>>(d>>8&15))
		f.bits, f.nbits, f.pos, f.w = bits>>(d&63), nbits-uint(d&63), pos, w+length
		if d&isOdd != 0 || dist > w {
			f.w = w
			return f.bad()
		}
		f.match(w, dist, length)
	}
	return nil
}

// ending returns what a code means that is neither a literal nor a match: the end of the block, or nothing.
func (f *Reader) ending(e uint32) error {
	if e&isEnd == 0 || f.ended && f.overrun() {
		return f.bad()
	}
	f.block = none
	return nil
}

// bad returns the error of a code that means nothing: zeros behind the end of the input do not say that it is corrupt.
func (f *Reader) bad() error {
	if f.ended && f.overrun() {
		return errEarly
	}
	return ErrCorrupt
}

// match copies what stands dist bytes before w, and may write up to slack bytes more.
func (f *Reader) match(w, dist, length int) {
	from, to := w-dist, w+length
	switch {
	case dist >= 8:
		for w < to {
			binary.LittleEndian.PutUint64(f.out[w:], binary.LittleEndian.Uint64(f.out[from:]))
			w, from = w+8, from+8
		}
	case dist == 1:
		c := f.out[from]
		for ; w < to; w++ {
			f.out[w] = c
		}
	default:
		for ; w < to; w, from = w+1, from+1 {
			f.out[w] = f.out[from]
		}
	}
}
