import type { Metadata } from "next";
import { InviteDoor } from "@/components/doors/invite-door";
import { pageWords } from "@/lib/http/page-words";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { screens, doors } = await pageWords();
  return { title: screens.app.title(doors.invite.page, null) };
}

type Props = { params: Promise<{ token: string }> };

/** The same for every invitation, known or not: what it is worth is asked for with its secret. */
export default async function InvitePage({ params }: Props) {
  return <InviteDoor id={(await params).token} />;
}
