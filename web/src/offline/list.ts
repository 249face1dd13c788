// The list: what one may need, the answer, and whom to call. As the server's list page has it.
import type { Line, Need, Saved, Site } from "../api/directory";
import { card, line, type Setting } from "./card";
import { momentAt } from "./hours";
import type { Reply } from "./ranking";
import type { PageRequest } from "./request";
import { copyOf, listIn } from "./template";

/** How many lines stand before the places when nothing is known to be open. */
const LINES_FIRST = 3;

/** What stands above the choice of a place to start from, and below it. */
export interface Shown {
  readonly above: DocumentFragment;
  readonly below: DocumentFragment;
}

export function answer(set: Setting, request: PageRequest, reply: Reply<Site>): Shown {
  const { saved, say } = set;
  const cards = reply.answers.filter(({ other_town, why }) => other_town === null || why.includes("plan_target"));
  const elsewhere = reply.answers.filter((answer) => !cards.includes(answer));
  const nothing_open = !cards.some(({ moment }) => moment.state === "open");
  const lines = linesFor(saved, request.need, set.at);
  // Nobody is told first of all to call into silence, as long as somebody picks up.
  const answered = lines.filter((one) => silence(one, set.at) < 2).length;
  const first = nothing_open ? lines.slice(0, Math.min(answered || 1, LINES_FIRST)) : [];
  const last = lines.slice(first.length);
  const from = request.from && say("came-from", request.from.name);
  const above = copyOf("answer", {
    need: saved.needs.find(({ code }) => code === request.need)?.name,
    came: !!from,
    came_from: from && (reply.rule ? from : `${from} ${say("came-no-plan")}`),
    message: reply.rule?.message,
    nothing_open,
    nothing_words: say(cards.length ? "none-open" : "none-known"),
    try_these: nothing_open && cards.length > 0,
  });
  listIn(above, "first", first.map((one) => line(set, one)));
  const below = copyOf("places", {
    elsewhere: elsewhere.length > 0,
    more_elsewhere: say(elsewhere.length === 1 ? "one-elsewhere" : "elsewhere", `${elsewhere.length}`),
    or_call: last.length > 0,
  });
  if (!cards.length) below.querySelector("details")?.setAttribute("open", "");
  listIn(below, "cards", cards.map((one) => card(set, one, lines.length > 0)));
  listIn(below, "elsewhere", elsewhere.map((one) => card(set, one, lines.length > 0)));
  listIn(below, "last", last.map((one) => line(set, one)));
  if (!nothing_open) below.querySelector("h2")?.setAttribute("id", "lines");
  for (const list of below.querySelectorAll("[data-list]")) if (!list.firstChild) list.remove();
  return { above, below };
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
