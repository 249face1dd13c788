#!/bin/sh
# Builds a package of the workspace twice, in two folders with names of different lengths, and compares the sums of what comes out:
#
#   reproducible.sh [PACKAGE]     signpost, the server, when left out; a library is compared as its .rlib
#
# What makes the sums equal are these flags alone: they take the names of folders out of the binary.
set -eu
package=${1:-signpost}
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CARGO_INCREMENTAL=0
cargo_home=${CARGO_HOME:-$HOME/.cargo}

sum_of() {
	folder=$1
	mkdir -p "$folder/web"
	(cd "$root" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$folder")
	cp -r "$root/web/dist" "$folder/web/"
	flags="--remap-path-prefix=$folder=/signpost --remap-path-prefix=$cargo_home=/cargo"
	# Names in what C compilers write.
	c_flags="-ffile-prefix-map=$folder=/signpost -ffile-prefix-map=$cargo_home=/cargo"
	(cd "$folder" && RUSTFLAGS="$flags" CFLAGS="$c_flags" CXXFLAGS="$c_flags" \
		cargo build --release --locked --quiet --package "$package" --target-dir "$folder/target") >&2
	out="$folder/target/release/$package"
	[ -x "$out" ] || out="$folder/target/release/lib$(echo "$package" | tr - _).rlib"
	if grep -qF "$folder" "$out"; then
		echo "$out names its folder" >&2
		return 1
	fi
	sha256sum <"$out" | cut -d' ' -f1
	rm -rf "$folder"
}

one=$(sum_of "$scratch/one")
two=$(sum_of "$scratch/another-folder-with-a-longer-name")
echo "$one  in one folder"
echo "$two  in another"
[ "$one" = "$two" ] || {
	echo "$package: two folders, two sums" >&2
	exit 1
}
