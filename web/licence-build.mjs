// What the pages are built from, and what its makers ask to be told along with it: for the page /about/licences.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** `list`: the libraries of the pages, the binary and the program of pictures; `texts`: their licences. `inputs`: every file the pages are made of. */
export function licencesOf(inputs) {
  const folders = new Set(inputs.flatMap((path) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  // The looks of the map are made from its layers, and hold none of its files.
  folders.add("node_modules/@protomaps/basemaps");
  const own = [...folders].sort().filter((at) => existsSync(here(`${at}/package.json`)));
  const pages = own.map((at) => {
    const { name, version, license, author } = JSON.parse(readFileSync(here(`${at}/package.json`), "utf8"));
    const file = readdirSync(here(at)).find((one) => /^licen[cs]e/i.test(one));
    // Who brings no text has that of their licence, with the name they give.
    const who = (author?.name ?? author ?? `the authors of ${name}`).replace(/\s*<.*/, "");
    const text = file
      ? readFileSync(here(`${at}/${file}`), "utf8")
      : readFileSync(here(`licences/standard/${license}.txt`), "utf8").replace("WHO", who);
    return { name, version, licence: license.replace(/^\((.*)\)$/, "$1"), text: text.trim() };
  });
  const crates = JSON.parse(readFileSync(here("licences/crates.json"), "utf8"));
  const list = { ...crates, pages: pages.map(({ name, version, licence }) => ({ name, version, licence })) };
  const texts = pages.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`);
  const fonts = readFileSync(here("../crates/signpost-poster/fonts/OFL.txt"), "utf8");
  texts.push(fonts, readFileSync(here("licences/crates.txt"), "utf8"));
  return { list: JSON.stringify(list), texts: texts.join(`\n${"-".repeat(80)}\n\n`) };
}
