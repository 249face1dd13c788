// Somebody who is signed in. The sessions are made by who starts the server, and handed over in SIGNPOST_SESSIONS.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { IGNORED, overlaps, SERVER } from "./browser";

const SESSIONS = JSON.parse(process.env["SIGNPOST_SESSIONS"] ?? "null") as Record<string, string> | null;

/** Options of a test at a desk: skipped, with a reason, when nobody is signed in anywhere. */
export const withDesk = {
  skip: SERVER && SESSIONS ? false : "SIGNPOST_URL or SIGNPOST_SESSIONS is not set",
  // A guard against what hangs, no measure of speed: some 45 pages with axe take minutes where two cores do other work too.
  timeout: 1_200_000,
};

/** A password that is good enough. */
export const PASSWORD = "four geese over the bay";

/** A page at the desk, and what went wrong on it. */
export interface Desk {
  readonly page: Page;
  readonly complaints: string[];
}

/** Who clicks waits until what was sent is answered, as a browser that leaves its page makes a hand wait. */
function patient(page: Page): void {
  const kind = Object.getPrototypeOf(page.locator("body")) as Locator & { patient?: true };
  if (kind.patient) return;
  kind.patient = true;
  const click = kind.click;
  kind.click = async function (this: Locator, ...how: Parameters<Locator["click"]>): Promise<void> {
    await click.apply(this, how);
    await this.page().locator("body:not([aria-busy])").waitFor({ state: "attached" });
  };
}

/** A phone by default: 360 by 740. */
export async function sit(browser: Browser, who: string, options: BrowserContextOptions = {}): Promise<Desk> {
  const own = options.baseURL ?? SERVER!;
  const context = await browser.newContext({ baseURL: own, viewport: { width: 360, height: 740 }, ...options });
  const value = SESSIONS?.[who];
  if (!value) throw new Error(`nobody called ${who} is signed in`);
  await context.addCookies([{ name: "signpost", value, url: own }]);
  // The plan's whole proof is worked out behind one page, slowly so on a busy machine.
  context.setDefaultNavigationTimeout(120_000);
  const page = await context.newPage();
  patient(page);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // Chromium itself reports a form that came back.
    const itself = /status of 422/.test(message.text()) || IGNORED.test(message.text());
    if (["error", "warning"].includes(message.type()) && !itself) complaints.push(message.text());
  });
  return { page, complaints };
}

/** Nobody is kept out of this page: no finding of axe, nothing beside the screen. */
export async function clean(page: Page): Promise<void> {
  // The check itself is a script, so pages without script are looked at in the journey with it.
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [], page.url());
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${page.url()} is ${wide} pixels too wide`);
  assert.deepEqual(await overlaps(page), [], page.url());
}

/** A steward invites an editor of the shelter, and gives them the link by hand. */
export async function invited(browser: Browser, lang: "" | "/fr", email: string): Promise<string> {
  const { page, complaints } = await sit(browser, "kim", { viewport: { width: 1280, height: 800 } });
  await page.goto(`${lang}/steward/accounts`);
  await page.locator("#name").fill("New Person");
  await page.locator("#email").fill(email);
  await page.locator("#role").selectOption("editor");
  await page.locator("#organization").selectOption("lantern-rest");
  // The link speaks the language of who opens it.
  await page.locator("#lang").selectOption(lang ? "fr" : "en");
  await page.locator("form.stack:has(#email) button").click();
  const link = await page.locator("#link").inputValue();
  await page.goto(`${lang}/steward/accounts`);
  assert.equal(await page.locator("#link").count(), 0, "shown once");
  assert.deepEqual(complaints, []);
  await page.context().close();
  return new URL(link).pathname;
}

/** The six digits an app shows at a time, in seconds since 1970 (RFC 6238, SHA-1, steps of 30 s). */
export function codeAt(secret: string, seconds: number): string {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const hash = createHmac("sha1", key).update(step).digest();
  const number = hash.readUInt32BE(hash[hash.length - 1]! & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}
