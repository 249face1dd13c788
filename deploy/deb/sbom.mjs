// What is in the binary, as CycloneDX 1.5: every library that is built in on this kind of machine, from cargo's own list, and every package
// that the pages' scripts hold. The same lock files make the same text.
import { readFileSync } from "node:fs";
import { builtIn, host, spdx } from "../built-in.mjs";

const { ours, libraries } = builtIn("Cargo.toml", "signpost", [host()]);

const licence = (text) => (text ? { licenses: [{ expression: spdx(text) }] } : {});
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
const components = [...libraries.map(crate), ...[...scripts].map(npm)].sort(byName);
const main = { type: "application", "bom-ref": "signpost", name: "signpost", version: ours.version, ...licence(ours.license) };
console.log(JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component: main }, components }, null, "\t"));
