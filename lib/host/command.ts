import { readEnv } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { explain, Faults } from "@/lib/host/explain";
import { findRunning } from "@/lib/host/postgres/find-running";
import { appRole, databaseName } from "@/lib/host/postgres/prepare-database";
import { withDatabase } from "@/lib/host/supervisor/install";
import { messagesFor } from "@/lib/messages";
import { issueSetupLink } from "@/lib/services/setup/issue-link";

const words = messagesFor("en").start.command;

type Given = { dataDir: string; address: string | null; isNew: boolean };

/** Prints a one-time link on the server's own terminal; making it is an event like any other. */
export async function printSetupLink({ dataDir, address, isNew }: Given): Promise<0 | 1> {
  const { env, faults } = readEnv(process.env);
  if (!env) throw new Faults(faults);
  const url = env.DATABASE_URL ?? findRunning(dataDir)?.(appRole, databaseName);
  if (!url) return say(words.notRunning, 1);
  try {
    const { secret } = await withDatabase(url, (db) =>
      issueSetupLink({ db, now: new Date(), kind: isNew ? "further_owner" : "first_owner" }),
    );
    const link = `${address ?? env.APP_URL}/setup#${secret}`;
    return say(isNew ? words.furtherLink(link) : words.link(link), 0);
  } catch (error) {
    if (isAppError(error) && error.reason === "already_set_up") return say(words.ownerExists, 1);
    throw new Faults(explain(error, { dataDir, hasOwnDatabase: !env.DATABASE_URL }));
  }
}

function say<Code extends 0 | 1>(text: string, code: Code): Code {
  process.stdout.write(`\n${text}\n\n`);
  return code;
}
