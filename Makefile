TOOL = go tool -modfile=tools/go.mod
.PHONY: check all fmt vet staticcheck test fuzz eval bench golden samples lint build

check: fmt vet staticcheck test        # while working
all: ; ./test.sh                       # before a change lands

fmt:         ; $(TOOL) gofumpt -l -w .
vet:         ; go vet ./...
staticcheck: ; $(TOOL) staticcheck ./...
test:        ; go test ./...
# make fuzz P=./inspect/csv F=FuzzOpen T=1m
fuzz:        ; go test -run '^$$' -fuzz '$(F)' -fuzztime $(or $(T),10s) $(P)
# recall, precision, people and verdicts on documents whose content is known; writes docs/evaluation.md
eval:        ; go test ./detectors -run Eval -v -update
bench:       ; go test -run '^$$' -bench . -benchmem -count 10 ./...
# README.md's table, docs/places.md and the reports' golden files
golden:      ; go test . ./report -update
# testdata, from its generator
samples:     ; go generate ./internal/samples
# needs golangci-lint v2 in the path
lint:        ; golangci-lint run
build:       ; CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags=-buildid= ./cmd/sumikeshi
