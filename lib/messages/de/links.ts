import { linkDifference } from "@/lib/domain/links";
import type { LinkProblem } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";
import type { linkProblem as english, linkProblemFound as englishFound } from "../en/links";

const problems: Record<LinkProblem, (found: string) => string> = {
  not_a_url: (found) => `er ist keine Adresse, die ein Browser öffnen könnte (${found})`,
  scheme: (found) => `er beginnt mit ${found}, anders als beim verbundenen OpenTrain`,
  user_info: (found) => `er enthält einen Benutzernamen (${found}), was kein Link von OpenTrain tut`,
  host: (found) => `er führt zu ${found}, nicht zum verbundenen OpenTrain`,
  port: (found) => `er führt zu Port ${found}, nicht zu dem des verbundenen OpenTrain`,
  path: (found) => `er führt zu ${found}, und das ist nicht die Seite dieser Anfrage`,
  query_or_fragment: (found) => `nach der Kennung der Anfrage folgt noch etwas (${found})`,
  odd_characters: (found) => `er enthält Zeichen, die kein Link von OpenTrain hat (${found})`,
};

export const linkProblem: typeof english = (problem, url) =>
  linkProblemFound(problem, linkDifference(problem, url ?? ""));

export const linkProblemFound: typeof englishFound = (problem, found) =>
  `Der Link wurde beiseitegelegt: ${problems[problem](visibleString(found, 120) || "nichts")}.`;
