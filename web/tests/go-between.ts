// Stands between the browser and the server, and can be slow, broken or newer, as networks and servers are.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SERVER } from "./browser";

export class GoBetween {
  /** What happens to requests from here on. */
  mood: "passes" | "silent" | "down" = "passes";
  /** Changes the worker's script on its way; null answers 404 instead. */
  worker: ((script: string) => string) | null = (script) => script;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<GoBetween> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const between = new GoBetween(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on("request", async ({ url = "/", method = "GET" }, response) => {
      // Never an answer: the phone has bars, and nothing comes.
      if (between.mood === "silent") return;
      if (between.mood === "down") return response.writeHead(502).end("bad gateway");
      const answer = await fetch(SERVER + url, { method, redirect: "manual" });
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => !/^(content-(length|encoding)|transfer-encoding)$/.test(name)));
      let body = Buffer.from(await answer.arrayBuffer());
      if (url === "/sw.js") {
        if (!between.worker) return response.writeHead(404).end();
        body = Buffer.from(between.worker(body.toString()));
      }
      response.writeHead(answer.status, headers).end(body);
    });
    return between;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
