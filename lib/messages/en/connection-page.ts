/** Settings, Connection; and what every page says of the connection. */
export const connectionPage = {
  page: "Connection",
  title: "Connection",
  lead: {
    sandbox:
      "This workspace follows the sandbox: a simulated OpenTrain in which two scripted agents ask for things now and then. None of it is real money.",
    real: "This workspace follows your OpenTrain account. It only reads; all it may set up there is a webhook by which OpenTrain tells it what was settled.",
    disconnected: "This workspace followed an OpenTrain account that was disconnected.",
    none: "No OpenTrain account is connected.",
  },
  state: "State",
  origin: "Address",
  account: "Account",
  kind: "Kind",
  kinds: { sandbox: "sandbox", real: "real account" },
  states: { disconnected: "Disconnected {since}", first: "The first read is under way." },
  accountUnnamed: "OpenTrain gives it no name",
  never: "not yet",
  read: "Last read",
  onlyOwner: "Only the owner can change the connection.",

  tokens: "Tokens and what they give",
  tokenText:
    "A request shows itself to the owner’s tokens, and to the token of the agent that asked for it. Whichever of these can see one reads it.",
  tokenExpires: "expires {at}",
  tokenExpired: "expired {at}",
  tokenNever: "no end date",
  noTokens: "No token is stored.",
  folded: (lacking: readonly string[]) =>
    lacking.length === 0 ? "Gives everything this inbox can use" : `Does not give ${lacking.join(", ")}`,
  given: "given",
  missing: "missing",
  extra: "Not needed here",

  form: {
    token: "Token",
    show: "Show",
    hide: "Hide",
    tokenHelp:
      "It is sent to {origin} to be checked, and nowhere else. It is stored encrypted and never shown again.",
    label: "What you call it",
    labelHelp: "So that you know it again: whose it is, or which agent’s. You may leave it empty.",
    checking: "Checking with OpenTrain",
    empty: "Paste the token first.",
    shape: "A token has no spaces or line breaks in it. Copy it once more.",
    cancel: "Cancel",
    failed: "Nothing was stored. {why}",
    unchanged: "Nothing was changed. {why}",
    noAnswer: "This inbox did not answer. What you typed is still here.",
  },
  connect: {
    title: "Connect your account",
    text: "Make a token in OpenTrain under Settings, API keys, and paste it here. It needs payments:read; proposals:read and jobs:read are recommended, and it needs to write nothing.",
    sandboxEnds:
      "Your account gets a workspace of its own and everybody here moves there. The sandbox and its requests are closed, and do not come back.",
    submit: "Connect",
  },
  reconnect: {
    title: "Connect again",
    text: "With a token of the same account, this workspace goes on where it stopped and everything due is read again.",
    submit: "Connect again",
    another:
      "This token belongs to another account than the one that was disconnected. It gets a workspace of its own: everybody here moves there, and this history is closed until its account is connected again.",
    submitAnother: "Connect the other account",
  },
  add: {
    open: "Add another token",
    title: "Another token of this account",
    text: "For instance the one an agent works with: requests that only it may see are read with it.",
    submit: "Add the token",
    done: "The token was added.",
    unchanged: "This token is here already.",
  },
  replace: {
    open: "Replace",
    title: "Replace it by another token of the same account",
    text: "The old token is erased here in the moment the new one counts. Revoke it in OpenTrain as well.",
    submit: "Replace the token",
    done: "The token was replaced.",
  },
  remove: {
    open: "Remove",
    text: "The token is erased here. What only it could see stays listed as it was last read. Revoke it in OpenTrain as well.",
    submit: "Remove the token",
    sending: "Removing",
  },
  disconnect: {
    title: "Disconnect",
    text: "Erases every token here and reads nothing any more. The history stays readable, and the same account can be connected again.",
    open: "Disconnect the account",
    confirm:
      "Requests that wait now are still open at OpenTrain; here they keep the state they were last read in.",
    submit: "Disconnect now",
    sending: "Disconnecting",
  },
};
