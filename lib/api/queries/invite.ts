import type { InvitationSeen } from "../types";
import { postJson } from "./post";

export type InvitationLink = { id: string; secret: string };

export function seeInvitation({ id, secret }: InvitationLink): Promise<InvitationSeen> {
  return postJson(`/api/invitations/${encodeURIComponent(id)}/look`, { secret });
}

export function acceptInvitation(
  { id, secret }: InvitationLink,
  newcomer: { email: string; password: string; name: string },
): Promise<{ signedIn: true }> {
  return postJson(`/api/invitations/${encodeURIComponent(id)}/accept`, { secret, ...newcomer });
}
