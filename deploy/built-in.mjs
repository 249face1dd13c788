// What is linked into a binary of ours, from cargo's own list: for the list of a package (sbom.mjs) and the page of licences (licences.mjs).
import { execFileSync } from "node:child_process";

const cargo = (...words) => execFileSync("cargo", words, { maxBuffer: 1 << 28, encoding: "utf8" });

/** This kind of machine. */
export const host = () => /^host: (.*)$/m.exec(cargo("-vV"))[1];

/** The program `name` and the libraries it is linked with for any of `platforms`: neither tests nor what only builds. `manifest` leads to its lock file. */
export function builtIn(manifest, name, platforms) {
	const only = platforms.flatMap((platform) => ["--filter-platform", platform]);
	const metadata = JSON.parse(cargo("metadata", "--format-version", "1", "--locked", "--manifest-path", manifest, ...only));
	const packages = new Map(metadata.packages.map((one) => [one.id, one]));
	const nodes = new Map(metadata.resolve.nodes.map((one) => [one.id, one]));
	const ours = metadata.packages.find((one) => one.name === name);
	const linked = new Set();
	const ways = [ours.id];
	while (ways.length > 0) {
		const id = ways.pop();
		if (linked.has(id)) continue;
		linked.add(id);
		for (const used of nodes.get(id).deps) {
			if (used.dep_kinds.some((kind) => kind.kind === null)) ways.push(used.pkg);
		}
	}
	return { ours, libraries: [...linked].map((id) => packages.get(id)).filter((one) => one.source !== null) };
}

/** A licence as SPDX writes it: crates of old write "A/B" for "A OR B". */
export const spdx = (text) => (text ?? "").replaceAll(/\s*\/\s*/g, " OR ");
