/**
 * Whether a browser says the request comes from a page of ours. No Origin at all is a script, which then
 * has only the token to show.
 */
export function isOurOrigin(origin: string | null, host: string | null, appUrl: string): boolean {
  if (origin === null) return true;
  const app = new URL(appUrl);
  if (origin === app.origin) return true;
  // Our server admitted this Host, so it is the public name or a loopback one.
  return host !== null && host !== app.host && origin === `http://${host.toLowerCase()}`;
}
