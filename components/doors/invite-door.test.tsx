// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiFailure } from "@/lib/api/queries/api-failure";
import type { InvitationSeen } from "@/lib/api/types";
import { messagesFor } from "@/lib/messages";
import { InviteDoor } from "./invite-door";

const seeInvitation = vi.hoisted(() => vi.fn());
vi.mock("@/lib/api/queries/invite", () => ({ seeInvitation, acceptInvitation: vi.fn() }));

const words = messagesFor("en").doors.invite;
const id = "00000000-0000-4000-8000-000000000000";
const seen: InvitationSeen = {
  workspaceName: "Dashcam Labs",
  inviter: "Ada",
  role: "finance",
  expiresAt: "2026-11-28T12:00:00.000Z",
  returning: null,
  suggestedEmail: null,
  you: null,
};

beforeEach(() => {
  seeInvitation.mockReset();
  window.history.replaceState(null, "", `/invite/${id}#the-secret`);
});
afterEach(cleanup);

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

describe("the door of an invitation", () => {
  it("takes the secret out of the address, and asks with it", async () => {
    seeInvitation.mockResolvedValue(seen);
    render(<InviteDoor id={id} />);
    await heading("Join Dashcam Labs");
    expect(window.location.hash).toBe("");
    expect(seeInvitation).toHaveBeenCalledWith({ id, secret: "the-secret" });
  });

  it.each(Object.entries(words.states).filter(([state]) => state !== "missing"))(
    "has a screen for %s",
    async (reason, { title, text }) => {
      seeInvitation.mockRejectedValue(new ApiFailure(410, { code: "GONE", details: { reason } }));
      render(<InviteDoor id={id} />);
      await heading(title);
      expect(screen.getByText(text)).toBeTruthy();
      expect(screen.queryByRole("textbox")).toBeNull();
    },
  );

  it("says when the secret is missing, without asking", async () => {
    window.history.replaceState(null, "", `/invite/${id}`);
    render(<InviteDoor id={id} />);
    await heading(words.states.missing.title);
    expect(seeInvitation).not.toHaveBeenCalled();
  });

  it("keeps the link good when this inbox does not answer", async () => {
    seeInvitation.mockRejectedValueOnce(new ApiFailure(0, null)).mockResolvedValueOnce(seen);
    render(<InviteDoor id={id} />);
    await heading(words.unreachable.title);
    screen.getByRole("button", { name: words.retry }).click();
    await heading("Join Dashcam Labs");
  });

  it.each([
    [true, words.member.title],
    [false, words.signedIn.title],
  ])("lets nobody become somebody else: a member here is %s", async (isMember, title) => {
    seeInvitation.mockResolvedValue({ ...seen, you: { email: "ada@example.com", isMember } });
    render(<InviteDoor id={id} />);
    await heading(title);
    expect(screen.getByText("ada@example.com", { exact: false })).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("keeps the address of whoever comes back", async () => {
    const returning = { email: "robin@example.com", name: "Robin" };
    seeInvitation.mockResolvedValue({ ...seen, returning });
    render(<InviteDoor id={id} />);
    await heading(words.back);
    expect(screen.getByLabelText(words.email)).toMatchObject({ readOnly: true, value: returning.email });
  });

  it("shows the inviter's and the workspace's words as words", async () => {
    seeInvitation.mockResolvedValue({ ...seen, workspaceName: "<b>x</b>\u202e", inviter: "<img src=x>" });
    const { container } = render(<InviteDoor id={id} />);
    await heading("Join <b>x</b>U+202E");
    expect(container.querySelector("img, b")).toBeNull();
  });
});
