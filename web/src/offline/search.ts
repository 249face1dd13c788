// A place by its name, from the saved list: the server's `/search`.
import type { Saved, Site } from "../api/directory";
import type { Setting } from "./card";
import { need } from "./list";
import type { PageRequest } from "./request";
import { copyOf, listIn } from "./template";

/** How many places it names. */
const MOST = 30;

/** Words in small letters, without accents and what nobody sees: the rule of the server's `folded`. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\p{M}\p{Cf}]/gu, "");
}

/** What is searched in of a place. */
type Named = Pick<Site, "slug" | "name" | "organization_name" | "address" | "locality" | "description" | "door">;

/** The places that fit: by name, then by who runs them or where they are, then by what is said of them, such as an old name. */
export function placesBy<S extends Named>(sites: readonly S[], asked: string): readonly { readonly site: S; readonly story: boolean }[] {
  const words = folded(asked).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const all = (...told: readonly string[]): boolean => words.every((word) => folded(told.join(" ")).includes(word));
  const known = sites.map((site): readonly [S, number] => {
    const { slug, name, organization_name, address, locality, description, door } = site;
    const names = [name, organization_name, slug, address, locality];
    return [site, all(name) ? 0 : all(...names) ? 1 : all(...names, description, door ?? "") ? 2 : 3];
  });
  return known.filter(([, how]) => how < 3).sort(([, a], [, b]) => a - b).map(([site, how]) => ({ site, story: how === 2 }));
}

/** The page: the form, and what was found. */
export function searchPage(set: Setting, request: PageRequest, home: string, icons: string): DocumentFragment {
  const { saved, say } = set;
  const asked = request.asked ?? "";
  const found = placesBy(saved.sites, asked);
  const needs = needsBy(saved, asked);
  const more = found.length - MOST;
  const copy = copyOf("search", {
    hint: !asked,
    kinds: needs.length > 0,
    answer: !!asked,
    none: found.length === 0,
    home: found.length === 0,
    more: more > 0 && say(more === 1 ? "one-search-more" : "search-more", `${more}`),
  }, { home });
  copy.querySelector("input")!.value = asked;
  listIn(copy, "kinds", needs.map((one) => need(one, icons, request, home)));
  listIn(copy, "found", found.slice(0, MOST).map(({ site, story }) => {
    const { name, whereabouts, description, links, spoken } = site;
    return copyOf("found", { name, whereabouts, story: story && description }, { name: links.page }, { ...spoken, story: spoken?.["description"] });
  }));
  return copy;
}

/** The kinds of help that go by these words. */
function needsBy(saved: Saved, asked: string): Saved["needs"] {
  const words = folded(asked).split(/\s+/).filter(Boolean);
  return words.length ? saved.needs.filter(({ code, name }) => words.every((word) => folded(`${code} ${name}`).includes(word))) : [];
}
