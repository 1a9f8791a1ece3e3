import "server-only";
import { cookies } from "next/headers";

/** What this browser said of its zone the last time; UTC until it has. */
export async function zoneOfBrowser(): Promise<string> {
  const given = (await cookies()).get("zone")?.value;
  if (given === undefined) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
