package detectors

// Detectors returns the detectors of the set, in order. The slice must not be changed.
func (s *Set) Detectors() []*Detector { return s.detectors }
