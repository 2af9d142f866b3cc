package picture

import "encoding/binary"

// bmpExtras finds what stands behind the pixels ([MS-WMF] 2.2.2.3 and the file header of Windows). It knows where the pixels of
// pictures end that are not compressed; of others the head says it.
func bmpExtras(data []byte) ([]Extra, error) {
	if len(data) < 26 {
		return nil, ErrBroken
	}
	le := binary.LittleEndian
	offset, head := int(le.Uint32(data[10:])), int(le.Uint32(data[14:]))
	if offset > len(data) || head > len(data)-14 {
		return nil, ErrBroken
	}
	var size int
	switch {
	case head == 12:
		size = rows(int(le.Uint16(data[18:])), int(le.Uint16(data[20:])), int(le.Uint16(data[24:])))
	case len(data) < 54:
		return nil, ErrBroken
	case le.Uint32(data[30:]) == 0 || le.Uint32(data[30:]) == 3:
		size = rows(int(int32(le.Uint32(data[18:]))), int(int32(le.Uint32(data[22:]))), int(le.Uint16(data[28:])))
	default:
		size = int(le.Uint32(data[34:]))
	}
	end := offset + size
	if head >= 124 && len(data) >= 14+124 { // a colour profile may stand behind the pixels
		if at, n := int(le.Uint32(data[14+112:])), int(le.Uint32(data[14+116:])); n > 0 && at < len(data) && n < len(data) {
			end = max(end, 14+at+n)
		}
	}
	if size <= 0 || end > len(data) || len(data)-end < 4 { // cut off, or padded
		return nil, nil
	}
	return tail(data, end), nil
}

// rows returns how many bytes the pixels take.
func rows(width, height, bits int) int {
	height = max(height, -height)
	if width <= 0 || width > MaxPixels || height > MaxPixels || bits > 64 || width*bits > 1<<40/max(height, 1) {
		return 0
	}
	return (width*bits + 31) / 32 * 4 * height
}
