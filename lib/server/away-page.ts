import { type Locale, messagesFor } from "@/lib/messages";

const againSeconds = 5;

// The colours of app/globals.css, said again because no file of Next's is asked for.
const light =
  "color-scheme:light;--paper:#fbfaf7;--ink:#1d1b17;--ink-2:#5d584e;--ink-3:#6d6659;--pen:#2536b8;--on-pen:#fff";
const dark =
  "color-scheme:dark;--paper:#151412;--ink:#efece5;--ink-2:#b9b3a6;--ink-3:#9d9686;--pen:#9aa8ff;--on-pen:#12132a";
const style = `:root{${light}}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
:root[data-theme=dark]{${dark}}
body{margin:0;background:var(--paper);color:var(--ink);font:.9375rem/1.4375rem ui-sans-serif,system-ui,sans-serif}
main{box-sizing:border-box;max-width:26rem;margin:0 auto;padding:12vh 1rem 3rem}
.name{color:var(--ink);display:flex;align-items:center;gap:.5rem;margin:0 0 2rem;font-weight:600}
svg{width:1.25rem;height:1.25rem;fill:none;stroke:var(--pen);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
h1{margin:0;font-size:2.25rem;line-height:2.5rem;letter-spacing:-.035em;font-weight:600}
p{margin:.75rem 0 0;color:var(--ink-2)}
.hint{margin-top:1.5rem;color:var(--ink-3);font-size:.8125rem;line-height:1.25rem}
a{display:inline-flex;align-items:center;min-height:2.75rem;margin-top:1.5rem;padding:0 1rem;border-radius:8px;background:var(--pen);color:var(--on-pen);font-weight:600;text-decoration:none}
a:focus-visible{outline:2px solid var(--pen);outline-offset:2px}`;

// Asks whether it is well before it loads again, so that nobody's reading is interrupted for nothing.
const script = `const ask=async()=>{const well=await fetch("/api/health",{cache:"no-store"}).then((r)=>r.ok,()=>false);
if(well)location.reload();else setTimeout(ask,${againSeconds * 1000})};setTimeout(ask,${againSeconds * 1000})`;

const mark =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 11.5l5 4.8L20 5" stroke-width="2.6"/><path d="M4 21h16"/></svg>';

/** A page whole in itself, that needs neither the database nor a script to say what happened and try again. */
export function awayPage({
  nonce,
  theme,
  locale,
}: {
  nonce: string;
  theme: "light" | "dark" | null;
  locale: Locale;
}): string {
  const words = messagesFor(locale).away;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="robots" content="noindex">',
    `<noscript><meta http-equiv="refresh" content="${againSeconds}"></noscript>`,
    `<title>${words.page}</title>`,
    '<link rel="icon" href="/icon.svg">',
    `<style nonce="${nonce}">${style}</style>`,
  ];
  // An empty address is the one that was asked for.
  const body = [
    '<main id="content">',
    `<p class="name">${mark}${words.name}</p>`,
    `<h1>${words.title}</h1>`,
    `<p>${words.text}</p>`,
    `<p role="status">${words.again}</p>`,
    `<a href="">${words.retry}</a>`,
    `<p class="hint">${words.hint}</p>`,
    "</main>",
    `<script nonce="${nonce}">${script}</script>`,
  ];
  const shown = theme ? ` data-theme="${theme}"` : "";
  return `<!doctype html>\n<html lang="${locale}"${shown}>\n<head>\n${head.join("\n")}\n</head>\n<body>\n${body.join("\n")}\n</body>\n</html>\n`;
}

export const awayHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Retry-After": String(againSeconds),
};
