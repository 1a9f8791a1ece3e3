/** A reader of RFC 4180 that shares nothing with the writer: lines of cells, and a complaint about anything else. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    for (;;) {
      const [cell, end] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
      cells.push(cell);
      at = end + 1;
      if (text[end] === ",") continue;
      if (text[end] !== "\r" || text[at] !== "\n") throw new Error(`no end of line at ${end}`);
      at += 1;
      break;
    }
    lines.push(cells);
  }
  return lines;
}

function plainCell(text: string, start: number): [string, number] {
  const found = /[",\r\n]/.exec(text.slice(start));
  const end = found ? start + found.index : text.length;
  if (text[end] === '"' || text[end] === "\n")
    throw new Error(`a bare ${JSON.stringify(text[end])} at ${end}`);
  return [text.slice(start, end), end];
}

function quotedCell(text: string, start: number): [string, number] {
  let cell = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Error(`a quote without an end at ${start}`);
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [cell, quote + 1];
    cell += '"';
    at = quote + 2;
  }
}
