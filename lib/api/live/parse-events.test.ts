import { expect, it } from "vitest";
import { eventParser } from "./parse-events";

const text =
  'retry: 1000\n\nid: p1\n\ndata: {"kind":"approval","id":"a\\nb"}\n\nid: p2\ndata: {"kind":"summary","id":null}\n\n: beat\nid: p3\n\n';
const all = [
  { kind: "approval", id: "a\nb" },
  { kind: "summary", id: null },
];

it("reads a stream in whatever pieces it comes", () => {
  for (const size of [1, 2, 7, 1_000]) {
    const heard: unknown[] = [];
    const parse = eventParser(
      (events) => heard.push(...events),
      (place) => heard.push(place),
    );
    for (let at = 0; at < text.length; at += size) parse(text.slice(at, at + size));
    expect(heard.filter((one) => typeof one === "object")).toEqual(all);
    expect(heard.at(-1)).toBe("p3");
  }
});

it("moves its place only after what led there was told, and not for half of it", () => {
  const heard: unknown[] = [];
  const parse = eventParser(
    (events) => heard.push(...events),
    (place) => heard.push(place),
  );
  parse(text.slice(0, text.indexOf("id: p2") + 8));
  expect(heard).toEqual([all[0], "p1"]);
  parse(text.slice(text.indexOf("id: p2") + 8));
  expect(heard).toEqual([all[0], "p1", all[1], "p3"]);
});
