import type { BrowserWords } from "../en/browser";
import { approvals } from "./approvals";
import { consequences } from "./consequences";
import { contracts } from "./contracts";
import { formatWords } from "./format-words";
import { moneyWords } from "./money";
import { screens } from "./screens";
import { title } from "./titles";

export const browser: BrowserWords = {
  format: formatWords,
  screens,
  domain: { ...approvals, title, consequences, contracts, money: moneyWords },
};
