/** Deliberately plain and grey: nobody should take it for the inbox, or for the real service. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #f4f4f2; --sheet: #ffffff; --ink: #222426; --soft: #55595e;
  --line: #c9ccd0; --mark: #3b3f44; --on-mark: #ffffff; --note: #ecebe4; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181a; --sheet: #202225; --ink: #e8e9ea; --soft: #aeb3b8; --line: #43474c;
    --mark: #d9dbdd; --on-mark: #17181a; --note: #2a2b26; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5;
  font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
.banner { background: var(--note); border-bottom: 1px solid var(--line); padding: .75rem 1rem; text-align: center; }
.banner p { margin: 0; }
main { max-width: 38rem; margin: 1.25rem auto 3rem; padding: 1.25rem 1rem; background: var(--sheet);
  border: 1px solid var(--line); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; overflow: hidden;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
dl { margin: 1rem 0; }
dl div { display: grid; grid-template-columns: 12.5rem 1fr; gap: 0 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); }
dl div:last-child { border-bottom: 0; }
dt { color: var(--soft); } dd { margin: 0; font-variant-numeric: tabular-nums; unicode-bidi: isolate; overflow: hidden; }
.sum dt { color: inherit; } .sum { font-weight: bold; font-size: 1.1rem; }
label, legend { display: block; margin: .75rem 0 .25rem; }
fieldset { border: 1px solid var(--line); margin: 1rem 0; padding: .25rem 1rem 1rem; }
fieldset label { margin: .5rem 0; min-height: 2.75rem; display: flex; align-items: center; gap: .6rem; }
input[type=text], input[type=date], textarea { width: 100%; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--soft); padding: .6rem; min-height: 2.75rem; }
input[type=radio] { width: 1.25rem; height: 1.25rem; flex: none; }
button { font: inherit; min-height: 2.75rem; padding: .5rem 1.25rem; border: 1px solid var(--mark);
  background: var(--mark); color: var(--on-mark); cursor: pointer; width: 100%; margin-top: 1rem; }
button.quiet { background: transparent; color: var(--ink); }
a { color: inherit; } .soft { color: var(--soft); }
.problem { border-left: 4px solid var(--ink); padding: .5rem .75rem; background: var(--note); }
:focus-visible { outline: 3px solid var(--soft); outline-offset: 2px; }
.list { list-style: none; margin: .5rem 0; padding: 0; }
.list li { display: flex; justify-content: space-between; gap: 1rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
.amount { font-variant-numeric: tabular-nums; white-space: nowrap; }
button.plain { background: none; border: 0; color: inherit; text-decoration: underline; width: auto; padding: .5rem 0; }
form .soft { margin: .35rem 0 0; font-size: .95rem; }
@media (max-width: 30rem) {
  main { margin: 0 0 2rem; border-width: 0 0 1px; }
  dl div { grid-template-columns: 8.5rem 1fr; }
}
`;

export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="#777"/><path d="M4 4h8v2H9v6H7V6H4z" fill="#fff"/></svg>';
