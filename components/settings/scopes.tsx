import { TheirWords } from "@/components/their-words";
import { CheckIcon, CrossIcon, WarningIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { grants, writeScopes } from "@/lib/domain/scopes";
import type { Messages } from "@/lib/messages";

const wantedOf = ({ connection }: Messages) =>
  Object.entries(connection.scopes).filter(([, { need }]) => need !== "unneeded");

/**
 * Each scope we can use: what it gives, or what its absence costs. Of several tokens each says it in a line
 * first. That one can also write is never folded away.
 */
export function Scopes({
  scopes,
  isSandbox,
  isFolded,
  messages,
}: {
  scopes: readonly string[];
  isSandbox: boolean;
  isFolded: boolean;
  messages: Messages;
}) {
  const wanted = wantedOf(messages);
  const lacking = wanted.flatMap(([name]) => (grants(scopes, name) ? [] : [name]));
  return (
    <>
      {isFolded ? (
        <details className="mt-1">
          <summary className="cursor-pointer py-3 text-ink-2 text-small">
            {messages.settings.connection.folded(lacking)}
          </summary>
          <ScopeList scopes={scopes} messages={messages} />
        </details>
      ) : (
        <ScopeList scopes={scopes} messages={messages} />
      )}
      {!isSandbox && writeScopes(scopes).length > 0 ? (
        <div className="mt-3">
          <Notice tone="alert">
            <p>{messages.connection.canWrite}</p>
          </Notice>
        </div>
      ) : null}
    </>
  );
}

function ScopeList({ scopes, messages }: { scopes: readonly string[]; messages: Messages }) {
  const words = messages.settings.connection;
  const wanted = wantedOf(messages);
  const used = new Set(wanted.map(([name]) => name));
  const others = scopes.filter((scope) => !used.has(scope));
  return (
    <>
      <ul className="mt-2 grid gap-2">
        {wanted.map(([name, scope]) => {
          const isGiven = grants(scopes, name);
          return (
            <li key={name} className="flex items-start gap-3">
              {isGiven ? (
                <CheckIcon className="mt-px size-icon shrink-0 text-good" />
              ) : scope.need === "optional" ? (
                <CrossIcon className="mt-px size-icon shrink-0 text-ink-3" />
              ) : (
                <WarningIcon className="mt-px size-icon shrink-0 text-soon" />
              )}
              <span>
                <span className="font-medium">{name}</span>
                <span className="text-ink-3 text-small">
                  {` · ${messages.connection.scopeNeeds[scope.need]}, ${isGiven ? words.given : words.missing}`}
                </span>
                <span className="block text-ink-2 text-small">{isGiven ? scope.gives : scope.without}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {others.length > 0 ? (
        <p className="mt-3 text-ink-3 text-small">
          {`${words.extra}: `}
          <TheirWords text={others.join(", ")} />
        </p>
      ) : null}
    </>
  );
}
