import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { usesSecureCookies } from "@/lib/auth/cookies";
import { nextAuthLogger } from "@/lib/auth/logger";
import { authSecret } from "@/lib/auth/secret";
import { sessionMaxAgeSeconds, sidOf } from "@/lib/auth/session-token";
import type { Preferences } from "@/lib/domain/preferences";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { authenticate } from "@/lib/services/people/authenticate";
import { revokeSession } from "@/lib/services/people/revoke-session";
import { getDb } from "@/lib/store/pool";

/** What stopped next-auth, which would put its message into an address instead of answering. */
export type SignInFault = { error: unknown };

/**
 * next-auth for one request. The token it makes holds a session id and nothing else, and every use of it
 * looks the row up.
 */
export function authOptions(caller: {
  address: string;
  userAgent: string | null;
  /** Told of whoever came in, what this device should look like to them. */
  cameIn: (appearance: Pick<Preferences, "locale" | "theme">) => void;
  note: (fault: SignInFault) => void;
}): AuthOptions {
  return {
    secret: authSecret(),
    useSecureCookies: usesSecureCookies(),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in", verifyRequest: "/sign-in" },
    debug: false,
    logger: nextAuthLogger,
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials) {
          const { email, password } = credentials ?? {};
          if (!email || !password) return null;
          const { address, userAgent } = caller;
          try {
            const found = await authenticate({
              db: getDb(),
              now: new Date(),
              email,
              password,
              address,
              userAgent,
            });
            if (!found) return null;
            caller.cameIn(found.appearance);
            return { id: found.sessionId };
          } catch (error) {
            caller.note({ error });
            return null;
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        return { sid: user ? user.id : sidOf(token) };
      },
      async session({ session, token }) {
        const found = await livingPerson(sidOf(token), caller.note);
        // next-auth then answers "no session" and clears the cookie.
        if (!found) throw new Error("the session has ended");
        return { ...session, user: { name: found.person.name, email: found.person.email } };
      },
      redirect({ url, baseUrl }) {
        return samePlace(url, baseUrl);
      },
    },
    events: {
      async signOut({ token }) {
        const sessionId = sidOf(token);
        if (!sessionId) return;
        try {
          await revokeSession({ db: getDb(), now: new Date(), sessionId, by: "sign_out" });
        } catch (error) {
          // Signed out here and still alive there would be worse than not signed out.
          caller.note({ error });
        }
      },
    },
  };
}

async function livingPerson(
  sessionId: string | null,
  note: (fault: SignInFault) => void,
): ReturnType<typeof actorOfSession> {
  if (!sessionId) return null;
  try {
    return await actorOfSession({ db: getDb(), now: new Date(), sessionId });
  } catch (error) {
    // Not knowing is not the same as nobody: the cookie must survive this.
    note({ error });
    return null;
  }
}

/** Only ever back to a page of this origin. */
export function samePlace(url: string, baseUrl: string): string {
  try {
    const target = new URL(url, baseUrl);
    return target.origin === new URL(baseUrl).origin ? target.href : baseUrl;
  } catch {
    return baseUrl;
  }
}
