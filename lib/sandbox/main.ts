import { readEnvironment } from "./environment";
import { explainStart } from "./explain-start";
import { errorText, logTo } from "./log";
import { type Running, startSandbox } from "./start";

const EXIT_WITHIN_MS = 2000;

const log = logTo((line) => process.stdout.write(line), process.env.LOG_LEVEL);

// Whoever read our output may be gone before we are.
process.stdout.on("error", () => undefined);

async function main(): Promise<void> {
  const running = await startSandbox(readEnvironment(process.env), log, (error) => {
    // Nothing may be answered that is not on disk, so there is nothing left to do.
    log("error", "The sandbox cannot write its state and stops", { error: errorText(error) });
    process.exit(1);
  });
  announce(running);
  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    log("info", "The sandbox stops", { why });
    setTimeout(() => process.exit(1), EXIT_WITHIN_MS).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  process.on("disconnect", () => stop("disconnect"));
}

/** To the process that started us, or to the person in front of the terminal. Tokens never go into a log line. */
function announce({ port, origin, accountId, tokens }: Running): void {
  log("info", "up", { port, origin, accountId });
  if (process.send) {
    process.send({ type: "ready", port, origin, accountId, tokens });
    return;
  }
  process.stdout.write(
    [
      "",
      "Simulated OpenTrain. Nothing here is real money.",
      `  address       ${origin}`,
      `  account       ${accountId}`,
      `  owner token   ${tokens.owner}`,
      `  agent token   ${tokens.agent}`,
      `  member token  ${tokens.member}`,
      "",
      "",
    ].join("\n"),
  );
}

main().catch((error: unknown) => {
  if (process.send) {
    log("error", "The sandbox could not start", { error: errorText(error) });
  } else {
    const lines = explainStart(error, process.env.SANDBOX_PORT || undefined).map((line) => `  ${line}`);
    process.stderr.write(`\nThe sandbox cannot start\n\n${lines.join("\n")}\n\n`);
  }
  process.exit(1);
});
