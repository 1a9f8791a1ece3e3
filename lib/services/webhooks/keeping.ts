import type { Reader } from "@/lib/services/connections/open-reader";
import type { ConnectionRow } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";

/** What looking after a webhook needs: by which token, and under which address OpenTrain reaches us. */
export type Keeping = {
  db: Db;
  connection: ConnectionRow;
  reader: Reader;
  tokenId: string;
  address: string | null;
  now: Date;
};

/** Below our own address; behind it stands the webhook's id. */
export const WEBHOOK_PATH = "/api/webhooks/opentrain/";
