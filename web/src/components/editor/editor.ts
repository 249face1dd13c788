// Keeps what somebody types as a draft on the server, and says so; when there is no connection, it says that and keeps trying. Nothing is
// stored in the browser. What is typed makes the choice with which it counts. Without script the form is the same, only without drafts, and a
// choice that was not made is asked about.
import { Component } from "../../component";
import { CONNECTION, HELD } from "../sending/sending";

/** How long after the last key a draft is kept, in milliseconds. */
const AFTER = 1500;
/** How long after a failure it is tried again. */
const AGAIN = 5000;

export class Editor extends Component {
  private readonly form: HTMLFormElement;
  private readonly to: string;
  private timer: number | undefined;
  private sent = "";
  private leaving = false;

  constructor(root: HTMLElement) {
    super(root);
    if (!(root instanceof HTMLFormElement)) throw new Error("not a form");
    this.form = root;
    this.to = root.dataset["drafts"] ?? "";
    root.addEventListener("input", ({ target }) => this.choose(target));
    if (!this.to) return;
    this.sent = this.fields();
    root.addEventListener("input", () => this.later(AFTER));
    root.addEventListener("change", () => this.later(AFTER));
    // What is being saved needs no draft any more; the save itself throws it away.
    root.addEventListener("submit", () => {
      this.leaving = true;
      window.clearTimeout(this.timer);
    });
    // A form that is held stays a draft.
    root.addEventListener(HELD, () => {
      this.leaving = false;
      this.later(AFTER);
    });
    window.addEventListener("online", () => this.later(0));
    // A page that comes back out of the browser's memory goes on where it was.
    window.addEventListener("pageshow", () => (this.leaving = false));
  }

  /** Who writes a last day knows it: `data-selects="end=last"`, on the field or on what is around it. */
  private choose(target: EventTarget | null): void {
    const typed = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target : null;
    const around = typed?.value ? typed.closest<HTMLElement>("[data-selects]") : null;
    const [name, value] = (around?.dataset["selects"] ?? "").split("=");
    for (const choice of this.form.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      if (name && choice.name === name && choice.value === value) choice.checked = true;
    }
  }

  private fields(): string {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === "string") fields.append(name, value);
    }
    return fields.toString();
  }

  private later(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.keep(), milliseconds);
  }

  private async keep(): Promise<void> {
    const fields = this.fields();
    if (this.leaving || fields === this.sent) return;
    try {
      const answer = await fetch(this.to, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: fields,
        credentials: "same-origin",
        redirect: "manual",
      });
      this.connection(true);
      // To the sign-in, or refused because somebody else is signed in by now.
      if (answer.type === "opaqueredirect" || [401, 403].includes(answer.status)) {
        this.tell("ended");
        return;
      }
      if (answer.status !== 204) throw new Error(`status ${answer.status}`);
      this.sent = fields;
      this.tell("kept");
      if (this.fields() !== fields) this.later(AFTER);
    } catch (error) {
      if (this.leaving) return;
      // What fetch itself throws: nothing answered.
      if (error instanceof TypeError) this.connection(false);
      this.tell("offline");
      this.later(AGAIN);
    }
  }

  private connection(reached: boolean): void {
    this.root.dispatchEvent(new CustomEvent(CONNECTION, { bubbles: true, detail: reached }));
  }

  private tell(what: "kept" | "offline" | "ended"): void {
    const words = this.say(what);
    // A map on the form has a status of its own.
    const line = this.root.querySelector<HTMLElement>("[data-draft]") ?? this.part("status");
    if (line.textContent !== words) line.textContent = words;
  }
}

/** What is wrong stands at the top; who reads with the keyboard or by ear begins there. */
export class ErrorSummary extends Component {
  constructor(root: HTMLElement) {
    super(root);
    root.focus();
  }
}

/** A day of the week: its times are there only when it is open at some. */
export class DayOfWeek extends Component {
  constructor(root: HTMLElement) {
    super(root);
    const state = root.querySelector("select");
    if (!state) throw new Error("no state");
    const show = (): void => {
      const filled = [...root.querySelectorAll<HTMLInputElement>("input")].some((field) => field.value !== "");
      root.dataset["state"] = filled ? "open" : state.value;
    };
    state.addEventListener("change", show);
    // Who writes a time means that it is open.
    root.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.value !== "") state.value = "open";
    });
    state.addEventListener("change", () => {
      if (state.value === "open") return;
      for (const field of root.querySelectorAll<HTMLInputElement>("input")) field.value = "";
      show();
    });
    show();
  }
}
