import type { Env } from "@/lib/env";
import type { Db } from "@/lib/store/pool";

/** What the verbs of lib/services/installation found or made at this start. */
export type Installed = {
  state: "sandbox" | "real" | "none";
  hasOwner: boolean;
  realConnection: "ok" | "refused" | "other_account" | "unreachable" | "none";
};

type Ensure = (given: {
  db: Db;
  now: Date;
  env: Env;
  sandbox: { origin: string; ownerToken: string; agentToken: string } | null;
  agentCaptureKey: string | null;
}) => Promise<Installed>;

type IssueLink = (given: {
  db: Db;
  now: Date;
  kind: "first_owner" | "further_owner";
}) => Promise<{ secret: string }>;

/** The verbs the supervisor calls, given to it so that it can be tried with stand-ins. */
export type Verbs = { ensureInstallation: Ensure; issueSetupLink: IssueLink };
