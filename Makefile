# Run, test and bench; dev and check for who changes something; deb for who runs it; deny for licences. Anything longer than a line lives in tests/ or web/.
#
#   make run     builds everything as it is served, and serves the Kenora preview directory
#   make dev     builds for debugging, and serves the training town at http://127.0.0.1:8080/ with its clock at 2026-11-25 2:15 pm, over a
#                database that is thrown away at the next start; --now fixes the clock, so that a page looks the same every day
#   make check   the fast gates, before each commit: format, clippy, types of web/, its unit tests, and which room may use what
#   make test    everything, as CI runs it: every step is run whatever became of those before, and what failed is named at the end
#   make bench   the figures of speed, each as a ratio within one run; SITES="100000 1000000" for other sizes (without it 100,000 sites),
#                SITES=inside for single parts without HTTP
#   make static-map  the program that draws pictures of the map with maplibre-rs; without it resvg draws the same ones
#   make deb     the Debian package, in target/deb
#   make licences   what /about/licences tells of libraries in Rust, written anew after a change of a lock file
#   make reproducible  builds twice in two folders and compares the sums: PACKAGE=signpost-wording for one library, else the server (long)
#   make deny    licences, bans, sources and advisories by cargo-deny, where it is installed (cargo install cargo-deny --locked: minutes)
.PHONY: run dev check test bench lint licences reproducible deny deb static-map web packages tools

SITES =
NOW = 2026-11-25T14:15:00-05:00
STATIC_MAP = target/static-map/release/static-map
BUILD_STATIC_MAP = "cargo build --release --locked --manifest-path crates/static-map/Cargo.toml --target-dir target/static-map"
LINT = "cargo fmt --all --check" \
	"cargo clippy --workspace --all-targets --locked -- -D warnings" \
	"npm run --silent --prefix web check"

run: tools web
	cargo build --release --locked -p signpost
	@test -x $(STATIC_MAP) || echo "Pictures of the map are drawn by resvg. To have them drawn by maplibre-rs, once: make static-map (five to ten minutes)"
	./target/release/signpost serve --init

dev: tools web
	@rm -rf target/dev && mkdir -p target/dev
	cargo run --locked -p signpost -- serve --bind 127.0.0.1:8080 --database sqlite:target/dev/signpost.db --data data/training --init --now $(NOW)

check: tools web
	@sh tests/every.sh $(LINT) "cd web && node test.mjs" "cargo test --locked --quiet -p signpost --test e2e -- floors licences"

test: tools packages web
	@sh tests/every.sh $(LINT) $(BUILD_STATIC_MAP) "cargo test --workspace --locked --no-fail-fast" \
		"cargo doc --workspace --no-deps --document-private-items --locked --quiet"

bench: tools web
	cargo bench --locked -p signpost --bench figures -- $(SITES)

lint: tools web
	@sh tests/every.sh $(LINT)

static-map:
	@command -v protoc >/dev/null || { echo "It needs protoc: sudo apt-get install protobuf-compiler" >&2; exit 1; }
	@sh tests/every.sh $(BUILD_STATIC_MAP)
	@ls /usr/share/vulkan/icd.d/*.json >/dev/null 2>&1 || echo "To draw it needs a Vulkan driver: sudo apt-get install mesa-vulkan-drivers. Without one resvg draws."

licences:
	node deploy/licences.mjs

PACKAGE = signpost

reproducible: tools web
	@sh deploy/reproducible.sh $(PACKAGE)

deny:
	@sh tests/deny.sh

web: tools web/node_modules/.package-lock.json
	cd web && npm run build

# npm writes this file last, so that it is not there after an install that broke off.
web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	@touch $@

tools:
	@sh tests/tools.sh

packages:
	@sh tests/packages.sh

# The Debian package, with the list of what is built in and sums beside it, in target/deb. With cargo-auditable that list is in the binary too.
deb: tools web
	@if command -v cargo-auditable >/dev/null 2>&1; then cargo auditable build --release --locked -p signpost; \
	else cargo build --release --locked -p signpost; fi
	sh deploy/deb/build.sh target/release/signpost target/deb
