// The way from a pin to its card in the list, and from a card to its pin.
import type { Place } from "./places";

/** The link to a place in the list: on a card, or in a row of a table. */
export function cardLink(place: Place): HTMLAnchorElement | null {
  const links = document.querySelectorAll<HTMLAnchorElement>("main .card h3 a, main th a");
  return [...links].find((link) => link.getAttribute("href") === place.page) ?? null;
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
