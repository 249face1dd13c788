#!/bin/sh
# Says what is missing to build Signpost, and how to get it. Installs nothing.
missing=0
if ! command -v cargo >/dev/null 2>&1; then
	echo "cargo is missing. Install Rust 1.95 or newer from https://rustup.rs, then try again." >&2
	missing=1
fi
if ! command -v node >/dev/null 2>&1 || [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" != "true" ]; then
	echo "Node 20 or newer is missing. Install it from https://nodejs.org (or apt-get install nodejs npm), then try again." >&2
	missing=1
fi
if ! command -v npm >/dev/null 2>&1; then
	echo "npm is missing. It comes with Node: https://nodejs.org." >&2
	missing=1
fi
if ! command -v cc >/dev/null 2>&1; then
	echo "A C compiler is missing (SQLite is compiled in). On Debian: apt-get install gcc." >&2
	missing=1
fi
exit $missing
