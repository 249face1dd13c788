// Shows what the address asks for, from the saved list, at this minute by the phone's clock.
import type { LonLat, Saved } from "../api/directory";
import { Component, refill } from "../component";
import { ageOf, reliedOn, savedWhen } from "./age";
import { type Setting } from "./card";
import { answer, need } from "./list";
import { Near } from "./near";
import { whereToGo } from "./ranking";
import { meant } from "./paper";
import { requestAt, startOf, type PageRequest } from "./request";
import { searchPage } from "./search";
import { crumb, page as sitePage } from "./site";
import { Terrain } from "./water";
import { offered } from "./wishes";

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
    const request = requestAt(saved, location.pathname, location.search, at);
    const set: Setting = {
      saved,
      at,
      lang: this.lang,
      markExamples: !saved.sites.every(({ example }) => example),
      say: (name, put) => (put === undefined ? this.say(name) : this.say(name).replace("…", () => put)),
    };
    const warning = age === "good" ? "" : this.say(age);
    const more = [warning, request.instead && this.say(request.instead)];
    this.part("when").textContent = set.say("saved", savedWhen(saved, at));
    this.tell(more.filter(Boolean).join(" "));
    const title = this.part("title");
    title.textContent = request.site?.name ?? this.title;
    title.lang = request.site?.spoken?.["name"] ?? document.documentElement.lang;
    document.title = [request.site?.name, this.title].filter(Boolean).join(" – ");
    this.choices(saved, request);
    if (request.site) {
      const back = crumb(set, request, this.home);
      refill(this.part("crumb"), back ? [back] : []);
      refill(this.part("answer"), [sitePage(set, request.site, this.home, request)]);
      refill(this.part("places"));
      this.part("nearest").hidden = true;
      return;
    }
    if (request.asked !== null) {
      refill(this.part("answer"), [searchPage(set, request, this.home, this.root.dataset["icons"] ?? "")]);
      refill(this.part("places"));
      this.part("nearest").hidden = true;
      return;
    }
    const start = this.here ?? startOf(saved, request);
    const reply = whereToGo(saved, new Terrain(saved.ground), { need: request.need, at, near: start, from: request.from?.slug ?? null, age: request.age });
    const { above, below } = answer(set, request, reply);
    refill(this.part("answer"), [above]);
    refill(this.part("places"), [below]);
    near.offer(request, reply.answers.length > 0, offered(saved, request));
    this.part("nearest").hidden = !reply.answers.length;
    if (request.instead === "map") void this.map(request, saved, warning);
  }

  /** What must be known beside the age of the list. */
  private tell(words: string): void {
    const more = this.part("more");
    more.hidden = !words;
    refill(more, [Object.assign(document.createElement("b"), { textContent: words })]);
  }

  private choices(saved: Saved, request: PageRequest): void {
    const icons = this.root.dataset["icons"] ?? "";
    for (const [name, first] of [["needs-first", true], ["needs-more", false]] as const) {
      const links = saved.needs.filter((one) => one.first === first).map((one) => need(one, icons, request, this.home));
      refill(this.part(name), links);
    }
    if (!request.chosen && !request.site) (this.part("choose") as HTMLDetailsElement).open = true;
  }

  /** The map, when its parts are on the phone from an earlier look. */
  private async map({ need: code }: PageRequest, saved: Saved, warning: string): Promise<void> {
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
    const path = meant(pathname);
    const other = this.lang === "fr" ? path.replace(/^\/fr(?=\/|$)/, "") || "/" : `/fr${path}`;
    // The first page sends who prefers French to French; who asks for English has chosen.
    const chosen = new URLSearchParams(search);
    chosen.delete("lang");
    if (other === "/") chosen.set("lang", "en");
    const query = String(chosen);
    document.querySelector("header a[hreflang]")?.setAttribute("href", `/${other.replace(/^\/+/, "")}${query && `?${query}`}`);
  }
}
