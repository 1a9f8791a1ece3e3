import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../stack/start-stack";
import type { WebDriver } from "./webdriver";

/** Notes what goes wrong on the page that is shown now; the driver says nothing of it by itself. */
export async function watchPage(browser: WebDriver): Promise<void> {
  await browser.run(`
    if (window.faultsSeen) return;
    const seen = (window.faultsSeen = []);
    addEventListener("error", ({ message, filename }) => seen.push("exception: " + message + " " + filename));
    addEventListener("unhandledrejection", ({ reason }) => seen.push("rejection: " + reason));
    document.addEventListener("securitypolicyviolation", (event) =>
      seen.push("policy: " + event.effectiveDirective + " " + event.blockedURI));
    for (const kind of ["error", "warn"]) {
      const say = console[kind];
      console[kind] = (...words) => { seen.push("console: " + words.join(" ")); say(...words); };
    }`);
}

export async function faultsOn(browser: WebDriver): Promise<string[]> {
  return (await browser.run<string[] | null>("return window.faultsSeen ?? null")) ?? ["nobody watched"];
}

/** What the browser itself reported to the server, from the first byte of each page on. */
export function policyReports({ folder }: Stack): string[] {
  return readFileSync(join(folder, "start.log"), "utf8")
    .split("\n")
    .filter((line) => line.includes("content security policy report"));
}
