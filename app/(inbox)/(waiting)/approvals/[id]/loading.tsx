import { SheetSkeleton } from "@/components/approvals/approval-pane";

export default function LoadingRequest() {
  return <SheetSkeleton />;
}
