import { isLoopback } from "@/lib/domain/is-loopback";
import type { Env } from "@/lib/env";
import type { Installed } from "@/lib/host/supervisor/installation";
import { consoleWords } from "@/lib/messages/console";

const words = consoleWords.start;

type Given = {
  env: Env;
  dataDir: string;
  /** Where the private database lies, null when it is somebody else's. */
  place: string | null;
  installed: Installed;
  sandboxOrigin: string | null;
  link: string | null;
};

function signInLine({ env, installed, link }: Given): string {
  if (link) return words.signIn.link(link);
  return env.OWNER_EMAIL && installed.hasOwner ? words.signIn.ownerFromEnvironment() : words.signIn.owner();
}

function dataLine({ dataDir, place }: Given): string {
  if (place === null) return words.dataElsewhere(dataDir);
  return place.startsWith(`${dataDir}/`) ? dataDir : words.dataApart(dataDir, place);
}

function openTrainLine({ env, installed, sandboxOrigin }: Given): string {
  if (installed.state === "real") return words.openTrain.real(env.OPENTRAIN_API_BASE_URL);
  return sandboxOrigin ? words.openTrain.sandbox(sandboxOrigin) : words.openTrain.none();
}

// Something may well pass the one port on to the other, so it is no fault; nobody should have to guess, though.
function otherPortNote({ APP_URL, PORT, ROLE }: Env): string | null {
  if (ROLE === "worker" || !isLoopback(APP_URL)) return null;
  const port = portOf(APP_URL);
  return port === PORT ? null : words.otherPort(String(port), String(PORT));
}

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port || (protocol === "https:" ? 443 : 80));
}

function noteLine({ env, installed }: Given): string | null {
  const { realConnection } = installed;
  const isQuiet = realConnection === "ok" || realConnection === "none";
  const notes = [isQuiet ? null : words.openTrain[realConnection](), otherPortNote(env)];
  return notes.filter((note) => note !== null).join("\n") || null;
}

/** The one block at the end of a start. */
export function startedBlock(given: Given): string {
  const { labels } = words;
  const { env } = given;
  const rows: [string, string | null][] = [
    [labels.address, env.ROLE === "worker" ? null : env.APP_URL],
    [labels.data, dataLine(given)],
    [labels.openTrain, openTrainLine(given)],
    [labels.note, noteLine(given)],
    [labels.signIn, env.ROLE === "worker" ? null : signInLine(given)],
  ];
  const width = Math.max(...Object.values(labels).map((label) => label.length)) + 2;
  const lines = rows.flatMap(([label, text]) =>
    text === null ? [] : [`  ${label.padEnd(width)}${text.replaceAll("\n", `\n  ${" ".repeat(width)}`)}`],
  );
  const title = env.ROLE === "all" ? words.running : words.runningPart(env.ROLE);
  return `\n${title}\n\n${lines.join("\n")}\n\n  ${words.stopHint}\n\n`;
}
