import type { ReactNode } from "react";

export type Theme = "light" | "dark";
const THEMES: readonly Theme[] = ["light", "dark"];

/** One thing with its name, its file, where it is for, and how it looks in both themes. */
export function Part({
  name,
  file,
  use,
  isWide = false,
  children,
}: {
  name: string;
  /** In `components/ui`, where it is a primitive. */
  file?: string;
  use?: string;
  /** One under the other rather than side by side. */
  isWide?: boolean;
  children: (theme: Theme) => ReactNode;
}) {
  return (
    <section aria-label={name} data-file={file} className="grid gap-2">
      <h3 className="font-semibold text-body">
        {name}
        {file ? (
          <span className="font-normal text-ink-3 text-small">{` · components/ui/${file}`}</span>
        ) : null}
      </h3>
      {use ? <p className="max-w-sheet text-ink-2 text-small">{use}</p> : null}
      <div className={`grid gap-3 ${isWide ? "" : "pad:grid-cols-2"}`}>
        {THEMES.map((theme) => (
          <div
            key={theme}
            data-theme-shown={theme}
            className={`grid min-w-0 content-start gap-3 rounded border bg-paper p-4 text-ink ${theme === "dark" ? "theme-dark" : "theme-light"}`}
          >
            {children(theme)}
          </div>
        ))}
      </div>
    </section>
  );
}

export function Chapter({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-name`} className="grid scroll-mt-4 gap-6">
      <h2 id={`${id}-name`} className="border-b pb-2 text-title">
        {name}
      </h2>
      {children}
    </section>
  );
}

/** A state of a thing, named beside it. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span className="w-full shrink-0 text-caption text-ink-3 pad:w-[7rem]">{name}</span>
      {children}
    </div>
  );
}
