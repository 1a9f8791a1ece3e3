import { approvals } from "./approvals";
import { consequences } from "./consequences";
import { contracts } from "./contracts";
import { formatWords } from "./format-words";
import { moneyWords } from "./money";
import { screens } from "./screens";
import { title } from "./titles";

/** What a reader's browser has on every page; the areas bring the rest, and the server's words stay there. */
export const browser = {
  format: formatWords,
  screens,
  domain: { ...approvals, title, consequences, contracts, money: moneyWords },
};

export type BrowserWords = typeof browser;
