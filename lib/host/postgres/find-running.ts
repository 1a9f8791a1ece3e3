import { join } from "node:path";
import { findPlace } from "@/lib/host/postgres/choose-place";
import { isPostmasterOf, readPostmaster } from "@/lib/host/postgres/stop-leftover";
import { urlFor } from "@/lib/host/postgres/url-for";

/** The addresses of the private PostgreSQL that runs on this DATA_DIR now, null when none does. */
export function findRunning(dataDir: string): ((role: string, database: string) => string) | null {
  const place = findPlace(dataDir);
  if (!place) return null;
  const data = join(place, "data");
  const postmaster = readPostmaster(data);
  if (!postmaster || !isPostmasterOf(postmaster.pid, data)) return null;
  return (role, database) => urlFor(postmaster.socketFolder, role, database);
}
