import { createServer } from "node:http";
import { afterEach, expect, it, vi } from "vitest";
import { askAccount } from "@/lib/services/connections/ask-account";

afterEach(() => vi.restoreAllMocks());

async function linesOf(status: number, body: object): Promise<{ level: string; message: string }[]> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    written.push(String(line));
    return true;
  });
  const server = createServer((_, res) => {
    res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await askAccount(`http://127.0.0.1:${port}`, "ot_pat_a_b");
  server.closeAllConnections();
  server.close();
  vi.restoreAllMocks();
  return written.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}

it("does not warn the server's own terminal of a token that somebody mistyped", async () => {
  const lines = await linesOf(401, { error: "Invalid token", code: "UNAUTHORIZED" });
  expect(lines).toMatchObject([{ level: "info", message: "the account could not be asked" }]);
});

it("warns when OpenTrain answers with what is no answer of its own", async () => {
  const lines = await linesOf(200, { hello: "there" });
  expect(lines.some(({ level }) => level === "warn")).toBe(true);
});
