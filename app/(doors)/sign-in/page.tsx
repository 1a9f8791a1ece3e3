import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { AccessEnded } from "@/components/doors/access-ended";
import { SignInForm } from "@/components/doors/sign-in-form";
import { cookieNames } from "@/lib/auth/cookies";
import { readSessionEnd } from "@/lib/auth/session-end";
import { pageSession } from "@/lib/http/page-session";
import { safeNextPath } from "@/lib/http/sign-in-path";
import { screens } from "@/lib/messages/en/screens";

export const metadata: Metadata = { title: screens.app.title(screens.doors.signIn.page, null) };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const given = await searchParams;
  const next = safeNextPath(typeof given.next === "string" ? given.next : null);
  if (await pageSession()) redirect(next);
  // For a browser without scripts: the token its own cookie vouches for, when it has one already.
  const csrfToken = (await cookies()).get(cookieNames().csrf)?.value.split("|")[0] ?? null;
  const end = "other" in given ? null : await readSessionEnd((await headers()).get("cookie"));
  if (end === "removed") return <AccessEnded />;
  const notice =
    end === "revoked" ? "revoked" : "ended" in given ? "ended" : "out" in given ? "signedOut" : null;
  return <SignInForm next={next} csrfToken={csrfToken} notice={notice} hasFailed={"error" in given} />;
}
