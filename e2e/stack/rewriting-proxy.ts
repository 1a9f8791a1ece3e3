import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Rewrite = (path: string, body: unknown) => unknown;

export type RewritingProxy = { origin: string; rewrite: Rewrite; stop: () => Promise<void> };

/** Stands before a sandbox and changes what it answers: words, amounts and links it would never say itself. */
export async function startRewritingProxy(target: string): Promise<RewritingProxy> {
  const proxy: RewritingProxy = { origin: "", rewrite: (_path, body) => body, stop: async () => undefined };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = "", "content-type": type = "application/json" } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? "GET",
      redirect: "manual",
      headers: { authorization, "content-type": type },
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
    const body = isJson ? JSON.stringify(proxy.rewrite(request.url ?? "", JSON.parse(text))) : text;
    const date = answer.headers.get("date");
    response.writeHead(answer.status, {
      "content-type": answer.headers.get("content-type") ?? "text/plain",
      ...(date ? { date } : {}),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy.origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  proxy.stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return proxy;
}
