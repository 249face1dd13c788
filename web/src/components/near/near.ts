// Sorts the list by where the phone is. The position is read after a tap, used here, and never sent or kept.
import type { LonLat } from "../../api/directory";
import { Component } from "../../component";
import { metresBetween, placeOf, roughly } from "./distance";
import { inOrder } from "./order";

const WAIT_MS = 20_000;

export class NearMe extends Component {
  private readonly button = this.part("button") as HTMLButtonElement;
  private readonly status = this.part("status");

  constructor(root: HTMLElement) {
    super(root);
    if (!("geolocation" in navigator) || !document.querySelector("[data-group]")) return;
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.ask());
  }

  private ask(): void {
    this.button.disabled = true;
    this.status.textContent = this.say("wait");
    const done = (words: string): void => {
      this.button.disabled = false;
      this.status.textContent = words;
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.sort([coords.longitude, coords.latitude]);
        done(this.say("done"));
      },
      (error) => done(this.say(error.code === error.PERMISSION_DENIED ? "refused" : "failed")),
      { timeout: WAIT_MS, maximumAge: 60_000 },
    );
  }

  /** Within what the server holds to be equally good, the nearest comes first. */
  private sort(here: LonLat): void {
    for (const list of [...document.querySelectorAll(".cards")].filter((one) => !one.closest(".elsewhere"))) {
      const cards = [...list.children].map((card) => {
        const place = placeOf(card.getAttribute("data-at"));
        const metres = place && metresBetween(here, place);
        const words = card.querySelector("[data-part=distance]");
        if (words) words.textContent = metres === null ? "" : this.say("about").replace("…", roughly(metres, document.documentElement.lang));
        // What was said about the way from a landmark does not hold from here.
        card.querySelector(".way-in")?.remove();
        return { card, group: Number(card.getAttribute("data-group")), metres };
      });
      list.append(...inOrder(cards).map(({ card }) => card));
    }
  }
}
