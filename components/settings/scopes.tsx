import { TheirWords } from "@/components/their-words";
import { CheckIcon, CrossIcon, WarningIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { grants, writeScopes } from "@/lib/domain/scopes";
import { connection } from "@/lib/messages/en/connection";
import { screens } from "@/lib/messages/en/screens";

const words = screens.settings.connection;

const wanted = Object.entries(connection.scopes).filter(([, { need }]) => need !== "unneeded");

/**
 * Each scope we can use: what it gives, or what its absence costs. Of several tokens each says it in a line
 * first. That one can also write is never folded away.
 */
export function Scopes({
  scopes,
  isSandbox,
  isFolded,
}: {
  scopes: readonly string[];
  isSandbox: boolean;
  isFolded: boolean;
}) {
  const lacking = wanted.flatMap(([name]) => (grants(scopes, name) ? [] : [name]));
  return (
    <>
      {isFolded ? (
        <details className="mt-1">
          <summary className="cursor-pointer py-3 text-ink-2 text-small">{words.folded(lacking)}</summary>
          <ScopeList scopes={scopes} />
        </details>
      ) : (
        <ScopeList scopes={scopes} />
      )}
      {!isSandbox && writeScopes(scopes).length > 0 ? (
        <div className="mt-3">
          <Notice tone="alert">
            <p>{connection.canWrite}</p>
          </Notice>
        </div>
      ) : null}
    </>
  );
}

function ScopeList({ scopes }: { scopes: readonly string[] }) {
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
                  {` · ${connection.scopeNeeds[scope.need]}, ${isGiven ? words.given : words.missing}`}
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
