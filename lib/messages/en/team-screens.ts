import type { Role } from "@/lib/domain/records";
import type { Permission } from "@/lib/domain/rights";
import { grouped } from "./grouped";

const people = (count: number) => (count === 1 ? "One person" : `${grouped(count)} people`);

const roleNames: Record<Role, string> = { owner: "Owner", finance: "Finance", viewer: "Viewer" };

const permissions: Record<Permission, string> = {
  read: "See requests, history, contracts and credit",
  export: "Take a spreadsheet away",
  open_to_confirm: "Go to OpenTrain’s page to confirm or decline",
  add_requests: "Add a request by its link",
  manage_connection: "Connect and disconnect the OpenTrain account",
  dismiss_blocked: "Dismiss a request that OpenTrain refused",
  manage_capture: "See and change capture keys",
  manage_team: "Invite and remove people",
  manage_own_sign_in: "Change their own password, end their own sessions",
  manage_own_preferences: "Choose their own language, theme and time zone",
};

/** Settings → Team. */
export const team = {
  page: "Team",
  title: "Team",
  lead: (count: number) => `${people(count)} can see this inbox.`,
  members: "Members",
  you: "you",
  roles: roleNames,
  lastUsed: "Last here {ago}",
  neverUsed: "Not here yet",
  joined: "joined {ago}",
  onlyOwner: "Only the owner can invite and remove people.",
  noScript: "Inviting and removing need JavaScript in this browser.",
  remove: "Remove",
  removeWho: "Remove {name}",
  removeAsk: "Remove {name}? They are signed out everywhere at once. What they did stays in the history.",
  removing: "Removing",
  keep: "Keep",
  wasRemoved: "{name} was removed.",
  lastOwner: "The last owner cannot be removed",
  failed: "That did not go through: {why}",
  invite: {
    title: "Invite a teammate",
    text: "You get a link to send. It works once, within 7 days, and lets one person in as finance.",
    label: "For whom (optional)",
    help: "A name or an e-mail address, so that you know the link again. Nothing is sent by this inbox.",
    submit: "Make a link",
    sending: "Making the link",
    once: "Copy the link now. It is shown once.",
    how: "Send it in a way that only they read: whoever opens it first comes in.",
    link: "Invitation link",
    copy: "Copy the link",
    copied: "Copied",
    done: "Done",
  },
  invitations: {
    title: "Invitations",
    unnamed: "No name given",
    open: "good until {when}",
    used: "used by {name}, {ago}",
    usedByNobody: "used {ago}",
    expired: "expired {ago}",
    revoked: "withdrawn {ago}",
    revoke: "Withdraw",
    revokeWho: "Withdraw the invitation for {name}",
    revokeUnnamed: "Withdraw the invitation made {when}",
  },
  removed: {
    title: "Removed",
    when: "removed {ago}",
    again: "Invite again",
    againWho: "Invite {name} again",
    text: "They come back as the person they were, with a new password.",
  },
  rights: {
    title: "What each role may do",
    what: "What",
    names: permissions,
    yes: "yes",
    no: "no",
    text: "Requests are confirmed and declined on OpenTrain’s own page and nowhere else.",
  },
  failedToLoad: { title: "The team could not be loaded", text: "This inbox did not answer." },
};

/** Settings → Security. */
export const security = {
  page: "Security",
  title: "Security",
  lead: "You are signed in as {email}.",
  sessions: {
    title: "Where you are signed in",
    this: "this device",
    device: "{browser} on {system}",
    unknown: "An unknown device",
    lastUsed: "Last used {ago}",
    since: "Signed in {when}",
    from: "from {network}",
    loopback: "from the server’s own machine",
    end: "Sign out",
    endWhich: "Sign out {device}, last used {when}",
    endOthers: "Sign out everywhere else",
    ended: (count: number) =>
      count === 1 ? "One session was ended." : `${grouped(count)} sessions were ended.`,
    onlyThis: "You are signed in nowhere else.",
    failed: "That did not go through: {why}",
    failedToLoad: "Your sessions could not be loaded.",
    noScript: "Signing out elsewhere and changing the password need JavaScript in this browser.",
  },
  password: {
    title: "Change the password",
    text: "Every other session of yours ends with it.",
    present: "Current password",
    next: "New password",
    submit: "Change the password",
    sending: "Changing",
    done: "The password was changed.",
    wrong: "The current password is not right.",
    failed: "The password was not changed: {why}",
  },
};

/** The door a teammate comes in by. */
export const invite = {
  page: "Invitation",
  checking: "Reading the invitation",
  noScript:
    "This invitation needs JavaScript: the secret in its link never leaves this browser otherwise. Switch it on and load the page again.",
  title: "Join {workspace}",
  titleUnnamed: "Join this inbox",
  back: "Welcome back",
  lead: {
    owner: "{inviter} invites you as an owner.",
    finance:
      "{inviter} invites you as finance: you read everything, take spreadsheets away, and change nothing.",
    viewer: "{inviter} invites you as a viewer: you follow along, and change nothing.",
  },
  backLead: "You come back as the person you were. Choose a new password.",
  until: "The invitation is good until {when}.",
  name: "Your name",
  email: "E-mail",
  submit: "Join",
  sending: "Joining",
  emailTaken:
    "This address cannot be used with this invitation. If you were a member here before, ask for an invitation made for you; otherwise use another address.",
  failed: "Joining did not go through: {why}",
  signIn: "Sign in",
  retry: "Try again",
  unreachable: {
    title: "The invitation could not be read",
    text: "This inbox did not answer. The link is as good as it was.",
  },
  states: {
    invitation_unknown: {
      title: "This invitation is not known",
      text: "The link may be cut short. Open the whole link you were sent, or ask for a new one.",
    },
    invitation_used: {
      title: "This invitation was already used",
      text: "If it was you, sign in. If not, tell whoever sent it: they can see who came in, and remove them.",
    },
    invitation_expired: {
      title: "This invitation has expired",
      text: "It was good for 7 days. Ask whoever sent it for a new one.",
    },
    invitation_revoked: {
      title: "This invitation was withdrawn",
      text: "It opens nothing any more. Ask whoever sent it for a new one.",
    },
    invitation_workspace_closed: {
      title: "This invitation led to a closed workspace",
      text: "The team has moved on to another OpenTrain account. Ask whoever sent it for a new one.",
    },
    invitation_already_member: {
      title: "You are a member already",
      text: "You came back by another invitation. Sign in with the password you chose then.",
    },
    missing: {
      title: "The invitation is incomplete",
      text: "The part of the link behind the # is missing. Open the whole link you were sent.",
    },
  },
  member: {
    title: "You are a member already",
    text: "This browser is signed in as {email}, who sees this inbox. The invitation is still good for one other person.",
  },
  signedIn: {
    title: "Somebody is signed in here",
    text: "This browser is signed in as {email}, who belongs to another workspace. Sign out to join with an address of your own.",
  },
  inbox: "Go to the inbox",
  signOut: "Sign out and go on",
};

/** What a page says whose session is over. */
export const ended = {
  page: "Access ended",
  removed: {
    title: "Your access has ended",
    text: "The owner removed you from this inbox. Nothing of it is left on this screen; what you did stays in its history.",
    again: "If that is a mistake, ask the owner for a new invitation.",
    other: "Sign in as somebody else",
  },
};
