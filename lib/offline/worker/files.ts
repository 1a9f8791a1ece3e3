import type { WorkerFetch } from "./scope";

const shelf = "files";
/** Some versions of the inbox; the oldest go first. */
const mostFiles = 400;

/** A file that never changes under its name: from the device, else from the network and kept. */
export async function answerFile({
  request,
  waitUntil,
}: Pick<WorkerFetch, "request" | "waitUntil">): Promise<Response> {
  // A device that is full, or keeps nothing, is no reason to go without what the network has.
  const files = await caches.open(shelf).catch(() => null);
  const kept = await files?.match(request.url, { ignoreVary: true }).catch(() => undefined);
  if (kept) return kept;
  const answer = await fetch(request);
  const isKept = answer.status === 200 && /\bimmutable\b/.test(answer.headers.get("cache-control") ?? "");
  if (files && isKept) waitUntil(files.put(request.url, answer.clone()).catch(() => undefined));
  return answer;
}

export async function dropOldFiles(): Promise<void> {
  for (const name of await caches.keys()) if (name !== shelf) await caches.delete(name);
  const files = await caches.open(shelf);
  const all = await files.keys();
  for (const old of all.slice(0, Math.max(0, all.length - mostFiles))) await files.delete(old);
}
