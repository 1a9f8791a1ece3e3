import { z } from "zod";
import { theirLine } from "@/lib/api/schemas/their-line";
import { holdsSecret } from "@/lib/domain/secrets";

/** What an agent is called by whoever made its key; a secret put here by mistake is not kept. */
export const captureKeyBody = z.strictObject({
  label: theirLine(80).refine((label) => label !== "" && !holdsSecret(label)),
});
