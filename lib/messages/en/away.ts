/** The page that stands in for every other while the database is away. */
export const away = {
  page: "Waiting for the database · Countersign",
  name: "Countersign",
  title: "The inbox cannot reach its database",
  text: "Nothing is lost: what was acknowledged is stored, and an agent that reports a request now is told to try again. Deadlines at OpenTrain run on meanwhile.",
  again: "This page tries again by itself every few seconds.",
  retry: "Try now",
  hint: "If this lasts longer than a minute, whoever runs this inbox finds the reason in its log on the server.",
};
