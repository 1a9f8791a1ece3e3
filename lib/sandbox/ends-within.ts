/**
 * Ends with `signal`, or after so long. What `AbortSignal.any` makes of a timeout can be collected on Node 20
 * before it ever fires, and whoever waited for it waits for good; this one is held by its timer.
 */
export function endsWithin(signal: AbortSignal, ms: number): AbortSignal {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, ms).unref();
  ending.signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true, signal: ending.signal });
  return ending.signal;
}
