import { AddForm } from "@/components/approvals/add-form";
import { PageFrame } from "@/components/shell/page-frame";
import { requirePageSession } from "@/lib/http/page-session";
import { screens } from "@/lib/messages/en/screens";
import { titled } from "../page-title";

export function generateMetadata() {
  return titled(screens.add.page);
}

export default async function AddPage() {
  await requirePageSession();
  return (
    <PageFrame>
      <AddForm />
    </PageFrame>
  );
}
