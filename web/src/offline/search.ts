// A place by its name, from the saved list: the server's `/search`, by the rule of its `search.rs`.
import type { Saved, Site } from "../api/directory";
import type { Setting } from "./card";
import { need } from "./list";
import { lookedFor, Told, type LookedFor } from "./looked-for";
import { rulesAt } from "./ranking";
import type { PageRequest } from "./request";
import { copyOf, listIn } from "./template";

/** How many places it names. */
const MOST = 10;
/** How much a word weighs in a name, in another or a former one, in who runs the place, in its address, in what is said of it. */
const WEIGHTS = [8, 7, 3, 2, 1] as const;
const SLIP = 0.5;

/** What is searched in of a place. */
export type Named = Pick<Site, "slug" | "name" | "alternate_name" | "former_name" | "organization_name" | "organization_alternate_name" | "organization_former_name" | "address" | "locality" | "description" | "door">;
/** What is searched in of a kind of help. */
export type Called = Pick<Saved["needs"][number], "code" | "name" | "also_called">;

/** By what somebody knows a place; the name where it is another one. */
export type Known = readonly ["name" | "place" | "story"] | readonly ["other" | "former" | "organization", string];

export interface Hit<S extends Named> {
  readonly site: S;
  readonly known: Known;
}

/** The places that fit, best first: every word fits, the rarer the weightier; a word that fits nothing at all may have a slip. */
export function placesBy<S extends Named>(sites: readonly S[], needs: readonly Called[], asked: string): readonly Hit<S>[] {
  const looked = lookedFor(asked);
  if (!looked.length) return [];
  const told = sites.map((site) => {
    const fields = fieldsOf(site);
    const found = looked.map(({ word }) => {
      const fits = fields.map((field) => field.fit(word));
      return [fits.indexOf("there"), fits.indexOf("nearly")] as const;
    });
    return { site, fields, found };
  });
  const weighed = looked.map(({ word }, nth) => {
    const count = (by: 0 | 1): number => told.filter(({ found }) => found[nth]![by] >= 0).length;
    const slips = count(0) === 0 && !needs.some((one) => means(one, word));
    return { slips, rarity: Math.log(1 + sites.length / Math.max(1, count(slips ? 1 : 0))) };
  });
  const hits = told.flatMap(({ site, fields, found }) => {
    let [score, deepest] = [0, -1];
    for (const [nth, { may_miss }] of looked.entries()) {
      const [there, nearly] = found[nth]!;
      const { slips, rarity } = weighed[nth]!;
      const field = there >= 0 ? there : slips ? nearly : -1;
      if (field < 0 && !may_miss) return [];
      if (field < 0) continue;
      score += WEIGHTS[field]! * (there >= 0 ? 1 : SLIP) * rarity;
      deepest = Math.max(deepest, field);
    }
    return deepest < 0 ? [] : [{ score, hit: { site, known: knownBy(site, fields[0]!, looked, deepest) } }];
  });
  return hits.sort((a, b) => b.score - a.score).map(({ hit }) => hit);
}

/** The kinds of help that all the words may mean. */
export function needsBy<N extends Called>(needs: readonly N[], asked: string): readonly N[] {
  const looked = lookedFor(asked).filter(({ may_miss }) => !may_miss);
  return looked.length ? needs.filter((one) => looked.every(({ word }) => means(one, word))) : [];
}

function means({ code, name, also_called }: Called, word: string): boolean {
  return new Told(code, name, ...also_called).fit(word) === "there";
}

function fieldsOf(site: Named): readonly Told[] {
  return [
    new Told(site.name),
    new Told(site.alternate_name, site.former_name),
    new Told(site.organization_name, site.organization_alternate_name, site.organization_former_name),
    new Told(site.slug, site.address, site.locality),
    new Told(site.description, site.door),
  ];
}

function knownBy(site: Named, name: Told, looked: readonly LookedFor[], deepest: number): Known {
  const missing = looked.filter(({ word }) => name.fit(word) === "not");
  const meant = (names: string | undefined): string | undefined =>
    names?.split(";").map((one) => one.trim()).find((one) => one && missing.some(({ word }) => new Told(one).fit(word) !== "not"));
  const [former, kind, other] = deepest === 1 ? [site.former_name, "former" as const, site.alternate_name] : [site.organization_former_name, "organization" as const, site.organization_alternate_name];
  if (deepest === 1 || deepest === 2) {
    const [old, also] = [meant(former), meant(other)];
    return old ? [kind, old] : also ? ["other", also] : ["place"];
  }
  return [deepest === 0 ? "name" : deepest === 3 ? "place" : "story"];
}

/** The page: the form, and what was found. */
export function searchPage(set: Setting, request: PageRequest, home: string, icons: string): DocumentFragment {
  const { saved, say } = set;
  const asked = request.asked ?? "";
  const found = placesBy(saved.sites, saved.needs, asked);
  const needs = needsBy(saved.needs, asked);
  const shown = found.slice(0, request.all ? found.length : MOST);
  const more = found.length - shown.length;
  const nothing = !found.length && !needs.length;
  const copy = copyOf("search", {
    hint: !asked,
    kinds: needs.length > 0,
    answer: !!asked && (found.length > 0 || nothing),
    none: nothing,
    home: nothing,
    more: more > 0 && say(more === 1 ? "one-search-more" : "search-more", `${more}`),
  }, { home, more: `${home}search?${new URLSearchParams({ q: asked, all: "1" })}` });
  copy.querySelector("input")!.value = asked;
  listIn(copy, "kinds", needs.map((one) => need(one, icons, request, home)));
  listIn(copy, "found", shown.map((hit) => place(set, hit)));
  return copy;
}

/** A place that fits, by what name it was found, and what became of it. */
function place(set: Setting, { site, known: [by, old] }: Hit<Site>): DocumentFragment {
  const { name, organization_name, whereabouts, description, links, spoken } = site;
  const { say, saved } = set;
  const renamed = (now: string): string => {
    const [head = "", between = "", tail = ""] = say("renamed").split("…");
    return head + old! + between + now + tail;
  };
  const words = by === "former" ? renamed(name) : by === "organization" ? renamed(organization_name) : by === "other" && say("also", old);
  const copy = copyOf("found", { name, whereabouts, known: words, closed: closed(set, site), story: by === "story" && description }, { name: links.page }, { ...spoken, story: spoken?.["description"] });
  for (const rule of rulesAt(saved, set.at).filter(({ from }) => from === site.slug)) {
    const to = rule.targets.flatMap((target) => {
      const there = saved.sites.find(({ slug }) => slug === target.site);
      const service = there?.services.find((one) => one.need === target.need);
      return there && service && service.offer !== "not_offered" ? [there] : [];
    });
    if (!to.length) continue;
    const moved = copyOf("moved", { need: say("moved", saved.needs.find(({ code }) => code === rule.need)?.name ?? "") });
    listIn(moved, "to", to.map((there, at) => copyOf("to", { comma: at > 0, name: there.name }, { name: there.links.page }, { name: there.spoken?.["name"] })));
    copy.querySelector("li")!.append(moved);
  }
  return copy;
}

/** That a whole place is closed until further notice, or has nothing any more. */
function closed({ saved, say }: Setting, { exceptions, exceptions_in_words, services }: Site): string | false {
  const today = saved.made_at.slice(0, 10);
  const at = exceptions.findIndex(({ kind, need: of, first, last }) => kind === "closed" && !of && !last && first <= today);
  if (at >= 0) return exceptions_in_words[at]![1];
  return services.length > 0 && services.every(({ offer }) => offer === "not_offered") && say("closed");
}
