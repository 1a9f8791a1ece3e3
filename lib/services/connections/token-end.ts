import type { OpenTrainClient } from "@/lib/opentrain/client";
import type { Me } from "@/lib/opentrain/map-account";

/** When the token runs out, null for never: auth/me is not documented to say it, the list of tokens is. */
export async function tokenEnd(
  client: OpenTrainClient,
  { tokenId, tokenExpiresAt }: Pick<Me, "tokenId" | "tokenExpiresAt">,
  known: Date | null,
): Promise<Date | null> {
  if (tokenExpiresAt !== null || tokenId === null) return tokenExpiresAt;
  const answer = await client.listTokens();
  // Not being told is no news: what was known stays.
  return answer.ok ? (answer.value.tokens.find(({ id }) => id === tokenId)?.expiresAt ?? null) : known;
}
