// The buttons that move the map, and the ways past it.
import type { Box } from "./box";
import type { MapView } from "./view";

/** How much of the view one press moves. */
const STEP = 1 / 3;

export function wire(root: HTMLElement, view: MapView, all: Box): void {
  const { focus } = view;
  const across = (share: number): number => focus.clientWidth * share;
  const down = (share: number): number => focus.clientHeight * share;
  const acts: Readonly<Record<string, () => void>> = {
    in: () => view.zoomBy(1),
    out: () => view.zoomBy(-1),
    left: () => view.panBy(-across(STEP), 0),
    right: () => view.panBy(across(STEP), 0),
    up: () => view.panBy(0, -down(STEP)),
    down: () => view.panBy(0, down(STEP)),
    all: () => view.fit(all),
  };
  for (const button of root.querySelectorAll<HTMLElement>("[data-act]")) {
    button.addEventListener("click", () => acts[button.dataset["act"]!]?.());
  }
  // The link's own jump would leave the focus behind in some browsers.
  const past = document.getElementById("past-map");
  root.querySelector(".map-skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    past?.focus();
  });
  root.querySelector(".map-view")?.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Escape") past?.focus();
  });
}
