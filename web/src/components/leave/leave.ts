// A quick way out. The link works without this; with it, the page is covered at once, Back does not return to it,
// and three presses of Esc do the same as a tap. Shift is left alone: pressed five times it starts Sticky Keys.
import { Component } from "../../component";
import { ThreeTimes } from "./three-times";

export class Leave extends Component {
  constructor(root: HTMLElement) {
    super(root);
    const link = root as HTMLAnchorElement;
    const presses = new ThreeTimes();
    link.addEventListener("click", (event) => {
      // A new tab, asked for with a key or the middle button, is the reader's own business.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      this.go(link.href);
    });
    document.addEventListener("keydown", (event) => {
      if (event.repeat) return;
      const takes = event.target instanceof Element && !!event.target.closest("select, section.map");
      if (presses.count(event.key === "Escape", event.timeStamp, takes || event.defaultPrevented)) this.go(link.href);
    });
    // Restored from the back cache: the cover must not lie over a page somebody wants to read.
    addEventListener("pageshow", () => document.querySelector(".gone")?.remove());
  }

  private go(href: string): void {
    const cover = document.createElement("div");
    cover.className = "gone";
    cover.setAttribute("role", "alert");
    cover.setAttribute("aria-label", this.say("going"));
    document.body.append(cover);
    document.title = this.say("going");
    location.replace(href);
  }
}
