import type { Rewrite } from "./rewrite";

export const FAULT_KINDS = [
  "status",
  "delay",
  "drop",
  "garbage",
  "truncate",
  "html",
  "redirect",
  "huge",
  "rewrite",
] as const;

export type Fault = {
  accountId: string | undefined;
  method: string | undefined;
  path: RegExp;
  kind: (typeof FAULT_KINDS)[number];
  times: number;
  /** How long to wait before anything else. */
  ms: number;
  /** Unless said otherwise, each kind has its own. */
  status: number | undefined;
  retryAfter: number | undefined;
  rewrite: Rewrite;
  location: string | undefined;
  /** Whether the call is carried out before its answer is spoilt. */
  when: "before" | "after";
};

export class FaultList {
  private faults: Fault[] = [];

  add(fault: Fault): void {
    this.faults.push(fault);
  }

  clear(accountId: string | undefined): void {
    this.faults = accountId === undefined ? [] : this.faults.filter((fault) => fault.accountId !== accountId);
  }

  /** The oldest fault that fits, counted down. */
  take(accountId: string | null, method: string, path: string): Fault | undefined {
    const fault = this.faults.find(
      (one) =>
        (one.accountId === undefined || one.accountId === accountId) &&
        (one.method === undefined || one.method === method) &&
        one.path.test(path),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.faults = this.faults.filter((one) => one !== fault);
    return fault;
  }
}
