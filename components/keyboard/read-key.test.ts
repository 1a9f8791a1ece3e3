import { expect, it } from "vitest";
import { KEYS } from "./keys";
import { type Press, readKey, type Setting } from "./read-key";

const plain: Press = {
  key: "",
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  keyCode: 0,
};
const usual: Setting = { before: [], isApple: false, isQuiet: false, singleKeys: true };

function read(press: Partial<Press>, setting: Partial<Setting> = {}) {
  const reading = readKey({ ...plain, ...press }, { ...usual, ...setting });
  return reading && "row" in reading ? reading.row.action : reading;
}

it("finds every row of the table by what is pressed for it", () => {
  for (const { action, press } of KEYS) {
    let before: readonly string[] = [];
    for (const [index, keys] of press.entries()) {
      const isMod = keys.startsWith("Mod+");
      const found = read({ key: isMod ? keys.slice(4) : keys, ctrlKey: isMod }, { before });
      expect(found, keys).toEqual(index === press.length - 1 ? action : { so: press.slice(0, index + 1) });
      before = press.slice(0, index + 1);
    }
  }
});

it("knows no two rows for the same keys, and none that begins another", () => {
  for (const one of KEYS) {
    const same = KEYS.filter(({ press }) => one.press.every((key, index) => press[index] === key));
    expect(same).toEqual([one]);
  }
});

it("finds signs wherever a layout has them", () => {
  expect(read({ key: "/", shiftKey: true, code: "Digit7" })).toBe("search");
  expect(read({ key: "?", shiftKey: true, code: "Minus" })).toBe("help");
});

it("finds letters by their place where a script has others", () => {
  expect(read({ key: "о", code: "KeyJ" })).toBe("next");
  expect(read({ key: "л", code: "KeyK", ctrlKey: true })).toBe("palette");
  expect(read({ key: "ö", code: "KeyJ" }), "a Latin letter is what it says").toBeNull();
});

it("takes a letter with the caps lock on, and none with shift", () => {
  expect(read({ key: "J" })).toBe("next");
  expect(read({ key: "J", shiftKey: true })).toBeNull();
});

it("leaves every modifier to the browser but the one for the palette", () => {
  for (const modifier of ["ctrlKey", "metaKey", "altKey"]) {
    expect(read({ key: "j", [modifier]: true }), modifier).toBeNull();
  }
  expect(read({ key: "k", ctrlKey: true })).toBe("palette");
  expect(read({ key: "k", metaKey: true })).toBeNull();
  expect(read({ key: "k", metaKey: true }, { isApple: true })).toBe("palette");
  expect(read({ key: "k", ctrlKey: true }, { isApple: true })).toBeNull();
  expect(read({ key: "k", ctrlKey: true, shiftKey: true })).toBeNull();
});

it("is silent while somebody writes or puts a word together, but for what has a modifier", () => {
  for (const { action, press, isNative } of KEYS) {
    const isMod = press[0]?.startsWith("Mod+");
    if (isMod || isNative || press.length > 1) continue;
    expect(read({ key: press[0] ?? "" }, { isQuiet: true }), action).toBeNull();
    expect(read({ key: press[0] ?? "", isComposing: true }), action).toBeNull();
  }
  expect(read({ key: "Enter", keyCode: 229 }), "as Safari ends a word").toBeNull();
  expect(read({ key: "g" }, { isQuiet: true })).toBeNull();
  expect(read({ key: "k", ctrlKey: true }, { isQuiet: true })).toBe("palette");
});

it("does nothing for single keys that are switched off, and still opens the palette", () => {
  for (const key of ["j", "k", "o", "u", "e", "/", "?", "g"]) {
    expect(read({ key }, { singleKeys: false }), key).toBeNull();
  }
  expect(read({ key: "k", ctrlKey: true }, { singleKeys: false })).toBe("palette");
  expect(read({ key: "Enter" }, { singleKeys: false })).toBe("open");
});

it("goes on with a held key only where that is meant", () => {
  expect(read({ key: "j", repeat: true })).toBe("next");
  expect(read({ key: "o", repeat: true }), "one page, however long it is held").toBeNull();
  expect(read({ key: "g", repeat: true })).toBeNull();
});

it("takes a key for itself where it does not go on with the one before", () => {
  expect(read({ key: "j" }, { before: ["g"] })).toBe("next");
  expect(read({ key: "i" }, { before: [] })).toBeNull();
});
