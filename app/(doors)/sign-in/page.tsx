import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { AccessEnded } from "@/components/doors/access-ended";
import { SignInForm } from "@/components/doors/sign-in-form";
import { LeaveNothing } from "@/components/offline/leave-nothing";
import { cookieNames } from "@/lib/auth/cookies";
import { readSessionEnd } from "@/lib/auth/session-end";
import { pageSession } from "@/lib/http/page-session";
import { pageWords } from "@/lib/http/page-words";
import { safeNextPath } from "@/lib/http/sign-in-path";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Why the session of this browser is over; asked once for the title and the page. */
const sessionEnd = cache(async () => readSessionEnd((await headers()).get("cookie")));

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const isEnded = !("other" in (await searchParams)) && (await sessionEnd()) === "removed";
  const { screens, doors } = await pageWords();
  const { ended, signIn } = doors;
  return { title: screens.app.title(isEnded ? ended.page : signIn.page, null) };
}

export default async function SignInPage({ searchParams }: Props) {
  const given = await searchParams;
  const next = safeNextPath(typeof given.next === "string" ? given.next : null);
  if (await pageSession()) redirect(next);
  // For a browser without scripts: the token its own cookie vouches for, when it has one already.
  const csrfToken = (await cookies()).get(cookieNames().csrf)?.value.split("|")[0] ?? null;
  const end = "other" in given ? null : await sessionEnd();
  if (end === "removed") {
    return (
      <>
        <LeaveNothing />
        <AccessEnded />
      </>
    );
  }
  const notice =
    end === "revoked" ? "revoked" : "ended" in given ? "ended" : "out" in given ? "signedOut" : null;
  return (
    <>
      <LeaveNothing />
      <SignInForm next={next} csrfToken={csrfToken} notice={notice} hasFailed={"error" in given} />
    </>
  );
}
