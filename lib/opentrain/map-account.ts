import type { z } from "zod";
import { HiddenText } from "./hidden-text";
import type {
  capabilitiesAnswer,
  meAnswer,
  tokensAnswer,
  WireWebhook,
  webhookCreatedAnswer,
  webhooksAnswer,
} from "./schemas";

// The account itself: whose token it is, what it may do, and what was subscribed to.

export type Me = {
  /** What makes it one account: the organization, else its owner. */
  accountKey: string | null;
  accountKind: string | null;
  memberRole: string | null;
  /** The owner's own unmasked name: for the workspace's name, never for a log. */
  name: string | null;
  tokenId: string | null;
  tokenLabel: string | null;
  scopes: string[];
  tokenExpiresAt: Date | null;
};

export type UpstreamToken = {
  id: string;
  name: string | null;
  /** Null when the answer did not list them. */
  scopes: string[] | null;
  status: string | null;
  organizationId: string | null;
  createdAt: Date | null;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
};
export type Capabilities = {
  rolloutMode: string | null;
  enabled: boolean | null;
  /** By OpenTrain's names, new ones included; what is not in it was not said. */
  can: ReadonlyMap<string, boolean>;
};
export type UpstreamWebhook = {
  id: string;
  url: string | null;
  eventTypes: string[] | null;
  status: string | null;
  createdAt: Date | null;
  disabledAt: Date | null;
  disabledReason: string | null;
};
export type CreatedWebhook = { webhook: UpstreamWebhook; secret: HiddenText };

export function mapMe({ actor, token, account }: z.infer<typeof meAnswer>): Me {
  const name = actor?.fullName ?? [actor?.firstName, actor?.lastName].filter(Boolean).join(" ");
  return {
    accountKey: account.organizationId ?? account.ownerUserId,
    accountKind: account.kind,
    memberRole: account.memberRole,
    name: name === "" ? null : name,
    tokenId: token.id,
    tokenLabel: token.label,
    scopes: token.scopes.items,
    tokenExpiresAt: token.expiresAt,
  };
}

export function mapTokens({ tokens }: z.infer<typeof tokensAnswer>): {
  tokens: UpstreamToken[];
  setAside: number;
} {
  const read = tokens.items.map((token) => ({ ...token, scopes: token.scopes?.items ?? null }));
  return { tokens: read, setAside: tokens.setAside };
}

export function mapCapabilities(wire: z.infer<typeof capabilitiesAnswer>): Capabilities {
  return { rolloutMode: wire.rolloutMode, enabled: wire.enabled, can: wire.capabilities };
}

export function mapWebhook(wire: WireWebhook): UpstreamWebhook {
  return { ...wire, eventTypes: wire.eventTypes?.items ?? null };
}

export function mapWebhooks({ webhooks }: z.infer<typeof webhooksAnswer>): {
  webhooks: UpstreamWebhook[];
  setAside: number;
} {
  return { webhooks: webhooks.items.map(mapWebhook), setAside: webhooks.setAside };
}

export function mapCreatedWebhook(wire: z.infer<typeof webhookCreatedAnswer>): CreatedWebhook {
  return { webhook: mapWebhook(wire.webhook), secret: new HiddenText(wire.secret) };
}
