import { expect, it } from "vitest";
import { partOf } from "@/components/shell/nav-items";
import { cameFromIn } from "./came-from";

const from = (search: string) => cameFromIn(new URLSearchParams(search));

it("leads back to the page of history a request was opened from", () => {
  expect(from("from=history")).toEqual({ place: "history", href: "/history" });
  expect(from("from=history&cursor=a%26b")?.href).toBe("/history?cursor=a%26b");
});

it.each(["", "from=", "from=//evil.example", "from=settings", "cursor=x"])(
  "knows no other place: %s",
  (search) => expect(from(search)).toBeNull(),
);

it("shows where the reader is", () => {
  expect(partOf("/approvals/a", "history")).toBe("history");
  expect(partOf("/approvals/a", null)).toBe("inbox");
  expect(partOf("/contracts", "history")).toBe("contracts");
});
