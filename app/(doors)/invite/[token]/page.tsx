import type { Metadata } from "next";
import { InviteDoor } from "@/components/doors/invite-door";
import { screens } from "@/lib/messages/en/screens";

export const metadata: Metadata = { title: screens.app.title(screens.doors.invite.page, null) };
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ token: string }> };

/** The same for every invitation, known or not: what it is worth is asked for with its secret. */
export default async function InvitePage({ params }: Props) {
  return <InviteDoor id={(await params).token} />;
}
