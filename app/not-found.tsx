import type { Metadata } from "next";
import { addresses } from "@/components/addresses";
import { Blank } from "@/components/ui/blank";
import { ButtonLink } from "@/components/ui/button";
import { screens } from "@/lib/messages/en/screens";

const words = screens.errors.notFound;

export const metadata: Metadata = { title: screens.app.title(words.page, null) };

export default function NotFound() {
  return (
    <main id="content" className="mx-auto max-w-sheet px-4 py-7">
      <Blank
        level={1}
        title={words.title}
        action={<ButtonLink href={addresses.inbox}>{screens.errors.home}</ButtonLink>}
      >
        <p>{words.text}</p>
      </Blank>
    </main>
  );
}
