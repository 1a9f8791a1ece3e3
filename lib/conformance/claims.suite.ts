import { describe, expect, inject, it } from "vitest";
import { Bench } from "./bench";
import { claims } from "./claims";
import { NothingToSee, Reader } from "./reader";

const service = inject("service");
const { origin, home = origin, letIn = null, differs = [] } = service;
const reader = new Reader(service.origin, service.token);
const bench = new Bench(origin, home, letIn);
const sections = [...new Set(claims.map(({ section }) => section))];

describe.each(sections)("section %s", (section) => {
  for (const claim of claims.filter((one) => one.section === section)) {
    // Only a sandbox of our own lets us make accounts and play the human.
    it.skipIf(claim.tries && !service.isOurs).concurrent(
      `${claim.claim} (${claim.kind})`,
      async (context) => {
        try {
          const tried = claim.reads ? claim.reads(reader) : claim.tries(bench);
          await (differs.includes(claim.claim) ? expect(tried).rejects.toThrow() : tried);
        } catch (error) {
          if (error instanceof NothingToSee) return context.skip(error.message);
          throw error;
        }
      },
    );
  }
});
