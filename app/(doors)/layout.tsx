import type { ReactNode } from "react";
import { MarkIcon } from "@/components/ui/icons";
import { DoorWords } from "@/components/words/door-words";
import { pageWords } from "@/lib/http/page-words";

export default async function DoorsLayout({ children }: { children: ReactNode }) {
  const { name } = (await pageWords()).screens.app;
  return (
    <main id="content" className="mx-auto min-h-dvh max-w-door px-4 pt-[12vh] pb-7">
      <p className="mb-6 flex items-center gap-2 font-semibold">
        <MarkIcon className="size-5 text-pen" />
        {name}
      </p>
      <DoorWords>{children}</DoorWords>
    </main>
  );
}
