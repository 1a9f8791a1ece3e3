import { addresses } from "@/components/addresses";
import { AddWay } from "@/components/approvals/add-way";
import { Blank } from "@/components/ui/blank";
import { ButtonLink } from "@/components/ui/button";
import { pageWords } from "@/lib/http/page-words";

export default async function RequestNotFound() {
  const { detail: words, errors } = (await pageWords()).screens;
  return (
    <div className="px-4 pt-5 desk:px-6">
      <Blank
        isBeside
        level={1}
        title={words.notFound.title}
        action={
          <>
            <AddWay />
            <ButtonLink href={addresses.inbox}>{errors.home}</ButtonLink>
          </>
        }
      >
        <p>{words.notFound.text}</p>
      </Blank>
    </div>
  );
}
