/** Names as their makers write them, so that they need no translation. */
export type Device = { browser: string | null; system: string | null };

// In this order: most browsers also claim to be the ones they are made from.
const browsers: [RegExp, string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, "Edge"],
  [/\b(?:OPR|OPT)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/[\d.]+.* Safari\//, "Safari"],
  [/^curl\//, "curl"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** What a browser says it is, as far as a few plain rules tell; none of it is proof of anything. */
export function deviceOf(userAgent: string | null): Device {
  const said = userAgent ?? "";
  return { browser: firstIn(browsers, said), system: firstIn(systems, said) };
}

function firstIn(rules: [RegExp, string][], said: string): string | null {
  return rules.find(([rule]) => rule.test(said))?.[1] ?? null;
}
