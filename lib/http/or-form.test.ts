import { beforeAll, expect, it, vi } from "vitest";
import { csrfTokenIn, isCsrfTokenOurs } from "@/lib/auth/csrf";
import { orForm } from "./or-form";

beforeAll(() => {
  vi.stubEnv("AUTH_SECRET", "a".repeat(40));
});

const seen: { body: unknown; token: string | null; type: string | null }[] = [];
/** Stands for the call itself; what it says decides where the form is led. */
const call = (answered: Response) =>
  orForm(
    {
      fields: ["theme"],
      toBody: (form) => ({ theme: form.get("theme") }),
      back: (form) => (form.has("theme") ? "/here" : "/there"),
    },
    async (request: Request) => {
      const { headers } = request;
      seen.push({
        body: await request.json(),
        token: headers.get("x-csrf-token"),
        type: headers.get("content-type"),
      });
      return answered;
    },
  );
const refusal = (status: number, reason: string) =>
  new Response(JSON.stringify({ code: "FORBIDDEN", details: { reason } }), { status });

async function post(answered: Response, body: string, type = "application/x-www-form-urlencoded") {
  const request = new Request("http://localhost/api/x", {
    method: "POST",
    headers: { "content-type": type },
    body,
  });
  const answer = await call(answered)(request, {});
  return { status: answer.status, to: answer.headers.get("location"), answer };
}

it("makes the same call of it, with the token of the form, and leads back to what was chosen", async () => {
  const { status, to } = await post(new Response("{}"), "csrfToken=abc&theme=dark");
  expect([status, to]).toEqual([303, "/here?theme=dark"]);
  expect(seen.at(-1)).toEqual({ body: { theme: "dark" }, token: "abc", type: "application/json" });
});

it("leaves a script's own call as it is", async () => {
  const { status } = await post(new Response("{}"), '{"theme":"light"}', "application/json");
  expect(status).toBe(200);
  expect(seen.at(-1)).toMatchObject({ body: { theme: "light" }, token: null });
});

it("says why it was refused, keeps the choice, and hands out a token where that was missing", async () => {
  const { to, answer } = await post(refusal(403, "csrf"), "theme=dark");
  expect(to).toBe("/here?theme=dark&why=csrf");
  const cookie = answer.headers.getSetCookie()[0] ?? "";
  expect(isCsrfTokenOurs(csrfTokenIn(cookie.split(";")[0] ?? ""), cookie.split(";")[0] ?? "")).toBe(true);
  expect((await post(refusal(403, "origin"), "theme=dark")).answer.headers.getSetCookie()).toEqual([]);
});

it("shows the door to whoever is nobody any more", async () => {
  expect((await post(refusal(401, ""), "theme=dark")).to).toBe("/sign-in?next=%2Fhere");
});

it.each(["theme=dark&role=owner", "theme=a&theme=b", "theme=%ff"])("takes nothing of %s", async (body) => {
  const before = seen.length;
  expect((await post(new Response("{}"), body)).to).toBe("/there?why=unreadable");
  expect(seen).toHaveLength(before);
});
