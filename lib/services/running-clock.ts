/** The clock that showed `now` when we began: what is stored after a read was stored after it. */
export function runningClock(now: Date): () => Date {
  const began = performance.now();
  return () => new Date(now.getTime() + Math.round(performance.now() - began));
}
