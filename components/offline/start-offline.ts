import type { QueryClient } from "@tanstack/react-query";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { summaryKeys } from "@/lib/api/queries/summary";
import type { ApprovalList, Summary } from "@/lib/api/types";
import type { Role } from "@/lib/domain/records";
import { keepList } from "@/lib/offline/keep-list";
import { letGo, openKeeper } from "@/lib/offline/keeper";
import type { KeptList } from "@/lib/offline/kept";
import { heardAt } from "./heard-at";
import { followWorker, removeWorkers } from "./worker";

type Wishes = {
  pass: string | null;
  isWanted: boolean;
  reader: { role: Role; locale: string; timeZone: string };
};

/** Gives back how to end it. */
export function startOffline(client: QueryClient, { pass, isWanted, reader }: Wishes): () => void {
  if (!window.isSecureContext) return () => undefined;
  if (pass === null) removeWorkers();
  if (pass === null || !isWanted) letGo();
  const unfollow = pass === null ? null : followWorker();
  if (pass === null || !isWanted) return () => unfollow?.();

  const keeper = openKeeper(pass, () => knownNow(client, reader));
  const unsubscribe = client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== "updated" || query.queryKey[0] !== approvalKeys.all[0]) return;
    heardAt(client.getQueryData<ApprovalList>(approvalKeys.open())?.asOf ?? null);
    keeper.note();
  });
  void keeper.begin();
  return () => {
    unsubscribe();
    keeper.stop();
    unfollow?.();
  };
}

/** What the page knows of all that waits; null while it does not. */
function knownNow(client: QueryClient, reader: Wishes["reader"]): KeptList | null {
  const list = client.getQueryData<ApprovalList>(approvalKeys.open());
  const summary = client.getQueryData<Summary>(summaryKeys.all);
  if (!list || !summary || summary.connection.state === "none") return null;
  return keepList(list, summary, { ...reader, theme: themeShown() }, heardAt(list.asOf));
}

function themeShown(): string | null {
  return document.documentElement.dataset.theme ?? null;
}
