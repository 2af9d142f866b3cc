package inspect

import (
	"errors"
	"iter"
)

// Emit passes an item on. Its error ends the stream.
type Emit func(Item) error

// Lend passes on an item that is its owner's again when it returns, which saves a copy: an item is 30 words, and there are millions.
type Lend func(*Item) error

// Stream turns a walk that emits items into the stream that [Document] asks for. The walk has to return the error of emit as it is;
// any other error ends the stream with it. What is emitted after an error goes nowhere.
func Stream(walk func(emit Emit, lend Lend) error) iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) {
		stopped := false
		lend := func(it *Item) error {
			if stopped || !yield(it, nil) {
				stopped = true
				return errStopped
			}
			return nil
		}
		var held Item // one for all: its address is known outside
		emit := func(it Item) error {
			held = it
			return lend(&held)
		}
		if err := walk(emit, lend); err != nil && !errors.Is(err, errStopped) {
			yield(nil, err)
		}
	}
}
