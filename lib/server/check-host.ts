const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * A name of ours: the public one, or a loopback one with the port we listen on. Anything else may be a
 * page that had its own name pointed at us.
 */
export function isOurHost(host: string | undefined, ours: { appUrl: string; port: number }): boolean {
  if (!host) return false;
  const given = host.toLowerCase();
  const app = known?.appUrl === ours.appUrl ? known.url : learn(ours.appUrl);
  if (
    given === app.host ||
    (!app.port && given === `${app.hostname}:${app.protocol === "https:" ? 443 : 80}`)
  ) {
    return true;
  }
  const parts = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/.exec(given);
  return parts !== null && loopback.has(parts[1] ?? "") && Number(parts[2] ?? "80") === ours.port;
}

/** The same for every request of a process. */
let known: { appUrl: string; url: URL } | null = null;

function learn(appUrl: string): URL {
  known = { appUrl, url: new URL(appUrl) };
  return known.url;
}
