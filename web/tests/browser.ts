// A browser for the tests, and what every page must keep: no other host, no error on the console, nothing stored.
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** The server under test; undefined means that only unit tests run. */
export const SERVER = process.env["SIGNPOST_URL"];

/** Options of a browser test: skipped, with a reason, when there is no server. */
export const withServer = { skip: SERVER ? false : "SIGNPOST_URL is not set", timeout: 900_000 };

/** `flags` replace the one that keeps the graphics card out of it. */
export function launch(flags: readonly string[] = ["--disable-gpu"]): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", ...flags, "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"],
  });
}

/** What the saved list's caches are called: no more than the title says. */
const SAVED = /^where-to-go-[a-z0-9-]+$/;

/** What Chromium itself reports: a page that answers 404, and drawing without a graphics card. */
export const IGNORED = /status of 404|GL Driver Message/;

/** What a page did while it was watched. */
export interface Watched {
  readonly page: Page;
  readonly requests: string[];
  /** Fails when the page asked another host, complained, or kept something beside the saved list. */
  check(): Promise<void>;
}

/** A phone by default: 360 by 740. Requests to other hosts than the server, or the `baseURL` in front of it, are noted and go nowhere. */
export async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const own = options.baseURL ?? SERVER!;
  const context = await browser.newContext({ baseURL: own, viewport: { width: 360, height: 740 }, ...options });
  context.setDefaultNavigationTimeout(120_000);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  await context.route((url) => url.origin !== own, (route) => route.fulfill({ contentType: "text/html", body: "elsewhere" }));
  page.on("request", (request) => requests.push(`${request.url()} ${request.postData() ?? ""}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return {
    page,
    requests,
    async check() {
      const others = requests.filter((url) => !url.startsWith(own));
      assert.deepEqual(others, [], "asked another host");
      assert.deepEqual(complaints.filter((text) => !IGNORED.test(text)), []);
      assert.deepEqual(await context.cookies(), []);
      if (options.javaScriptEnabled === false) return;
      const kept = await page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
      }));
      assert.deepEqual(kept, { local: 0, session: 0, databases: 0 }, "something is stored beside the saved list");
      const names = await page.evaluate(async () => ("caches" in globalThis ? caches.keys() : []));
      assert.deepEqual(names.filter((name) => !SAVED.test(name)), [], "a cache whose name says more than the title");
      const workers = await page.evaluate(async () => {
        const all = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistrations() : [];
        // One that is just being taken in has no worker yet.
        return all.flatMap(({ active, installing, waiting }) => (active ?? installing ?? waiting)?.scriptURL ?? []);
      });
      assert.deepEqual(workers.filter((url) => url !== `${own}/sw.js`), []);
    },
  };
}

/** Bytes of a text as gzip. */
export function zipped(text: string | Buffer): number {
  return gzipSync(text, { level: 6 }).length;
}

/** Every page, English paths. */
export const PAGES = [
  "/",
  "/?need=supplies&from=birch-health-office&near=mill-bridge-west",
  "/?need=identification",
  "/sites/birch-health-office",
  "/sites/cedar-circle-house",
  "/plan",
  "/map",
  "/map?need=disposal",
  "/disposal",
  "/about",
  "/report",
  "/about/licences",
  "/privacy",
  "/leave",
  "/overdose",
  "/found",
  "/search",
  "/search?q=cedar",
  "/sites/birch-health-office/feedback?need=supplies",
  "/print?need=shelter",
  "/print?need=supplies&from=birch-health-office&both=1",
  "/?need=disposal&item=loose",
  "/embed",
  "/embed?need=food&from=birch-health-office&view=map",
  "/nowhere",
];

/** Words of the head that lie over one another: axe does not see that. */
export async function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = [...document.querySelectorAll(".top a, .top button")].filter((one) => one.textContent?.trim());
    const inks = words.map((one) => {
      const ink = document.createRange();
      ink.selectNodeContents(one);
      return { text: one.textContent!.trim(), box: ink.getBoundingClientRect() };
    });
    const over = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return inks.flatMap((one, ix) => inks.slice(ix + 1).filter(({ box }) => over(one.box, box)).map(({ text }) => `${one.text} / ${text}`));
  });
}
