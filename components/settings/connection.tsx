import { Notice } from "@/components/ui/notice";
import type { ConnectionNotice } from "@/lib/api/types";
import type { Messages } from "@/lib/messages";
import { ConnectForm } from "./connect-form";
import { Facts } from "./connection-facts";
import { ConnectionNoticeText } from "./connection-notice";
import { Disconnect } from "./disconnect";
import type { ConnectionFacts } from "./facts-of-connection";
import { isGrave } from "./is-grave";
import { Tokens } from "./tokens";

/** What is connected, what its tokens give, how following it goes; and for an owner, how to change it. */
export function Connection({
  connection,
  notices,
  realOrigin,
  isOwner,
  messages,
}: {
  connection: ConnectionFacts | null;
  notices: ConnectionNotice[];
  /** Where a pasted token goes. */
  realOrigin: string;
  isOwner: boolean;
  messages: Messages;
}) {
  const words = messages.settings.connection;
  const state = stateOf(connection);
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-1 text-ink-2">{words.lead[state]}</p>
      <Notices notices={notices} sync={connection?.sync ?? null} messages={messages} />
      {connection ? <Facts connection={connection} messages={messages} /> : null}
      {isOwner ? null : <p className="mt-4 text-ink-2">{words.onlyOwner}</p>}
      {isOwner && state !== "real" ? <ConnectForm origin={realOrigin} instead={state} /> : null}
      {connection && state !== "disconnected" ? (
        <Tokens connection={connection} realOrigin={realOrigin} isOwner={isOwner} messages={messages} />
      ) : null}
      {isOwner && state === "real" ? <Disconnect /> : null}
    </>
  );
}

function stateOf(connection: ConnectionFacts | null): "none" | "sandbox" | "real" | "disconnected" {
  if (!connection) return "none";
  return connection.state === "disconnected" ? "disconnected" : connection.kind;
}

/** All of them; elsewhere the worst one stands above every page. */
function Notices({
  notices,
  sync,
  messages,
}: {
  notices: ConnectionNotice[];
  sync: ConnectionFacts["sync"] | null;
  messages: Messages;
}) {
  // Why nothing is read is said once: by the tokens where it is theirs.
  const isTheirs = notices.some(isGrave);
  // Nor is a first read that is under way a trouble: the facts below say it.
  const isTold = isTheirs || sync?.state === "off" || sync?.problem === "first_read";
  const problem = sync && !isTold ? messages.connection.syncMessages(sync) : null;
  if (notices.length === 0 && !problem) return null;
  return (
    <div className="mt-4 grid gap-2">
      {notices.map((notice) => (
        <Notice key={JSON.stringify(notice)} tone={isGrave(notice) ? "last" : "soon"}>
          <p>
            <ConnectionNoticeText notice={notice} />
          </p>
        </Notice>
      ))}
      {problem ? (
        <Notice tone="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
    </div>
  );
}
