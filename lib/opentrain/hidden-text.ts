import { inspect } from "node:util";

const SHOWN = "[hidden]";

/** A secret on its way to the one place that seals it: printed anywhere else it shows nothing. */
export class HiddenText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
