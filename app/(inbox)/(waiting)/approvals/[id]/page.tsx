import { notFound } from "next/navigation";
import { Pane } from "@/components/approvals/desk";
import { Hydrated } from "@/components/hydrated";
import { pageSession, requirePageSession } from "@/lib/http/page-session";
import { titled } from "../../../page-title";
import { readClaims } from "../../read-lists";
import { readRequest, requestAnswers } from "../../read-request";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  const session = await pageSession();
  const detail = session && (await readRequest(session.ctx, id));
  return titled(({ title, screens }) => (detail ? title(detail.approval) : screens.detail.page));
}

export default async function ApprovalPage({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  const { ctx } = await requirePageSession();
  const answers = await requestAnswers(ctx, id);
  const isKnown = answers[0] !== null || (await readClaims(ctx))?.claims.some((claim) => claim.id === id);
  if (!isKnown) notFound();
  return (
    <Hydrated answers={answers}>
      <Pane />
    </Hydrated>
  );
}
