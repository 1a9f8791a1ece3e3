import type { ReactNode } from "react";
import { MarkIcon } from "@/components/ui/icons";
import { screens } from "@/lib/messages/en/screens";

export default function DoorsLayout({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="mx-auto min-h-dvh max-w-door px-4 pt-[12vh] pb-7">
      <p className="mb-6 flex items-center gap-2 font-semibold">
        <MarkIcon className="size-5 text-pen" />
        {screens.app.name}
      </p>
      {children}
    </main>
  );
}
