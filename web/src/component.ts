// A component is wired to an element by data-module="name". One that fails leaves the page as the server sent it.

const STARTED = "data-started";

/** Checks its root and refuses a second start. */
export abstract class Component {
  protected readonly root: HTMLElement;

  constructor(root: HTMLElement) {
    if (root.hasAttribute(STARTED)) throw new Error("started twice");
    root.setAttribute(STARTED, "");
    this.root = root;
  }

  /** The one element inside the root that plays a part: `data-part="name"`. */
  protected part(name: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`no part ${name}`);
    return found;
  }

  /** Words the server wrote for the script: `data-say-name="…"`. */
  protected say(name: string): string {
    return this.root.getAttribute(`data-say-${name}`) ?? "";
  }
}

/** Puts nodes into a box in place of what is there. (`replaceChildren` does the same, but not in Chrome 80 to 85.) */
export function refill(box: Element, nodes: readonly Node[] = []): void {
  box.textContent = "";
  box.append(...nodes);
}

type Kind = new (root: HTMLElement) => Component;

/** Starts every component on the page that was not started yet; one that fails does not stop the others. */
export function createAll(kinds: Readonly<Record<string, Kind>>): void {
  for (const root of document.querySelectorAll<HTMLElement>(`[data-module]:not([${STARTED}])`)) {
    const kind = kinds[root.dataset["module"] ?? ""];
    if (!kind) continue;
    try {
      new kind(root);
    } catch (error) {
      console.error(error);
    }
  }
}
