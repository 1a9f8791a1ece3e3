import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

function listenOnce(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve({ problem: error.code }));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: got } = server.address();
      server.close(() => resolve({ port: got }));
    });
  });
}

/** The port if it is free, any free one for 0; else why not. A start that was just killed gets time to let go. */
export async function findPort(port, host, patienceMs) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const outcome = await listenOnce(port, host);
    if (outcome.problem !== "EADDRINUSE" || Date.now() > deadline) return outcome;
    await wait(100);
  }
}

const problems = {
  EADDRINUSE: "is in use by another program. Stop that program, or choose another port.",
  EACCES: "is reserved for root. Choose one above 1023.",
  EADDRNOTAVAIL: "does not belong to this machine. Leave it empty to listen on this machine alone.",
  ENOTFOUND: "is no address. Leave it empty to listen on this machine alone.",
};

export function portFault(name, problem) {
  const isAboutHost = problem === "EADDRNOTAVAIL" || problem === "ENOTFOUND";
  return {
    name: isAboutHost ? "HOST" : name,
    problem: problems[problem] ?? `cannot be listened on (${problem}).`,
  };
}
