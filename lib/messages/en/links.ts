import { linkDifference } from "@/lib/domain/links";
import type { LinkProblem } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";

const problems: Record<LinkProblem, (found: string) => string> = {
  not_a_url: (found) => `it is no address a browser could open (${found})`,
  scheme: (found) => `it begins with ${found}, unlike the connected OpenTrain`,
  user_info: (found) => `it carries a user name (${found}), which no link of OpenTrain does`,
  host: (found) => `it leads to ${found}, not to the connected OpenTrain`,
  port: (found) => `it leads to port ${found}, not to that of the connected OpenTrain`,
  path: (found) => `it leads to ${found}, which is not this request’s page`,
  query_or_fragment: (found) => `it carries something after the request’s id (${found})`,
  odd_characters: (found) => `it holds characters that no link of OpenTrain has (${found})`,
};

/** Why a link cannot be opened, with what is different about it. */
export function linkProblem(problem: LinkProblem, url: string | null): string {
  return linkProblemFound(problem, linkDifference(problem, url ?? ""));
}

/** The same of the part that is different. */
export function linkProblemFound(problem: LinkProblem, found: string): string {
  return `The link was set aside: ${problems[problem](visibleString(found, 120) || "nothing")}.`;
}
