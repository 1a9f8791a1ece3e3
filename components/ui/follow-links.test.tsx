// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { FollowLinks } from "./follow-links";
import { Link } from "./link";
import { offerShortcut } from "./shortcut";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

afterEach(() => {
  cleanup();
  push.mockClear();
});

/** Whether the click is left to the browser. */
function click(link: ReactNode, how: object = {}): boolean {
  render(
    <>
      <FollowLinks />
      {link}
    </>,
  );
  let isLeft = false;
  const look = (event: Event) => {
    isLeft = !event.defaultPrevented;
    // There is nothing to go to.
    event.preventDefault();
  };
  window.addEventListener("click", look);
  fireEvent.click(screen.getByText("There"), how);
  window.removeEventListener("click", look);
  return isLeft;
}

it("goes to a link inside the inbox without loading the page anew", () => {
  const isLeft = click(
    <Link href="/history?from=2026-01-01#day">
      <b>There</b>
    </Link>,
  );
  expect(push).toHaveBeenCalledWith("/history?from=2026-01-01#day", { scroll: true });
  expect(isLeft).toBe(false);
});

it("stays where it is on the page when the link says so", () => {
  click(
    <Link href="/?type=hire" scroll={false}>
      There
    </Link>,
  );
  expect(push).toHaveBeenCalledWith("/?type=hire", { scroll: false });
});

it.each([
  ["another tab", {}, { ctrlKey: true }],
  ["another tab on a Mac", {}, { metaKey: true }],
  ["another window", {}, { shiftKey: true }],
  ["what is saved", {}, { altKey: true }],
  ["the middle button", {}, { button: 1 }],
  ["a tab of its own", { target: "_blank" }, {}],
  ["a file", { download: true }, {}],
  ["another site", { href: "https://elsewhere.example/" }, {}],
])("leaves %s to the browser", (_, props, how) => {
  const link = (
    <Link href="/history" {...props}>
      There
    </Link>
  );
  expect(click(link, how)).toBe(true);
  expect(push).not.toHaveBeenCalled();
});

it("leaves a link that is none of these to the browser", () => {
  expect(click(<a href="/export.csv">There</a>)).toBe(true);
  expect(push).not.toHaveBeenCalled();
});

it("leaves a click alone that somebody has answered", () => {
  click(
    <Link href="/history" onClick={(event) => event.preventDefault()}>
      There
    </Link>,
  );
  expect(push).not.toHaveBeenCalled();
});

it("asks for no page where what is there can be shown without", () => {
  const shown: string[] = [];
  const takeBack = offerShortcut((href, how) => href === "/here?q=a" && shown.push(`${how} ${href}`) > 0);
  expect(click(<Link href="/here?q=a">There</Link>)).toBe(false);
  cleanup();
  expect(push).not.toHaveBeenCalled();
  click(<Link href="/elsewhere">There</Link>);
  cleanup();
  takeBack();
  click(<Link href="/here?q=a">There</Link>);
  expect(shown).toEqual(["push /here?q=a"]);
  expect(push.mock.calls.map(([href]) => href)).toEqual(["/elsewhere", "/here?q=a"]);
});
