import { createHash } from "node:crypto";
import type { MadeBackup } from "@/lib/host/backup/backup";
import type { ChosenKeys } from "@/lib/host/backup/choose-keys";
import type { Command } from "@/lib/host/backup/command";
import type { Head } from "@/lib/host/backup/format";
import { consoleWords } from "@/lib/messages/console";
import type { Fingerprint } from "@/lib/store/copy/read-rows";

const words = consoleWords.backup;

function block(title: string, rows: [string, string][]): string {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  const lines = rows.map(([label, text]) => {
    const indented = text.replaceAll("\n", `\n  ${" ".repeat(width)}`);
    return `  ${label.padEnd(width)}${indented}`;
  });
  return `\n${title}\n\n${lines.join("\n")}\n\n`;
}

/** Names on the left, figures on the right, so that two lists can be laid beside each other. */
function linesOf(tables: Map<string, Fingerprint>, verdict: string): string[] {
  const figures = [...tables].map(([name, { rows, sha256 }]) => ({
    name,
    rows: words.count(rows),
    print: shortened(sha256),
  }));
  const wide = Math.max(0, ...figures.map(({ name }) => name.length));
  const long = Math.max(0, ...figures.map(({ rows }) => rows.length));
  return figures.map(
    ({ name, rows, print }) => `  ${name.padEnd(wide)}  ${rows.padStart(long)}  ${print}${verdict}`,
  );
}

function shortened(sha256: string): string {
  return sha256.slice(0, 16);
}

/** One number for all tables: the same for a backup and for what was restored from it. */
function fingerprintOfAll(tables: Map<string, Fingerprint>): string {
  const hash = createHash("sha256");
  for (const [name, { rows, sha256 }] of tables) hash.update(`${name} ${rows} ${sha256}\n`);
  return shortened(hash.digest("hex"));
}

function total(tables: Map<string, Fingerprint>): string {
  const rows = [...tables.values()].reduce((sum, table) => sum + table.rows, 0);
  return words.rows(rows, tables.size);
}

export function backupBlock(
  { bytes, tables, keys }: MadeBackup,
  { file, isVerbose }: { file: string; isVerbose: boolean },
): string {
  const { labels, keysInBackup, notInside } = words;
  const head = block(words.backedUp, [
    [labels.file, words.fileOf(file, bytes)],
    [labels.holds, total(tables)],
    [labels.fingerprint, fingerprintOfAll(tables)],
    [labels.keys, keysInBackup[keys]],
    [labels.not, notInside],
  ]);
  return isVerbose ? `${head}${linesOf(tables, "").join("\n")}\n\n` : head;
}

/** What an empty table proves fits into one line. */
function proofOf(tables: Map<string, Fingerprint>): string {
  const all = [...tables];
  const filled = new Map(all.filter(([, { rows }]) => rows > 0));
  const empty = all.filter(([, { rows }]) => rows === 0).map(([name]) => name);
  const lines = linesOf(filled, `  ${words.same}`);
  return [...lines, ...(empty.length > 0 ? [`  ${words.empty(empty)}`] : [])].join("\n");
}

// For people to copy into a shell.
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The start of what was restored, by the places that were named for the restore. A database address is a secret. */
function nextStart(setHere: Command["setHere"]): string {
  const { DATA_DIR } = setHere;
  const command = DATA_DIR ? `DATA_DIR=${quoted(DATA_DIR)} npm start` : "npm start";
  const names = Object.entries(setHere).flatMap(([name, value]) => (value ? [name] : []));
  const databases = names.filter((name) => name !== "DATA_DIR");
  if (databases.length > 0) return words.startOnDatabase(command, databases, names);
  return DATA_DIR ? words.startThere(command, ["DATA_DIR"]) : words.startNow;
}

type Restored = {
  tables: Map<string, Fingerprint>;
  head: Head;
  keys: ChosenKeys["kind"];
  into: string;
  setHere: Command["setHere"];
};

export function restoreBlock({ tables, head, keys, into, setHere }: Restored): string {
  const { labels, keysAfterRestore } = words;
  const about = block(words.restored, [
    [labels.from, words.madeOf(head.madeAt, head.app)],
    [labels.into, into],
    [labels.holds, total(tables)],
    [labels.fingerprint, fingerprintOfAll(tables)],
    [labels.keys, keysAfterRestore[keys]],
  ]);
  const hasKeys = keys === "restored" || keys === "here";
  const next = [words.proven, ...(hasKeys ? [words.copyReads] : []), nextStart(setHere)];
  return `${about}${proofOf(tables)}\n\n${next.map((line) => `  ${line}\n\n`).join("")}`;
}
