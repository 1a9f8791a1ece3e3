const isTerminal = process.stdout.isTTY === true;

/** Says what takes long and about how long before it starts, and how long it took after. */
export async function withProgress(doing, done, aboutSeconds, work) {
  const startedAt = Date.now();
  process.stdout.write(`${doing}, about ${aboutSeconds} s${isTerminal ? " ..." : "\n"}`);
  try {
    const result = await work();
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`${isTerminal ? "\r\u001b[K" : ""}${done} in ${seconds} s\n`);
    return result;
  } catch (error) {
    if (isTerminal) process.stdout.write("\n");
    throw error;
  }
}
