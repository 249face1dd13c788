// What an address asks for, answered from the saved list: the rules of the server's `/`, `/go/…` and `/sites/…`. An address that asks for
// what is not in the list is answered all the same: a poster must not lead to a dead end.
import type { LonLat, Saved, Site } from "../api/directory";
import { meant, withoutMarks } from "./paper";
import { rulesAt } from "./ranking";
import { WISHES } from "./wishes";

const USUAL_NEED = "supplies";
const OLDEST = 120;

/** What is shown: a list, or a place. */
export interface PageRequest {
  readonly need: string;
  /** Whether the reader chose it, so that the choice need not stand in the way. */
  readonly chosen: boolean;
  /** The landmark chosen. */
  readonly near: string | null;
  readonly from: Site | null;
  /** What one has in hand or looks for, such as loose needles: places that have or take it come first. */
  readonly item: string | null;
  /** What a place has to grant besides, by the names in the address. */
  readonly wishes: readonly string[];
  /** How old the person is who asks; null when nobody said. */
  readonly age: number | null;
  /** Whether all of a long list is asked for. */
  readonly all: boolean;
  /** What a search by name looks for; null where nobody searches. */
  readonly asked: string | null;
  /** The place whose page this is. */
  readonly site: Site | null;
  /** What could not be shown: a place that is not in the list, a page of another kind. */
  readonly instead: "gone" | "page" | "map" | null;
}

/** Reads a path and a query at an instant, in seconds since 1970. */
export function requestAt(saved: Saved, path: string, query: string, at: number): PageRequest {
  const params = new URLSearchParams(query);
  const known = (code: string | null): string | null => saved.needs.find((need) => need.code === code)?.code ?? null;
  const siteOf = (slug: string | null | undefined): Site | null => saved.sites.find((site) => site.slug === slug) ?? null;
  const [, kind = "", slug] = meant(path).replace(/^\/fr(?=\/|$)/, "").split("/");
  const usual = known(USUAL_NEED) ?? saved.needs[0]?.code ?? "";
  const need = known(params.get("need"));
  const near = saved.landmarks.find(({ id }) => id === params.get("near"))?.id ?? null;
  const items = saved.needs.find(({ code }) => code === need)?.items ?? [];
  const item = items.find(({ code }) => code === params.get("item"))?.code ?? null;
  const list: PageRequest = { need: need ?? usual, chosen: need !== null, near, from: siteOf(params.get("from")), item, ...besides(params), asked: null, site: null, instead: null };
  switch (kind) {
    case "":
    case "offline":
      return list;
    case "go": {
      const from = siteOf(slug);
      const asked = known(withoutMarks(params.get("need") ?? ""));
      const code = asked ?? (from && needOfThePlan(saved, from.slug, at)) ?? usual;
      return { ...list, need: code, chosen: true, from, instead: from ? null : "gone" };
    }
    case "sites": {
      const site = siteOf(slug);
      return { ...list, site, instead: site ? null : "gone" };
    }
    case "search":
      return { ...list, asked: (params.get("q") ?? "").trim() };
    case "disposal":
      return { ...list, need: known("disposal") ?? list.need, chosen: true, instead: "page" };
    default:
      return { ...list, instead: kind === "map" ? "map" : "page" };
  }
}

/** The list that was asked for, or that a place was reached from. */
export function listAt({ need, near, from, item, wishes, age }: PageRequest, home: string): string {
  const granted = Object.fromEntries(wishes.map((wish) => [wish, "yes"]));
  return home + carried({ need, near, from: from?.slug ?? null, item, ...granted, age: age === null ? null : String(age) });
}

/** What an address asks for besides a need. */
function besides(params: URLSearchParams): Pick<PageRequest, "wishes" | "age" | "all"> {
  const age = /^\s*(\d{1,3})\s*$/.exec(params.get("age") ?? "")?.[1];
  return {
    wishes: WISHES.filter((wish) => params.get(wish) === "yes"),
    age: age !== undefined && Number(age) <= OLDEST ? Number(age) : null,
    all: params.get("all") === "1",
  };
}

/** A query that keeps what one came for. */
function carried(kept: Readonly<Record<string, string | null>>): string {
  const known = Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `?${new URLSearchParams(known)}`;
}

/** The page of a place, with what one came for, so that it says that first and leads back. */
export function placeAt(page: string, request: PageRequest): string {
  return page + listAt(request, "");
}

/** Where one starts from: the landmark, or the origin site one stands at. */
export function startOf(saved: Saved, { near, from }: PageRequest): LonLat | null {
  return saved.landmarks.find(({ id }) => id === near)?.point ?? from?.point ?? null;
}

/** The need of the rule in force for an origin site; supplies first when there are several. */
function needOfThePlan(saved: Saved, origin: string, at: number): string | null {
  const needs = rulesAt(saved, at).flatMap(({ from, need }) => (from === origin ? [need] : []));
  return needs.find((need) => need === USUAL_NEED) ?? needs[0] ?? null;
}
