const KEPT = 4;

let ids: readonly string[] = [];

/** What was chosen last, newest first: names of our own commands, in this page's memory only. */
export function chosenLately(): readonly string[] {
  return ids;
}

export function noteChosen(id: string): void {
  ids = [id, ...ids.filter((one) => one !== id)].slice(0, KEPT);
}
