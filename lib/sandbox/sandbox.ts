import type { CallLog } from "./door/call-log";
import type { FaultList } from "./door/fault-list";
import type { Log } from "./log";
import type { Store } from "./state/store";

/** What every part of the service shares. The origin is known only once the port is. */
export type Sandbox = {
  store: Store;
  origin: () => string;
  /** Where the pages point back to, if anybody said. */
  inboxUrl: string | null;
  calls: CallLog;
  faults: FaultList;
  log: Log;
};
