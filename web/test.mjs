// Bundles every *.test.ts and runs them with node's own runner. The browser tests need SIGNPOST_URL, a server of the training town
// with its clock at 2026-11-25T14:15:00-05:00; without it only the unit tests run.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { refusal } from "./chromium.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// `npm test -- desk` runs only the files with that word in their names.
const wanted = process.argv.slice(2);
const found = ["src", "tests"].flatMap((folder) =>
  readdirSync(here(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && wanted.every((word) => name.includes(word)))
    .map((name) => here(`${folder}/${name}`)),
);
const why = (process.env.SIGNPOST_URL && refusal()) || (found.length === 0 && `No test is called ${wanted.join(" ")}.`);
if (why) {
  console.error(why);
  process.exit(1);
}
const out = here("test-results/bundled");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: found,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  outExtension: { ".js": ".mjs" },
  outdir: out,
  outbase: here("."),
  logLevel: "warning",
});
const tests = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".mjs"));
const { status } = spawnSync(process.execPath, ["--test", "--test-concurrency=2", ...tests.map((name) => `${out}/${name}`)], {
  stdio: "inherit",
});
process.exit(status ?? 1);
