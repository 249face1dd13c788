#!/bin/sh
# Makes the Debian package of a binary that was built:  build.sh BINARY FOLDER
# The same binary and the same commit make the same package, byte by byte. dpkg-deb does the work: cargo-deb would take minutes to build.
#
#   SIGNPOST_DEB_COMPRESSION  xz (when left out), gzip, zstd or none
#   SIGNPOST_DEB_VERSION      the version; when left out, that of the binary
set -eu
binary=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
root=$(cd "$(dirname "$0")/../.." && pwd)
own=$root/deploy

for tool in dpkg-deb gzip objdump node; do
	command -v "$tool" >/dev/null 2>&1 || {
		echo "$tool is missing. On Debian: apt-get install dpkg binutils gzip nodejs" >&2
		exit 1
	}
done

: "${SOURCE_DATE_EPOCH:=$(git -C "$root" log -1 --format=%ct 2>/dev/null || stat -c %Y "$root/CHANGELOG.md")}"
export SOURCE_DATE_EPOCH
umask 022
version=${SIGNPOST_DEB_VERSION:-$("$binary" --version | cut -d' ' -f2)}
architecture=$(dpkg --print-architecture)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
package=$stage/package
papers=$stage/papers

# put MODE FROM TO: one file of the package.
put() {
	install -D -m "$1" "$2" "$package/$3"
}

"$binary" papers "$papers" >/dev/null
put 755 "$binary" usr/bin/signpost
for unit in "$own"/*.service "$own"/*.timer "$own"/*.socket; do
	[ ! -e "$unit" ] || put 644 "$unit" "usr/lib/systemd/system/$(basename "$unit")"
done
put 644 "$own/deb/signpost.sysusers" usr/lib/sysusers.d/signpost.conf
put 644 "$own/deb/signpost.tmpfiles" usr/lib/tmpfiles.d/signpost.conf
put 644 "$own/deb/signpost.toml" etc/signpost/signpost.toml
for file in "$root"/data/kenora/*; do
	put 644 "$file" "usr/share/signpost/kenora/$(basename "$file")"
done
for page in "$papers"/*.1; do
	gzip -9n "$page"
	put 644 "$page.gz" "usr/share/man/man1/$(basename "$page").gz"
done
put 644 "$papers/signpost.bash" usr/share/bash-completion/completions/signpost
put 644 "$papers/_signpost" usr/share/zsh/vendor-completions/_signpost
put 644 "$papers/signpost.fish" usr/share/fish/vendor_completions.d/signpost.fish
doc=usr/share/doc/signpost
put 644 "$own/deb/copyright" $doc/copyright
put 644 "$own/Caddyfile" $doc/examples/Caddyfile
put 644 "$own/nginx.conf" $doc/examples/nginx.conf
put 644 "$root/docs/RUN.md" $doc/RUN.md
gzip -9nc "$root/CHANGELOG.md" >"$stage/changelog.gz"
put 644 "$stage/changelog.gz" $doc/changelog.gz
(cd "$root" && node deploy/deb/sbom.mjs) >"$stage/sbom.cdx.json"
put 644 "$stage/sbom.cdx.json" $doc/sbom.cdx.json

# The oldest C library that has all that the binary asks for.
libc=$(objdump -T "$binary" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -1 | cut -d_ -f2)
size=$(du -sk "$package" | cut -f1)
mkdir -p "$package/DEBIAN"
cat >"$package/DEBIAN/control" <<CONTROL
Package: signpost
Version: $version
Architecture: $architecture
Section: web
Priority: optional
Maintainer: Signpost <signpost@localhost>
Installed-Size: $size
Depends: libc6 (>= $libc), libgcc-s1, init-system-helpers, systemd | systemd-standalone-sysusers, systemd | systemd-standalone-tmpfiles
Suggests: caddy | nginx
Description: where to go now: a directory, a redirection plan and the answer
 One server that tells which place can help at this moment, with a page for
 old phones, an open API, and the redirection plan of a town as data.
CONTROL
echo /etc/signpost/signpost.toml >"$package/DEBIAN/conffiles"
for script in postinst prerm postrm; do
	install -m 755 "$own/deb/$script" "$package/DEBIAN/$script"
done
(cd "$package" && find . -type f ! -path './DEBIAN/*' -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
chmod 644 "$package/DEBIAN/control" "$package/DEBIAN/conffiles" "$package/DEBIAN/md5sums"
find "$package" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

deb=$out/signpost_${version}_$architecture.deb
dpkg-deb --root-owner-group -Z"${SIGNPOST_DEB_COMPRESSION:-xz}" --build "$package" "$deb" >/dev/null
cp "$stage/sbom.cdx.json" "$out/signpost_${version}.cdx.json"
(cd "$out" && sha256sum "$(basename "$deb")" "signpost_${version}.cdx.json" >SHA256SUMS)
echo "$deb"
