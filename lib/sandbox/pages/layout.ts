import { html } from "hono/html";

export type Markup = ReturnType<typeof html>;

export const STYLE_PATH = "/_sandbox/style.css";
export const ICON_PATH = "/_sandbox/icon.svg";

/** Escaping is the template's: only markup made by it passes unescaped. */
export function layout(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} - Simulated OpenTrain</title>
    <link rel="stylesheet" href="${STYLE_PATH}">
    <link rel="icon" href="${ICON_PATH}" type="image/svg+xml">
  </head>
  <body>
    <header class="banner"><p><strong>Simulated OpenTrain.</strong> Nothing here is real money.</p></header>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>`;
}

/** A third word marks the sum. */
export function rows(pairs: (readonly [string, string] | readonly [string, string, "sum"] | null)[]): Markup {
  const shown = pairs.filter((pair) => pair !== null);
  return html`<dl>${shown.map(
    ([term, value, kind]) => html`<div class="${kind ?? "fact"}"><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

export function problemNote(problem: string | null): Markup | string {
  return problem === null ? "" : html`<p class="problem" role="alert">${problem}</p>`;
}

export function plainPage(title: string, sentence: string): Markup {
  return layout(title, html`<p>${sentence}</p>${GO_BACK}`);
}

export function pathOf(approvalId: string): string {
  return `/approvals/${encodeURIComponent(approvalId)}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function when(ms: number): string {
  const date = new Date(ms);
  const time = date.toISOString().slice(11, 16);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${time} UTC`;
}

/** "3 h 12 min", or "2 d 4 h" from two days on. */
export function left(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

export const GO_BACK = html`<p>You can go back to your inbox.</p>`;
