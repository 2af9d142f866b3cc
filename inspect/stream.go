package inspect

import (
	"errors"
	"iter"
)

// Emit passes an item on. Its error ends the stream.
type Emit func(Item) error

// Stream turns a walk that emits items into the stream that [Document] asks for. The walk has to return the error of emit as it is;
// any other error ends the stream with it. What is emitted after an error goes nowhere.
func Stream(walk func(emit Emit) error) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		stopped := false
		err := walk(func(it Item) error {
			if stopped || !yield(it, nil) {
				stopped = true
				return errStopped
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(Item{}, err)
		}
	}
}
