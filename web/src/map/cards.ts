// The way from a pin to its card in the list, and from a card to its pin.
import type { Place } from "./places";

/** Links to places, on cards and in rows of a table. */
const LINKS = "main .card h3 a, main th a";

/** The link to a place in the list. */
export function cardLink(place: Place): HTMLAnchorElement | null {
  const links = document.querySelectorAll<HTMLAnchorElement>(LINKS);
  return [...links].find((link) => link.getAttribute("href") === place.page) ?? null;
}

/** Whether the list has a place that has no pin: nobody knows its exact spot. */
export function someMissing(places: readonly Place[]): boolean {
  const pages = new Set(places.map(({ page }) => page));
  return [...document.querySelectorAll(LINKS)].some((link) => !pages.has(link.getAttribute("href") ?? ""));
}

/** What stands around that link. */
function around(link: HTMLElement): HTMLElement | null {
  return link.closest<HTMLElement>(".card, tr");
}

/** Moves the focus to the card of a place; to its page when the list does not have it. */
export function choose(place: Place): void {
  const link = cardLink(place);
  if (!link) return location.assign(place.page);
  document.querySelector(".picked")?.classList.remove("picked");
  around(link)?.classList.add("picked");
  link.focus();
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
