import { describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";
import type { Installed } from "@/lib/host/supervisor/installation";
import { startedBlock } from "@/lib/host/supervisor/started-block";

const installed: Installed = { state: "sandbox", hasOwner: true, realConnection: "none" };

function blockOf(source: Record<string, string>, more: Partial<Installed> = {}): string {
  const { env, faults } = readEnv(source);
  if (!env) throw new Error(JSON.stringify(faults));
  return startedBlock({
    env,
    dataDir: "/data",
    place: "/data/postgres",
    installed: { ...installed, ...more },
    sandboxOrigin: "http://localhost:4010",
    link: null,
  });
}

describe("the block at the end of a start", () => {
  it("says when the address leads to a port of this machine where nobody listens", () => {
    const block = blockOf({ PORT: "3050", HOST: "0.0.0.0", APP_URL: "http://localhost:9999" });
    expect(block).toMatch(/Note +APP_URL leads to port 9999 of this machine, .* listens on 3050 \(PORT\)/);
    expect(blockOf({ PORT: "3050", APP_URL: "http://127.0.0.1" })).toContain("leads to port 80 of");
  });

  it.each([
    [{ PORT: "3050" }],
    [{ PORT: "3050", APP_URL: "http://localhost:3050" }],
    [{ PORT: "80", APP_URL: "http://127.0.0.1" }],
    [{ PORT: "3050", APP_URL: "https://inbox.example.com" }],
    [{ PORT: "3050", APP_URL: "http://localhost:9999", ROLE: "worker" }],
  ])("says nothing of the kind for %j", (source) => {
    expect(blockOf(source as unknown as Record<string, string>)).not.toContain("Note");
  });

  it("tells it beside what else is to be noted, one under the other", () => {
    const source = { PORT: "3050", APP_URL: "http://localhost:9999" };
    const lines = blockOf(source, { realConnection: "refused" }).split("\n");
    const first = lines.findIndex((line) => line.includes("OPENTRAIN_API_TOKEN was refused"));
    expect(lines[first + 1]).toMatch(/^ {13}APP_URL leads to port 9999/);
  });
});
