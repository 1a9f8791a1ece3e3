import { expect, test } from "vitest";
import { redact } from "./redact";

test.each([
  ["token ot_pat_pub_secret was used", "token [secret] was used"],
  ["Authorization: Bearer abc.def", "Authorization: [secret]"],
  [
    '{"t":"ot_clm_1","u":"ot_cat_2","w":"whsec_3","p":"ot_ptk_4"}',
    '{"t":"[secret]","u":"[secret]","w":"[secret]","p":"[secret]"}',
  ],
  ["https://app.opentrain.ai/claim?token=ot_cat_1&x=2", "https://app.opentrain.ai/claim?token=[secret]&x=2"],
  ["nothing to hide", "nothing to hide"],
])("%s", (text, shown) => expect(redact(text)).toBe(shown));
