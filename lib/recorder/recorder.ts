import { LONGEST_ID } from "@/lib/domain/links";
import { AppError, isAppError } from "@/lib/errors";
import { callOf } from "@/lib/recorder/calls/call-of";
import { staysBelow } from "@/lib/recorder/calls/stay-below";
import { Crowd } from "@/lib/recorder/door/crowd";
import type { Admitted, Doorkeeper } from "@/lib/recorder/door/doorkeeper";
import type { Registration } from "@/lib/recorder/door/registration";
import type { Keeper, Place } from "@/lib/recorder/keeper";
import { limits } from "@/lib/recorder/limits";
import { passAsk } from "@/lib/recorder/pass/ask";
import { passOn } from "@/lib/recorder/pass/pass-on";
import { readApprovalAlong } from "@/lib/recorder/pass/read-along";
import type { Passage } from "@/lib/recorder/passage";
import type { Upstreams } from "@/lib/recorder/upstream/upstreams";
import type { Watch } from "@/lib/recorder/watch";

const apiPrefix = "/api/public/v1/";
const agentPrefix = "/api/agent/";

export type RecorderParts = {
  door: Doorkeeper;
  registration: Registration;
  upstreams: Upstreams;
  keeper: Keeper;
  watch: Watch;
  /** Of this inbox, for what agents are told. */
  appUrl: string;
  close: () => void;
};

/** The door for agents: what they ask goes to OpenTrain as it came, and what is asked of humans is noted. */
export class Recorder {
  readonly #parts: RecorderParts;
  readonly #crowd = new Crowd();
  readonly #asking = new Set<Promise<unknown>>();

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  /** Below /api/public/v1/. Fails while nothing was answered, and never afterwards. */
  async takeCall(passage: Passage): Promise<void> {
    const { res } = passage;
    refuseNavigation(passage);
    if (!staysBelow(passage.path, apiPrefix)) throw new AppError("BAD_REQUEST", { reason: "recorder_path" });
    const admitting = this.#admit(passage);
    const admitted = admitting instanceof Promise ? await admitting : admitting;
    if (res.destroyed) return;
    this.#crowd.enter(admitted.tokenKey);
    try {
      await this.#pass(passage, admitted);
    } finally {
      this.#crowd.leave(admitted.tokenKey);
    }
  }

  /** Below /api/agent/: answers with new credentials, so nothing of it is read along or kept. */
  async takeRegistration(passage: Passage): Promise<void> {
    refuseNavigation(passage);
    const { registration, upstreams } = this.#parts;
    registration.requireOn();
    if (!staysBelow(passage.path, agentPrefix))
      throw new AppError("BAD_REQUEST", { reason: "recorder_path" });
    const origin = await registration.admit(passage);
    if (!passage.res.destroyed) await passOn(passage, upstreams.at(origin));
  }

  /** Once nobody new is let in: what was asked is seen to its end or noted as unknown. */
  async stop(): Promise<void> {
    const { keeper, upstreams, close } = this.#parts;
    close();
    await Promise.race([Promise.allSettled(this.#asking), patience()]);
    await keeper.stop();
    upstreams.close();
  }

  /** Whoever waits for a first call is told of one that was turned away as well. */
  #admit({ req, address }: Passage): Admitted | Promise<Admitted> {
    const turnAway = (error: unknown): never => {
      this.#parts.watch.turnedAway(error);
      throw error;
    };
    try {
      const caller = { address, connection: req.socket };
      const admitting = this.#parts.door.admit(req.headers.authorization, caller);
      return admitting instanceof Promise ? admitting.catch(turnAway) : admitting;
    } catch (error) {
      return turnAway(error);
    }
  }

  async #pass(passage: Passage, { place }: Admitted): Promise<void> {
    const { keeper, upstreams, appUrl, watch } = this.#parts;
    const upstream = upstreams.at(place.origin);
    const call = callOf(passage.req.method, passage.path, apiPrefix);
    // Passed on it might be taken for a shorter one, and we could not say which.
    if (call.kind === "asks" && call.subjectId.length > LONGEST_ID)
      throw new AppError("BAD_REQUEST", { reason: "recorder_id" });
    if (call.kind !== "asks") {
      const along = call.kind === "reads" ? readApprovalAlong(keeper, place, call.approvalId) : undefined;
      await this.#orUnanswered(passage, place, passOn(passage, upstream, along));
      return watch.passed(passage, place, null);
    }
    const asking = passAsk(passage, { place, call, upstream, keeper, appUrl });
    this.#asking.add(asking);
    try {
      const became = await this.#orUnanswered(passage, place, asking);
      if (became) watch.passed(passage, place, became);
    } finally {
      this.#asking.delete(asking);
    }
  }

  async #orUnanswered<T>(passage: Passage, place: Place, passing: Promise<T>): Promise<T> {
    try {
      return await passing;
    } catch (error) {
      if (isAppError(error) && error.status !== null) this.#parts.watch.unanswered(passage, place);
      throw error;
    }
  }
}

/** A process that is told to stop has few seconds in all. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, limits.stopMs).unref());
}

/** Nothing here is a page; a browser that was led here would show what OpenTrain answers as ours. */
function refuseNavigation({ req }: Passage): void {
  if (req.headers["sec-fetch-mode"] === "navigate") {
    throw new AppError("FORBIDDEN", { reason: "browser_navigation" });
  }
}
