/** How it stands with what was chosen last. */
export type Saving = { state: "idle" | "saving" | "saved" } | { state: "failed"; why: string };
