import { readFileSync } from "node:fs";
import type { Family } from "./processes";

/** Stops the web of a running inbox as its supervisor would, which then starts another. */
export function killWebOf(family: Family, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): void {
  const isWeb = ({ pid }: { pid: number }) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("dist/web.mjs");
    } catch {
      return false;
    }
  };
  const webs = family.filter(isWeb);
  if (webs.length === 0) throw new Error("no web is running");
  for (const { pid } of webs) process.kill(pid, signal);
}
