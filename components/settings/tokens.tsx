import { TheirWords } from "@/components/their-words";
import { Instant } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { Tag, type Tone } from "@/components/ui/tag";
import type { TokenStanding } from "@/lib/domain/connection-notices";
import type { Messages } from "@/lib/messages";
import { AddToken } from "./add-token";
import type { ConnectionFacts, TokenFacts } from "./facts-of-connection";
import { Scopes } from "./scopes";
import { TokenActions } from "./token-actions";

const TONES: Record<TokenStanding, Tone> = {
  active: "plain",
  expires_soon: "soon",
  expired: "last",
  refused: "last",
};

/** Each token by what it is called, how it stands and what it gives; never by itself. */
export function Tokens({
  connection,
  realOrigin,
  isOwner,
  messages,
}: {
  connection: ConnectionFacts;
  realOrigin: string;
  isOwner: boolean;
  messages: Messages;
}) {
  const words = messages.settings.connection;
  const isReal = connection.kind === "real";
  const mayChange = isReal && isOwner;
  return (
    <Section title={words.tokens}>
      {isReal ? <p className="mb-3 text-ink-2 text-small">{words.tokenText}</p> : null}
      {connection.tokens.length === 0 ? <p className="text-ink-2">{words.noTokens}</p> : null}
      {connection.tokens.map((token) => (
        <article key={token.id} aria-labelledby={`token-${token.id}`} className="border-t pt-3 pb-4">
          <Heading token={token} messages={messages} />
          <Scopes
            scopes={token.scopes}
            isSandbox={!isReal}
            isFolded={connection.tokens.length > 1}
            messages={messages}
          />
          {mayChange ? (
            <TokenActions id={token.id} origin={realOrigin} isLast={connection.tokens.length === 1} />
          ) : null}
        </article>
      ))}
      {mayChange ? <AddToken origin={realOrigin} /> : null}
    </Section>
  );
}

function Heading({ token, messages }: { token: TokenFacts; messages: Messages }) {
  const words = messages.settings.connection;
  const at = token.expiresAt ? <Instant at={token.expiresAt.toISOString()} /> : null;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <h3 id={`token-${token.id}`} className="font-semibold">
        <TheirWords text={token.label || messages.screens.connection.tokenUnnamed} />
      </h3>
      <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2 text-small">
        <Tag tone={TONES[token.standing]}>{messages.connection.tokenStandings[token.standing]}</Tag>
        <span>
          {at ? (
            <Phrase text={token.standing === "expired" ? words.tokenExpired : words.tokenExpires} at={at} />
          ) : (
            words.tokenNever
          )}
        </span>
      </p>
    </div>
  );
}
