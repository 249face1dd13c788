// The buttons that move the map, and the ways past it.
import type { Box, Ground } from "./ground";

/** How much of the view one press moves. */
const STEP = 1 / 3;

export function wire(root: HTMLElement, ground: Ground, all: Box): void {
  const { focus } = ground;
  const across = (share: number): number => focus.clientWidth * share;
  const down = (share: number): number => focus.clientHeight * share;
  const acts: Readonly<Record<string, () => void>> = {
    in: () => ground.zoomBy(1),
    out: () => ground.zoomBy(-1),
    left: () => ground.panBy(-across(STEP), 0),
    right: () => ground.panBy(across(STEP), 0),
    up: () => ground.panBy(0, -down(STEP)),
    down: () => ground.panBy(0, down(STEP)),
    all: () => ground.show(all),
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
  root.querySelector(".map-ground")?.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Escape") past?.focus();
  });
}
