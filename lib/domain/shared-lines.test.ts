import { expect, it } from "vitest";
import { sharedLines } from "./shared-lines";

const link = "https://app.opentrain.ai/approvals/apr_1";

it.each([
  [{ url: link }, link],
  [{ text: `Please confirm: ${link}` }, link],
  [{ title: "OpenTrain", text: `${link}\n${link}2`, url: link }, `${link}\n${link}2`],
  [{ text: `<${link}>` }, link],
  [{ url: "apr_1" }, "apr_1"],
  [{ url: " ", text: " apr_2 " }, "apr_2"],
  [{ url: [link, `${link}3`] }, `${link}\n${link}3`],
  [{ url: "javascript:alert(1)" }, "javascript:alert(1)"],
  [{ other: link }, ""],
  [{}, ""],
])("takes %j as %j", (shared, lines) => expect(sharedLines(shared)).toBe(lines));

it("takes no more than fits a screen", () => {
  expect(sharedLines({ text: "x".repeat(90_000) })).toHaveLength(5_000);
});
