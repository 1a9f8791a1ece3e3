/** What finance teammates said before the owner decides. It binds nobody. */
export const checks = {
  title: "Finance",
  verdicts: { ok: "OK", wait: "Wait" },
  by: "{who}, {when}",
  stale: "said before the request changed",
};
