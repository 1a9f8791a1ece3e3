/** The address of a database behind a Unix socket, in the form pg reads. */
export function urlFor(socketFolder: string, role: string, database: string): string {
  const host = encodeURIComponent(socketFolder).replaceAll("%2F", "/");
  return `postgres://${encodeURIComponent(role)}@/${encodeURIComponent(database)}?host=${host}`;
}
