import { TheirWords } from "@/components/their-words";
import { Age, When } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import { connection as domainWords } from "@/lib/messages/en/connection";
import { hearing } from "@/lib/messages/en/hearing";
import { screens } from "@/lib/messages/en/screens";
import type { ConnectionFacts } from "./facts-of-connection";

const words = screens.settings.connection;

/** Connected a moment ago is not the same as not followed. */
function stateWords(sync: ConnectionFacts["sync"]): string {
  return sync.problem === "first_read" ? words.states.first : domainWords.syncStates[sync.state];
}

/** Where it leads, whose account it is, and how following it goes. */
export function Facts({ connection }: { connection: ConnectionFacts }) {
  const { sync, state, disconnectedAt } = connection;
  const since = disconnectedAt ? <When at={disconnectedAt.toISOString()} /> : words.notices.earlier;
  const rows = [
    {
      name: words.state,
      value:
        state === "disconnected" ? (
          <Phrase text={words.states.disconnected} since={since} />
        ) : (
          stateWords(sync)
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
      : [{ name: hearing.name, value: <News hearing={connection.hearing} /> }]),
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
function News({ hearing: facts }: { hearing: ConnectionFacts["hearing"] }) {
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
