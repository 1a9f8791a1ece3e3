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
  EACCES: "is reserved for root. Choose one above 1023.",
  EADDRNOTAVAIL: "does not belong to this machine. Leave it empty to listen on this machine alone.",
  ENOTFOUND: "is no address. Leave it empty to listen on this machine alone.",
};

/** Whether what listens there answers as an inbox does. */
async function isCountersign(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(1000) });
    const health = await answer.json();
    return ["status", "database", "worker", "upstream"].every((field) => typeof health[field] === "string");
  } catch {
    return false;
  }
}

async function freePortAfter(port, host) {
  for (let next = port + 1; next <= Math.min(port + 20, 65_535); next += 1) {
    if ((await listenOnce(next, host)).port) return next;
  }
  return 0;
}

async function takenPort(name, port, host) {
  const other = await freePortAfter(port, host);
  const who = (await isCountersign(port))
    ? "is in use by another Countersign, on other data."
    : "is in use by another program.";
  return `${port} ${who} Stop that one, or choose another port: ${name}=${other} npm start, or ${name}=${other} in .env.`;
}

export async function portFault(name, problem, { port, host }) {
  if (problem === "EADDRINUSE") return { name, problem: await takenPort(name, port, host) };
  const isAboutHost = problem === "EADDRNOTAVAIL" || problem === "ENOTFOUND";
  return {
    name: isAboutHost ? "HOST" : name,
    problem: problems[problem] ?? `cannot be listened on (${problem}).`,
  };
}
