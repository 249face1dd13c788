// Shows what the address asks for, from the saved list, at this minute by the phone's clock.
import { Component } from "../component";
import { ageOf, reliedOn, savedWhen } from "./age";
import { askedFor, startOf, type Asked } from "./asked";
import { type Setting } from "./card";
import { Terrain } from "./ground";
import { answer, need } from "./list";
import { Near } from "./near";
import { whereToGo } from "./ranking";
import { page as sitePage } from "./site";
import type { LonLat, Saved } from "./saved";

/** The list is kept under the address it came from, in the language of the page. */
const listOf = (lang: string): string => `/api/v1/directory.json?lang=${lang}`;

export class Offline extends Component {
  private readonly lang = document.documentElement.lang.startsWith("fr") ? "fr" : "en";
  private readonly home = this.lang === "fr" ? "/fr/" : "/";
  /** Where the phone is, once its owner asked; never kept. */
  private here: LonLat | null = null;
  private shownAt = 0;
  private readonly title = this.part("title").textContent;

  constructor(root: HTMLElement) {
    super(root);
    this.keepAddress();
    void this.start();
  }

  private async start(): Promise<void> {
    let saved: Saved | undefined;
    try {
      saved = (await (await caches.match(listOf(this.lang), { ignoreVary: true }))?.json()) as Saved | undefined;
      if (saved) return this.open(saved);
    } catch (error) {
      // A list this page cannot read is no list; the lines to call are on the page already.
      console.error(error);
    }
    this.part("when").textContent = this.say("none");
  }

  private open(saved: Saved): void {
    const near = new Near(this.part("near"), saved, (here) => {
      this.here = here;
      this.show(saved, near);
    });
    this.show(saved, near);
    this.part("otherwise").hidden = true;
    this.part("shown").hidden = false;
    // What was open when the screen went dark may not be when it is lit again.
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - this.shownAt > 60_000) this.show(saved, near);
    });
  }

  private show(whole: Saved, near: Near): void {
    this.shownAt = Date.now();
    const at = Math.floor(this.shownAt / 1000);
    const age = ageOf(whole, at);
    const saved = reliedOn(whole, age);
    const asked = askedFor(saved, location.pathname, location.search, at);
    const set: Setting = {
      saved,
      at,
      lang: this.lang,
      markExamples: !saved.sites.every(({ example }) => example),
      say: (name, put) => (put === undefined ? this.say(name) : this.say(name).replace("…", () => put)),
    };
    const warning = age === "good" ? "" : this.say(age);
    const more = [warning, asked.instead && this.say(asked.instead)];
    this.part("when").textContent = set.say("saved", savedWhen(saved, at));
    this.tell(more.filter(Boolean).join(" "));
    const title = this.part("title");
    title.textContent = asked.site?.name ?? this.title;
    title.lang = asked.site?.spoken?.["name"] ?? document.documentElement.lang;
    this.choices(saved, asked);
    if (asked.site) {
      this.part("answer").replaceChildren(sitePage(set, asked.site, this.home));
      this.part("places").replaceChildren();
      this.part("nearest").hidden = true;
      return;
    }
    const start = this.here ?? startOf(saved, asked);
    const reply = whereToGo(saved, new Terrain(saved.ground), { need: asked.need, at, near: start, from: asked.from?.slug ?? null });
    const { above, below } = answer(set, asked, reply);
    this.part("answer").replaceChildren(above);
    this.part("places").replaceChildren(below);
    near.offer(asked, reply.answers.length > 0);
    this.part("nearest").hidden = !reply.answers.length;
    if (asked.instead === "map") void this.map(asked, saved, warning);
  }

  /** What must be known beside the age of the list. */
  private tell(words: string): void {
    const more = this.part("more");
    more.hidden = !words;
    more.replaceChildren(Object.assign(document.createElement("b"), { textContent: words }));
  }

  private choices(saved: Saved, asked: Asked): void {
    const icons = this.root.dataset["icons"] ?? "";
    for (const [name, first] of [["needs-first", true], ["needs-more", false]] as const) {
      const links = saved.needs.filter((one) => one.first === first).map((one) => need(one, icons, asked, this.home));
      this.part(name).replaceChildren(...links);
    }
    if (!asked.chosen && !asked.site) (this.part("choose") as HTMLDetailsElement).open = true;
  }

  /** The map, when its parts are on the phone from an earlier look. */
  private async map({ need: code }: Asked, saved: Saved, warning: string): Promise<void> {
    const section = this.part("map").querySelector<HTMLElement>("section")!;
    if (!(await caches.match(section.dataset["js"]!, { ignoreVary: true }))) return;
    section.dataset["need"] = code;
    section.dataset["icon"] = `${this.root.dataset["icons"]}#${saved.needs.find((one) => one.code === code)?.icon ?? ""}`;
    this.tell(warning);
    this.part("map").hidden = false;
  }

  /** The address stays what it was asked for: for another try, and for the other language. */
  private keepAddress(): void {
    const { pathname, search } = location;
    this.part("again").setAttribute("href", pathname + search);
    const twin = this.lang === "fr" ? pathname.replace(/^\/fr(?=\/|$)/, "") || "/" : `/fr${pathname}`;
    document.querySelector("header a[hreflang]")?.setAttribute("href", `/${twin.replace(/^\/+/, "")}${search}`);
  }
}
