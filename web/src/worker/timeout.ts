// Waiting, but not for ever.

/** How long somebody with a saved list waits for the network. */
export const NETWORK_TIMEOUT_MS = 4_000;

/** What a promise gives, if it gives it in time. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("too slow")), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
