// The icon as pictures, for home screens: phones take no drawing there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const resolve = createRequire(import.meta.url).resolve;

/** `[name, bytes]` of each picture of a square drawing. */
export async function pictures(drawing) {
  await initWasm(readFileSync(resolve("@resvg/resvg-wasm/index_bg.wasm")));
  // Phones that cut the icon their own way want ground up to the edge; the sign stands well within the circle they leave.
  const toTheEdge = drawing.replace(/ rx="[^"]*"/, "");
  if (toTheEdge === drawing) throw new Error("the icon has no round corners to take away");
  const at = (svg, pixels) => Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: pixels } }).render().asPng());
  return [
    ["icon-192.png", at(drawing, 192)],
    ["icon-512.png", at(drawing, 512)],
    ["icon-maskable.png", at(toTheEdge, 512)],
    ["icon-touch.png", at(toTheEdge, 180)],
  ];
}
