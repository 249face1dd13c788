// Stands between the browser and the server, and can be silent, broken, newer or gone, as networks and servers are. What is taken away here
// is taken away from everybody: the page, its worker, and what the browser asks for by itself. The browser's own "offline" switch is not
// used anywhere: which of its processes it reaches differs from version to version (Chromium 148 lets a page's worker through).
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SERVER } from "./browser";

/** Of the connection itself, so that they are not passed on. */
const OF_THE_CONNECTION = ["connection", "keep-alive"];
/** Of a body that is another one afterwards. */
const OF_THE_BODY = ["transfer-encoding", "content-length"];

export class GoBetween {
  /** What happens to requests from here on. */
  mood: "passes" | "silent" | "down" | "forgets" = "passes";
  /** Changes the worker's script on its way; null answers 404 instead. */
  worker: ((script: string) => string) | null = (script) => script;
  /** Connections that were refused since the network was cut. */
  refused = 0;
  private isCut = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<GoBetween> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const between = new GoBetween(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on("connection", (socket) => {
      if (!between.isCut) return;
      between.refused++;
      socket.resetAndDestroy();
    });
    server.on("request", (asked, answer) => between.answer(asked, answer));
    return between;
  }

  /** Takes the network away: what is under way breaks off, and no connection is made any more. */
  cut(): void {
    this.isCut = true;
    this.refused = 0;
    this.server.closeAllConnections();
  }

  /** Gives the network back. */
  mend(): void {
    this.isCut = false;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(asked: IncomingMessage, answer: ServerResponse): void {
    // Never an answer: the phone has bars, and nothing comes.
    if (this.mood === "silent") return;
    if (this.mood === "down") return void answer.writeHead(502).end("bad gateway");
    const script = asked.url === "/sw.js";
    if (script && !this.worker) return void answer.writeHead(404).end();
    // `Host` stays as the browser said it, as behind any proxy.
    const headers = { ...asked.headers, ...(script && { "accept-encoding": "identity" }) };
    const onward = request(SERVER + (asked.url ?? "/"), { method: asked.method, headers, agent: false }, (got) => {
      // It was done, and the answer gets lost on its way.
      if (this.mood === "forgets" && asked.method === "POST") return void answer.destroy();
      if (script) return void this.rewrite(got, answer);
      answer.writeHead(got.statusCode ?? 502, without(got.headers, OF_THE_CONNECTION));
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  }

  private async rewrite(got: IncomingMessage, answer: ServerResponse): Promise<void> {
    const script = await text(got);
    const headers = without(got.headers, [...OF_THE_CONNECTION, ...OF_THE_BODY]);
    answer.writeHead(got.statusCode ?? 502, headers).end(this.worker?.(script) ?? script);
  }
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
