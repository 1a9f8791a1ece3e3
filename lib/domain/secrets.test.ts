import { expect, test } from "vitest";
import { holdsSecret, withoutSecrets, withoutSecretsIn } from "./secrets";

test.each([
  ["my token is ot_pat_abc_DEF-9.", "my token is [secret removed]"],
  ["ot_clm_a, whsec_b and cs_capture_c", "[secret removed], [secret removed] and [secret removed]"],
  ["OT_PAT_X", "[secret removed]"],
  ["Best of 14 candidates.", "Best of 14 candidates."],
])("%s", (text, left) => {
  expect(withoutSecrets(text)).toBe(left);
  expect(holdsSecret(text)).toBe(text !== left);
});

test("nothing of it stays anywhere in a value", () => {
  const value = { id: "appr_1", deep: [{ ot_pat_name: "Bearer ot_pat_1_2", amount: 450 }], none: null };
  expect(withoutSecretsIn(value)).toEqual({
    id: "appr_1",
    deep: [{ "[secret removed]": "Bearer [secret removed]", amount: 450 }],
    none: null,
  });
});
