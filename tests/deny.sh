#!/bin/sh
# What deny.toml says, held by cargo-deny. The list of advisories comes over the network; where it cannot be reached, that is said.
if ! cargo deny --version >/dev/null 2>&1; then
	echo "cargo-deny is not installed: cargo install cargo-deny --locked. make test holds the same lists, but no advisories." >&2
	exit 1
fi
cargo deny --log-level error check bans licenses sources || exit 1
# The program of pictures has a lock file and rules of its own.
cargo deny --log-level error --manifest-path crates/static-map/Cargo.toml check bans licenses sources || exit 1
cargo deny --log-level error fetch db >/dev/null 2>&1 || {
	echo "The list of advisories cannot be reached: nothing was held against it." >&2
	exit 0
}
cargo deny check advisories
