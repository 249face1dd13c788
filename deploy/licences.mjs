// Writes what the page /about/licences tells of libraries in Rust: web/licences/crates.json, the list, and web/licences/crates.txt, the texts that
// their makers ask to be handed on. The same lock files make the same bytes; `make licences` runs it, and a test holds it.
//
//   node deploy/licences.mjs [FOLDER]
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtIn, spdx } from "./built-in.mjs";

const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const folder = process.argv[2] ?? root("web/licences");

/** The machines that binaries are made for; `deny.toml` has the same. */
const PLATFORMS = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"];
const PROGRAMS = {
	binary: ["Cargo.toml", "signpost"],
	pictures: ["crates/static-map/Cargo.toml", "signpost-static-map"],
};

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const words = (text) => text.replaceAll("\r\n", "\n").replaceAll(/[ \t]+$/gm, "").trim();

/** Whether Apache-2.0 alone is enough: its text stands once for all who leave that choice. */
function apacheWillDo(expression) {
	const tokens = spdx(expression).replaceAll(/[()]/g, " $& ").trim().split(/\s+/);
	const any = () => {
		let met = all();
		while (tokens[0] === "OR") met = (tokens.shift(), all()) || met;
		return met;
	};
	const all = () => {
		let met = one();
		while (tokens[0] === "AND") met = (tokens.shift(), one()) && met;
		return met;
	};
	const one = () => {
		const name = tokens.shift();
		if (name === "(") {
			const met = any();
			tokens.shift();
			return met;
		}
		if (tokens[0] === "WITH") tokens.splice(0, 2);
		return name === "Apache-2.0";
	};
	return any();
}

/** What a package says by itself, when it has no file of its licence. */
function standard({ name, license, authors }) {
	const file = root(`web/licences/standard/${license}.txt`);
	if (!existsSync(file)) throw new Error(`${name} (${license}) brings no text, and web/licences/standard/ has none for it`);
	const who = authors.length > 0 ? authors.map((one) => one.replace(/\s*<.*/, "")).join(", ") : `the authors of ${name}`;
	return readFileSync(file, "utf8").replace("WHO", who);
}

/** The texts to hand on with a package. */
function textsOf(one) {
	const at = dirname(one.manifest_path);
	const files = readdirSync(at).filter((name) => statSync(join(at, name)).isFile()).sort(order);
	const read = (pattern) => files.filter((name) => pattern.test(name)).map((name) => words(readFileSync(join(at, name), "utf8")));
	const notices = read(/^notice/i);
	if (apacheWillDo(one.license)) return notices;
	const own = read(/^(licen[cs]e|copying|copyright)/i);
	return [...notices, ...(own.length > 0 ? own : [words(standard(one))])];
}

const list = {};
const texts = new Map([[words(readFileSync(root("LICENSE"), "utf8")), new Set()]]);
const [apache] = texts.keys();
for (const [program, [manifest, name]] of Object.entries(PROGRAMS)) {
	const { libraries } = builtIn(root(manifest), name, PLATFORMS);
	const sorted = libraries.sort((a, b) => order(`${a.name} ${a.version}`, `${b.name} ${b.version}`));
	list[program] = sorted.map(({ name, version, license }) => ({ name, version, licence: spdx(license) }));
	for (const one of sorted) {
		for (const text of textsOf(one)) {
			if (!texts.has(text)) texts.set(text, new Set());
			texts.get(text).add(`${one.name} ${one.version}`);
		}
		if (apacheWillDo(one.license)) texts.get(apache).add(`${one.name} ${one.version}`);
	}
}

const parts = [...texts].map(([text, of]) => `${[...of].sort(order).join(", ")}\n\n${text}\n`);
mkdirSync(folder, { recursive: true });
// A line a library, so that a change of a lock file is a change of a line.
const lines = Object.entries(list).map(([program, all]) => `"${program}": [\n${all.map((one) => JSON.stringify(one)).join(",\n")}\n]`);
writeFileSync(join(folder, "crates.json"), `{\n${lines.join(",\n")}\n}\n`);
writeFileSync(join(folder, "crates.txt"), parts.join(`\n${"-".repeat(80)}\n\n`));
