import type { MadeBackup } from "@/lib/host/backup/backup";
import type { ChosenKeys } from "@/lib/host/backup/choose-keys";
import type { Head } from "@/lib/host/backup/format";
import { messagesFor } from "@/lib/messages";
import type { Fingerprint } from "@/lib/store/copy/read-rows";

const words = messagesFor("en").backup;

function block(title: string, rows: [string, string][]): string {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  const lines = rows.map(([label, text]) => {
    const indented = text.replaceAll("\n", `\n  ${" ".repeat(width)}`);
    return `  ${label.padEnd(width)}${indented}`;
  });
  return `\n${title}\n\n${lines.join("\n")}\n\n`;
}

/** Names on the left, figures on the right, so that two lists can be laid beside each other. */
function tableOf(tables: Map<string, Fingerprint>, verdict: string): string {
  const figures = [...tables].map(([name, { rows, sha256 }]) => ({
    name,
    rows: words.count(rows),
    print: sha256.slice(0, 16),
  }));
  const wide = Math.max(...figures.map(({ name }) => name.length));
  const long = Math.max(...figures.map(({ rows }) => rows.length));
  const lines = figures.map(
    ({ name, rows, print }) => `  ${name.padEnd(wide)}  ${rows.padStart(long)}  ${print}${verdict}`,
  );
  return `${lines.join("\n")}\n\n`;
}

function total(tables: Map<string, Fingerprint>): string {
  const rows = [...tables.values()].reduce((sum, table) => sum + table.rows, 0);
  return words.rows(rows, tables.size);
}

export function backupBlock({ bytes, tables, keys }: MadeBackup, file: string): string {
  const { labels, keysInBackup, notInside } = words;
  const head = block(words.backedUp, [
    [labels.file, words.fileOf(file, bytes)],
    [labels.holds, total(tables)],
    [labels.keys, keysInBackup[keys]],
    [labels.not, notInside],
  ]);
  return `${head}${tableOf(tables, "")}`;
}

type Restored = {
  tables: Map<string, Fingerprint>;
  head: Head;
  keys: ChosenKeys["kind"];
  into: string;
};

export function restoreBlock({ tables, head, keys, into }: Restored): string {
  const { labels, keysAfterRestore } = words;
  const about = block(words.restored, [
    [labels.from, words.madeOf(head.madeAt, head.app)],
    [labels.into, into],
    [labels.holds, total(tables)],
    [labels.keys, keysAfterRestore[keys]],
  ]);
  return `${about}${tableOf(tables, `  ${words.same}`)}  ${words.proven}\n\n  ${words.startNow}\n\n`;
}
