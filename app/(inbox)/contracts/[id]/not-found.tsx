import { addresses } from "@/components/addresses";
import { PageFrame } from "@/components/shell/page-frame";
import { Blank } from "@/components/ui/blank";
import { ButtonLink } from "@/components/ui/button";
import { screens } from "@/lib/messages/en/screens";

const words = screens.contracts.notFound;

export default function ContractNotFound() {
  return (
    <PageFrame>
      <Blank
        level={1}
        title={words.title}
        action={<ButtonLink href={addresses.contracts}>{words.all}</ButtonLink>}
      >
        <p>{words.text}</p>
      </Blank>
    </PageFrame>
  );
}
