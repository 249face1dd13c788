// Lighthouse in the tests' own browser. Its throttling is simulated: it loads the page as fast as this machine can, writes down which
// request waited for which, and works out from that what a slow line would have made of it. So its times are not this machine's.
import { createServer, type AddressInfo } from "node:net";
import lighthouse, { type Flags, type Result } from "lighthouse";
import { launch, SERVER } from "./browser";

/** A line of the poorest kind: 400 ms there and back, 400 kbit/s, on a phone a quarter as fast as this machine. */
export const SLOW_3G = { rttMs: 400, throughputKbps: 400, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0, cpuSlowdownMultiplier: 4 };

/** A cold visit of a phone to a path. */
export async function visit(path: string, flags: Flags = {}): Promise<Result> {
  const port = await freePort();
  const browser = await launch(["--disable-gpu", `--remote-debugging-port=${port}`]);
  try {
    const run = await lighthouse(SERVER + path, { port, output: "json", logLevel: "error", ...flags });
    if (!run) throw new Error("Lighthouse said nothing");
    if (run.lhr.runtimeError) throw new Error(run.lhr.runtimeError.message);
    return run.lhr;
  } finally {
    await browser.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
