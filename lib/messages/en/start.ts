type Values = Record<string, string | undefined>;

/** The setting to look at, and what to do about it. */
type Fault = { name: string | ((values: Values) => string); problem: (values: Values) => string };

/** Either address may be at fault; the one that is, is named. */
const whicheverAddress = ({ name }: Values) => name ?? "DATABASE_URL";

const faults = {
  postgres_no_binaries: {
    name: "DATABASE_URL",
    problem: ({ platform }) =>
      `must be set: there are no PostgreSQL binaries for ${platform}. Give the address of a PostgreSQL of your own.`,
  },
  postgres_binaries_do_not_run: {
    name: "DATABASE_URL",
    problem: ({ reason }) =>
      `must be set: the PostgreSQL binaries do not run on this system (${reason}). Give the address of a PostgreSQL of your own.`,
  },
  postgres_no_account: {
    name: "DATABASE_URL",
    problem: () =>
      "must be set, or PostgreSQL needs an account: it refuses to run as root and none could be added. Start as an ordinary user, or add a system user named countersign.",
  },
  postgres_no_place: {
    name: "DATA_DIR",
    problem: ({ account }) =>
      `cannot be entered by ${account}, the account that runs PostgreSQL, and nothing can be written under /var/lib. Choose a folder that account can enter.`,
  },
  postgres_place_gone: {
    name: "DATA_DIR",
    problem: ({ folder, note }) =>
      `says the database is in ${folder}, and that folder is gone. Bring it back, or remove ${note} to begin with an empty inbox.`,
  },
  postgres_data_unreachable: {
    name: "DATA_DIR",
    problem: ({ account }) =>
      `can no longer be entered by ${account}, the account that runs PostgreSQL. Let others pass through the folders above it (chmod a+x), or move it.`,
  },
  postgres_other_major: {
    name: "DATA_DIR",
    problem: ({ found, wanted }) =>
      `holds a database of PostgreSQL ${found}; this version brings PostgreSQL ${wanted} and has left it untouched. Start the version of Countersign that wrote it, make a backup there (npm run backup -- FILE), and restore that here into an empty DATA_DIR (npm run restore -- FILE).`,
  },
  disk_full: {
    name: "DATA_DIR",
    problem: ({ folder }) =>
      `has no room left: the disk below ${folder} is full. Make room there and start again; nothing is lost.`,
  },
  disk_full_elsewhere: {
    name: "DATABASE_URL",
    problem: () => "names a PostgreSQL whose disk is full. Make room there and start again.",
  },
  disk_read_only: {
    name: "DATA_DIR",
    problem: ({ folder }) =>
      `cannot be written to: ${folder} is read-only or belongs to another account. Start as the account that made it, or choose another folder.`,
  },
  postgres_initdb_failed: {
    name: "DATA_DIR",
    problem: ({ reason }) => `cannot hold the database: ${reason}`,
  },
  postgres_start_failed: {
    name: "PostgreSQL",
    problem: ({ reason }) => `did not start: ${reason}. Its own words are in server.log beside the database.`,
  },
  postgres_leftover: {
    name: "PostgreSQL",
    problem: ({ pid }) =>
      `of an earlier start (process ${pid}) still uses the database and does not stop. Stop it, then start again.`,
  },
  secrets_unusable: {
    name: "DATA_DIR",
    problem: ({ file }) =>
      `has a file ${file} that this account cannot read or write. Start as the account that made it.`,
  },
  role_needs_database: {
    name: "DATABASE_URL",
    problem: () => "must be set when ROLE is web or worker: the private database belongs to ROLE=all.",
  },
  database_unreachable: {
    name: whicheverAddress,
    problem: ({ code }) =>
      `names a PostgreSQL that does not answer (${code}). Start it, or correct the address.`,
  },
  database_host_unknown: {
    name: whicheverAddress,
    problem: () =>
      "names a host that nobody knows by that name. Correct the host in the address; if it is right, look at this machine’s name service.",
  },
  database_not_listening: {
    name: whicheverAddress,
    problem: () =>
      "leads to a machine or socket where no PostgreSQL listens. Start PostgreSQL there, or correct the port or folder in the address.",
  },
  database_refused: {
    name: whicheverAddress,
    problem: ({ code }) =>
      `is refused by PostgreSQL (${code}). Check the role, its password and the database's name.`,
  },
  database_newer: {
    name: "Database",
    problem: ({ name }) =>
      `was used by a newer version of Countersign (${name}) and is left untouched. Start that version, or a newer one; or restore a backup made before it into an empty place.`,
  },
  database_changed: {
    name: "Database",
    problem: ({ name }) =>
      `was made by a different ${name} than this version has, and is left untouched. Start the version that made it.`,
  },
  migration_failed: {
    name: "Database",
    problem: ({ name, reason }) =>
      `could not be brought up to date: ${name} failed and was undone (${reason}).`,
  },
  migration_not_allowed: {
    name: "DATABASE_MIGRATE_URL",
    problem: ({ reason }) =>
      `names a role that may not make the tables (${reason}). Give the role that owns the database.`,
  },
  migration_role_missing: {
    name: "DATABASE_URL",
    problem: ({ reason }) =>
      `names a role that may not make the tables (${reason}). Give the role that owns the database, or set DATABASE_MIGRATE_URL to it.`,
  },
  migration_files: { name: "Countersign", problem: ({ name }) => `is not whole: ${name} is out of order.` },
  wrong_encryption_key: {
    name: "ENCRYPTION_KEYS",
    problem: () =>
      "does not fit this database: what it keeps was sealed under another key. Set the key it was sealed under, or bring back DATA_DIR/secrets. Hosts that share a database must share it.",
  },
  other_auth_secret: {
    name: "AUTH_SECRET",
    problem: () =>
      "is not the one that the Countersign already running on this database uses. Give every host the same. To change it, stop them all first, then start with the new one; everybody then signs in again.",
  },
  owner_password_weak: {
    name: "OWNER_PASSWORD",
    problem: () => "is one of those that are guessed first. Choose one of 12 characters or more that is not.",
  },
  part_ended: {
    name: "Countersign",
    problem: ({ part }) => `could not start its ${part} process; what it said stands above.`,
  },
  part_not_ready: {
    name: "Countersign",
    problem: ({ part }) => `waited for its ${part} process, which did not become ready.`,
  },
  unforeseen: {
    name: "Countersign",
    problem: ({ reason }) => `met something unforeseen: ${reason}. The log line above has more.`,
  },
} satisfies Record<string, Fault>;

export type StartKey = keyof typeof faults;

const signIn = {
  owner: () => "with your e-mail address and password",
  ownerFromEnvironment: () => "with the address and password of OWNER_EMAIL and OWNER_PASSWORD",
  link: (link: string) => `open this link to become the owner; it works once, within 24 hours\n${link}`,
};

const openTrain = {
  sandbox: (origin: string) => `simulated, by the sandbox at ${origin}; nothing there is real money`,
  real: (origin: string) => `your real account at ${origin}`,
  none: () => "not connected yet",
  refused: () => "OPENTRAIN_API_TOKEN was refused; make a new one at OpenTrain and start again",
  other_account: () =>
    "OPENTRAIN_API_TOKEN belongs to another account than the one connected here, or to one that others connected on this server; it is not used",
  unreachable: () =>
    "OpenTrain could not be reached to check OPENTRAIN_API_TOKEN; it is tried again until it answers",
};

const labels = { address: "Address", data: "Data", openTrain: "OpenTrain", signIn: "Sign in", note: "Note" };

const resetCommands = (emails: readonly string[]) =>
  emails.map((email) => `  npm run owner:reset -- ${email}`).join("\n");

/** What `npm start` and its commands say. */
export const start = {
  faults: faults as Record<StartKey, Fault>,
  running: "Countersign is running",
  runningPart: (part: string) => `Countersign is running (${part} only)`,
  stopHint: "Ctrl-C stops everything.",
  stopping: "Stopping",
  stopped: "Stopped",
  forced: "Stopped at once",
  labels,
  signIn,
  openTrain,
  otherPort: (told: string, listened: string) =>
    `APP_URL leads to port ${told} of this machine, and the inbox listens on ${listened} (PORT). Unless something passes the one on to the other, nobody answers there: make them the same.`,
  dataApart: (dataDir: string, place: string) => `${dataDir}, with the database in ${place}`,
  dataElsewhere: (dataDir: string) => `${dataDir}, with the database at DATABASE_URL`,
  command: {
    notRunning: "Countersign is not running on this data. Start it first: it prints the link itself.",
    notRunningForReset: "Countersign is not running on this data. Start it first, then run this again.",
    resetLink: (link: string, email: string) =>
      `Open this link to choose a new password for ${email}; it works once, within 24 hours, and ends all their sessions:\n\n  ${link}`,
    noOwnerYet: "There is no owner yet. Print the link that makes one: npm run setup-link",
    noSuchOwner: (email: string, emails: readonly string[]) =>
      `${email} is no owner here. ${emails.length > 1 ? "The owners are" : "The owner is"}:\n\n${resetCommands(emails)}`,
    severalOwners: (emails: readonly string[]) =>
      `There are several owners. Say which:\n\n${resetCommands(emails)}`,
    ownerExists:
      "There is an owner already, so the first link is closed. For a further owner with a workspace of their own: npm run setup-link -- --new",
    furtherLink: (link: string) =>
      `For a further owner with a workspace of their own; this link works once, within 24 hours:\n\n  ${link}`,
    link: (link: string) =>
      `Open this link to become the owner; it works once, within 24 hours:\n\n  ${link}`,
  },
};
