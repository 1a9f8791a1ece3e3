import { expect, it } from "vitest";
import { eventIdOf, positionOf } from "./event-id";

const [ours, theirs] = ["0a8f6f5e-9d1e-4b6f-8d7b-111111111111", "0a8f6f5e-9d1e-4b6f-8d7b-222222222222"];
const position = { epoch: "5e5f6f5e-9d1e-4b6f-8d7b-333333333333", snapshot: "735:740:735,738" };

it("comes back as it went", () => {
  const id = eventIdOf(ours, position);
  expect(id).toMatch(/^[\w-]+$/);
  expect(positionOf(ours, id)).toEqual(position);
});

it("is worth nothing in another workspace, and nothing when it is none of ours", () => {
  const id = eventIdOf(ours, position);
  expect(positionOf(theirs, id)).toBeNull();
  const strange = [
    "",
    "1",
    "x".repeat(5_000),
    `${id}!`,
    `${id}%00`,
    id.slice(0, 60),
    "ключ",
    Buffer.from("a b c").toString("base64url"),
  ];
  for (const text of strange) expect(positionOf(ours, text), text).toBeNull();
});
