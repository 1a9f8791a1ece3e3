import { expect, it } from "vitest";
import { partOf } from "@/components/shell/nav-items";
import { cameFromIn } from "./came-from";

const from = (search: string) => cameFromIn(new URLSearchParams(search));

it("leads back to the page of history a request was opened from", () => {
  expect(from("from=history")).toEqual({ place: "history", href: "/history" });
  expect(from("from=history&in=cursor%3Da%2526b")?.href).toBe("/history?cursor=a%26b");
  expect(from("from=history&in=q%3Dnoor%26from%3D2026-11-01%26evil%3D1")?.href).toBe(
    "/history?q=noor&from=2026-11-01",
  );
  const at = cameFromIn(new URLSearchParams("from=history"), "appr_1");
  expect(at?.href).toBe("/history#appr_1");
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
