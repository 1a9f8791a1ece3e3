import type { Metadata } from "next";
import { addresses } from "@/components/addresses";
import { Blank } from "@/components/ui/blank";
import { ButtonLink } from "@/components/ui/button";
import { pageWords } from "@/lib/http/page-words";

export async function generateMetadata(): Promise<Metadata> {
  const { app, errors } = (await pageWords()).screens;
  return { title: app.title(errors.notFound.page, null) };
}

export default async function NotFound() {
  const { notFound, home } = (await pageWords()).screens.errors;
  return (
    <main id="content" className="mx-auto max-w-sheet px-4 py-7">
      <Blank level={1} title={notFound.title} action={<ButtonLink href={addresses.inbox}>{home}</ButtonLink>}>
        <p>{notFound.text}</p>
      </Blank>
    </main>
  );
}
