import type { Server } from "node:http";

const longestMs = 4_000;

/** No new connections, idle ones closed at once, what is being answered gets its time and no more. */
export async function stopServer(server: Server, longest = longestMs): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  let cut: NodeJS.Timeout | undefined;
  // Sockets that were upgraded are no longer the server's to close, so the wait itself has an end.
  const late = new Promise<void>((resolve) => {
    cut = setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, longest);
  });
  await Promise.race([closed, late]);
  clearInterval(idle);
  clearTimeout(cut);
}
