# Three commands: run, test, bench. Anything longer than a line lives in tests/ or web/.
.PHONY: run test bench lint web packages tools

run: tools web
	cargo build --release --locked -p signpost
	./target/release/signpost serve

test: tools packages web lint
	cargo test --workspace --locked
	cargo doc --workspace --no-deps --document-private-items --locked --quiet

bench: tools web
	cargo bench --locked -p signpost --bench figures

lint:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings

web: tools
	cd web && npm ci --no-audit --no-fund && npm run build

tools:
	@sh tests/tools.sh

packages:
	@sh tests/packages.sh
