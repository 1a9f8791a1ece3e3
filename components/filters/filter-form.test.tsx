// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type ListPage, readListSearch, tidyListSearch } from "@/lib/api/queries/list-search";
import { OPEN_PHASES } from "@/lib/domain/phase";
import { FilterForm } from "./filter-form";
import { SearchField } from "./search-field";
import { SelectField } from "./select-field";

const PAGE: ListPage = { fields: ["q", "sort", "agent"], phases: OPEN_PHASES, sort: "expires" };

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** `delayed`: the address follows only when it is told to, as one does that asks a server first. */
type Given = { delayed?: boolean; at?: string };
type Heard = { went: string[]; follow: (search: string) => void };

function Page({ heard, delayed, at }: Required<Given> & { heard: Heard }) {
  const [search, setSearch] = useState(at);
  heard.follow = (next) => act(() => setSearch(next));
  const listing = readListSearch(new URLSearchParams(search), PAGE, "UTC");
  return (
    <FilterForm
      action="/list"
      label="Find"
      tidy={(given) => tidyListSearch(given, PAGE, "UTC")}
      goTo={(next, how) => {
        heard.went.push(`${how} ${next}`);
        if (!delayed) setSearch(next);
      }}
    >
      <SearchField value={listing.q ?? ""} />
      <SelectField
        name="sort"
        label="Sort"
        value={listing.sort ?? PAGE.sort}
        choices={[
          { value: "expires", label: "Time" },
          { value: "amount", label: "Amount" },
        ]}
      />
    </FilterForm>
  );
}

function show({ delayed = false, at = "" }: Given = {}): Heard {
  const heard: Heard = { went: [], follow: () => undefined };
  render(<Page heard={heard} delayed={delayed} at={at} />);
  return heard;
}

const field = () => screen.getByRole<HTMLInputElement>("searchbox");
const sort = () => screen.getByRole<HTMLSelectElement>("combobox");
const type = (text: string) => {
  act(() => field().focus());
  fireEvent.change(field(), { target: { value: text } });
};
const wait = (ms = 250) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

it("asks once for what was typed, and leaves the way back before the search", () => {
  const { went } = show();
  type("n");
  wait(100);
  type("no");
  wait();
  type("noo");
  wait();
  expect(went).toEqual(["push ?q=no", "replace ?q=noo"]);
  fireEvent.blur(field());
  type("nora");
  wait();
  expect(went.at(-1)).toBe("push ?q=nora");
});

it("keeps what is typed as it is typed, whatever the address makes of it", () => {
  show();
  type("noor ");
  wait();
  expect(field().value).toBe("noor ");
  fireEvent.blur(field());
  expect(field().value).toBe("noor");
});

it("is not overtaken by an address that comes late", () => {
  const heard = show({ delayed: true });
  type("noo");
  wait();
  type("noor");
  heard.follow("?q=noo");
  expect(field().value).toBe("noor");
});

it("asks for the last letters when the field is left before they were asked for", () => {
  const { went } = show();
  type("noor");
  fireEvent.blur(field());
  expect(went).toEqual(["push ?q=noor"]);
  wait();
  expect(went).toHaveLength(1);
});

it("goes at once when something is chosen, with everything else in the form", () => {
  const { went } = show({ at: "?q=noor" });
  fireEvent.change(sort(), { target: { value: "amount" } });
  expect(went).toEqual(["push ?q=noor&sort=amount"]);
  expect(sort().value).toBe("amount");
});

it("shows a choice before the address follows, and the address when it says something else", () => {
  const heard = show({ delayed: true });
  fireEvent.change(sort(), { target: { value: "amount" } });
  expect(sort().value).toBe("amount");
  heard.follow("?sort=amount");
  heard.follow("");
  expect(sort().value).toBe("expires");
});

it("says what the address says on the way back", () => {
  const heard = show();
  type("noor");
  wait();
  act(() => {
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  heard.follow("");
  expect(field().value).toBe("");
});

it("asks nothing more once the way back was taken", () => {
  const { went } = show();
  type("noor");
  act(() => {
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  wait();
  expect(went).toEqual([]);
});

it("is a plain form without scripts", () => {
  show({ at: "?q=noor" });
  const form = screen.getByRole<HTMLFormElement>("search");
  expect([form.method, new URL(form.action).pathname]).toEqual(["get", "/list"]);
  expect(form.querySelector("button[type=submit]")).toBeTruthy();
});
