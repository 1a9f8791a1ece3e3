// A second reader of JSON, for judging the first: numbers stay text, a name given twice is an error, and
// nothing of the product's own parsing is used.

export class Numeral {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
export type Json = null | boolean | string | Numeral | Json[] | Map<string, Json>;

const deepest = 64;
const escapes: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Json {
    const value = this.#value(0);
    this.#space();
    if (this.#at !== this.#text.length) throw new Error("more behind the end");
    return value;
  }

  #value(depth: number): Json {
    if (depth > deepest) throw new Error("too deep");
    this.#space();
    const sign = this.#text[this.#at];
    if (sign === "{") return this.#object(depth + 1);
    if (sign === "[") return this.#array(depth + 1);
    if (sign === '"') return this.#string();
    const word = this.#match(/true|false|null/y);
    if (word) return word === "null" ? null : word === "true";
    const numeral = this.#match(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y);
    if (numeral) return new Numeral(numeral);
    throw new Error(`unexpected ${sign}`);
  }

  #object(depth: number): Json {
    if (depth > deepest) throw new Error("too deep");
    const object = new Map<string, Json>();
    this.#take("{");
    if (this.#has("}")) return object;
    for (;;) {
      this.#space();
      const name = this.#string();
      if (object.has(name)) throw new Error("a name twice");
      this.#take(":");
      object.set(name, this.#value(depth));
      if (this.#has("}")) return object;
      this.#take(",");
    }
  }

  #array(depth: number): Json {
    if (depth > deepest) throw new Error("too deep");
    const items: Json[] = [];
    this.#take("[");
    if (this.#has("]")) return items;
    for (;;) {
      items.push(this.#value(depth));
      if (this.#has("]")) return items;
      this.#take(",");
    }
  }

  #string(): string {
    this.#take('"');
    let text = "";
    for (;;) {
      const sign = this.#text[this.#at++];
      if (sign === undefined || sign < " ") throw new Error("no end of a string");
      if (sign === '"') return text;
      text += sign === "\\" ? this.#escaped() : sign;
    }
  }

  #escaped(): string {
    const sign = this.#text[this.#at++] ?? "";
    const plain = escapes[sign];
    if (plain !== undefined) return plain;
    const digits = sign === "u" ? this.#match(/[0-9a-fA-F]{4}/y) : null;
    if (!digits) throw new Error("no escape");
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #space(): void {
    this.#match(/[ \t\n\r]*/y);
  }

  #has(sign: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #take(sign: string): void {
    if (!this.#has(sign)) throw new Error(`no ${sign}`);
  }
}

/** Undefined for what is no JSON, or can be read in more than one way. */
export function readStrictJson(text: string): Json | undefined {
  try {
    return new Reader(text).whole();
  } catch {
    return undefined;
  }
}
