import { addresses } from "@/components/addresses";
import { PageFrame } from "@/components/shell/page-frame";
import { Blank } from "@/components/ui/blank";
import { ButtonLink } from "@/components/ui/button";
import { pageWords } from "@/lib/http/page-words";

export default async function ContractNotFound() {
  const words = (await pageWords()).screens.contracts.notFound;
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
