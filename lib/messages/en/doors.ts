import { plural } from "./plural";
import { ended, invite } from "./team-screens";

/** The words of the pages before anybody is signed in. */
export const doors = {
  invite,
  ended,
  commands: { setUp: "npm run setup-link", reset: "npm run owner:reset" },
  signIn: {
    page: "Sign in",
    title: "Sign in",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    sending: "Signing in",
    failed: "The e-mail address or the password is not right.",
    throttled: (minutes: number) =>
      `Too many attempts. Try again in ${minutes} ${plural(minutes, "minute", "minutes")}.`,
    unreachable: "This inbox does not answer. Check your connection and try again.",
    setUp: "Not set up yet? Use the set-up link the server printed at its start.",
    forgot: "Locked out? Whoever runs this inbox makes an owner a link for a new password with {command}.",
    signedOut: "You are signed out.",
    ended: "Your session has ended. Sign in again.",
    revoked: "This session was ended from elsewhere. If that was not you, change your password.",
  },
  setup: {
    page: "Set up",
    title: "Make this inbox yours",
    lead: "This makes you the owner of a workspace of your own. The link works once.",
    name: "Your name",
    email: "E-mail",
    password: "Password",
    submit: "Make it mine",
    sending: "Setting up",
    zone: "Times will be shown in {zone}.",
    emailTaken: "This e-mail address already has an account here.",
    failed: "The set-up did not go through: {why}",
    checkingTitle: "One moment",
    checking: "Looking at what this link opens",
    unreachableTitle: "This inbox does not answer",
    unreachable: "The link was not used. Check your connection and try again.",
    lookAgain: "Try again",
    noScript: "Set-up needs JavaScript: the secret in the link never leaves this browser otherwise.",
    states: {
      link_unknown: {
        title: "This link is not known",
        text: "It may be cut short. Copy the whole line the server printed, or print it again with {command}.",
      },
      link_expired: {
        title: "This link has expired",
        text: "It was good for 24 hours, and only until a newer one was made. Print a new one on the server with {command}.",
      },
      link_spent: {
        title: "This link was already used",
        text: "If it was you, sign in. If not, look at who can reach your server, and print a new one with {command}.",
      },
      reset_expired: {
        title: "This link has expired",
        text: "It was good for 24 hours, and only until a newer one was made. Whoever runs this inbox prints a new one on the server with {command}.",
      },
      reset_spent: {
        title: "This link was already used",
        text: "If it was you, sign in with the password you chose. If not, print a new one on the server with {command}: it ends every session and makes that password worthless.",
      },
      already_set_up: {
        title: "This inbox already has its owner",
        text: "Sign in, or ask the owner to invite you.",
      },
      missing: {
        title: "The set-up link is incomplete",
        text: "Open the whole link the server printed at its start. Print it again with {command}.",
      },
    },
    signIn: "Sign in",
  },
  reset: {
    title: "Choose a new password",
    lead: "For the owner {email}.",
    password: "New password",
    submit: "Set it and sign in",
    sending: "Setting it",
    note: "Every other session of yours ends, on every device.",
    failed: "The password was not changed: {why}",
  },
};

export type Doors = typeof doors;
