import { askWhose } from "@/lib/recorder/door/ask-whose";
import { Doorkeeper } from "@/lib/recorder/door/doorkeeper";
import { keyedHash } from "@/lib/recorder/door/keyed-hash";
import { limitRegistration } from "@/lib/recorder/door/limit-registration";
import { readConnected } from "@/lib/recorder/door/read-connected";
import { Registration } from "@/lib/recorder/door/registration";
import { Roster } from "@/lib/recorder/door/roster";
import { Snapshot } from "@/lib/recorder/door/snapshot";
import { TokenAccounts } from "@/lib/recorder/door/token-accounts";
import type { Keeper } from "@/lib/recorder/keeper";
import { Recorder } from "@/lib/recorder/recorder";
import { Upstreams } from "@/lib/recorder/upstream/upstreams";
import { watchCallers } from "@/lib/recorder/watch";
import type { Db } from "@/lib/store/pool";

const rereadMs = 60_000;

export type RecorderSettings = {
  appUrl: string;
  realOrigin: string;
  dataDir: string;
  encryptionKeys: string;
  isRegistrationOn: boolean;
  db: () => Db;
  keeper: Keeper;
};

/** The recorder of this process, which knows who is connected before the first agent calls. */
export function openRecorder(settings: RecorderSettings): Recorder {
  const { appUrl, realOrigin, dataDir, encryptionKeys, isRegistrationOn, db, keeper } = settings;
  const now = () => performance.now();
  const snapshot = new Snapshot(dataDir, encryptionKeys);
  const roster = new Roster({
    read: () => readConnected(db()),
    recall: () => snapshot.recall(),
    keep: (connected) => snapshot.keep(connected),
    now,
  });
  const accounts = new TokenAccounts({ hash: keyedHash(encryptionKeys), askWhose, now });
  void roster.refresh();
  // What lies on disk follows what is connected also while no agent calls.
  const rereading = setInterval(() => void roster.refresh(), rereadMs).unref();
  return new Recorder({
    door: new Doorkeeper({ roster, accounts, realOrigin }),
    registration: new Registration({
      isOn: isRegistrationOn,
      limit: limitRegistration(db, () => new Date()),
      realOrigin,
    }),
    upstreams: new Upstreams(),
    keeper,
    watch: watchCallers(db),
    appUrl,
    close: () => clearInterval(rereading),
  });
}
