import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it } from "vitest";
import { stopServer } from "./stop";

async function listen(listener: RequestListener): Promise<{ server: Server; url: string; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { server, port, url: `http://127.0.0.1:${port}/` };
}

describe("stopServer", () => {
  it("lets what is being answered finish and takes nothing new", async () => {
    let finish = () => {};
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { server, url } = await listen((_req, res) => {
      finish = () => res.end("whole");
      arrived();
    });
    const answer = fetch(url).then((response) => response.text());
    await arrival;
    const stopped = stopServer(server);
    await expect(fetch(url)).rejects.toThrow();
    finish();
    expect(await answer).toBe("whole");
    await stopped;
  });

  it("does not wait for idle connections, nor for ever", async () => {
    const { server, url, port } = await listen((_req, res) => res.end("x"));
    await fetch(url).then((response) => response.text());
    await stopServer(server);

    const stuck = await listen(() => {});
    stuck.server.on("upgrade", () => {});
    const socket = connect(stuck.port, "127.0.0.1");
    const upgraded = new Promise((resolve) => stuck.server.once("upgrade", resolve));
    socket.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    await upgraded;
    await stopServer(stuck.server, 50);
    socket.destroy();
    expect(port).toBeGreaterThan(0);
  });
});
