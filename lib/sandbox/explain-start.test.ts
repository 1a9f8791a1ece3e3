import { expect, it } from "vitest";
import { readEnvironment } from "./environment";
import { explainStart } from "./explain-start";

const failed = (more: object) => Object.assign(new Error("listen EX: address :::1"), more);

it.each([
  [
    failed({ code: "EADDRINUSE", syscall: "listen" }),
    "4020",
    /^SANDBOX_PORT 4020 is in use.*SANDBOX_PORT=4021/,
  ],
  [failed({ code: "EACCES", syscall: "listen" }), "80", /^SANDBOX_PORT 80 is reserved for root/],
  [failed({ code: "EACCES", syscall: "open" }), "4010", /^DATA_DIR cannot be used/],
  [failed({ code: "ENOSPC", syscall: "write" }), "4010", /^DATA_DIR cannot be used/],
])("says in one sentence what is in the way", (error, port, sentence) => {
  const [line, ...more] = explainStart(error, port);
  expect(line).toMatch(sentence);
  expect(more).toEqual([]);
});

it("tells every wrong setting on a line of its own", () => {
  const env = { SANDBOX_PORT: "x", SANDBOX_AGENT: "maybe" } as unknown as NodeJS.ProcessEnv;
  let error: unknown;
  try {
    readEnvironment(env);
  } catch (thrown) {
    error = thrown;
  }
  const lines = explainStart(error);
  expect(lines).toHaveLength(2);
  expect(lines).toContain("SANDBOX_PORT must be a whole number from 0 to 65535.");
});
