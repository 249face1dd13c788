// The chosen place: its card over the lower edge of the map, with what one needs to go there. The map makes room for its pin.
import { cardOf } from "./cards";
import type { Place } from "./places";
import type { MapView } from "./view";

export class Chosen {
  private readonly name: HTMLAnchorElement;
  private current: Place | null = null;

  /** `closed` is told which place it was. */
  constructor(
    private readonly panel: HTMLElement,
    private readonly view: MapView,
    private readonly unsure: string,
    private readonly closed: (place: Place) => void,
  ) {
    this.name = panel.querySelector<HTMLAnchorElement>("[data-part=name]")!;
    panel.querySelector("[data-part=close]")?.addEventListener("click", () => this.close());
    panel.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.close();
    });
  }

  open(place: Place, focus: boolean): void {
    this.current = place;
    this.name.textContent = place.name;
    this.name.lang = place.lang ?? "";
    if (!place.lang) this.name.removeAttribute("lang");
    this.name.href = place.page;
    const state = this.panel.querySelector<HTMLElement>("[data-part=state]")!;
    state.className = `state ${place.state}`;
    state.textContent = [place.sentence, place.unsure ? this.unsure : ""].filter(Boolean).join(". ");
    this.acts(place);
    this.panel.hidden = false;
    this.makeRoom(place);
    if (focus) this.name.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.current) return;
    const was = this.current;
    this.current = null;
    this.panel.hidden = true;
    this.closed(was);
  }

  /** Call, as on its card; and the two ways on to its page. */
  private acts(place: Place): void {
    const links = [...this.panel.querySelectorAll<HTMLAnchorElement>("[data-to]")];
    for (const link of links) link.href = link.dataset["to"] === "way" ? `${place.page}#way` : place.page;
    this.panel.querySelector("[data-part=call]")?.remove();
    const call = cardOf(place)?.querySelector<HTMLAnchorElement>("a[href^='tel:']");
    if (!call) return;
    const copy = call.cloneNode(true) as HTMLAnchorElement;
    copy.className = "button main";
    copy.dataset["part"] = "call";
    links[0]?.before(copy);
  }

  /** Moves the map when the pin would stand under the card, or at its edge. */
  private makeRoom({ at }: Place): void {
    const [x, y] = this.view.project(at);
    const { clientWidth: wide, clientHeight: high } = this.view.focus;
    const free = high - this.panel.offsetHeight;
    if (x < 40 || x > wide - 40 || y < 70 || y > free - 12) this.view.goTo(at, this.view.zoom(), this.panel.offsetHeight / 2 - 26);
  }
}
