export type Call = {
  at: string;
  method: string;
  path: string;
  query: string;
  status: number;
  token: string | null;
  body: unknown;
};

const KEEP = 1000;

/** API calls received, the newest thousand per account; calls with no known token are kept under null. */
export class CallLog {
  private readonly byAccount = new Map<string | null, Call[]>();

  add(accountId: string | null, call: Call): void {
    const calls = this.byAccount.get(accountId) ?? [];
    calls.push(call);
    if (calls.length > KEEP) calls.splice(0, calls.length - KEEP);
    this.byAccount.set(accountId, calls);
  }

  of(accountId: string | undefined): Call[] {
    if (accountId !== undefined) return [...(this.byAccount.get(accountId) ?? [])];
    return [...this.byAccount.values()].flat().sort((a, b) => a.at.localeCompare(b.at));
  }

  clear(accountId: string | undefined): void {
    if (accountId === undefined) this.byAccount.clear();
    else this.byAccount.delete(accountId);
  }
}
