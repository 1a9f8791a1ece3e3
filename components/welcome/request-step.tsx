"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { Row } from "@/components/approvals/row";
import { useSettingsWords } from "@/components/reader";
import { ClockIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";

const link = "inline-block py-1 text-pen underline underline-offset-4";

/** The first that waits, as it stands in the list: a link to all that is known of it. */
export function RequestStep({ isDone }: { isDone: boolean }) {
  const words = useSettingsWords().welcome.request;
  const first = useQuery(openApprovalsQuery()).data?.approvals[0];
  if (first) {
    return (
      <>
        <p role="status" className="text-ink-2">
          {words.done}
        </p>
        <ul className="border-t">
          <Row approval={first} />
        </ul>
      </>
    );
  }
  if (isDone) {
    return (
      <p className="text-ink-2">
        {words.settled}{" "}
        <Link href={addresses.history} className={link}>
          {words.history}
        </Link>
      </p>
    );
  }
  return (
    <>
      <p role="status" className="flex items-start gap-2">
        <ClockIcon className="mt-px size-icon shrink-0 text-ink-2" />
        {words.waiting}
      </p>
      <p className="text-small">
        <Link href={addresses.add} className={link}>
          {words.paste}
        </Link>
      </p>
    </>
  );
}
