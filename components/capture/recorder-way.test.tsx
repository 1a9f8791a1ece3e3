// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Harness } from "@/components/styleguide/harness";
import { ApiFailure } from "@/lib/api/queries/api-failure";
import type * as CaptureQueries from "@/lib/api/queries/capture";
import { RecorderWay } from "./recorder-way";

const showSandboxToken = vi.hoisted(() => vi.fn());
vi.mock("@/lib/api/queries/capture", async (original) => ({
  ...(await original<typeof CaptureQueries>()),
  showSandboxToken,
}));

const origin = "http://localhost:3000";
const token = "ot_pat_sandboxabc_0123456789abcdef";
const page = (hasSandboxAgent: boolean) => (
  <Harness state="full">
    <RecorderWay origin={origin} canTest hasSandboxAgent={hasSandboxAgent} />
  </Harness>
);
const code = () => screen.getByRole("tabpanel").querySelector("code")?.textContent ?? "";
const choose = (tab: string) => fireEvent.click(screen.getByRole("tab", { name: tab }));
const button = (name: string) => screen.queryByRole("button", { name });
const show = "Show the sandbox agent’s token";

beforeEach(() => {
  showSandboxToken.mockReset();
});
afterEach(cleanup);

describe("the recorder's setting", () => {
  it("keeps the agent's own token, in the block for the MCP server too", () => {
    render(page(false));
    expect(button(show)).toBeNull();
    expect(code()).toBe(`export OPENTRAIN_API_BASE_URL='${origin}'\nexport OT_API_BASE_URL='${origin}'`);
    choose("MCP server");
    expect(JSON.parse(`{${code()}}`)).toEqual({
      env: { OPENTRAIN_API_BASE_URL: origin, OPENTRAIN_PERSONAL_API_TOKEN: "the token it has now" },
    });
    expect(screen.getByText(/its token stays the one it has/)).toBeTruthy();
  });

  it("holds the sandbox agent's token once it was asked for, and not before or after", async () => {
    showSandboxToken.mockResolvedValue({ token });
    expect(renderToString(page(true))).not.toContain("ot_pat_");
    const { container } = render(page(true));
    expect(showSandboxToken).not.toHaveBeenCalled();
    fireEvent.click(button(show) as HTMLElement);
    expect((await screen.findByText(token)).dataset.slot).toBe("sandbox-token");
    expect(document.activeElement?.textContent).toBe(token);
    expect(code()).toContain(`export OPENTRAIN_API_TOKEN='${token}'`);
    choose("MCP server");
    expect(JSON.parse(`{${code()}}`).env.OPENTRAIN_PERSONAL_API_TOKEN).toBe(token);
    choose("Own code");
    expect(code()).toBe(`${origin}\nAuthorization: Bearer ${token}`);
    fireEvent.click(button("Hide it") as HTMLElement);
    expect(container.innerHTML).not.toContain("ot_pat_");
    expect(button(show)).toBeTruthy();
  });

  it("says why it could not be shown", async () => {
    const error = { error: "There is nothing here under that name.", code: "NOT_FOUND" };
    showSandboxToken.mockRejectedValue(new ApiFailure(404, { ...error, requestId: "r" }));
    render(page(true));
    fireEvent.click(button(show) as HTMLElement);
    expect((await screen.findByRole("alert")).textContent).toContain("That did not go through:");
    expect(button(show)).toBeTruthy();
  });
});
