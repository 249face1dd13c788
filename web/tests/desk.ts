// Somebody who is signed in. The sessions are made by who starts the server, and handed over in SIGNPOST_SESSIONS.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { SERVER } from "./browser";

const SESSIONS = JSON.parse(process.env["SIGNPOST_SESSIONS"] ?? "null") as Record<string, string> | null;

/** Options of a test at a desk: skipped, with a reason, when nobody is signed in anywhere. */
export const withDesk = {
  skip: SERVER && SESSIONS ? false : "SIGNPOST_URL or SIGNPOST_SESSIONS is not set",
  timeout: 300_000,
};

/** A page at the desk, and what went wrong on it. */
export interface Desk {
  readonly page: Page;
  readonly complaints: string[];
}

/** A phone by default: 360 by 740. */
export async function sit(browser: Browser, who: string, options: BrowserContextOptions = {}): Promise<Desk> {
  const context = await browser.newContext({ baseURL: SERVER!, viewport: { width: 360, height: 740 }, ...options });
  const value = SESSIONS?.[who];
  if (!value) throw new Error(`nobody called ${who} is signed in`);
  await context.addCookies([{ name: "signpost", value, url: SERVER! }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // Chromium itself reports a form that came back, and a connection that was taken away on purpose.
    const itself = /status of 422|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !itself) complaints.push(message.text());
  });
  return { page, complaints };
}
