import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import type { Exchange, Handler } from "./exchange";
import { guardPages } from "./page-guard";

type Answer = { status: number; headers: Record<string, string>; body: string };

async function ask(
  path: string,
  { isAway = true, method = "GET", cookie = "" } = {},
): Promise<Answer | "next"> {
  let answer: Answer | "next" = { status: 0, headers: {}, body: "" };
  const next: Handler = async () => {
    answer = "next";
  };
  const guarded = guardPages(next, async () => {
    if (isAway) throw new Error("connect ECONNREFUSED");
  });
  // Of request and answer nothing else is looked at.
  const req = { method, headers: { cookie } } as unknown as IncomingMessage;
  const res = {
    writeHead: (status: number, headers: Record<string, string>) => {
      answer = { status, headers, body: "" };
    },
    end: (body = "") => {
      if (answer !== "next") answer.body = body;
    },
  } as unknown as ServerResponse;
  await guarded({ req, res, path, nonce: "n0nce", requestId: "r" } as Exchange);
  return answer;
}

describe("guardPages", () => {
  it.each(["/", "/approvals/apr.1", "/sign-in"])(
    "says in words that the database is away at %s",
    async (path) => {
      const answer = await ask(path);
      expect(answer).toMatchObject({
        status: 503,
        headers: { "Retry-After": "5", "Cache-Control": "no-store" },
      });
      const { body } = answer as Answer;
      expect(body).toContain("The inbox cannot reach its database");
      expect(body).toContain('<noscript><meta http-equiv="refresh"');
      // Nothing without the nonce would be let in by the policy, and nothing is fetched from Next.
      expect(body.match(/<(script|style)\b/g)).toHaveLength(body.match(/nonce="n0nce"/g)?.length ?? 0);
      expect(body).not.toContain("/_next/");
    },
  );

  it("shows the theme that was chosen, and nothing else of a cookie", async () => {
    expect((await ask("/", { cookie: "theme=dark" })) as Answer).toHaveProperty(
      "body",
      expect.stringContaining('data-theme="dark"'),
    );
    const odd = (await ask("/", { cookie: 'theme="><script>' })) as Answer;
    expect(odd.body).toContain('<html lang="en">');
  });

  it("says the same without a body to who asks for the head alone", async () => {
    expect(await ask("/", { method: "HEAD" })).toMatchObject({ status: 503, body: "" });
  });

  it("lets files, unknown addresses and a database that is there pass", async () => {
    for (const path of ["/_next/static/x.js", "/icon.svg", "/nowhere"]) expect(await ask(path)).toBe("next");
    expect(await ask("/", { isAway: false })).toBe("next");
  });
});
