import { isObject } from "../actions/hire-terms";
import { badField, Refusal } from "../refusal";
import { EVENT_TYPES } from "./event-types";

const MAX_URL_LENGTH = 2048;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

type Subscription = { url: string; eventTypes: string[] };

export function readSubscription(body: unknown): Subscription {
  if (!isObject(body)) throw badField("body");
  return { url: readUrl(body.url), eventTypes: readEventTypes(body.eventTypes) };
}

function readUrl(value: unknown): string {
  if (typeof value !== "string" || value.length > MAX_URL_LENGTH || !URL.canParse(value)) {
    throw badUrl(`The url must be an absolute https address of at most ${MAX_URL_LENGTH} characters.`);
  }
  const { protocol, hostname } = new URL(value);
  const local = LOOPBACK.test(hostname);
  if (protocol === "http:" && !local) throw badUrl("Plain http is accepted for localhost only.");
  if (protocol !== "https:" && protocol !== "http:") throw badUrl("The url must begin with https.");
  if (!local) {
    throw badUrl(
      "This is a simulated OpenTrain. It never calls another machine: deliveries go to localhost, 127.0.0.1 or [::1] only. The real service would take this address.",
    );
  }
  return value;
}

function badUrl(message: string): Refusal {
  return new Refusal("BAD_REQUEST", message, { field: "url" });
}

function readEventTypes(value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0) throw badField("eventTypes");
  if (!value.every((type) => EVENT_TYPES.includes(type))) {
    throw new Refusal("BAD_REQUEST", "Some event types are unknown.", {
      field: "eventTypes",
      supportedEventTypes: EVENT_TYPES,
    });
  }
  return [...new Set(value as string[])];
}
