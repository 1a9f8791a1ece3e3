import { TheirWords } from "@/components/their-words";
import { CheckIcon, CrossIcon, WarningIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { grants, writeScopes } from "@/lib/domain/scopes";
import { connection } from "@/lib/messages/en/connection";
import { screens } from "@/lib/messages/en/screens";

const words = screens.settings.connection;

/** Each scope we can use: what it gives, or what its absence costs. The ones we never use, in a line. */
export function Scopes({ scopes, isSandbox }: { scopes: readonly string[]; isSandbox: boolean }) {
  const wanted = Object.entries(connection.scopes).filter(([, { need }]) => need !== "unneeded");
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
