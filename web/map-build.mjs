// Builds the map: modules that load each other only when they are needed, in front of everything a small door (`src/map/main.ts`).
import { createHash } from "node:crypto";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { basename } from "node:path";
import { looks } from "./map-style.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Plain names of what a page or a module asks for by address, and where each starts. */
const ENTRIES = { "map.js": "src/map/main.ts", "map.css": "src/map/map.css", "map-worker.js": "src/map/worker.ts" };

/** For the browsers of a list. `files`: what to write, by hashed name; `names`: the hashed names of the entries; `inputs`: what it is made of. */
export async function mapFiles(oldest) {
  const { outputFiles, metafile } = await build({
    entryPoints: Object.entries(ENTRIES).map(([name, start]) => ({ in: here(start), out: name.split(".")[0] })),
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: ["es2020", ...oldest],
    // From MapLibre's own sources: its published files hold much of the code twice, once for the worker.
    alias: {
      "maplibre-gl": here("node_modules/maplibre-gl/src/index.ts"),
      "maplibre-gl-worker": here("node_modules/maplibre-gl/src/source/worker.ts"),
      leaflet: here("node_modules/leaflet/dist/leaflet-src.esm.js"),
      "leaflet-css": here("node_modules/leaflet/dist/leaflet.css"),
      "maplibre-gl-css": here("node_modules/maplibre-gl/dist/maplibre-gl.css"),
    },
    // What those sources are written for.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    loader: { ".woff2": "file", ".png": "file" },
    plugins: [looksPlugin],
    publicPath: "/assets",
    outdir: here("dist"),
    entryNames: "[name]-[hash]",
    chunkNames: "map-[name]-[hash]",
    assetNames: "[name]-[hash]",
    write: false,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
  });
  const starts = Object.fromEntries(Object.entries(ENTRIES).map(([name, start]) => [start, name]));
  const names = {};
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const name = starts[entryPoint?.replace(/^.*\/(?=src\/map\/)/, "")];
    if (name) names[name] = basename(path);
  }
  const files = new Map(outputFiles.map((file) => [basename(file.path), Buffer.from(file.contents)]));
  const texts = {};
  for (const scheme of ["light", "dark"]) texts[`style-${scheme}.json`] = JSON.stringify(looks(scheme));
  for (const [name, text] of Object.entries(texts)) {
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
    names[name] = name.replace(".", `-${hash}.`);
    files.set(names[name], Buffer.from(text));
  }
  return { names, files, inputs: Object.keys(metafile.inputs) };
}

/** `look:light` and `look:dark` are modules made here. */
const looksPlugin = {
  name: "looks",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^look:/ }, ({ path }) => ({ path: path.slice(5), namespace: "look" }));
    onLoad({ filter: /./, namespace: "look" }, ({ path }) => ({ contents: JSON.stringify(looks(path)), loader: "json" }));
  },
};
