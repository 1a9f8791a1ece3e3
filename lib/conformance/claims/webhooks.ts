import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import type { Bench, World } from "../bench";
import type { Claim } from "../claim";
import { expectFields } from "../expect-fields";
import { expectRefusal } from "../expect-refusal";
import { at, listAt, textAt } from "../look";

const minute = 60_000;
const waits = [1, 5, 30, 120];
const patienceMs = 10_000;

type Delivery = { headers: IncomingHttpHeaders; raw: string };
type Listener = {
  url: string;
  deliveries: Delivery[];
  answer: { status: number; location?: string };
  /** Waits until so many have come in. */
  until: (count: number) => Promise<Delivery[]>;
};

/** Somebody's server that deliveries come to, for as long as the work takes. */
async function listening(work: (listener: Listener) => Promise<void>): Promise<void> {
  const deliveries: Delivery[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  const answer: Listener["answer"] = { status: 204 };
  const server = createServer((req, res) => {
    let raw = "";
    req.setEncoding("utf8").on("data", (part: string) => {
      raw += part;
    });
    req.on("end", () => {
      deliveries.push({ headers: req.headers, raw });
      res.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end();
      for (const one of waiting.filter(({ count }) => deliveries.length >= count)) one.go();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const until = (count: number) =>
    new Promise<Delivery[]>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${deliveries.length} of ${count} deliveries came in`)),
        patienceMs,
      );
      const go = () => {
        clearTimeout(timer);
        resolve(deliveries);
      };
      if (deliveries.length >= count) go();
      else waiting.push({ count, go });
    });
  try {
    await work({ url: `http://localhost:${port}/hook`, deliveries, answer, until });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const subscribe = (world: World, body: object) =>
  world.as(world.made.tokens.owner, "POST", "/webhooks", body);
const milestoneEvents = ["milestone.status_changed"];
const makeEvent = (world: World) => world.createMilestone(world.contractId());

/** A state that follows from an answer we gave, which the service may take a moment to note. */
async function eventually(
  read: () => Promise<unknown>,
  isThere: (value: unknown) => boolean,
): Promise<unknown> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await read();
    if (isThere(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function signatureOf(
  { headers, raw }: Delivery,
  secret: string,
): { given: string; wanted: string; t: number } {
  const parts = new Map(
    String(headers["x-opentrain-signature"])
      .split(",")
      .map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]),
  );
  const t = parts.get("t") ?? "";
  const wanted = createHmac("sha256", secret).update(`${t}.${raw}`).digest("hex");
  return { given: parts.get("v1") ?? "", wanted, t: Number(t) };
}

function tried(claim: string, section: string, work: (bench: Bench) => Promise<void>): Claim {
  return { section, claim, kind: "webhook", tries: work };
}

const subscriptions: Claim[] = [
  tried("a subscription is made with a secret that is shown once", "13.2", async (bench) => {
    const world = await bench.account();
    const heard = await subscribe(world, { url: "http://localhost:9/hook", eventTypes: milestoneEvents });
    expect([200, 201]).toContain(heard.status);
    expect(textAt(heard.json, "secret")).toMatch(/^whsec_/);
    expectFields(at(heard.json, "webhook"), {
      id: "text",
      url: "text",
      eventTypes: "list",
      status: ["ACTIVE"],
      createdAt: "instant",
      disabledAt: "null",
      disabledReason: "null",
    });
    const id = textAt(heard.json, "webhook.id");
    for (const path of ["/webhooks", `/webhooks/${id}`])
      expect((await world.get(path)).text).not.toContain("whsec_");
    expect(at((await world.get(`/webhooks/${id}`)).json, "webhook")).toEqual(at(heard.json, "webhook"));
  }),
  tried("subscriptions are listed newest first, without a cursor", "13.2", async (bench) => {
    const world = await bench.account();
    const ids: string[] = [];
    for (const path of ["a", "b", "c"]) {
      const heard = await subscribe(world, {
        url: `http://localhost:9/${path}`,
        eventTypes: milestoneEvents,
      });
      ids.unshift(textAt(heard.json, "webhook.id"));
    }
    const { json } = await world.get("/webhooks");
    expect(listAt(json, "webhooks").map((one) => at(one, "id"))).toEqual(ids);
    expect(json).not.toHaveProperty("nextCursor");
  }),
  tried(
    "one that is unknown, removed or another account's is 404 with resource and id",
    "13.2",
    async (bench) => {
      const [world, other] = [await bench.account(), await bench.account()];
      const heard = await subscribe(world, { url: "http://localhost:9/hook", eventTypes: milestoneEvents });
      const id = textAt(heard.json, "webhook.id");
      expectRefusal(await other.get(`/webhooks/${id}`), 404, { resource: "webhooks", webhookId: id });
      const removed = await world.as(world.made.tokens.owner, "DELETE", `/webhooks/${id}`);
      expect(removed.json).toMatchObject({ deleted: true, webhook: { id } });
      expectRefusal(await world.get(`/webhooks/${id}`), 404, { resource: "webhooks", webhookId: id });
      expectRefusal(await world.as(world.made.tokens.owner, "DELETE", `/webhooks/${id}`), 404);
    },
  ),
  ...(
    [
      ["plain http to another host", { url: "http://example.com/hook" }],
      ["no address at all", { url: "hook" }],
      ["an address of over 2048 characters", { url: `https://example.com/${"x".repeat(2048)}` }],
      ["no event types", { eventTypes: [] }],
      ["an event type that is none", { eventTypes: ["approval.created"] }],
      ["event types that are no list", { eventTypes: "approval.confirmed" }],
    ] as const
  ).map(([what, change]) =>
    tried(`a subscription with ${what} is 400`, "13.2", async (bench) => {
      const world = await bench.account();
      const body = { url: "http://localhost:9/hook", eventTypes: milestoneEvents, ...change };
      expectRefusal(await subscribe(world, body), 400);
      expect(listAt((await world.get("/webhooks")).json, "webhooks")).toEqual([]);
    }),
  ),
  tried("an event type named twice counts once", "13.2", async (bench) => {
    const world = await bench.account();
    const eventTypes = ["contract.created", "milestone.status_changed", "contract.created"];
    const heard = await subscribe(world, { url: "http://localhost:9/hook", eventTypes });
    expect(listAt(heard.json, "webhook.eventTypes").toSorted()).toEqual([
      "contract.created",
      "milestone.status_changed",
    ]);
  }),
  tried("each event type needs its own read scope", "13.2", async (bench) => {
    const world = await bench.account();
    const token = await world.tokenWith(["webhooks:manage", "payments:read"]);
    const make = (eventTypes: string[]) =>
      world.as(token, "POST", "/webhooks", { url: "http://localhost:9/hook", eventTypes });
    expectRefusal(await make(["proposal.received"]), 403);
    expect((await make(["contract.created"])).status).toBeLessThan(300);
  }),
  tried("an account has ten subscriptions at most", "13.2", async (bench) => {
    const world = await bench.account();
    const make = () => subscribe(world, { url: "http://localhost:9/hook", eventTypes: milestoneEvents });
    for (let made = 0; made < 10; made += 1) expect((await make()).status).toBeLessThan(300);
    expect((await make()).status).toBeGreaterThanOrEqual(400);
  }),
];

const delivering: Claim[] = [
  tried("an event is posted as it stands in the feed, with the documented headers", "13.3", (bench) =>
    listening(async (listener) => {
      const world = await bench.account();
      await subscribe(world, { url: listener.url, eventTypes: milestoneEvents });
      await makeEvent(world);
      const [delivery] = await listener.until(1);
      const event = (await world.events("milestone.status_changed")).at(-1);
      expect(JSON.parse(delivery?.raw ?? "")).toEqual(event);
      expect(delivery?.headers).toMatchObject({
        "content-type": expect.stringMatching(/^application\/json/),
        "user-agent": "OpenTrain-Webhooks/1.0",
        "x-opentrain-event": "milestone.status_changed",
        "x-opentrain-delivery": expect.stringMatching(/\S/),
      });
    }),
  ),
  tried("a delivery is signed over its own time and its very bytes", "13.4", (bench) =>
    listening(async (listener) => {
      const world = await bench.account();
      const made = await subscribe(world, { url: listener.url, eventTypes: milestoneEvents });
      await makeEvent(world);
      const [delivery] = await listener.until(1);
      if (!delivery) throw new Error("nothing came");
      const { given, wanted, t } = signatureOf(delivery, textAt(made.json, "secret"));
      expect(given).toBe(wanted);
      expect(Math.abs(t - Date.now() / 1000)).toBeLessThan(300);
    }),
  ),
  tried("only the types asked for come, and nothing from before", "13.2", (bench) =>
    listening(async (listener) => {
      const world = await bench.account();
      await makeEvent(world);
      await subscribe(world, {
        url: listener.url,
        eventTypes: ["milestone.status_changed", "contract.created"],
      });
      const contract = await world.contract();
      const deliveries = await listener.until(2);
      const types = deliveries.map(({ headers }) => headers["x-opentrain-event"]).toSorted();
      expect(types).toEqual(["contract.created", "milestone.status_changed"]);
      for (const { raw } of deliveries) expect(raw).toContain(contract);
    }),
  ),
  tried("a failed delivery comes again after 1, 5, 30 and 120 minutes, and then no more", "13.3", (bench) =>
    listening(async (listener) => {
      const world = await bench.account();
      const made = await subscribe(world, { url: listener.url, eventTypes: milestoneEvents });
      listener.answer.status = 500;
      await makeEvent(world);
      await listener.until(1);
      for (const [index, wait] of waits.entries()) {
        await world.advance(wait * minute + 1_000);
        await listener.until(index + 2);
      }
      const ids = listener.deliveries.map(({ headers }) => headers["x-opentrain-delivery"]);
      expect(new Set(ids).size).toBe(1);
      const signed = listener.deliveries.map((one) => signatureOf(one, textAt(made.json, "secret")));
      expect(signed.filter(({ given, wanted }) => given !== wanted)).toEqual([]);
      const times = signed.map(({ t }) => t);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(156 * 60);
      await world.advance(24 * 60 * minute);
      listener.answer.status = 204;
      await makeEvent(world);
      expect((await listener.until(6)).length).toBe(6);
      expect(new Set(listener.deliveries.map(({ headers }) => headers["x-opentrain-delivery"])).size).toBe(2);
    }),
  ),
  ...[400, 302].map((status) =>
    tried(`an answer of ${status} counts as a failure, and is not followed`, "13.3", (bench) =>
      listening(async (listener) => {
        const world = await bench.account();
        await subscribe(world, { url: listener.url, eventTypes: milestoneEvents });
        Object.assign(listener.answer, { status, location: `${listener.url}/elsewhere` });
        await makeEvent(world);
        await listener.until(1);
        listener.answer.status = 200;
        await world.advance(minute + 1_000);
        const deliveries = await listener.until(2);
        expect(new Set(deliveries.map(({ headers }) => headers["x-opentrain-delivery"])).size).toBe(1);
      }),
    ),
  ),
  tried("after ten failed deliveries in a row the subscription is off, with when and why", "13.3", (bench) =>
    listening(async (listener) => {
      const world = await bench.account();
      const made = await subscribe(world, { url: listener.url, eventTypes: milestoneEvents });
      const path = `/webhooks/${textAt(made.json, "webhook.id")}`;
      const state = async () => at((await world.get(path)).json, "webhook");
      listener.answer.status = 500;
      for (let count = 0; count < 10; count += 1) await makeEvent(world);
      await listener.until(10);
      expect(await state()).toMatchObject({ status: "ACTIVE" });
      for (const [index, wait] of waits.entries()) {
        await world.advance(wait * minute + 1_000);
        await listener.until(10 * (index + 2));
      }
      const off = await eventually(state, (webhook) => at(webhook, "status") === "DISABLED");
      expectFields(off, { disabledAt: "instant", disabledReason: "text" });
      await makeEvent(world);
      await world.advance(24 * 60 * minute);
      expect(listener.deliveries.length).toBe(50);
    }),
  ),
  tried("a removed subscription gets nothing more", "13.2", (bench) =>
    listening(async (listener) => {
      const world = await bench.account();
      const made = await subscribe(world, { url: listener.url, eventTypes: milestoneEvents });
      const kept = await subscribe(world, { url: `${listener.url}/kept`, eventTypes: milestoneEvents });
      expect(kept.status).toBeLessThan(300);
      await world.as(world.made.tokens.owner, "DELETE", `/webhooks/${textAt(made.json, "webhook.id")}`);
      await makeEvent(world);
      const [only] = await listener.until(1);
      await makeEvent(world);
      await listener.until(2);
      expect(listener.deliveries.length).toBe(2);
      expect(only).toBeDefined();
    }),
  ),
];

export const webhookClaims: Claim[] = [...subscriptions, ...delivering];
