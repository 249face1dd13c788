// The map: nothing of it before the tap, everything from here after it, and a way past it for everyone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launch, open, SERVER, withServer, zipped, type Watched } from "./browser";

/** WebGL 2 without a graphics card. */
const DRAWING = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch(DRAWING);
});
after(() => browser?.close());

/** How a map is looked at: without some ways to draw, and without the streets that the training town brings. */
interface How {
  readonly without?: readonly string[];
  readonly streets?: false;
}

/** Opens a page and its map. */
async function mapAt(path: string, options: BrowserContextOptions = {}, { without = [], streets }: How = {}): Promise<Watched> {
  const watched = await open(browser, options);
  if (streets === false) await noStreets(watched.page);
  await watched.page.addInitScript((kinds) => {
    const plain = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...all: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kinds.includes(kind) ? null : plain.call(this, kind, ...rest);
    } as typeof HTMLCanvasElement.prototype.getContext;
  }, without);
  await watched.page.goto(path);
  // The map's own page opens it by itself.
  if (!/^(\/fr)?\/map/.test(path)) await watched.page.locator("[data-part=show]").click();
  return watched;
}

/** The same server without its street map. */
async function noStreets(page: Page): Promise<void> {
  await page.route("**/tiles/basemap.json", async (route) => {
    const basemap = await (await route.fetch()).json();
    await route.fulfill({ json: { ...basemap, street: false, town: null } });
  });
}

const shown = (page: Page): Promise<void> => page.locator(".mapped .pin").first().waitFor();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

test("nothing of the map is fetched before the tap, and after it at most 500 kB, all of it from here", withServer, async () => {
  for (const path of ["/disposal", "/sites/cedar-circle-house", "/fr/disposal", "/map"]) {
    const { page, requests, check } = await open(browser);
    // Where bytes are dear the map's own page waits for a tap too.
    await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    await page.goto(path, { waitUntil: "networkidle" });
    const ofTheMap = (): string[] => requests.map((one) => one.trim()).filter((url) => /\/map[-/]\w*|\/tiles\/|\/noto-/.test(new URL(url).pathname.slice(1)));
    assert.deepEqual(ofTheMap().filter((url) => !/\/(fr\/)?map$/.test(url)), [], path);
    const asked = requests.length;
    await page.locator("[data-part=show]").click();
    await shown(page);
    assert.equal(await page.locator(".map-view canvas").count(), 1);
    await page.waitForLoadState("networkidle");
    const addresses = [...new Set(requests.slice(asked).map((url) => url.trim()))];
    assert.ok(addresses.some((url) => url.includes("/map-worker-")), "the worker is a file of its own");
    assert.ok(addresses.some((url) => url.includes("/map/places.geojson")));
    const sizes = await Promise.all(addresses.map(async (url) => [url, await bytesOf(url)] as const));
    const sum = sizes.reduce((all, [, bytes]) => all + bytes, 0);
    assert.ok(sum <= 500_000, `${sum} bytes: ${sizes.join(" ")}`);
    assert.ok(sum >= 200_000, `only ${sum} bytes: what was measured?`);
    await check();
    await page.context().close();
  }
});

/** Bytes as gzip, or as they are where they are pressed already. */
async function bytesOf(url: string): Promise<number> {
  const body = Buffer.from(await (await fetch(url)).arrayBuffer());
  return url.endsWith(".woff2") ? body.length : zipped(body);
}

for (const [way, without] of [["MapLibre", []], ["Leaflet, without WebGL 2", ["webgl2", "webgl"]]] as const) {
  test(`a pin leads to its card, and a card to its pin: ${way}`, withServer, async () => {
    const { page, requests, check } = await mapAt("/map?need=health-care", {}, { without });
    await shown(page);
    assert.equal(requests.some((url) => url.includes("/map-leaflet-")), without.length > 0, "each device gets one of the two");
    assert.equal(requests.some((url) => url.includes("/map-maplibre-")), without.length === 0);
    const pin = page.locator(".pin", { hasText: "Northwind Clinic" });
    const number = await page.locator(".card", { hasText: "Northwind Clinic" }).locator(".card-number").innerText();
    assert.equal(await pin.locator(".pin-number").innerText(), number, "a pin has the number of its card");
    assert.equal(await pin.getAttribute("aria-label"), `${number}. Northwind Clinic. Open now, until 8 pm. Not confirmed.`);
    await pin.click();
    const chosen = page.locator(".map-chosen");
    assert.equal(await focused(page), "Northwind Clinic");
    assert.ok(await page.evaluate(() => document.activeElement!.matches(".map-chosen a")), "what one needs next has the focus, not the pin");
    assert.match(await chosen.innerText(), /Open now, until 8 pm\. Not confirmed/);
    assert.match((await chosen.locator("[data-part=call]").getAttribute("href"))!, /^tel:/);
    assert.equal(await chosen.locator("[data-to=way]").getAttribute("href"), "/sites/northwind-clinic#way");
    assert.equal(await page.locator(".picked h3 a").innerText(), "Northwind Clinic");
    assert.equal(new URL(page.url()).hash, "#place=northwind-clinic");
    assert.ok(await stands(page), "the pin does not stand under its card");
    await page.keyboard.press("Escape");
    assert.ok(await chosen.isHidden());
    await page.waitForFunction(() => document.activeElement?.matches(".pin"));
    await page.locator(".card", { hasText: "Birch Hall" }).locator(".on-map").click();
    await page.waitForFunction(() => document.activeElement?.matches(".pin.chosen"));
    assert.match(await focused(page), /Birch Hall/);
    assert.ok(await page.locator(".pin:focus").isVisible());
    // The address leads back to the place, and says nothing of where somebody is.
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await page.locator(".map-chosen", { hasText: "Birch Hall" }).waitFor();
    await check();
    await page.context().close();
  });

  test(`with keys alone one zooms, moves, opens a number, and gets past the map: ${way}`, withServer, async () => {
    const { page, check } = await mapAt("/map?need=supplies", { viewport: { width: 320, height: 640 } }, { without });
    await shown(page);
    const count = (): Promise<number> => page.locator(".pin").count();
    const key = async (name: string): Promise<void> => {
      await page.locator(`[data-act=${name}]`).focus();
      await page.keyboard.press("Enter");
    };
    for (let press = 0; press < 5; press++) await key("out");
    await page.waitForFunction(() => document.querySelectorAll(".pin").length === 1);
    const many = page.locator(".pin.many");
    assert.match((await many.getAttribute("aria-label"))!, /^\d+ places close together\. Zoom in\. \d+ of them open\.$/);
    await many.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll(".pin").length > 1 && document.activeElement?.matches(".pin"));
    assert.ok((await count()) > 1);
    const top = async (): Promise<number> => (await page.locator(".pin").first().boundingBox())!.y;
    const before = await top();
    await key("fold");
    await key("up");
    await page.waitForFunction((was) => document.querySelector(".pin")!.getBoundingClientRect().y > was + 40, before);
    // Tab goes through the map and out of it again.
    await page.locator("[data-act=all]").focus();
    for (let press = 0; press < 40 && !(await page.evaluate(() => document.activeElement?.closest(".map-list"))); press++) {
      await page.keyboard.press("Tab");
    }
    assert.ok(await page.evaluate(() => Boolean(document.activeElement?.closest(".map-list"))), "Tab leaves the map");
    await page.locator(".pin").first().focus();
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "past-map");
    await page.locator(".map-skip").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "past-map");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "See the list without a map");
    await check();
    await page.context().close();
  });
}

test("a browser that is too old for MapLibre gets Leaflet, whatever its graphics can do", withServer, async () => {
  const { page, requests, check } = await open(browser);
  // Chrome 92, Firefox 91 and Safari 15.3 are the last without it.
  await page.addInitScript(() => Reflect.deleteProperty(Object, "hasOwn"));
  await page.goto("/map?need=health-care");
  await shown(page);
  assert.ok(requests.some((url) => url.includes("/map-leaflet-")));
  assert.ok(!requests.some((url) => url.includes("/map-maplibre-")));
  await check();
  await page.context().close();
});

test("quick presses add up, though the map is still on its way: Leaflet moves as MapLibre does", withServer, async () => {
  for (const without of [[], ["webgl2", "webgl"]]) {
    const side = async (pause: number): Promise<[first: string, page: Page]> => {
      const { page } = await mapAt("/map?need=supplies", {}, { without });
      await shown(page);
      const first = await page.locator("[data-part=scale]").innerText();
      await page.evaluate(async (wait) => {
        for (let press = 0; press < 4; press++) {
          document.querySelector<HTMLElement>("[data-act=in]")!.click();
          if (wait) await new Promise((done) => setTimeout(done, wait));
        }
      }, pause);
      return [first, page];
    };
    const [first, slowly] = await side(900);
    const small = await slowly.locator("[data-part=scale]").innerText();
    assert.notEqual(small, first, "four steps closer, the bar is another");
    const [, quickly] = await side(0);
    await quickly.locator("[data-part=scale]", { hasText: small }).waitFor();
    await slowly.context().close();
    await quickly.context().close();
  }
});

test("where nothing can be drawn the list stays, with a calm sentence", withServer, async () => {
  const { page, check } = await mapAt("/map?need=food", {}, { without: ["webgl2", "webgl", "2d"] });
  await page.locator("[data-part=status]", { hasText: "does not work" }).waitFor();
  assert.equal(await page.locator(".map-view, .map-tools, [data-part=show]:visible").count(), 0);
  assert.ok((await page.locator(".card").count()) > 0);
  await check();
  await page.context().close();
});

test("when the places do not come, the list stays too", withServer, async () => {
  const { page } = await open(browser);
  await page.route("**/map/places.geojson", (route) => route.abort());
  await page.goto("/fr/map?need=food");
  await page.locator("[data-part=status]", { hasText: "ne fonctionne pas" }).waitFor();
  assert.ok((await page.locator(".card").count()) > 0);
  await page.context().close();
});

test("without script the map's page is the list, and says why", withServer, async () => {
  const { page, check } = await open(browser, { javaScriptEnabled: false });
  await page.goto("/map?need=food");
  assert.match(await page.locator(".map").innerText(), /The map needs script/);
  assert.equal(await page.locator("[data-part=show]:visible").count(), 0);
  assert.ok((await page.locator(".card").count()) > 0);
  await check();
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const [way, without] of [["MapLibre", []], ["Leaflet", ["webgl2", "webgl"]]] as const) {
    test(`an open map is accessible and fits: ${colorScheme}, ${way}`, withServer, async () => {
      for (const path of ["/map?need=supplies", "/fr/map?need=disposal", "/disposal", "/fr/sites/cedar-circle-house"]) {
        for (const width of [320, 1280]) {
          const { page, check } = await mapAt(path, { colorScheme, reducedMotion: "reduce", viewport: { width, height: 740 } }, { without });
          await shown(page);
          const { violations } = await new AxeBuilder({ page })
            .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
            .analyze();
          assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], `${path} ${width}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${path} is ${wide} pixels too wide at ${width}`);
          for (const one of await page.locator(".map-tools .button:visible, .map-legend button, .pin").all()) {
            const box = await one.boundingBox();
            assert.ok(box && box.height >= 43.5 && box.width >= 43.5, `${await one.getAttribute("aria-label")}: ${JSON.stringify(box)}`);
          }
          assert.ok(await page.locator(".map-credit").first().isVisible(), "who made the map is said");
          await check();
          await page.context().close();
        }
      }
    });
  }
}

test("a finger scrolls the page over the map instead of being caught by it", withServer, async () => {
  for (const without of [[], ["webgl2", "webgl"]]) {
    const { page } = await mapAt("/map", { hasTouch: true, isMobile: true }, { without });
    await shown(page);
    const action = await page.evaluate(() => {
      const view = document.querySelector(".map-view")!;
      const box = view.getBoundingClientRect();
      scrollTo(0, box.y + scrollY - 100);
      const touched = document.elementFromPoint(box.x + 20, 100 + box.height - 20)!;
      return { on: view.contains(touched), allowed: getComputedStyle(touched.closest(".maplibregl-canvas-container, .leaflet-container")!).touchAction };
    });
    assert.deepEqual(action, { on: true, allowed: "pan-x pan-y" });
    await page.context().close();
  }
});

for (const [way, without] of [["MapLibre", []], ["Leaflet", ["webgl2", "webgl"]]] as const) {
  test(`without streets the map still tells which pin is which, and where the water lies: ${way}`, withServer, async () => {
    const { page, check } = await mapAt("/map?need=supplies", { viewport: { width: 1280, height: 800 } }, { without, streets: false });
    await shown(page);
    assert.match(await page.locator(".map-plain").innerText(), /^Streets are not installed on this server\. Dashed lines are a sketch/);
    assert.match((await page.locator(".map-plain a").getAttribute("href"))!, /about#streets$/);
    await page.locator(".pin[data-name]").first().waitFor();
    const names = await page.evaluate(() => {
      const seen = [...document.querySelectorAll<HTMLElement>(".pin-name, .spot-name")].filter((one) => getComputedStyle(one).visibility === "visible");
      const boxes = seen.map((one) => ({ text: one.textContent!, box: one.getBoundingClientRect() }));
      const over = (a: DOMRect, b: DOMRect): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      return { texts: boxes.map(({ text }) => text), clash: boxes.filter(({ box }, ix) => boxes.slice(ix + 1).some((other) => over(box, other.box))).map(({ text }) => text) };
    });
    assert.deepEqual(names.clash, [], "no name covers another");
    assert.ok(names.texts.some((text) => /Pinecone Pharmacy/.test(text)) && names.texts.includes("Bus depot"), names.texts.join());
    // From a landmark one sees how far one walks.
    const landmark = page.locator(".spot.landmark:not(.no-room)").first();
    await landmark.focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await page.locator(".ring-name").allInnerTexts(), ["5 min on foot", "10 min on foot", "15 min on foot"]);
    assert.match(await page.locator("[data-part=scale]").innerText(), /^\d+\s(m|km)$/);
    await check();
    await page.context().close();
  });
}

test("the legend is the filter: what is left out is gone from the map and from the list", withServer, async () => {
  const { page, check } = await mapAt("/map?need=disposal", { viewport: { width: 1280, height: 800 } });
  await shown(page);
  const cards = page.locator(".map-list .card:visible");
  const all = await cards.count();
  const closed = page.locator(".map-legend [data-state=closed]");
  await closed.click();
  assert.equal(await closed.getAttribute("aria-pressed"), "false");
  assert.equal(await page.locator(".pin.closed").count(), 0);
  assert.equal(await page.locator(".map-list .card:visible .card-number.closed").count(), 0);
  assert.ok((await cards.count()) < all);
  assert.match(await page.locator("[data-part=shown]").innerText(), /^Shown: \d+\s\/\s\d+$/);
  await closed.click();
  await page.locator(".map-kinds select").selectOption("Kiosk");
  assert.deepEqual(await page.locator(".map-list .card:visible h3 a").allInnerTexts(), ["West Landing needle box"]);
  await check();
  await page.context().close();
});

test("pins have numbers beside a table and in a frame too", withServer, async () => {
  for (const path of ["/disposal", "/embed?need=food&view=map"]) {
    const { page, check } = await mapAt(path, { viewport: { width: 1280, height: 800 } });
    await shown(page);
    const numbers = await page.locator(".pin-number").allInnerTexts();
    assert.ok(numbers.length > 0, path);
    for (const number of numbers) assert.equal(await page.locator(".card-number", { hasText: new RegExp(`^${number}$`) }).count(), 1, path);
    await check();
    await page.context().close();
  }
});

test("on a small phone the map begins above 260 pixels, in both languages", withServer, async () => {
  for (const path of ["/map?need=supplies", "/fr/map?need=supplies"]) {
    const { page } = await mapAt(path, { viewport: { width: 360, height: 640 } });
    await shown(page);
    const { y } = (await page.locator(".map-view").boundingBox())!;
    assert.ok(y < 260, `${path}: ${y}`);
    await page.context().close();
  }
});

test("the way to a place works everywhere: its point to copy, and maps of others that say so", withServer, async () => {
  for (const [userAgent, app] of [["Mozilla/5.0 (Linux; Android 9)", true], ["Mozilla/5.0 (iPhone)", false]] as const) {
    const { page, check } = await open(browser, { userAgent });
    await page.goto("/?need=supplies");
    await page.locator(".card", { hasText: "Cedar Circle House" }).getByText("Directions").click();
    assert.equal(new URL(page.url()).hash, "#way");
    assert.equal(await page.locator("#coordinates").inputValue(), "49.5485, -94.891");
    assert.equal(await page.locator("a[href^='geo:']").isVisible(), app, "never a link that does nothing");
    assert.match(await page.locator(".way").innerText(), /You leave this site/);
    for (const name of ["OpenStreetMap", "Apple Maps", "Google Maps"]) assert.ok(await page.locator(".way").getByText(name).isVisible());
    await check();
    await page.context().close();
  }
});

test("where the street map ends the page says so, and nowhere else", withServer, async () => {
  for (const [bounds, ends] of [
    [[-95.2, 49.4, -94.6, 49.7], false],
    [[-80, 43, -79, 44], true],
  ] as const) {
    const { page, check } = await open(browser);
    await page.route("**/tiles/basemap.json", async (route) => {
      const basemap = await (await route.fetch()).json();
      await route.fulfill({ json: { ...basemap, street: true, town: { ...basemap.district, bounds } } });
    });
    await page.goto("/map?need=supplies");
    await page.locator(".map-tools").waitFor();
    await shown(page);
    const note = page.locator(".map-plain");
    assert.equal(await note.isVisible(), ends);
    if (ends) assert.match(await note.innerText(), /The street map ends here/);
    await check();
    await page.context().close();
  }
});

/** Whether the chosen pin stands free above its card, once the map came to rest. */
async function stands(page: Page): Promise<boolean> {
  await page.waitForTimeout(600);
  const pin = (await page.locator(".pin.chosen").boundingBox())!;
  const card = (await page.locator(".map-chosen").boundingBox())!;
  const view = (await page.locator(".map-view").boundingBox())!;
  return pin.y + pin.height <= card.y + 2 && pin.y >= view.y - 2;
}
