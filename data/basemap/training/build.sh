#!/bin/sh
# Draws the training town anew: streets.osm.pbf out of drawing.py, and basemap.pmtiles out of that by the recipe every town uses.
# Needs python3, osmium, tippecanoe and a built signpost (SIGNPOST, else target/debug/signpost).
#   data/basemap/training/build.sh [FOLDER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out=${1:-$root/data/training}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 "$here/town.py" "$work/town.osm"
osmium cat --no-progress --overwrite --output-format=pbf,add_metadata=none --output-header=generator=signpost \
	--output="$out/streets.osm.pbf" "$work/town.osm"
"${SIGNPOST:-$root/target/debug/signpost}" basemap build "$out/streets.osm.pbf" --bbox=-94.95,49.52,-94.85,49.58 --maxzoom 15 \
	--attribution "Birch Landing is invented, and so is this map of it" --out "$out/basemap.pmtiles"
