/** What `npm run backup` and `npm run restore` were asked to do, and by whom. */
export type Command = {
  root: string;
  version: string;
  dataDir: string;
  environment: NodeJS.ProcessEnv;
  file: string;
  passphraseFile: string | null;
  /** A person is there to type a passphrase. */
  asks: boolean;
  withoutKeys: boolean;
  /** Takes DATA_DIR for this process; the lock is the one `npm start` uses. */
  hold: () => { holder: object | null; release: () => void };
  print: (text: string) => void;
};
