import { TheirWords } from "@/components/their-words";
import { Age, When } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import type { Messages } from "@/lib/messages";
import type { ConnectionFacts } from "./facts-of-connection";

/** Connected a moment ago is not the same as not followed. */
function stateWords(sync: ConnectionFacts["sync"], { settings, connection }: Messages): string {
  return sync.problem === "first_read" ? settings.connection.states.first : connection.syncStates[sync.state];
}

/** Where it leads, whose account it is, and how following it goes. */
export function Facts({ connection, messages }: { connection: ConnectionFacts; messages: Messages }) {
  const { hearing } = messages;
  const words = messages.settings.connection;
  const { sync, state, disconnectedAt } = connection;
  const since = disconnectedAt ? (
    <When at={disconnectedAt.toISOString()} />
  ) : (
    messages.screens.connection.earlier
  );
  const rows = [
    {
      name: words.state,
      value:
        state === "disconnected" ? (
          <Phrase text={words.states.disconnected} since={since} />
        ) : (
          stateWords(sync, messages)
        ),
    },
    { name: words.origin, value: connection.origin },
    {
      name: words.account,
      value: connection.accountName ? <TheirWords text={connection.accountName} /> : words.accountUnnamed,
    },
    { name: words.kind, value: words.kinds[connection.kind] },
    ...(state === "disconnected"
      ? []
      : [{ name: hearing.name, value: <News hearing={connection.hearing} words={hearing} /> }]),
    { name: words.read, value: sync.lastReadAt ? <Age at={sync.lastReadAt.toISOString()} /> : words.never },
  ];
  return (
    <dl className="mt-5 border-t">
      {rows.map(({ name, value }) => (
        <div key={name} className="grid grid-cols-facts gap-x-3 border-b py-3">
          <dt className="text-ink-2">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether OpenTrain tells us, or we look. */
function News({
  hearing: facts,
  words: hearing,
}: {
  hearing: ConnectionFacts["hearing"];
  words: Messages["hearing"];
}) {
  const { way, lastDeliveryAt, problem, everyMs } = facts;
  const why = hearing.why(problem);
  return (
    <>
      {hearing.ways[way](hearing.every(everyMs))}
      <span className="block text-small text-ink-2">
        {way === "polling" ? (
          why
        ) : lastDeliveryAt ? (
          <Phrase text={hearing.last} at={<Age at={lastDeliveryAt.toISOString()} />} />
        ) : (
          hearing.neverTold
        )}
      </span>
    </>
  );
}
