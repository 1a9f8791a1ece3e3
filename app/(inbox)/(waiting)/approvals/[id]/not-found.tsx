import { addresses } from "@/components/addresses";
import { AddWay } from "@/components/approvals/add-way";
import { Blank } from "@/components/ui/blank";
import { ButtonLink } from "@/components/ui/button";
import { screens } from "@/lib/messages/en/screens";

const words = screens.detail;

export default function RequestNotFound() {
  return (
    <div className="px-4 pt-5 desk:px-6">
      <Blank
        isBeside
        level={1}
        title={words.notFound.title}
        action={
          <>
            <AddWay />
            <ButtonLink href={addresses.inbox}>{screens.errors.home}</ButtonLink>
          </>
        }
      >
        <p>{words.notFound.text}</p>
      </Blank>
    </div>
  );
}
