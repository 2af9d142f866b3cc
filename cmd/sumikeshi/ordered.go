package main

import "context"

// ahead is how many results for each job may wait for the one that is to be reported next.
const ahead = 16

// ordered calls do for 0 to n-1, several at a time, and hands the results to emit in that order. It ends early with the context's
// error or with emit's, and returns when no call of do is left.
func ordered[T any](ctx context.Context, n, jobs int, do func(int) T, emit func(T) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	results := make([]chan T, n)
	for i := range results {
		results[i] = make(chan T, 1)
	}
	tokens := make(chan struct{}, jobs*ahead) // taken when a result is begun, given back when it is reported
	next := make(chan int)
	go func() {
		defer close(next)
		for i := range n {
			select {
			case tokens <- struct{}{}:
			case <-ctx.Done():
				return
			}
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	over := make(chan struct{})
	for range jobs {
		go func() {
			for i := range next {
				results[i] <- do(i)
			}
			over <- struct{}{}
		}()
	}
	err := emitAll(ctx, results, tokens, emit)
	cancel()
	for range jobs {
		<-over
	}
	return err
}

func emitAll[T any](ctx context.Context, results []chan T, tokens chan struct{}, emit func(T) error) error {
	for i := range results {
		select {
		case r := <-results[i]:
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := emit(r); err != nil {
				return err
			}
			results[i] = nil
			<-tokens
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}
