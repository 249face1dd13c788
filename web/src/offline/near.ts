// Where one starts from: a place people know, through a plain form, or where the phone is, which stays on the phone.
import type { LonLat, Saved } from "../api/directory";
import type { PageRequest } from "./request";

const WAIT_MS = 20_000;

export class Near {
  private readonly button: HTMLButtonElement;

  constructor(
    private readonly form: HTMLElement,
    private readonly saved: Saved,
    private readonly found: (here: LonLat) => void,
  ) {
    this.button = form.querySelector<HTMLButtonElement>("[data-part=here]")!;
    const select = form.querySelector("select")!;
    for (const { id, name } of saved.landmarks) select.append(new Option(name, id));
    if (!("geolocation" in navigator)) return;
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.ask());
  }

  /** Puts the question into the form, so that it is asked again from another place. */
  offer({ need, item, near, from, wishes, age }: PageRequest, open: boolean, offered: ReadonlySet<string>): void {
    this.form.querySelectorAll("input[type=hidden]").forEach((one) => one.remove());
    for (const box of this.form.querySelectorAll<HTMLInputElement>("fieldset input")) {
      box.closest("label")!.hidden = box.disabled = !offered.has(box.name);
      if (box.type === "checkbox") box.checked = wishes.includes(box.name);
      else box.value = String(age ?? "");
    }
    this.form.querySelector("fieldset")!.hidden = !offered.size;
    for (const [name, value] of [["need", need], ["item", item], ["from", from?.slug]] as const) {
      if (!value) continue;
      const input = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      this.form.prepend(input);
    }
    const select = this.form.querySelector("select")!;
    select.value = near ?? "";
    if (near && open) (this.form.closest("details") as HTMLDetailsElement).open = true;
    this.form.hidden = !this.saved.landmarks.length && this.button.hidden && !offered.size;
  }

  private ask(): void {
    const status = this.form.querySelector("[data-part=near-status]")!;
    const say = (name: string): void => {
      this.button.disabled = name === "wait";
      status.textContent = this.form.getAttribute(`data-say-${name}`);
    };
    say("wait");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.found([coords.longitude, coords.latitude]);
        say("done");
      },
      (error) => say(error.code === error.PERMISSION_DENIED ? "refused" : "failed"),
      { timeout: WAIT_MS, maximumAge: 60_000 },
    );
  }
}
