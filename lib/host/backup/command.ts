/** What `npm run backup` and `npm run restore` were asked to do, and by whom. */
export type Command = {
  root: string;
  version: string;
  dataDir: string;
  environment: NodeJS.ProcessEnv;
  file: string;
  passphraseFile: string | null;
  /** The places that were named for this command alone, not in `.env`. */
  setHere: { DATA_DIR?: string | null; DATABASE_URL?: string | null; DATABASE_MIGRATE_URL?: string | null };
  wantsToType: boolean;
  /** Somebody may be there to type. */
  hasTerminal: boolean;
  isVerbose: boolean;
  withoutKeys: boolean;
  /** Takes DATA_DIR for this process; the lock is the one `npm start` uses. */
  hold: () => { holder: object | null; release: () => void };
  print: (text: string) => void;
};
