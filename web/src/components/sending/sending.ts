// A form that is sent while there is no connection is held, and sent once there is one: nobody meets the browser's page of errors. Nothing is
// stored; the page has to stay open, and says so. A page that answered a form is one that can be asked for again: going back to it never asks
// whether to send the form once more.
import { Component } from "../../component";

/** How long after a failure it is tried again, in milliseconds. */
const AGAIN = 5000;
/** Whatever answers here, the server can be reached. */
const REACH = "/api/v1/health";

/** Told by a form whose draft came through, or did not: `detail` is whether the server could be reached. */
export const CONNECTION = "connection";

export class Sending extends Component {
  private lost = false;
  private timer: number | undefined;
  private held: { form: HTMLFormElement; button: HTMLButtonElement | null } | undefined;

  constructor(root: HTMLElement) {
    super(root);
    const forms = [...document.querySelectorAll<HTMLFormElement>("form[method=post]")];
    if (forms.some((form) => new URL(form.action).pathname === location.pathname)) history.replaceState(history.state, "", location.href);
    document.addEventListener(CONNECTION, (event) => (this.lost = !(event as CustomEvent<boolean>).detail));
    document.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("online", () => this.later(0));
  }

  private submit(event: Event): void {
    if (event.defaultPrevented || (navigator.onLine && !this.lost)) return;
    const form = event.target as HTMLFormElement;
    if (form.method !== "post") return;
    event.preventDefault();
    const pressed = ((event as SubmitEvent).submitter ?? document.activeElement) as HTMLElement | null;
    const button = pressed instanceof HTMLButtonElement && pressed.form === form ? pressed : form.querySelector("button");
    this.held = { form, button };
    this.tell(form);
    this.later(navigator.onLine ? 0 : AGAIN);
  }

  private tell(form: HTMLFormElement): void {
    let line = form.querySelector("[data-held]");
    if (!line) {
      line = document.createElement("p");
      line.className = "calm";
      line.setAttribute("role", "status");
      line.setAttribute("data-held", "");
      form.append(line);
    }
    line.textContent = this.say("held");
  }

  private later(milliseconds: number): void {
    window.clearTimeout(this.timer);
    if (this.held) this.timer = window.setTimeout(() => void this.send(), milliseconds);
  }

  private async send(): Promise<void> {
    if (!this.held) return;
    try {
      const answer = await fetch(REACH, { method: "HEAD", cache: "no-store" });
      // A proxy in front of a server that is down.
      if ([502, 504].includes(answer.status)) throw new Error(`status ${answer.status}`);
    } catch {
      this.later(AGAIN);
      return;
    }
    const { form, button } = this.held;
    this.held = undefined;
    this.lost = false;
    if (button?.name) {
      const act = Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value });
      form.append(act);
    }
    HTMLFormElement.prototype.submit.call(form);
  }
}
