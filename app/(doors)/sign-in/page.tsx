import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/doors/sign-in-form";
import { cookieNames } from "@/lib/auth/cookies";
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
  const notice = "ended" in given ? "ended" : "out" in given ? "signedOut" : null;
  return <SignInForm next={next} csrfToken={csrfToken} notice={notice} hasFailed={"error" in given} />;
}
