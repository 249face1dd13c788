// The way from a pin to its card in the list, and from a card to its pin.
import type { Place } from "./places";

/** Links to places, on cards and in rows of a table. */
const LINKS = "main .card h3 a, main th a";

/** The link to a place in the list. */
export function cardLink(place: Place): HTMLAnchorElement | null {
  const links = document.querySelectorAll<HTMLAnchorElement>(LINKS);
  return [...links].find((link) => pageOf(link.getAttribute("href")) === pageOf(place.page)) ?? null;
}

/** A page without what one came for: links on some pages carry the need, or another instant. */
function pageOf(address: string | null): string {
  return (address ?? "").split(/[?#]/)[0] ?? "";
}

/** Whether the list has a place that has no pin: nobody knows its exact spot. */
export function someMissing(places: readonly Place[]): boolean {
  const pages = new Set(places.map(({ page }) => pageOf(page)));
  return [...document.querySelectorAll(LINKS)].some((link) => !pages.has(pageOf(link.getAttribute("href"))));
}

/** The card or the row of a place; `null` when the list does not have it. */
export function cardOf(place: Place): HTMLElement | null {
  const link = cardLink(place);
  return link && around(link);
}

/** Writes the number of each card before its name, in the order of the list; slug -> number. */
export function number(places: readonly Place[]): Map<string, number> {
  const order = [...document.querySelectorAll<HTMLAnchorElement>(LINKS)];
  const listed = places.flatMap((place) => {
    const link = cardLink(place);
    return link ? [{ place, link }] : [];
  });
  listed.sort((a, b) => order.indexOf(a.link) - order.indexOf(b.link));
  return new Map(
    listed.map(({ place, link }, ix) => {
      const number = document.createElement("b");
      number.className = `card-number ${place.state}`;
      number.setAttribute("aria-hidden", "true");
      number.textContent = String(ix + 1);
      link.before(number, " ");
      return [place.slug, ix + 1];
    }),
  );
}

/** What stands around that link. */
function around(link: HTMLElement): HTMLElement | null {
  return link.closest<HTMLElement>(".card, tr");
}

/** Sets the card of a place off from the others, and brings it into sight where the list stands beside the map. */
export function pickCard(place: Place | null): void {
  document.querySelector(".picked")?.classList.remove("picked");
  const card = place && cardOf(place);
  card?.classList.add("picked");
  if (matchMedia("(min-width: 60rem)").matches) card?.scrollIntoView({ block: "nearest" });
}

/** Gives every place of the list that has a pin a button that shows it. */
export function addShowOnMap(places: readonly Place[], words: string, show: (place: Place) => void): void {
  for (const place of places) {
    const link = cardLink(place);
    const card = link && around(link);
    if (!link || !card) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button on-map";
    button.textContent = words;
    const whose = document.createElement("span");
    whose.className = "hide";
    whose.textContent = `: ${place.name}`;
    if (place.lang) whose.lang = place.lang;
    button.append(whose);
    button.addEventListener("click", () => show(place));
    (card.querySelector(".acts") ?? card.querySelector("th") ?? card).append(button);
  }
}
