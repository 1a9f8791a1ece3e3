import { dirname } from "node:path";
import { causesOf, isAppError } from "@/lib/errors";
import { hasNoRoom, isDiskFullError } from "@/lib/host/disk-full";
import { faultOf, type StartFault } from "@/lib/host/fault-of";
import { findPlace } from "@/lib/host/postgres/choose-place";
import { StartError } from "@/lib/host/start-error";
import type { StartKey } from "@/lib/messages/console";
import { MigrationError } from "@/lib/store/migrate";

export type Surroundings = { dataDir: string; hasOwnDatabase: boolean };

/** Failures whose own words a full disk may have kept from being written. */
const vague = new Set<StartKey>([
  "migration_failed",
  "part_ended",
  "part_not_ready",
  "postgres_initdb_failed",
  "postgres_start_failed",
  "secrets_unusable",
]);

function isVague(error: unknown): boolean {
  if (error instanceof StartError || error instanceof MigrationError) return vague.has(error.key);
  return !isAppError(error);
}

type FileError = Error & { code: string; path?: string; syscall: string };

/** The system call that failed on a file of ours, however deep it is wrapped. */
function fileErrorOf(error: unknown): FileError | null {
  const found = causesOf(error).find((cause) => "syscall" in cause && "code" in cause);
  return (found as FileError | undefined) ?? null;
}

/** A disk that is full, or closed to us, in one sentence whatever it was that failed on it. */
export function faultOfDisk(error: unknown, { dataDir, hasOwnDatabase }: Surroundings): StartFault | null {
  const file = fileErrorOf(error);
  const folder = file?.path ? dirname(file.path) : (findPlace(dataDir) ?? dataDir);
  if (isDiskFullError(error)) {
    return file || hasOwnDatabase ? faultOf("disk_full", { folder }) : faultOf("disk_full_elsewhere");
  }
  if (!isVague(error)) return null;
  const isClosed = file?.path && ["EROFS", "EACCES", "EPERM"].includes(file.code);
  if (isClosed) return faultOf("disk_read_only", { folder });
  return hasNoRoom(hasOwnDatabase ? folder : dataDir) ? faultOf("disk_full", { folder }) : null;
}
