import { shieldHeaders } from "@/lib/recorder/headers/shield";
import type { Recorder } from "@/lib/recorder/recorder";
import type { Exchange } from "@/lib/server/exchange";
import type { AgentDoor } from "@/lib/server/routes";

/** The recorder, as the table of routes knows handlers. */
export function agentDoor(recorder: Recorder, appUrl: string): AgentDoor {
  const shield = shieldHeaders(appUrl).flat();
  const passage = ({ req, res, requestId, address, path, search }: Exchange) => ({
    req,
    res,
    requestId,
    address,
    path,
    search,
    shield,
  });
  return {
    takeCall: (exchange) => recorder.takeCall(passage(exchange)),
    takeRegistration: (exchange) => recorder.takeRegistration(passage(exchange)),
  };
}
