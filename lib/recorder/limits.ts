/** Everything the recorder bounds, in one place; generous, since what passes is somebody's work. */
export const limits = {
  /** From the end of the agent's request to the beginning of OpenTrain's answer; agents give up after 30 s. */
  answerMs: 25_000,
  /** Between two pieces of a body, either way. */
  idleMs: 60_000,
  /** For what is under way when this process stops. */
  stopMs: 2_000,
  /** For auth/me, tries included. */
  accountMs: 8_000,
  /** At once, by one token; and by all together. */
  atOncePerToken: 128,
  atOnce: 2_048,
  /** What is read of a request to a co-signed action, and of its answer, before it is only passed on. */
  heldBytes: 1024 * 1024,
  /** What is looked at of an approval that passes. */
  learnedBytes: 256 * 1024,
  agentName: 80,
  agentReason: 2_000,
  /** Of OpenTrain's answers; Node's own default is 16 KB. */
  answerHeadBytes: 64 * 1024,
  /** Approvals that passed and are still to be looked at; beyond, the next read of them tells it. */
  learnedAtOnce: 64,
} as const;
