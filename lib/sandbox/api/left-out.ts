type LeftOut = { method: "GET" | "POST" | "PATCH"; path: string; why: string };

/**
 * Exists at OpenTrain, not here: answered like any address that does not exist. So is all of /api/agent, beside
 * this prefix: the control door makes accounts, claimed or not, and the inbox registers nobody.
 */
export const LEFT_OUT: LeftOut[] = [
  ...because("Conversations move no money and ask nobody's leave; an approval inbox never reads them.", [
    ["GET", "/messages"],
    ["POST", "/messages"],
  ]),
  ...because("How a job comes to be is over before anyone is hired from it; scenarios make the jobs.", [
    ["POST", "/job-drafts"],
    ["PATCH", "/job-drafts/:id"],
    ["PATCH", "/jobs/:id"],
    ["POST", "/jobs/:id/publish"],
    ["POST", "/jobs/:id/close"],
  ]),
  ...because("The public marketplace is a search engine of its own; one account has nothing to find in it.", [
    ["GET", "/jobs"],
    ["GET", "/jobs/facets"],
    ["GET", "/jobs/changes"],
  ]),
  ...because("The description of the real service could not be read, so none is passed off as it.", [
    ["GET", "/openapi.json"],
  ]),
];

function because(why: string, calls: [LeftOut["method"], string][]): LeftOut[] {
  return calls.map(([method, path]) => ({ method, path, why }));
}
