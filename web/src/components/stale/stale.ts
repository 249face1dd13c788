// A page that was left open does not lie: what was open may have closed. Who comes back to it gets it anew; where that cannot be, and under the
// eyes of who reads on, its states are covered and the page says of when it is.
import { Component } from "../../component";
import { whatToDo } from "./what-to-do";

/** How often a page that stays in sight looks at its age. */
const LOOK_MS = 30_000;

export class Stale extends Component {
  private readonly made = Date.now();

  constructor(root: HTMLElement) {
    super(root);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.look(true);
    });
    // A page out of the browser's memory is as old as it was.
    addEventListener("pageshow", ({ persisted }) => persisted && this.look(true));
    addEventListener("online", () => this.look(true));
    setInterval(() => this.look(false), LOOK_MS);
  }

  private look(cameBack: boolean): void {
    const what = whatToDo(Date.now() - this.made, cameBack, navigator.onLine);
    if (what === "nothing") return;
    if (what === "renew") location.reload();
    this.root.hidden = false;
    document.body.classList.add("stale");
  }
}
