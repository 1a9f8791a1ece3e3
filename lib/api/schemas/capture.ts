import { z } from "zod";
import { approvalId } from "@/lib/api/schemas/approval-id";

// A long reason is cut and marked where it is kept; it must not cost the request.
const agent = z.object({
  name: z.string().max(2_000).nullish(),
  reason: z.string().max(40_000).nullish(),
});
const told = z.record(z.string(), z.unknown());

/** OpenTrain's whole answer is `{approval, message}`; who puts all of it under `approval` means what is inside. */
const unwrapped = (value: unknown): unknown => {
  const wrapper = told.safeParse(value);
  return wrapper.success && !("id" in wrapper.data) && "approval" in wrapper.data
    ? wrapper.data.approval
    : value;
};

/**
 * What an agent hands over: OpenTrain's answer as it came, or a link, or an id. What else stands in the body
 * is left alone, since agents post the whole answer they got.
 */
export const captureBody = z
  .object({
    approval: z.preprocess(unwrapped, told.and(z.object({ id: approvalId })).optional()),
    request: told.nullish(),
    url: z.string().min(1).max(8_000).optional(),
    id: approvalId.optional(),
    agent: agent.nullish(),
    /** Is the address right, does the key fit? Nothing is stored but that somebody tried. */
    test: z.literal(true).optional(),
  })
  .superRefine((body, context) => {
    const ways = [body.approval, body.url, body.id].filter((way) => way !== undefined).length;
    if (ways === 0 && !body.test) context.addIssue({ code: "custom", path: ["approval"] });
    if (body.url !== undefined && ways > 1) context.addIssue({ code: "custom", path: ["url"] });
    if (body.id !== undefined && body.approval && body.id !== body.approval.id) {
      context.addIssue({ code: "custom", path: ["id"] });
    }
  });

export type CaptureBody = z.output<typeof captureBody>;
