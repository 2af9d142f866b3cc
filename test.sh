#!/usr/bin/env bash
# Every check there is, in the order in which they fail fastest. Installs the Debian packages that the tests look for, if it may.
#
# A reader that is missing makes its tests skip, with a reason. With CI set it makes them fail.
set -uo pipefail
cd "$(dirname "$0")" || exit 1
tool="go tool -modfile=tools/go.mod"

# Programs that open the copies independently, and a C compiler for the race detector.
packages=(libreoffice-calc libreoffice-writer python3-openpyxl unzip poppler-utils mupdf-tools qpdf gcc libc6-dev chromium fonts-ipafont-gothic)

install_missing() {
	local missing=() root=()
	command -v dpkg-query >/dev/null || { echo "not a Debian system: tests with independent readers may be skipped"; return 0; }
	for p in "${packages[@]}"; do
		dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q '^install ok installed' || missing+=("$p")
	done
	[ ${#missing[@]} -eq 0 ] && return 0
	if [ "$(id -u)" -ne 0 ]; then
		sudo -n true 2>/dev/null || { echo "missing, and no right to install: ${missing[*]}"; return 1; }
		root=(sudo -n)
	fi
	echo "installing ${missing[*]}"
	"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
		"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

failed=()
step() { # NAME COMMAND...
	local name=$1
	shift
	echo "== $name"
	"$@" || failed+=("$name")
}

formatted() {
	local files
	files=$($tool gofumpt -l .) || return 1
	[ -z "$files" ] && return 0
	printf 'not formatted: %s\n' $files
	return 1
}

# The first command of the README, as it stands there.
readme() { bash -c "$(awk '/^```/{n++; next} n==1' README.md)"; }

# What runs goroutines. Workers can't start under the race detector: it needs more memory than a worker may have.
race() {
	go test -race -run 'Test_one_inspector' . &&
		go test -race -run 'Test_results_come|Test_a_run_ends' ./cmd/sumikeshi &&
		go test -race ./internal/safefile
}

# The page in a real browser. Without chromium these tests skip; with CI set they fail.
browser() { (cd web/browsertest && go vet ./... && go test -timeout 20m ./...); }

install_missing || [ -z "${CI:-}" ] || exit 1
step "gofumpt" formatted
step "go vet" go vet ./...
step "staticcheck" $tool staticcheck ./...
step "the first command of the README" readme
step "go test -race" race
step "go test ./..." go test -timeout 20m ./...
step "the page in a browser" browser
[ ${#failed[@]} -eq 0 ] && exit 0
printf 'failed: %s\n' "${failed[@]}"
exit 1
