import { type Env, readEnv } from "@/lib/env";
import { type AppError, isAppError } from "@/lib/errors";
import { explain, Faults } from "@/lib/host/explain";
import { findRunning } from "@/lib/host/postgres/find-running";
import { appRole, databaseName } from "@/lib/host/postgres/prepare-database";
import { reachDatabase } from "@/lib/host/reach-database";
import { withDatabase } from "@/lib/host/supervisor/install";
import { consoleWords } from "@/lib/messages/console";
import { issueSetupLink } from "@/lib/services/setup/issue-link";
import { issueReset } from "@/lib/services/setup/issue-reset";
import type { Db } from "@/lib/store/pool";

const words = consoleWords.start.command;

type Running = { dataDir: string; address: string | null };
type Outcome = { text: string; code: 0 | 1 };

/** Prints a one-time link on the server's own terminal; making it is an event like any other. */
export function printSetupLink({ isNew, ...running }: Running & { isNew: boolean }): Promise<0 | 1> {
  return onDatabase(running, {
    notRunning: words.notRunning,
    async work(db, linkOf) {
      const kind = isNew ? "further_owner" : "first_owner";
      const { secret } = await issueSetupLink({ db, now: new Date(), kind });
      return done(isNew ? words.furtherLink(linkOf(secret)) : words.link(linkOf(secret)));
    },
    refused: ({ reason }) => (reason === "already_set_up" ? words.ownerExists : null),
  });
}

/** The same for a new password. Whoever has a terminal here may read the owners' addresses. */
export async function printOwnerReset({
  addresses,
  ...running
}: Running & { addresses: string[] }): Promise<0 | 1> {
  const [email = null] = addresses;
  return onDatabase(running, {
    notRunning: words.notRunningForReset,
    async work(db, linkOf) {
      const reset = await issueReset({ db, now: new Date(), email });
      return done(words.resetLink(linkOf(reset.secret), reset.email));
    },
    refused({ reason, details }) {
      if (reason === "no_owner_yet") return words.noOwnerYet;
      if (reason === "no_such_owner") return words.noSuchOwner(email ?? "", details.emails as string[]);
      return reason === "several_owners" ? words.severalOwners(details.emails as string[]) : null;
    },
  });
}

type Command = {
  notRunning: string;
  work: (db: Db, linkOf: (secret: string) => string) => Promise<Outcome>;
  /** What to say when it may not be; null: whatever a start would say. */
  refused: (error: AppError) => string | null;
};

async function onDatabase({ dataDir, address }: Running, command: Command): Promise<0 | 1> {
  const { env, faults } = readEnv(process.env);
  if (!env) throw new Faults(faults);
  try {
    const url = await databaseOf(env, dataDir);
    if (!url) return say({ text: command.notRunning, code: 1 });
    const linkOf = (secret: string) => `${address ?? env.APP_URL}/setup#${secret}`;
    return say(await withDatabase(url, (db) => command.work(db, linkOf)));
  } catch (error) {
    const text = isAppError(error) ? command.refused(error) : null;
    if (text !== null) return say({ text, code: 1 });
    throw new Faults(explain(error, { dataDir, hasOwnDatabase: !env.DATABASE_URL }));
  }
}

async function databaseOf(env: Env, dataDir: string): Promise<string | null> {
  if (!env.DATABASE_URL) return findRunning(dataDir)?.(appRole, databaseName) ?? null;
  await reachDatabase("DATABASE_URL", env.DATABASE_URL);
  return env.DATABASE_URL;
}

function done(text: string): Outcome {
  return { text, code: 0 };
}

function say({ text, code }: Outcome): 0 | 1 {
  process.stdout.write(`\n${text}\n\n`);
  return code;
}
