// Saves the list on the phone after the page is there, quietly. Only a list page does so, and not in a tab in which somebody just removed
// the saved list: the tab's own name says that, is kept nowhere, and is gone with the tab.
import { Component } from "../../component";

/** The name of a tab in which nothing is to be saved. */
export const NOT_HERE = "nothing-saved";

export class SaveList extends Component {
  constructor(root: HTMLElement) {
    super(root);
    // No phone should offer by itself to put this on a home screen that others see. Its menu still has it.
    addEventListener("beforeinstallprompt", (event) => event.preventDefault());
    if (!("serviceWorker" in navigator) || window.name === NOT_HERE) return;
    // The page comes first; the copy has time.
    if (document.readyState === "complete") void this.save();
    else addEventListener("load", () => void this.save());
  }

  private async save(): Promise<void> {
    try {
      // Not waited for: where the network is silent, so is the look for a newer worker, and the one that is there does well.
      navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => (this.root.hidden = data !== true);
      active?.postMessage({ keep: document.documentElement.lang.slice(0, 2), sequence: this.root.dataset["sequence"] }, [port2]);
    } catch {
      // A browser that saves nothing, such as one in a private window: the page is whole without.
    }
  }
}
