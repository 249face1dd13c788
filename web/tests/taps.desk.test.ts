// How many taps it takes: the table in docs/PORTAL.md, counted on a phone from the list of places to what was wanted. A field to write in is a tap;
// writing is none.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Locator, Page } from "playwright-core";
import { launch, SERVER } from "./browser";
import { sit, withDesk } from "./desk";

let browser: Browser;
before(async () => {
  if (SERVER) browser = await launch();
});
after(() => browser?.close());

/** A hand on a phone: what it touches is counted by the page itself. */
class Hand {
  taps = 0;

  constructor(readonly page: Page) {}

  static async of(page: Page): Promise<Hand> {
    const hand = new Hand(page);
    await page.exposeFunction("tapped", () => void hand.taps++);
    await page.addInitScript(() => {
      const { tapped } = window as unknown as { tapped: () => void };
      addEventListener("pointerdown", () => tapped(), { capture: true });
    });
    await page.goto("/agency");
    return hand;
  }

  async tap(what: Locator): Promise<void> {
    await what.click();
  }

  async write(name: string, words: string): Promise<void> {
    const field = this.page.locator(`[name='${name}']`);
    await field.click();
    await field.fill(words);
  }

  link(name: string | RegExp): Promise<void> {
    return this.tap(this.page.getByRole("link", { name }).first());
  }

  button(name: string | RegExp): Promise<void> {
    return this.tap(this.page.getByRole("button", { name }).last());
  }

  choice(name: string, value: string): Promise<void> {
    return this.tap(this.page.locator(`label:has([name='${name}'][value='${value}'])`));
  }

  async says(words: RegExp): Promise<void> {
    await this.page.locator("[role=status]").filter({ hasText: words }).first().waitFor();
  }
}

const ACTS: [what: string, most: number, act: (hand: Hand) => Promise<void>][] = [
  [
    "still right",
    1,
    async (hand) => {
      await hand.button(/Still right/);
      await hand.says(/you confirmed/);
    },
  ],
  [
    "closed tomorrow",
    3,
    async (hand) => {
      await hand.link(/Change something/);
      await hand.link("Closed tomorrow");
      await hand.button(/Yes, closed/);
      await hand.says(/Saved/);
    },
  ],
  [
    "Monday's hours",
    6,
    async (hand) => {
      await hand.link(/Change something/);
      await hand.link(/Change these hours/);
      await hand.write("mo.to.1", "19:30");
      await hand.button("Look at it before it counts");
      await hand.button("Yes, save");
      await hand.says(/public now/);
    },
  ],
  [
    "closed because of a flood, until further notice",
    6,
    async (hand) => {
      await hand.link(/Change something/);
      await hand.link(/Close other days/);
      await hand.choice("end", "review");
      await hand.write("reason.en", "Water in the basement");
      await hand.button("Save");
      await hand.says(/Saved/);
    },
  ],
  [
    "every second Thursday",
    10,
    async (hand) => {
      await hand.link(/Change something/);
      await hand.link(/Change these hours/);
      await hand.write("fortnight.1.first", "2026-12-03");
      await hand.write("fortnight.1.from", "21:00");
      await hand.write("fortnight.1.to", "22:00");
      await hand.button("Look at it before it counts");
      await hand.button("Yes, save");
      await hand.says(/public now/);
    },
  ],
  [
    "a new place",
    8,
    async (hand) => {
      await hand.link("Add a place");
      await hand.write("name.en", "Granite Street Van");
      await hand.choice("kind", "mobile");
      await hand.write("address", "Corner of Granite and Main");
      await hand.choice("services.supplies.offer", "yes");
      await hand.button("Send to the stewards");
      await hand.says(/Sent/);
    },
  ],
];

test("each takes as few taps as the table says", withDesk, async () => {
  for (const [what, most, act] of ACTS) {
    const { page } = await sit(browser, "rita");
    const hand = await Hand.of(page);
    await act(hand);
    assert.ok(hand.taps > 0 && hand.taps <= most, `${what}: ${hand.taps} taps, at most ${most}`);
    await page.context().close();
  }
});
