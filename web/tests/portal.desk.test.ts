// Every page of the portal as a steward sees it. The list of pages is held against the table of routes: a new page must be looked at here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { launch, overlaps, SERVER } from "./browser";
import { sit, withDesk } from "./desk";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

/** A place of its own: other journeys change the house at the same time. */
const PLACE = "/agency/sites/granite-street-drop-in";
/** What stands for a name in an address. Numbers come from the pages themselves. */
const FILLED: Record<string, string> = { slug: "granite-street-drop-in", need: "supplies", rule: "office-supplies" };
/** Pages about a place to leave used needles need one. */
const BOX = "mill-park-box";
/** A steward has no organization of their own, and says which. */
const ASKED: Record<string, string> = { "/agency/organization": "?organization=granite-street", "/agency/holidays": "?organization=granite-street" };
/** Pages of signing in are looked at in `sign-in.desk.test.ts`, as nobody is signed in there; a table to download is no page. */
const NO_PAGES = ["/login", "/invite/{code}", "/disposal/service.csv", "/disposal/service/report.csv", "/steward/figures.csv", "/steward/figures.json", "/steward/report.csv", "/steward/report.json", "/steward/plan/plan.toml", "/steward/plan/delivered.csv", "/steward/plan/posters/{file}"];
/** Of the training town's plan: version 3 is a draft, version 2 is in force and may end early. */
const versionFor = (path: string): string => (path.endsWith("/end") ? "2" : "3");

/** The addresses of the portal's pages, as the policy lists them. */
function routes(): string[] {
  const policy = readFileSync(new URL("../../../../crates/signpost-http/tests/it/policy.txt", import.meta.url), "utf8");
  const found = [...policy.matchAll(/^GET (\/\S+) \(/gm)].map(([, path]) => path!);
  assert.ok(found.length > 25, `${found.length} routes`);
  return found.filter((path) => !NO_PAGES.includes(path));
}

/** Asks for another name, closes a day and makes a token, so that every page has something to show. */
async function prepare(): Promise<void> {
  const { page } = await sit(browser, "rita");
  await page.goto(`${PLACE}/place`);
  await page.locator("[name='name.en']").fill(`Granite Street <b>${Date.now()}</b>`);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").first().waitFor();
  await page.goto(`${PLACE}/stock?need=supplies`);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").first().waitFor();
  await page.context().close();
  const { page: kim } = await sit(browser, "kim");
  await kim.goto("/steward/phone");
  await kim.getByRole("button", { name: "Draw places" }).click();
  await kim.getByRole("heading", { name: "Drawn " }).first().waitFor();
  await kim.context().close();
}

/** A page's own address: numbers are those of the first link to such a page. */
async function addressOf(page: Page, path: string): Promise<string> {
  const own = path.includes("/disposal") ? path.replace("{slug}", BOX) : path;
  const filled = own.replace("{version}", versionFor(path)).replace(/\{(slug|need|rule)\}/g, (_, name: string) => FILLED[name]!);
  if (!filled.includes("{")) return filled;
  const pattern = new RegExp(`^${filled.replace(/\{\w+\}/g, "[\\w-]+")}$`);
  for (const from of ["/steward/review", "/steward/accounts", "/agency/waiting", "/steward/phone", PLACE, `${PLACE}/history`]) {
    await page.goto(from);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
    const found = links.find((link) => pattern.test(link));
    if (found) return found;
  }
  throw new Error(`no page links to ${path}: look at it here`);
}

let pages: Promise<string[]> | undefined;
/** Every page, found once for all tests below. */
async function found(): Promise<string[]> {
  await prepare();
  const { page } = await sit(browser, "kim");
  const all: string[] = [];
  for (const path of routes()) all.push((await addressOf(page, path)) + (ASKED[path] ?? ""));
  await page.context().close();
  return all;
}

for (const [scheme, width, lang] of [
  ["light", 320, ""],
  ["dark", 320, "/fr"],
  ["light", 1280, "/fr"],
  ["dark", 1280, ""],
] as const) {
  test(`every page of the portal is accessible, fits and keeps to itself: ${scheme}, ${width} pixels, ${lang || "/en"}`, withDesk, async () => {
    const { page, complaints } = await sit(browser, "kim", { colorScheme: scheme, viewport: { width, height: 740 } });
    const outside: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(SERVER!)) outside.push(request.url());
    });
    for (const path of (await (pages ??= found())).map((path) => lang + path)) {
      let answer = await page.goto(path);
      // What takes long to work out may say that one should come again; who comes again gets it.
      for (let again = 0; again < 4 && answer?.status() === 503; again++) {
        await page.waitForTimeout(5000);
        answer = await page.goto(path);
      }
      assert.equal(answer?.status(), 200, path);
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${path} is ${wide} pixels too wide`);
      assert.deepEqual(await overlaps(page), [], path);
      const small = await page.locator("main").evaluate((main) =>
        [...main.querySelectorAll<HTMLElement>("button, select, textarea, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), .button, label.option")]
          .filter((one) => one.offsetParent && !one.matches(".first") && one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(small, [], path);
    }
    assert.deepEqual(complaints.filter((one) => !one.includes("503")), []);
    assert.deepEqual(outside, []);
    const cookies = await page.context().cookies();
    assert.deepEqual(cookies.map(({ name }) => name), ["signpost"], "one cookie, for the session");
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
    assert.deepEqual(kept, [0, 0]);
    await page.context().close();
  });
}
