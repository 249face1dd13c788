// Makes web/dist: style sheets, scripts, icons and manifest.json, which tells the server their hashed names.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { pictures } from "./icon-build.mjs";
import { licencesOf } from "./licence-build.mjs";
import { mapFiles } from "./map-build.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const oldest = JSON.parse(readFileSync(here("browsers.json"), "utf8"));

/** What each kind of page loads: a script and a style sheet of its own, so that nobody pays for another's. */
const BUNDLES = {
  page: ["src/main.ts", "src/main.css"],
  portal: ["src/portal.ts", "src/portal.css"],
  // The page that shows the saved list, and the worker that saves it.
  offline: ["src/offline/offline.ts"],
  worker: ["src/worker/worker.ts"],
};

/** The files to write, by plain name. */
const files = new Map();
const inputs = [];
for (const [name, entries] of Object.entries(BUNDLES)) {
  const { outputFiles, metafile } = await build({
    entryPoints: entries.map(here),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2019", ...oldest.pages],
    outdir: here("dist"),
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  inputs.push(...Object.keys(metafile.inputs));
  for (const file of outputFiles) {
    files.set(`${name}.${file.path.endsWith(".css") ? "css" : "js"}`, Buffer.from(file.contents));
  }
}
files.set("icons.svg", Buffer.from(sprite()));
files.set("icon.svg", readFileSync(here("src/icon.svg")));
for (const [name, bytes] of await pictures(readFileSync(here("src/icon.svg"), "utf8"))) files.set(name, bytes);

// The map names its own files: its modules name each other.
const map = await mapFiles(oldest.map);
const licences = licencesOf([...inputs, ...map.inputs]);
files.set("built-in.json", Buffer.from(licences.list));
files.set("licences.txt", Buffer.from(licences.texts));

// Written only when something changed, so that the server is not compiled again for nothing.
const manifest = { ...map.names };
for (const [name, bytes] of [...files].sort()) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  manifest[name] = name.replace(".", `-${hash}.`);
}
for (const [name, bytes] of map.files) files.set(name, bytes);
const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (text !== readOr(here("dist/manifest.json"), "")) {
  rmSync(here("dist"), { recursive: true, force: true });
  mkdirSync(here("dist"));
  for (const [name, bytes] of files) {
    const file = here(`dist/${manifest[name] ?? name}`);
    writeFileSync(file, bytes);
    // Pressed once and well, here, rather than in haste at each request.
    if (/\.(js|css|svg|txt)$/.test(file) && bytes.length > 1024) writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  }
  writeFileSync(here("dist/manifest.json"), text);
}

/** All of web/icons as the symbols of one file, so that a page names an icon in a few bytes. */
function sprite() {
  const names = readdirSync(here("icons")).filter((name) => name.endsWith(".svg")).sort();
  const symbols = names.map((name) => {
    const svg = readFileSync(here(`icons/${name}`), "utf8").trim();
    const inside = svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
    return `<symbol id="${name.slice(0, -4)}" viewBox="0 0 24 24">${inside}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}
