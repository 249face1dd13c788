// The list: what one may need, the answer, and whom to call. As the server's list page has it.
import type { Line, Need, Saved, Service, Site } from "../api/directory";
import { card, line, sureOf, type Setting } from "./card";
import { momentAt } from "./hours";
import { sentenceOf } from "./sentence";
import type { RankedService, Reply } from "./ranking";
import { listAt, placeAt, type PageRequest } from "./request";
import { copyOf, listIn } from "./template";
import { grants } from "./wishes";

/** How many lines stand before the places when nothing is known to be open. */
const LINES_FIRST = 3;
/** From so many places on a sentence is said once for all of them. */
const OFTEN = 6;
/** Where people come to leave something, and what they may have in hand. */
const DISPOSAL = "disposal";
const LOOSE = "loose";
const FULL = "full-containers";

/** What stands above the choice of a place to start from, and below it. */
export interface Shown {
  readonly above: DocumentFragment;
  readonly below: DocumentFragment;
}

export function answer(set: Setting, request: PageRequest, reply: Reply<Site>): Shown {
  const { saved, say } = set;
  const said = (answer: Reply<Site>["answers"][number]): boolean | null => grants({ ...answer, service: answer.service as Service }, request.wishes);
  const isHere = ({ other_town, why }: Reply<Site>["answers"][number]): boolean => other_town === null || why.includes("plan_target");
  const granting = reply.answers.filter((answer) => said(answer) === true);
  const unsaid = reply.answers.filter((answer) => said(answer) === null);
  const denied = reply.answers.length - granting.length - unsaid.length;
  const within = granting.filter(isHere);
  const elsewhere = granting.filter((answer) => !isHere(answer));
  const [unsaidHere, unsaidElsewhere] = [unsaid.filter(isHere), unsaid.filter((answer) => !isHere(answer))];
  const cards = firstThoseThatTake(within, request.item, set.at);
  // To an emergency department one goes day and night, and asks nobody first.
  const nothing_open = !cards.some(({ moment, service }) => moment.state === "open" || (service as Service).emergency);
  // Nobody asks 911 who has what: in danger it stands on every page.
  const [lines, emergency] = apart(linesFor(saved, request.need, set.at));
  // Nobody is told first of all to call into silence, as long as somebody picks up.
  const answered = lines.filter((one) => silence(one, set.at) < 2).length;
  const first = nothing_open ? lines.slice(0, Math.min(answered || 1, LINES_FIRST)) : [];
  const last = [...lines.slice(first.length), ...emergency];
  const opens = next(set, cards[0]);
  const whom = first.length > 0 && say(nobodySaid(cards) ? "ask-these" : "call-these");
  const from = request.from && say("came-from", request.from.name);
  const above = copyOf("answer", {
    need: saved.needs.find(({ code }) => code === request.need)?.name,
    choices: request.need === DISPOSAL,
    loose: true,
    full: true,
    came: !!from,
    came_from: from && (reply.rule ? from : `${from} ${say("came-no-plan")}`),
    message: reply.rule?.message,
    nothing_open,
    wishing: request.wishes.length > 0 || request.age !== null,
    wished: wished(set, request),
    wish_all: true,
    nothing_words: [cards.length || !(unsaid.length || denied) ? lead(set, request.need, cards) : say("wish-none"), !opens.next && whom].filter(Boolean).join(" "),
    ...opens,
    whom: opens.next && whom,
    try_these: nothing_open && cards.length > 0,
  }, { wish_all: listAt({ ...request, wishes: [], age: null }, set.lang === "fr" ? "/fr/" : "/"), next_name: cards[0] && placeAt(cards[0].site.links.page, request), loose: choice(set, request, LOOSE), full: choice(set, request, FULL) });
  const chosen = request.item === LOOSE ? "loose" : request.item === FULL ? "full" : "";
  if (chosen) above.querySelector(`[data-field=${chosen}]`)?.setAttribute("aria-current", "true");
  listIn(above, "first", first.map((one) => line(set, one)));
  const others = elsewhere.length + unsaidElsewhere.length;
  const below = copyOf("places", {
    unsaid: unsaidHere.length > 0,
    denied: denied > 0 && (denied === 1 ? say("wish-one-denied") : say("wish-denied", `${denied}`)),
    elsewhere: others > 0,
    more_elsewhere: say(others === 1 ? "one-elsewhere" : "elsewhere", `${others}`),
    unsaid_elsewhere: unsaidElsewhere.length > 0,
    or_call: last.length > 0,
  });
  if (!cards.length) below.querySelector("details")?.setAttribute("open", "");
  const often = saidOften(set, cards);
  listIn(below, "often", [...often].map(([words, count]) => copyOf("words", { words: onceFor(set, words, count) })));
  listIn(below, "cards", cards.map((one) => card({ ...set, often, need: request.need, from: request.from?.name }, one, request)));
  const alike = new Map([...unknownAlike(set, elsewhere), ...saidOften(set, elsewhere)]);
  listIn(below, "often-elsewhere", [...alike].map(([words, count]) => copyOf("words", { words: onceFor(set, words, count) })));
  listIn(below, "elsewhere", elsewhere.map((one) => card({ ...set, often: alike }, one, request)));
  listIn(below, "unsaid", unsaidHere.map((one) => card({ ...set, need: request.need, from: request.from?.name }, one, request)));
  listIn(below, "unsaid_elsewhere", unsaidElsewhere.map((one) => card(set, one, request)));
  listIn(below, "last", last.map((one) => line(set, one)));
  if (!nothing_open) below.querySelector("h2")?.setAttribute("id", "lines");
  for (const list of below.querySelectorAll("[data-list]")) if (!list.firstChild) list.remove();
  return { above, below };
}

/** What is asked for besides a need, in words. */
function wished({ say }: Setting, { wishes, age }: PageRequest): string {
  const names = wishes.map((wish) => say(`wish-${wish}`)).join(", ");
  return [names && say("wish-shown", names), age !== null && say("wish-age-shown", `${age}`)].filter(Boolean).join(" ");
}

function apart(lines: readonly Line[]): readonly [readonly Line[], readonly Line[]] {
  const isEmergency = ({ phone }: Line): boolean => phone === "911";
  return [lines.filter((one) => !isEmergency(one)), lines.filter(isEmergency)];
}

/** What stands above the lines when no place is known to be open: that places are closed is said of places that are known to be. */
export function lead({ say }: Pick<Setting, "say">, need: string, cards: readonly Pick<Reply<Site>["answers"][number], "moment">[]): string {
  if (!cards.length) return say("none-known");
  if (!nobodySaid(cards)) return say("none-open");
  return say(`nobody-said-${need}`) || say("nobody-said");
}

/** Whether nobody told us of most of the places whether they are open. */
function nobodySaid(cards: readonly Pick<Reply<Site>["answers"][number], "moment">[]): boolean {
  return cards.filter(({ moment }) => moment.state === "unknown").length * 2 > cards.length;
}

/** The place that helps soonest, when it opens later: so that the first screen holds it. */
function next({ at, saved }: Setting, first: Reply<Site>["answers"][number] | undefined): { next: boolean; next_name: string | false; next_sentence: string | false } {
  const opens = first?.moment.state === "closed" && first.served_at !== null && first;
  return { next: !!opens, next_name: opens && opens.site.name, next_sentence: opens && sentenceOf(saved, opens.site, opens.service as Service, at) };
}

/** Places that take a thing, then those of which nobody said what they take, then those that take other things or have no room for it. Otherwise
 * the order stays. */
export function firstThoseThatTake<A extends { readonly service: Pick<RankedService, "need"> }>(answers: readonly A[], item: string | null, at: number): readonly A[] {
  if (!item) return answers;
  const minute = Math.floor(at / 60);
  const suits = ({ service }: A): number => {
    const { item_codes = [], short_of = [] } = service as Partial<Pick<Service, "item_codes" | "short_of">>;
    if (short_of.some(([from, until, , items]) => from <= minute && minute < until && items?.includes(item))) return 2;
    return item_codes.includes(item) ? 0 : item_codes.length ? 2 : 1;
  };
  return [...answers].sort((a, b) => suits(a) - suits(b));
}

/** What many places say alike, and how many do: it is said once. As the server's `pages/repeats.rs` has it. */
export function saidOften(set: Pick<Setting, "at">, answers: Reply<Site>["answers"]): ReadonlyMap<string, number> {
  const services = answers.map(({ service }) => service as Service);
  const often = new Map<string, number>();
  for (const words of [services.map(({ description }) => description), services.map((service) => sureOf(set, service))]) {
    for (const one of new Set(words)) {
      const count = words.filter((other) => other === one).length;
      if (one && count >= OFTEN) often.set(one, count);
    }
  }
  return often;
}

/** What nobody knows of many places, and of how many. */
function unknownAlike(set: Setting, answers: Reply<Site>["answers"]): ReadonlyMap<string, number> {
  const unknown = answers.filter(({ moment }) => moment.state === "unknown");
  const said = unknown.map(({ site, service }) => sentenceOf(set.saved, site, service as Service, set.at));
  const count = (words: string): number => said.filter((other) => other === words).length;
  return new Map([...new Set(said)].map((words) => [words, count(words)] as const).filter(([, often]) => often >= OFTEN));
}

function onceFor({ say }: Setting, words: string, count: number): string {
  const [head = "", between = "", tail = ""] = say("once").split("…");
  return `${head}${count}${between}${words}${tail}`;
}

/** The list with the places that take a thing first. */
function choice({ lang }: Setting, request: PageRequest, item: string): string {
  return listAt({ ...request, need: DISPOSAL, item, wishes: [], age: null }, lang === "fr" ? "/fr/" : "/");
}

/** Lines for a need; all of them when none is for it, so that nobody is left without one. Those that are answered come first, then those
 * whose hours nobody said, then those that are silent now; a line for this need before a general one. */
export function linesFor(saved: Pick<Saved, "lines">, need: string, at: number): readonly Line[] {
  const found = saved.lines.filter(({ needs }) => !needs.length || needs.includes(need));
  const lines = found.length ? found : [...saved.lines];
  const weight = (one: Line): number => silence(one, at) * 2 + (one.needs.length ? 0 : 1);
  return lines.sort((a, b) => weight(a) - weight(b));
}

/** 0 when somebody picks up, 1 when nobody said, 2 when nobody does. */
function silence({ intervals }: Line, at: number): number {
  const state = intervals ? momentAt({ intervals }, at).state : "unknown";
  return { open: 0, unknown: 1, closed: 2 }[state];
}

/** Every need as a link that keeps where one is near and came from. */
export function need(one: Need, icons: string, request: PageRequest, home: string): DocumentFragment {
  const keep = [
    ["need", one.code],
    ["near", request.near],
    ["from", request.from?.slug],
  ].flatMap(([name, value]) => (value ? [[name!, value]] : []));
  const href = `${home}?${new URLSearchParams(keep)}`;
  const copy = copyOf("need", { href: true, icon: true, name: one.name }, { href });
  // An address that no link has: the symbol of the need's icon.
  copy.querySelector("use")?.setAttribute("href", `${icons}#${one.icon}`);
  if (request.chosen && one.code === request.need) copy.querySelector("a")?.setAttribute("aria-current", "true");
  return copy;
}
