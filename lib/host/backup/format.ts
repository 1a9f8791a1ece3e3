import { z } from "zod";

/*
 * A backup is gzip over lines of UTF-8, so that `zcat FILE | head -1` tells what it is:
 *
 *   {"format": "countersign backup", "version": 1, …}   the head
 *   {"table": "approvals"}                              then for each table of the head, in its order:
 *   ["value of the first column", null, …]              its rows, values as PostgreSQL writes them
 *   {"rows": 1, "sha256": "…"}                          their number and SHA-256, line ends included
 *   {"sequences": {"events_id_seq": "41"}}
 *   {"end": "…", "mac": "…"}                            SHA-256 of all before it; HMAC of that under the passphrase
 */

export const formatName = "countersign backup";
export const formatVersion = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = z.base64();
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const lockedKeys = z.strictObject({
  scrypt: z.strictObject({
    cost: z
      .number()
      .int()
      .min(2)
      .max(2 ** 20),
    blockSize: z.number().int().min(1).max(16),
    parallelization: z.number().int().min(1).max(4),
    salt: base64,
  }),
  nonce: base64,
  tag: base64,
  sealed: base64,
});
export type LockedKeys = z.infer<typeof lockedKeys>;

const head = z.object({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  app: z.string(),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.strictObject({ number: z.number().int(), name: z.string(), sha256: hash })).min(1),
  tables: z.array(z.strictObject({ name, columns: z.array(name).min(1) })).min(1),
  /** Which key what is sealed in here was sealed under; tells keys apart without telling them. */
  sealedUnder: z.string().nullable(),
  keys: lockedKeys.nullable(),
});
export type Head = z.infer<typeof head>;

const begin = z.strictObject({ table: name });
const finish = z.strictObject({ rows: z.number().int().min(0), sha256: hash });
const sequences = z.strictObject({
  sequences: z.record(
    name,
    z
      .string()
      .regex(/^\d{1,19}$/)
      .nullable(),
  ),
});
const end = z.strictObject({ end: hash, mac: hash.nullable() });

export const lines = { head, begin, finish, sequences, end };
