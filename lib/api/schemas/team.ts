import { z } from "zod";
import { theirLine } from "@/lib/api/schemas/their-line";
import { timeZone } from "@/lib/api/schemas/time-zone";
import { INVITABLE_ROLES } from "@/lib/domain/rights";

const secret = z.string().min(1).max(500);

export const invitationBody = z.strictObject({
  role: z.enum(INVITABLE_ROLES),
  label: theirLine(120).nullish(),
  /** Who was removed and is asked back. */
  personId: z.uuid().nullish(),
});

/** The half of a link that its address does not carry. */
export const invitationSecretBody = z.strictObject({ secret });

export const acceptBody = z.strictObject({
  secret,
  email: z.email().max(254),
  password: z.string().min(1).max(1000),
  name: theirLine(120).nullish(),
  timeZone: timeZone.nullish(),
});

export const passwordBody = z.strictObject({
  present: z.string().min(1).max(1000),
  password: z.string().min(1).max(1000),
});
