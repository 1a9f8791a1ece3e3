// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Money, MoneyRange } from "./money";

afterEach(cleanup);

it("says a known amount to the cent, for the eye and for the ear", () => {
  const { container } = render(<Money cents={50495} />);
  expect(container.querySelector("[aria-hidden]")?.textContent).toBe("$504.95");
  expect(container.querySelector(".sr-only")?.textContent).toBe("504.95 US dollars");
});

it("says unknown for what is missing, never zero", () => {
  const { container } = render(<Money cents={null} />);
  expect(container.textContent).toBe("unknown");
});

it("keeps a true zero apart from unknown", () => {
  const { container } = render(<Money cents={0} />);
  expect(container.querySelector("[aria-hidden]")?.textContent).toBe("$0.00");
});

it("carries both ends and what is not in them", () => {
  const { container } = render(<MoneyRange min={75495} max={77995} unknown={1} />);
  expect(container.querySelector("[aria-hidden]")?.textContent).toBe("$754.95 to $779.95, and 1 unknown");
});
