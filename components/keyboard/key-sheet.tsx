"use client";

import { useReader, useWords } from "@/components/reader";
import { Dialog } from "@/components/ui/dialog";
import { Phrase } from "@/components/ui/phrase";
import { KeyNames } from "./key-names";
import { KEY_GROUPS, KEYS } from "./keys";

/** All keys, from the table that is listened by. */
function KeySheet({ close }: { close: () => void }) {
  const words = useWords().keyboard;
  const { singleKeys } = useReader();
  return (
    <Dialog title={words.title} closeLabel={words.close} close={close}>
      {singleKeys ? null : (
        <p className="mb-4 text-ink-2 text-small">
          <Phrase text={words.singleOff} mod={<KeyNames press={["Mod"]} />} />
        </p>
      )}
      <KeyTable />
    </Dialog>
  );
}

export function KeyTable() {
  const words = useWords().keyboard;
  return (
    <div className="grid gap-x-6 gap-y-5 pad:grid-cols-2">
      {KEY_GROUPS.map((group) => (
        <section key={group} aria-labelledby={`keys-${group}`}>
          <h3 id={`keys-${group}`} className="border-b pb-1 font-semibold text-ink-2 text-small">
            {words.groups[group]}
          </h3>
          <dl>
            {KEYS.filter((row) => row.group === group).map(({ action, press }) => (
              <div
                key={action}
                data-key-row={action}
                className="flex items-baseline justify-between gap-4 border-b py-2 last:border-b-0"
              >
                <dt className="text-small">{words.actions[action]}</dt>
                <dd className="shrink-0">
                  <KeyNames press={press} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

// biome-ignore lint/style/noDefaultExport: loaded when first asked for
export default KeySheet;
