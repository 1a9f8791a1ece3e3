import { AddForm } from "@/components/approvals/add-form";
import { PageFrame } from "@/components/shell/page-frame";
import { sharedLines } from "@/lib/domain/shared-lines";
import { requirePageSession } from "@/lib/http/page-session";
import { titled } from "../page-title";

export function generateMetadata() {
  return titled(({ screens }) => screens.add.page);
}

/** Opened from a share sheet too: what was shared is filled in, and nothing more. */
export default async function AddPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requirePageSession();
  return (
    <PageFrame>
      <AddForm shared={sharedLines(await searchParams)} />
    </PageFrame>
  );
}
