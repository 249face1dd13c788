// Sends the forms of the portal itself, so that nobody meets the browser's page of errors: also when the connection breaks off midway. What
// cannot be sent is held and sent once there is a connection again; nothing is stored, so the page has to stay open, and says so. No answer to
// a form gets into the browser's list of pages: going back never asks whether to send it once more. Without script the browser sends forms.
import { Component, refill } from "../../component";

/** How long after a failure it is tried again, in milliseconds. */
const AGAIN = 5000;

/** Told by a form whose draft came through, or did not: `detail` is whether the server could be reached. */
export const CONNECTION = "connection";
/** Told by a form that could not be sent. */
export const HELD = "held";

interface Sent {
  readonly form: HTMLFormElement;
  readonly to: string;
  readonly fields: URLSearchParams;
}

export class Sending extends Component {
  /** Starts what stands on a page; set by who knows all components. */
  static start: () => void;

  private lost = false;
  private busy = false;
  private timer: number | undefined;
  private held: Sent | undefined;
  private shown = here();

  constructor(root: HTMLElement) {
    super(root);
    document.addEventListener(CONNECTION, (event) => (this.lost = !(event as CustomEvent<boolean>).detail));
    document.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("online", () => this.later(0));
    // A fragment of the page that stands here is no other page.
    window.addEventListener("popstate", () => {
      if (here() !== this.shown) location.reload();
    });
  }

  private submit(event: Event): void {
    const form = event.target as HTMLFormElement;
    // A file is not held for later: the browser sends it, and says how far it is.
    if (event.defaultPrevented || form.method !== "post" || form.enctype === "multipart/form-data") return;
    event.preventDefault();
    if (this.busy) return;
    const pressed = ((event as SubmitEvent).submitter ?? document.activeElement) as HTMLElement | null;
    const button = pressed instanceof HTMLButtonElement && pressed.form === form ? pressed : form.querySelector("button");
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    if (button?.name) fields.append(button.name, button.value);
    const sent = { form, to: button?.hasAttribute("formaction") ? button.formAction : form.action, fields };
    if (!navigator.onLine || this.lost) this.hold(sent, navigator.onLine ? 0 : AGAIN);
    else void this.send(sent);
  }

  private async send(sent: Sent): Promise<void> {
    this.held = undefined;
    this.busy = true;
    this.root.setAttribute("aria-busy", "true");
    const body = sent.fields;
    try {
      const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
      const answer = await fetch(sent.to, { method: "POST", headers, body, credentials: "same-origin" });
      // A proxy in front of a server that is down.
      if ([502, 504].includes(answer.status)) throw new Error(`status ${answer.status}`);
      this.show(sent, answer, await answer.text());
      this.lost = false;
    } catch {
      // Whether it arrived nobody knows. A form with a key counts once, however often it is sent.
      if (body.has("key")) this.hold(sent, AGAIN);
      else this.tell(sent.form, "unsure");
    } finally {
      this.busy = false;
      this.root.removeAttribute("aria-busy");
    }
  }

  private hold(sent: Sent, milliseconds: number): void {
    this.held = sent;
    sent.form.dispatchEvent(new Event(HELD));
    this.tell(sent.form, "held");
    this.later(milliseconds);
  }

  private later(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.held && !this.busy) void this.send(this.held);
    }, milliseconds);
  }

  private tell(form: HTMLFormElement, what: "held" | "unsure"): void {
    let line = form.querySelector("[data-held]");
    if (!line) {
      line = document.createElement("p");
      line.className = "calm";
      line.setAttribute("role", "status");
      line.setAttribute("data-held", "");
      form.append(line);
    }
    line.textContent = this.say(what);
  }

  private show({ form }: Sent, answer: Response, html: string): void {
    const page = new DOMParser().parseFromString(html, "text/html");
    if (!page.body.classList.contains("portal")) {
      // Another part of the house; or nothing that can be shown, and nobody knows what became of it.
      if (answer.redirected) location.assign(answer.url);
      else this.tell(form, "unsure");
      return;
    }
    if (answer.redirected) {
      const { pathname, search } = new URL(answer.url);
      history[pathname + search === here() ? "replaceState" : "pushState"](null, "", pathname + search);
      this.shown = here();
    }
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    refill(this.root, [...page.body.childNodes]);
    window.scrollTo(0, 0);
    this.root.querySelector<HTMLElement>("main")?.focus();
    Sending.start();
    this.root.querySelector<HTMLElement>("[autofocus]")?.focus();
    // A page that goes on by itself says so in its head, which only the browser reads.
    const seconds = Number(answer.headers.get("refresh"));
    const shown = this.shown;
    if (seconds > 0) window.setTimeout(() => shown === here() && location.reload(), seconds * 1000);
  }
}

function here(): string {
  return location.pathname + location.search;
}
