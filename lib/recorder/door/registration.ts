import { AppError } from "@/lib/errors";
import { decodedSegmentsOf } from "@/lib/recorder/calls/segments-of";
import type { Passage } from "@/lib/recorder/passage";

/** One call, or one that makes an account. Fails when there were too many. */
export type LimitRegistration = (what: "call" | "account", address: string) => Promise<void>;

type Given = { isOn: boolean; limit: LimitRegistration; realOrigin: string };

/** How an agent without an account gets one, where whoever runs this inbox switched that on. */
export class Registration {
  constructor(private readonly given: Given) {}

  requireOn(): void {
    if (!this.given.isOn) throw new AppError("FORBIDDEN", { reason: "agent_registration_off" });
  }

  /** Where it goes; there is no account yet, so only ever the real one. */
  async admit({ req, path, address }: Passage): Promise<string> {
    // No agent sends one, and a page elsewhere must not make accounts by somebody's browser.
    if (req.headers.origin !== undefined) throw new AppError("FORBIDDEN", { reason: "origin" });
    await this.given.limit("call", address);
    const called = decodedSegmentsOf(path, "/api/agent/").join("/").toLowerCase();
    if (req.method === "POST" && called === "identity") await this.given.limit("account", address);
    return this.given.realOrigin;
  }
}
