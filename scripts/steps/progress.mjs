const isTerminal = process.stdout.isTTY === true;

/** Says what takes long before it starts, at a terminal how long it has been at it, and how long it took after. */
export async function withProgress(doing, done, usually, work) {
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(isTerminal ? 0 : 1);
  const say = () => process.stdout.write(`\r\u001b[K${doing}, usually ${usually}: ${seconds()} s`);
  if (isTerminal) say();
  else process.stdout.write(`${doing}, usually ${usually}\n`);
  const ticking = isTerminal ? setInterval(say, 1000) : undefined;
  try {
    const result = await work();
    process.stdout.write(`${isTerminal ? "\r\u001b[K" : ""}${done} in ${seconds()} s\n`);
    return result;
  } catch (error) {
    if (isTerminal) process.stdout.write("\n");
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
