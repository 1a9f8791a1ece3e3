type Values = Record<string, string | undefined>;
type Fault = { name: string; problem: (values: Values) => string };

const lost =
  "OpenTrain tokens have to be pasted again, everybody signs in again, and a capture key that was never shown is replaced. Agents keep their capture keys.";

const faults = {
  file_missing: { name: "File", problem: ({ file }) => `${file} is not there.` },
  file_closed: { name: "File", problem: ({ file }) => `${file} cannot be read by this account.` },
  file_unreadable: { name: "File", problem: ({ file, code }) => `${file} cannot be read (${code}).` },
  file_foreign: {
    name: "File",
    problem: ({ file }) => `${file} is no backup of Countersign. Nothing was touched.`,
  },
  format_newer: {
    name: "File",
    problem: ({ file, version }) =>
      `${file} has format ${version}, which this version does not know. Restore with a newer one. Nothing was touched.`,
  },
  file_cut_short: {
    name: "File",
    problem: ({ file }) => `${file} is cut short: its end is missing. Nothing was touched.`,
  },
  file_damaged: {
    name: "File",
    problem: ({ file, line }) =>
      `${file} is damaged or was changed: line ${line} is not what the rest says. Nothing was touched.`,
  },
  file_tampered: {
    name: "File",
    problem: ({ file }) =>
      `${file} was changed by somebody who does not know the passphrase. Nothing was touched.`,
  },
  file_exists: {
    name: "File",
    problem: ({ file }) => `${file} exists already and is left as it is. Choose another name.`,
  },
  folder_missing: { name: "File", problem: ({ folder }) => `cannot be made: there is no folder ${folder}.` },
  folder_closed: {
    name: "File",
    problem: ({ folder }) => `cannot be made: this account cannot write to ${folder}.`,
  },
  disk_full: {
    name: "File",
    problem: ({ file }) =>
      `cannot be written: there is no room left on the disk of ${file}. Nothing of it was kept.`,
  },
  backup_newer: {
    name: "File",
    problem: ({ name }) =>
      `comes from a newer version of Countersign (${name}). Restore it with that version, or a newer one. Nothing was touched.`,
  },
  backup_changed: {
    name: "File",
    problem: ({ name }) =>
      `was made under a different ${name} than this version has. Restore it with the version that made it. Nothing was touched.`,
  },
  nothing_there: { name: "Database", problem: () => "holds no inbox yet, so there is nothing to back up." },
  between_states: {
    name: "Countersign",
    problem: () => "is just starting or stopping on this data. Try again in a moment.",
  },
  place_in_use: {
    name: "DATA_DIR",
    problem: () => "is in use by a running Countersign. Restore into an empty folder.",
  },
  place_not_empty: {
    name: "DATA_DIR",
    problem: ({ folder, found }) =>
      `is not empty: ${folder} has ${found} in it. Restore into an empty folder: set DATA_DIR to a new one. Nothing was touched.`,
  },
  place_unfinished: {
    name: "DATA_DIR",
    problem: ({ folder }) =>
      `holds a restore that was never finished. Restore again into ${folder}, or remove that folder.`,
  },
  not_empty: {
    name: "DATABASE_URL",
    problem: ({ schema }) =>
      `names a database that has been used: it has a schema ${schema}. Restore into an empty database. Nothing was touched.`,
  },
  other_tables: {
    name: "File",
    problem: ({ file }) => `${file} has other tables than its own version makes. Nothing was kept.`,
  },
  rows_refused: {
    name: "File",
    problem: ({ file }) => `${file} has rows that cannot be true together. Nothing was kept.`,
  },
  database_full: {
    name: "Restore",
    problem: () => "needs more room: the disk of the database is full. Nothing was kept.",
  },
  not_the_same: {
    name: "Restore",
    problem: ({ table }) => `is not the same as the backup in ${table}, so nothing of it was kept.`,
  },
  keys_not_here: {
    name: "ENCRYPTION_KEYS",
    problem: () =>
      "are not on this machine, so they cannot go into the backup. Set them as the inbox has them, or leave the passphrase out.",
  },
  keys_do_not_fit: {
    name: "ENCRYPTION_KEYS",
    problem: () =>
      "do not open what this database keeps, so backing them up would help nobody. Set them as the inbox has them.",
  },
  keys_here_do_not_fit: {
    name: "ENCRYPTION_KEYS",
    problem: () =>
      `of this place do not open what the backup holds. Set the ones of the inbox it was made from. To go without: --without-keys; ${lost} Nothing was touched.`,
  },
  keys_needed: {
    name: "ENCRYPTION_KEYS",
    problem: () =>
      `are not in this backup. Set ENCRYPTION_KEYS and AUTH_SECRET as the inbox had them. To go without: --without-keys; ${lost} Nothing was touched.`,
  },
  no_keys_inside: {
    name: "Passphrase",
    problem: ({ file }) => `opens nothing: ${file} has no keys inside. Leave it out. Nothing was touched.`,
  },
  passphrase_needed: {
    name: "Passphrase",
    problem: () =>
      `is needed for the keys in this backup: --passphrase-file FILE, or --passphrase to type it. To go without the keys: --without-keys; ${lost} Nothing was touched.`,
  },
  wrong_passphrase: {
    name: "Passphrase",
    problem: () => "does not open the keys in this backup. Nothing was touched.",
  },
  no_terminal: {
    name: "Passphrase",
    problem: () =>
      "cannot be typed: there is no terminal here. Use --passphrase-file FILE or BACKUP_PASSPHRASE. Nothing was touched.",
  },
  passphrase_file: { name: "Passphrase", problem: ({ file }) => `cannot be read from ${file}.` },
  passphrase_empty: { name: "Passphrase", problem: () => "is empty." },
  passphrase_short: {
    name: "Passphrase",
    problem: ({ shortest }) =>
      `protects every key of the inbox: choose one of ${shortest} characters or more.`,
  },
  passphrase_differs: { name: "Passphrase", problem: () => "was not the same both times." },
  stopped: { name: "Stopped", problem: () => "before it was done; nothing of it was kept." },
} satisfies Record<string, Fault>;

export type BackupKey = keyof typeof faults;

function listOf(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}

const count = (rows: number) => rows.toLocaleString("en-US");

function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What `npm run backup` and `npm run restore` say. */
export const backup = {
  faults: faults as Record<BackupKey, Fault>,
  labels: {
    file: "File",
    from: "From",
    into: "Into",
    holds: "Holds",
    keys: "Keys",
    fingerprint: "Fingerprint",
    not: "Not inside",
  },
  backedUp: "Backup made",
  restored: "Backup restored",
  count,
  rows: (rows: number, tables: number) => `${count(rows)} rows in ${tables} tables`,
  fileOf: (file: string, bytes: number) => `${file}, ${size(bytes)}`,
  madeOf: (madeAt: string, version: string) => `${madeAt}, by Countersign ${version}`,
  intoDatabase: "the database of DATABASE_URL",
  keysInBackup: {
    inside: "inside, under your passphrase; without it nobody opens them, you neither",
    missing: `not inside. Keep DATA_DIR/secrets (or ENCRYPTION_KEYS and AUTH_SECRET) elsewhere; without them, after a restore:\n${lost}`,
    none: "not inside, and none are needed: nothing is sealed yet",
  },
  keysAfterRestore: {
    restored: "restored into DATA_DIR/secrets",
    here: "those of this place, which open what the backup holds",
    lost: `given up: ${lost}`,
    none_needed: "none are needed: nothing was sealed",
  },
  notInside:
    "the sandbox’s simulated world, the log, and what runs by itself (heartbeats, throttles, the job queue)",
  same: "the same",
  empty: (tables: readonly string[]) => `Empty in both: ${tables.join(", ")}`,
  proven: "Every table was counted and fingerprinted again in the database; each is the same as in the file.",
  startNow: "Start it: npm start",
  startThere: (command: string, names: readonly string[]) =>
    `Start it: ${command}\n  Or put ${listOf(names)} into .env first; npm start alone starts what .env names, or .data.`,
  startOnDatabase: (command: string, databases: readonly string[], names: readonly string[]) =>
    `Start it with ${listOf(databases)} set as for this restore: ${command}\n  Or put ${listOf(names)} into .env first; npm start alone starts what .env names, or .data.`,
  copyReads:
    "This copy has the keys: while it runs, it reads the connected OpenTrain account as the original does. Stop the original first if it is to take its place.",
  passphrase: {
    ask: "Passphrase of the backup: ",
    askNew: "Passphrase for the keys, 12 characters or more: ",
    askAgain: "The same again: ",
  },
};
