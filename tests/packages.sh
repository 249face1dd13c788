#!/bin/sh
# What the tests need besides Rust and Node: a browser. Installed from Debian's packages when root; named otherwise.
set -eu
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core
	exit 0
fi
echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium" >&2
exit 1
