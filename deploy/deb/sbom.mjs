// What is in the binary, as CycloneDX 1.5: every library that is built in on this kind of machine, from cargo's own list, and every package
// that the pages' scripts hold. The same lock files make the same text.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const cargo = (...words) => execFileSync("cargo", words, { maxBuffer: 1 << 28, encoding: "utf8" });
const host = /^host: (.*)$/m.exec(cargo("-vV"))[1];
const list = ["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host];
const metadata = JSON.parse(cargo(...list));
const packages = new Map(metadata.packages.map((one) => [one.id, one]));
const nodes = new Map(metadata.resolve.nodes.map((one) => [one.id, one]));
const ours = metadata.packages.find((one) => one.name === "signpost");

// Along what is linked: neither tests nor what only builds.
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

const licence = (text) => (text ? { licenses: [{ expression: text.replaceAll("/", " OR ") }] } : {});
const crate = (one) => ({
	type: "library",
	"bom-ref": `pkg:cargo/${one.name}@${one.version}`,
	name: one.name,
	version: one.version,
	...licence(one.license),
	purl: `pkg:cargo/${one.name}@${one.version}`,
});
const npm = ([name, one]) => {
	const purl = `pkg:npm/${name.replace("@", "%40")}@${one.version}`;
	return { type: "library", "bom-ref": purl, name, version: one.version, ...licence(one.license), purl };
};
// What the scripts of the pages import, with what that needs; everything else of web/ only builds and tests.
const lock = JSON.parse(readFileSync("web/package-lock.json", "utf8")).packages;
const imported = ["@fontsource/noto-sans", "@fontsource/noto-sans-canadian-aboriginal", "@protomaps/basemaps", "leaflet", "maplibre-gl", "protomaps-leaflet", "supercluster"];
const scripts = new Map();
while (imported.length > 0) {
	const name = imported.pop();
	const one = lock[`node_modules/${name}`];
	if (one === undefined) throw new Error(`web/package-lock.json has no ${name}`);
	if (scripts.has(name)) continue;
	scripts.set(name, one);
	imported.push(...Object.keys(one.dependencies ?? {}));
}
const byName = (a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1);
const others = [...linked].map((id) => packages.get(id)).filter((one) => one.source !== null);
const components = [...others.map(crate), ...[...scripts].map(npm)].sort(byName);
const main = { type: "application", "bom-ref": "signpost", name: "signpost", version: ours.version, ...licence(ours.license) };
console.log(JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component: main }, components }, null, "\t"));
