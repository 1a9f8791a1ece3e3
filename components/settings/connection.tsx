import { TheirWords } from "@/components/their-words";
import { Age, Instant } from "@/components/time/instant";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { TokenStanding } from "@/lib/domain/connection-notices";
import type { SyncState } from "@/lib/domain/records";
import { connection as domainWords } from "@/lib/messages/en/connection";
import { screens } from "@/lib/messages/en/screens";
import { Scopes } from "./scopes";

const words = screens.settings.connection;

export type ConnectionFacts = {
  kind: "sandbox" | "real";
  origin: string;
  accountName: string | null;
  state: "open" | "disconnected";
  sync: { state: SyncState; lastReadAt: Date | null; problem: string | null };
  tokens: { id: string; label: string; scopes: string[]; expiresAt: Date | null; standing: TokenStanding }[];
};

/** What is connected, what its token gives, and how following it goes. */
export function Connection({ connection }: { connection: ConnectionFacts | null }) {
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-1 text-ink-2">{words.lead[connection?.kind ?? "none"]}</p>
      {connection ? <Facts connection={connection} /> : null}
      {connection?.kind === "real" ? null : <ConnectReal />}
    </>
  );
}

function Facts({ connection }: { connection: ConnectionFacts }) {
  const { sync } = connection;
  const problem = domainWords.syncMessages(sync);
  const rows = [
    {
      name: words.state,
      value:
        connection.state === "disconnected" ? words.states.disconnected : domainWords.syncStates[sync.state],
    },
    { name: words.origin, value: connection.origin },
    {
      name: words.account,
      value: connection.accountName ? <TheirWords text={connection.accountName} /> : words.accountUnnamed,
    },
    { name: words.kind, value: words.kinds[connection.kind] },
    { name: words.read, value: sync.lastReadAt ? <Age at={sync.lastReadAt.toISOString()} /> : words.never },
  ];
  return (
    <>
      {problem ? (
        <div className="mt-4">
          <Notice tone="alert">
            <p>{problem}</p>
          </Notice>
        </div>
      ) : null}
      <dl className="mt-5 border-t">
        {rows.map(({ name, value }) => (
          <div key={name} className="grid grid-cols-facts gap-x-3 border-b py-3">
            <dt className="text-ink-2">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Section title={words.tokens}>
        {connection.tokens.length === 0 ? (
          <p className="text-ink-2">{words.noTokens}</p>
        ) : (
          connection.tokens.map((token) => (
            <div key={token.id} className="border-t pt-3 pb-4">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="font-semibold">
                  <TheirWords text={token.label} />
                </span>
                <span className="text-ink-2 text-small">
                  {domainWords.tokenStandings[token.standing]}
                  {", "}
                  {token.expiresAt ? (
                    <>
                      {words.tokenExpires} <Instant at={token.expiresAt.toISOString()} />
                    </>
                  ) : (
                    words.tokenNever
                  )}
                </span>
              </p>
              <Scopes scopes={token.scopes} isSandbox={connection.kind === "sandbox"} />
            </div>
          ))
        )}
      </Section>
    </>
  );
}

function ConnectReal() {
  const said = words.connectReal;
  return (
    <Section title={said.title}>
      <p className="text-ink-2">{said.text}</p>
      <pre className="mt-3 overflow-x-auto whitespace-pre-wrap rounded bg-wash px-4 py-3 text-small">
        <code className="font-sans">{said.env}</code>
      </pre>
      <p className="mt-2 text-ink-3 text-small">{said.minted}</p>
    </Section>
  );
}
