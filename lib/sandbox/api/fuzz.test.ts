import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Made, type OpenSandbox, openSandbox } from "../testing/open-sandbox";
import { ROUTES } from "./app";

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
  made = await sandbox.account({ creditsCents: 1_000_000 });
});
afterAll(() => sandbox.close());

const KNOWN = [200, 201, 202, 400, 401, 403, 404, 409];
const FIELDS = [
  ...["milestone", "name", "description", "amount", "amountUsd", "volume", "dueDate", "scopes", "expiresAt"],
  ...["freelancerId", "email", "url", "eventTypes", "confirmNotFitOverride", "__proto__", "toString"],
];

const text = fc.string({ unit: "grapheme", maxLength: 40 });
const value = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, true, "2026-12-01", "x@y.test", "https://localhost/hook", "jobs:read"),
  fc.array(text, { maxLength: 3 }),
);
const fields = fc.dictionary(fc.constantFrom(...FIELDS), value);
const body = fc.oneof(
  fields,
  fields.map((milestone) => ({ milestone })),
  fc.jsonValue({ maxDepth: 4 }),
  text,
);
const query = fc.dictionary(
  fc.constantFrom("limit", "cursor", "status", "jobId"),
  fc.oneof(text, fc.integer().map(String)),
);

test("whatever is sent to any call, the answer is a documented one", async () => {
  const { tokens, ids } = made;
  const id = fc.oneof(text, fc.constantFrom(...Object.values(ids).flat(), "", ".", "..", "%", "%2e%2e"));
  const route = fc.constantFrom(...ROUTES.filter(({ method }) => method !== "DELETE"));
  const call = fc.record({ route, id, query, body });
  await fc.assert(
    fc.asyncProperty(call, async ({ route: { method, path }, ...sent }) => {
      const search = new URLSearchParams(sent.query);
      const address = `${path.replace(":id", encodeURIComponent(sent.id))}?${search}`;
      const heard = await sandbox.call(
        tokens.owner,
        method,
        address,
        method === "GET" ? undefined : sent.body,
      );
      expect(KNOWN, `${method} ${address} ${heard.text}`).toContain(heard.status);
      // Dot segments can lead to a public job, which has an answer of its own.
      if (heard.status >= 400 && heard.body.status !== "closed") {
        expect(Object.keys(heard.body).slice(0, 3)).toEqual(["error", "code", "requestId"]);
        expect(heard.body.code).not.toBe("INTERNAL_ERROR");
      }
    }),
    { seed: 20_261_121, numRuns: 300 },
  );
}, 60_000);
