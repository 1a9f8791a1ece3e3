type Values = Record<string, string>;
type Words = (values: Values) => string;

/** Why the inbox could not start, each with what to do about it. */
export const start = {
  postgres_no_binaries: ({ platform }) =>
    `DATABASE_URL: there are no PostgreSQL binaries for ${platform}. Set it to a PostgreSQL of your own.`,
  postgres_binaries_do_not_run: ({ reason }) =>
    `DATABASE_URL: the PostgreSQL binaries do not run on this system (${reason}). Set it to a PostgreSQL of your own.`,
  postgres_no_account: () =>
    "DATABASE_URL: PostgreSQL refuses to run as root and no other account could be made. Start as an ordinary user, add a system user named countersign, or set DATABASE_URL.",
  postgres_no_place: ({ folder, account }) =>
    `DATA_DIR: the account ${account}, which runs PostgreSQL, cannot enter ${folder}, and nothing can be written under /var/lib. Set DATA_DIR to a folder that account can enter.`,
  postgres_place_gone: ({ folder, note }) =>
    `DATA_DIR: the database was kept in ${folder}, and that folder is gone. Bring it back, or remove ${note} to begin with an empty inbox.`,
  postgres_data_unreachable: ({ folder, account }) =>
    `DATA_DIR: the account ${account}, which runs PostgreSQL, can no longer enter ${folder}. Let others pass through the folders above it (chmod a+x), or move DATA_DIR.`,
  postgres_other_major: ({ found, wanted, folder }) =>
    `DATA_DIR: the database in ${folder} was written by PostgreSQL ${found}, and this version brings PostgreSQL ${wanted}. Start the version of Countersign that wrote it, or set DATABASE_URL to a database you have moved it to.`,
  postgres_initdb_failed: ({ reason }) => `DATA_DIR: the database could not be made there: ${reason}`,
  postgres_start_failed: ({ reason, file }) =>
    `DATA_DIR: PostgreSQL did not start: ${reason} (its log is ${file}).`,
  postgres_leftover: ({ pid }) =>
    `DATA_DIR: an earlier PostgreSQL (process ${pid}) still uses the database and does not stop. Stop it, then start again.`,
} satisfies Record<string, Words>;

export type StartKey = keyof typeof start;
