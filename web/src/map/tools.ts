// The buttons that move the map, and the ways past it.
import type { LonLat } from "../api/directory";
import type { Box } from "./box";
import type { MapView } from "./view";

/** How much of the view one press moves. */
const STEP = 1 / 3;
/** How close one looks at where one is. */
const HERE_ZOOM = 14;
const WAIT_MS = 20_000;

/** `here` is told where somebody is, when they asked for it: it is drawn, and goes nowhere. */
export function wire(root: HTMLElement, view: MapView, all: Box, here: (at: LonLat) => void): void {
  const { focus } = view;
  const across = (share: number): number => focus.clientWidth * share;
  const down = (share: number): number => focus.clientHeight * share;
  const acts: Readonly<Record<string, (button: HTMLElement) => void>> = {
    in: () => view.zoomBy(1),
    out: () => view.zoomBy(-1),
    left: () => view.panBy(-across(STEP), 0),
    right: () => view.panBy(across(STEP), 0),
    up: () => view.panBy(0, -down(STEP)),
    down: () => view.panBy(0, down(STEP)),
    all: () => view.fit(all),
    fold: (button) => {
      const folded = root.querySelector<HTMLElement>(".map-pan")!;
      folded.hidden = !folded.hidden;
      button.setAttribute("aria-expanded", String(!folded.hidden));
    },
    me: locator(root, view, here),
  };
  for (const button of root.querySelectorAll<HTMLElement>("[data-act]")) {
    if (button.dataset["act"] === "me") button.hidden = !("geolocation" in navigator);
    button.addEventListener("click", () => acts[button.dataset["act"]!]?.(button));
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

/** Shows where the phone is. The position is drawn, and neither sent nor kept. */
function locator(root: HTMLElement, view: MapView, here: (at: LonLat) => void): () => void {
  const status = root.querySelector<HTMLElement>("[data-part=status]")!;
  const say = (name: string): void => void (status.textContent = root.getAttribute(`data-say-${name}`) ?? "");
  let remove = (): void => {};
  return () => {
    say("me-wait");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const at: LonLat = [coords.longitude, coords.latitude];
        const mark = document.createElement("div");
        mark.className = "me";
        mark.setAttribute("role", "img");
        mark.setAttribute("aria-label", root.getAttribute("data-say-me-here") ?? "");
        remove();
        remove = view.addMarker(mark, at, "center");
        view.goTo(at, Math.max(HERE_ZOOM, Math.min(view.zoom(), view.maxZoom)));
        here(at);
        say("me-here");
      },
      () => say("me-none"),
      { timeout: WAIT_MS, maximumAge: 60_000 },
    );
  };
}
