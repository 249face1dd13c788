// "Remove saved list": takes away the worker and everything it saved, and says so only when nothing is left.
import { Component } from "../../component";
import { NOT_HERE } from "./save";

/** How long the worker may take; it may just have been stopped. */
const WAIT_MS = 2_000;

export class RemoveList extends Component {
  private readonly button = this.part("remove") as HTMLButtonElement;
  private readonly status = this.part("status");

  constructor(root: HTMLElement) {
    super(root);
    if (!("serviceWorker" in navigator)) return;
    this.button.addEventListener("click", () => void this.remove());
    void this.look();
  }

  private async look(): Promise<void> {
    const nothing = await isClean();
    this.button.hidden = nothing;
    if (nothing) this.status.textContent = this.say("nothing");
  }

  private async remove(): Promise<void> {
    this.button.disabled = true;
    window.name = NOT_HERE;
    let done = false;
    try {
      const all = await navigator.serviceWorker.getRegistrations();
      // The worker first, so that it does not save what it is fetching just now.
      await Promise.all(all.map(({ active }) => active && told(active)));
      await Promise.all(all.map((one) => one.unregister()));
      await Promise.all((await caches.keys()).map((one) => caches.delete(one)));
      done = await isClean();
    } catch (error) {
      console.error(error);
    }
    this.status.textContent = this.say(done ? "removed" : "failed");
    this.button.disabled = false;
    this.button.hidden = done;
  }
}

function told(worker: ServiceWorker): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    setTimeout(resolve, WAIT_MS);
    worker.postMessage({ remove: true }, [port2]);
  });
}

/** Whether nothing of ours is left on this phone. */
async function isClean(): Promise<boolean> {
  const [workers, names] = await Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]);
  return !workers.length && !names.length;
}
