import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "@/lib/host/make-folder";
import { type Account, canEnter } from "@/lib/host/postgres/run-as";
import { StartError } from "@/lib/host/start-error";

const apart = "/var/lib/countersign";

/** Where the note lies that says the database is kept outside DATA_DIR. */
export function noteOf(dataDir: string): string {
  return join(dataDir, "postgres-place");
}

/** The folder of an existing database: in DATA_DIR, or where the note says. Null before the first start. */
export function findPlace(dataDir: string): string | null {
  if (existsSync(noteOf(dataDir))) return readFileSync(noteOf(dataDir), "utf8").trim();
  const inside = join(dataDir, "postgres");
  return existsSync(join(inside, "data")) ? inside : null;
}

function makeApart(dataDir: string, account: NonNullable<Account>): string {
  const folder = join(apart, randomBytes(6).toString("hex"));
  try {
    makeFolder(apart, 0o711);
    makeFolder(folder, 0o700, account);
  } catch (cause) {
    throw new StartError("postgres_no_place", { account: account.name }, { cause });
  }
  if (!canEnter(account, folder)) {
    throw new StartError("postgres_no_place", { account: account.name });
  }
  // The note goes first: a database nobody can find again would be worse than an empty folder.
  writeFileSync(noteOf(dataDir), `${folder}\n`, { mode: 0o600 });
  return folder;
}

/**
 * The folder for data, socket and log, owned by the account that runs PostgreSQL. It is DATA_DIR/postgres,
 * unless that account cannot get there (a clone under root's own home): then a folder under /var/lib.
 */
export function choosePlace(dataDirGiven: string, account: Account): string {
  const dataDir = realpathSync(dataDirGiven);
  const found = findPlace(dataDir);
  if (found) {
    if (!existsSync(found))
      throw new StartError("postgres_place_gone", { folder: found, note: noteOf(dataDir) });
    if (account && !canEnter(account, found)) {
      throw new StartError("postgres_data_unreachable", { account: account.name });
    }
    return realpathSync(found);
  }
  if (account && !canEnter(account, dataDir)) return makeApart(dataDir, account);
  const inside = join(dataDir, "postgres");
  makeFolder(inside, 0o700, account);
  return inside;
}

/** Beside the database, where the account that runs it can enter. */
export function besidePlace(place: string, name: string): string {
  return join(dirname(place), name);
}
