import { expect, type Page } from "@playwright/test";

export type Screen = {
  name: string;
  path: string;
  title: RegExp;
  /** There is something to see. */
  ready: (page: Page) => Promise<void>;
};

const firstHeading = (words: RegExp) => (page: Page) =>
  expect(page.getByRole("heading", { level: 1 })).toHaveText(words);

/** Every screen behind the door, for the checks that go for all of them. */
export function screensFor(ids: { approvals: Record<string, string>; contract: string }): Screen[] {
  const details = Object.entries(ids.approvals).map(([name, id]) => ({
    name: `request-${name}`,
    path: `/approvals/${id}`,
    title: /Countersign/,
    ready: (page: Page) => expect(page.getByRole("heading", { name: "What happened so far" })).toBeVisible(),
  }));
  return [
    { name: "inbox", path: "/", title: /^\(\d+\) Inbox · Countersign$/, ready: firstHeading(/\d+ waiting/) },
    ...details,
    {
      name: "request-unknown",
      path: "/approvals/apr_nobody",
      title: /Countersign/,
      ready: firstHeading(/./),
    },
    { name: "history", path: "/history", title: /History · Countersign$/, ready: firstHeading(/History/) },
    {
      name: "contracts",
      path: "/contracts",
      title: /Contracts · Countersign$/,
      ready: firstHeading(/Contracts/),
    },
    {
      name: "contract",
      path: `/contracts/${ids.contract}`,
      title: /Countersign/,
      ready: (page) => expect(page.getByRole("heading", { name: "Milestones" })).toBeVisible(),
    },
    { name: "welcome", path: "/welcome", title: /First steps · Countersign$/, ready: firstHeading(/./) },
    {
      name: "settings",
      path: "/settings",
      title: /Settings · Countersign$/,
      ready: firstHeading(/Settings/),
    },
    {
      name: "appearance",
      path: "/settings/appearance",
      title: /Appearance · Countersign$/,
      ready: firstHeading(/Appearance/),
    },
    {
      name: "connection",
      path: "/settings/connection",
      title: /Connection · Countersign$/,
      ready: firstHeading(/Connection/),
    },
    {
      name: "capture",
      path: "/settings/capture",
      title: /Capture · Countersign$/,
      ready: firstHeading(/Capture/),
    },
    {
      name: "coverage",
      path: "/settings/coverage",
      title: /Coverage · Countersign$/,
      ready: firstHeading(/Seen in time/),
    },
    { name: "team", path: "/settings/team", title: /Team · Countersign$/, ready: firstHeading(/Team/) },
    {
      name: "security",
      path: "/settings/security",
      title: /Security · Countersign$/,
      ready: firstHeading(/Security/),
    },
    { name: "add", path: "/add", title: /Add requests · Countersign$/, ready: firstHeading(/Add requests/) },
    {
      name: "nothing-here",
      path: "/nowhere",
      title: /Countersign/,
      ready: firstHeading(/nothing at this address/),
    },
  ];
}

export const doorScreens: Screen[] = [
  {
    name: "invite",
    path: "/invite/00000000-0000-4000-8000-000000000000#a-secret-nobody-made",
    title: /Invitation · Countersign$/,
    ready: firstHeading(/not known/),
  },
  { name: "sign-in", path: "/sign-in", title: /Sign in · Countersign$/, ready: firstHeading(/Sign in/) },
  {
    name: "setup",
    path: "/setup#a-secret-nobody-made",
    title: /Set up · Countersign$/,
    ready: firstHeading(/./),
  },
];
