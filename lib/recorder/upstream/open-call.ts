import type { ClientRequest, IncomingMessage } from "node:http";
import { limits } from "@/lib/recorder/limits";
import { UpstreamAway } from "@/lib/recorder/upstream/away";
import type { Outgoing, Upstream } from "@/lib/recorder/upstream/connect";

export type OpenCall = {
  sent: ClientRequest;
  /** The head of the answer; its body is still to come. */
  answer: Promise<IncomingMessage>;
  /** The request is out whole: from here on the answer is waited for. */
  expectAnswer: () => void;
};

/** A call under way. `answer` fails with UpstreamAway alone; what goes wrong later shows on the answer itself. */
export function openCall(upstream: Upstream, call: Outgoing): OpenCall {
  const sent = upstream.send(call);
  let late: NodeJS.Timeout | undefined;
  let isLate = false;
  let isOver = false;
  let isConnected = false;
  sent.on("socket", (socket) => {
    if (sent.reusedSocket) isConnected = true;
    else
      socket.once(upstream.connectedBy, () => {
        isConnected = true;
      });
  });
  const giveUp = () => {
    isLate = true;
    sent.destroy();
  };
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    const fail = (error?: Error) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      reject(new UpstreamAway(isLate ? "late" : "broken", isConnected, error));
    };
    sent.on("response", (message) => {
      isOver = true;
      clearTimeout(late);
      // An answer that breaks off is told by its "close", complete or not.
      message.on("error", () => undefined);
      resolve(message);
    });
    sent.on("error", fail);
    sent.on("close", fail);
    // Nobody asked for one, and what follows would be no HTTP.
    sent.on("upgrade", (_, socket) => socket.destroy());
    // Not a byte either way for long, whoever it is that stands still.
    sent.on("timeout", giveUp);
  });
  return {
    sent,
    answer,
    expectAnswer: () => {
      if (!isOver) late = setTimeout(giveUp, limits.answerMs);
    },
  };
}
