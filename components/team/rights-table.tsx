"use client";

import { useSettingsWords } from "@/components/reader";
import { CheckIcon, CrossIcon } from "@/components/ui/icons";
import { Section } from "@/components/ui/section";
import { can, INVITABLE_ROLES, type Permission, RIGHTS } from "@/lib/domain/rights";

/** The roles people have here; each row and mark comes from the table the server asks. */
const ROLES = ["owner", ...INVITABLE_ROLES] as const;
const PERMISSIONS = Object.keys(RIGHTS) as Permission[];

export function RightsTable() {
  const team = useSettingsWords().team;
  const words = team.rights;
  return (
    <Section title={words.title}>
      <table className="w-full border-t text-small">
        <thead>
          <tr className="border-b">
            <th scope="col" className="py-2 text-start font-normal text-ink-3">
              <span className="sr-only">{words.what}</span>
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col" className="w-[5rem] py-2 text-center font-medium">
                {team.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERMISSIONS.map((permission) => (
            <tr key={permission} className="border-b">
              <th scope="row" className="py-2 pe-3 text-start font-normal">
                {words.names[permission]}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="py-2 text-center">
                  <Mark isGiven={can(role, permission)} yes={words.yes} no={words.no} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-ink-3 text-small">{words.text}</p>
    </Section>
  );
}

function Mark({ isGiven, yes, no }: { isGiven: boolean; yes: string; no: string }) {
  return (
    <>
      {isGiven ? (
        <CheckIcon className="inline size-icon text-good" />
      ) : (
        <CrossIcon className="inline size-icon text-ink-3" />
      )}
      <span className="sr-only">{isGiven ? yes : no}</span>
    </>
  );
}
