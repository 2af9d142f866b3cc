package charset

import (
	"io"
	"unicode/utf8"
)

// A Cursor copies a text and changes pieces of it. Positions are byte offsets into the text as [Charset.NewReader] returns it; the
// bytes of everything that is not replaced stay as they are, even where an encoding has two ways to write a character.
type Cursor struct {
	src  io.Reader
	dst  io.Writer
	cs   Charset
	dec  *decoder
	mark []byte
	buf  []byte
	room []byte
	eof  bool
	at   int64 // in the decoded text
}

// NewCursor returns a cursor at the start of the text that src yields.
func (c Charset) NewCursor(src io.Reader, dst io.Writer) *Cursor {
	return &Cursor{src: src, dst: dst, cs: c, dec: newDecoder(c.Encoding), mark: c.Mark(), room: make([]byte, block)}
}

// Copy copies everything before the position to.
func (c *Cursor) Copy(to int64) error { return c.move(to, true) }

// Replace puts text in the place of what stands before the position to. Characters that the encoding does not have become '*'.
func (c *Cursor) Replace(to int64, text string) error {
	from := c.dec.st
	if err := c.begin(); err != nil {
		return err
	}
	if err := c.move(to, false); err != nil {
		return err
	}
	_, err := c.dst.Write(encode(c.cs.Encoding, text, from, c.dec.st))
	return err
}

// Finish copies the rest.
func (c *Cursor) Finish() error {
	if err := c.begin(); err != nil {
		return err
	}
	if _, err := c.dst.Write(c.buf); err != nil {
		return err
	}
	c.buf = nil
	_, err := io.Copy(c.dst, c.src)
	return err
}

// begin copies the byte order mark, once.
func (c *Cursor) begin() error {
	if c.mark == nil {
		return nil
	}
	mark := make([]byte, len(c.mark))
	c.mark = nil
	if _, err := io.ReadFull(c.src, mark); err != nil {
		return err
	}
	_, err := c.dst.Write(mark)
	return err
}

func (c *Cursor) move(to int64, keep bool) error {
	if err := c.begin(); err != nil {
		return err
	}
	for c.at < to {
		if len(c.buf) < utf8.UTFMax && !c.eof {
			if err := c.fill(); err != nil {
				return err
			}
		}
		n, err := c.step(to)
		if err != nil {
			return err
		}
		if keep {
			if _, err := c.dst.Write(c.buf[:n]); err != nil {
				return err
			}
		}
		c.buf = c.buf[n:]
	}
	return nil
}

func (c *Cursor) fill() error {
	n := copy(c.room, c.buf)
	m, err := io.ReadFull(c.src, c.room[n:])
	c.buf = c.room[:n+m]
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		c.eof, err = true, nil
	}
	return err
}

// step returns how many raw bytes of the buffer lead toward the position to; 0 with no error never happens.
func (c *Cursor) step(to int64) (int, error) {
	if len(c.buf) == 0 {
		return 0, io.ErrUnexpectedEOF
	}
	if c.cs.Encoding == ASCII || c.cs.Encoding == UTF8 {
		n := min(int64(len(c.buf)), to-c.at)
		c.at += n
		return int(n), nil
	}
	n := 0
	for c.at < to {
		if len(c.buf)-n < utf8.UTFMax && !c.eof && n > 0 {
			break
		}
		if n == len(c.buf) {
			break
		}
		r, size, err := c.dec.next(c.buf[n:])
		if err != nil {
			return 0, ErrUndecodable
		}
		n += size
		if r != none {
			c.at += int64(utf8.RuneLen(r))
		}
	}
	return n, nil
}
