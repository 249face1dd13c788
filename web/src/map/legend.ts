// The legend, which is the filter: a state that is pressed is shown, on the map and in the list. For used needles the kind of place too.
import { cardOf } from "./cards";
import type { Place } from "./places";

/** Wires the buttons of the legend, with how many places each stands for. `show` is told what is left, whenever that changes. */
export function wireLegend(root: HTMLElement, places: readonly Place[], say: (name: string) => string, show: (left: readonly Place[]) => void): void {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>(".map-legend [data-state]")];
  const kinds = kindsIn(root, places);
  const told = root.querySelector<HTMLElement>("[data-part=shown]");
  for (const button of buttons) {
    const count = places.filter(({ state }) => state === button.dataset["state"]).length;
    const number = document.createElement("span");
    number.className = "map-count";
    number.textContent = ` ${count}`;
    button.append(number);
    button.disabled = count === 0;
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      narrow();
    });
  }
  kinds?.addEventListener("change", narrow);

  function narrow(): void {
    const states = new Set(buttons.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset["state"]));
    const left = places.filter(({ state, kind }) => states.has(state) && (!kinds?.value || kind === kinds.value));
    const slugs = new Set(left.map(({ slug }) => slug));
    for (const place of places) {
      const card = cardOf(place);
      if (card) card.hidden = !slugs.has(place.slug);
    }
    if (told) told.textContent = left.length === places.length ? "" : say("shown").replace("…", `${left.length}\u00a0/\u00a0${places.length}`);
    show(left);
  }
}

/** The choice of a kind, where there are several. */
function kindsIn(root: HTMLElement, places: readonly Place[]): HTMLSelectElement | null {
  const kinds = [...new Set(places.flatMap(({ kind }) => kind ?? []))].sort();
  const label = root.querySelector<HTMLElement>("[data-part=kinds]");
  const select = label?.querySelector("select") ?? null;
  if (!label || !select || kinds.length < 2) return null;
  label.hidden = false;
  for (const kind of kinds) select.add(new Option(kind, kind));
  return select;
}
