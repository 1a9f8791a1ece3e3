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

export function rows(pairs: (readonly [string, string] | null)[]): Markup {
  const shown = pairs.filter((pair) => pair !== null);
  return html`<dl>${shown.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function when(ms: number): string {
  const date = new Date(ms);
  const time = date.toISOString().slice(11, 16);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${time} UTC`;
}

export const GO_BACK = html`<p>You can go back to your inbox.</p>`;
