// `npm run icons`: the pictures of a home screen, from app/icon.svg, drawn by Chromium and kept in the repository.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "./steps/find-chromium.mjs";
import { root } from "./steps/root.mjs";

const drawn = readFileSync(join(root, "app", "icon.svg"), "utf8");
const ground = /<rect [^>]*fill="(#[0-9a-f]+)"[^>]*\/>/.exec(drawn);
const glyph = /<g [\s\S]*<\/g>/.exec(drawn)?.[0];
if (!ground || !glyph) throw new Error("app/icon.svg is no longer a ground and a glyph");

const svg = (inside) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${inside}</svg>`;
const square = `<rect width="32" height="32" fill="${ground[1]}"/>`;
/** Whatever shape a phone cuts out, the glyph lies inside. */
const inset = (share) => `<g transform="translate(16 16) scale(${share}) translate(-16 -16.9)">${glyph}</g>`;

const pictures = {
  "public/icons/icon-192.png": [192, drawn],
  "public/icons/icon-512.png": [512, drawn],
  "public/icons/maskable-192.png": [192, svg(square + inset(0.88))],
  "public/icons/maskable-512.png": [512, svg(square + inset(0.88))],
  "public/icons/monochrome-512.png": [512, svg(inset(1.1))],
  "app/apple-icon.png": [180, svg(square + inset(0.95))],
};

const { path, missing } = await findChromium();
if (missing) throw new Error(missing);
const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu"] });
for (const [file, [size, picture]] of Object.entries(pictures)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${picture}`,
  );
  writeFileSync(join(root, file), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
