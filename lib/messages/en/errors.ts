import { recorderErrors } from "@/lib/messages/en/recorder-errors";

type Details = Record<string, unknown>;
type Sentence = string | ((details: Details) => string);

function named(details: Details): string {
  return typeof details.field === "string" && details.field !== "" ? `“${details.field}”` : "The request";
}

function exampleOf({ example }: Details): string {
  return typeof example === "string" ? ` A right one looks like ${example}.` : "";
}

function minutesOf(seconds: unknown): string {
  const minutes = typeof seconds === "number" ? Math.max(1, Math.ceil(seconds / 60)) : 15;
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

/** One sentence for each code, and a better one where the cause is known. */
export const errors: { codes: Record<string, Sentence>; reasons: Record<string, Sentence> } = {
  codes: {
    BAD_REQUEST: (details) => `${named(details)} is missing or not usable as it was sent.`,
    UNAUTHORIZED: "Sign in to see this.",
    FORBIDDEN: "You may not do this.",
    NOT_FOUND: "There is nothing here under that name.",
    CONFLICT: "This does not fit the present state.",
    GONE: "This is no longer available.",
    PAYLOAD_TOO_LARGE: "The request is larger than this call accepts.",
    RATE_LIMITED: "Too many attempts. Wait a little and try again.",
    INTERNAL_ERROR: "Something went wrong on our side. Quote the request id when you report it.",
    UNAVAILABLE: "The inbox cannot answer at the moment. Try again shortly.",
  },
  reasons: {
    not_yet: "This call comes with a later version.",
    not_connected: "No OpenTrain account is connected to this workspace.",
    workspace_closed:
      "The workspace this key belongs to is closed. Make a new key in Settings → Capture of the workspace that took its place.",
    capture_key_revoked:
      "This capture key was revoked. Ask the owner of the inbox for a new one: Settings → Capture.",
    too_many_keys: "There are 100 keys in use. Revoke one that is no longer needed.",
    key_of_environment:
      "This key is the CAPTURE_KEY of the server. To take it away, remove or change it there and start the server again.",
    key_of_sandbox: "The sandbox’s agent comes with its own key. It ends when you connect your account.",
    not_permitted: "Your role here does not include this.",
    too_many_attempts: (details) =>
      `Too many wrong passwords. Try again in ${minutesOf(details.retryAfterSeconds)}.`,
    too_many_captures: "This key has handed over more than 600 requests within a minute.",
    export_busy: "Several exports are running already. Try again in a moment.",
    too_many_streams: "This person has more pages open than this inbox keeps up to date at once.",
    ...recorderErrors,
    database: "The inbox cannot reach its database at the moment. Try again shortly.",
    origin: "The request came from another site.",
    csrf: "The form has expired. Load the page again and repeat it.",
    host: "This inbox does not answer to that host name.",
    method: "This address does not take that method.",
    request_line: "The request line is not usable.",
    headers: "The request has more or longer headers than this inbox reads.",
    transfer_encoding: "The body can be sent plain or in chunks, and in no other way.",
    content_type: "The body must be JSON in UTF-8, and say so.",
    content_encoding: "The body must be sent as it is, not packed.",
    cut_short: "The body broke off.",
    too_slow: "The request did not arrive in time.",
    unknown_field: (details) => `${named(details)} is not a field of this call.`,
    credentials: "The e-mail address or the password is not right.",
    webhook_signature: "The signature is missing, wrong or too old.",
    capture_key: "The capture key is missing or not valid.",
    unknown_parameter: (details) => `${named(details)} is not a parameter of this call.`,
    repeated: (details) => `${named(details)} was given more than once.`,
    cursor_too_old: "This list was begun more than a day ago. Begin it again, without the cursor.",
    not_json: "The body is not JSON.",
    encoding: "The body is not valid UTF-8 text.",
    too_deep: "The body is nested too deeply.",
    too_many_pieces:
      "That holds more than 200 links, ids and lines, and nothing was added. Add the first 200, then the rest.",
    not_a_link: (details) => `${named(details)} is not the link of an approval.${exampleOf(details)}`,
    other_origin: (details) =>
      `${named(details)} does not lead to the connected OpenTrain account.${exampleOf(details)}`,
    other_page: (details) =>
      `${named(details)} leads to OpenTrain, and not to an approval.${exampleOf(details)}`,
    odd_link: (details) =>
      `${named(details)} is written as OpenTrain writes no link of an approval.${exampleOf(details)}`,
    secret: (details) => `${named(details)} is a token, and no approval’s link.${exampleOf(details)}`,
    link_unknown: "This set-up link is not valid. Print a new one on the server with npm run setup-link.",
    link_expired: "This set-up link has expired. Print a new one on the server with npm run setup-link.",
    link_spent: "This set-up link was already used.",
    reset_expired: "This link has expired. Print a new one on the server with npm run owner:reset.",
    reset_spent: "This link was already used. Print a new one on the server with npm run owner:reset.",
    already_set_up: "This inbox already has its owner.",
    email_taken: "This e-mail address already has an account here.",
    password_short: "This password is too short. Choose one of 12 characters or more.",
    password_long: "This password is too long. Choose one of 200 characters or fewer.",
    password_common: "This password is too common. Choose one of 12 characters or more that is your own.",
    token_refused: "OpenTrain does not accept this token: it is mistyped, revoked or expired.",
    token_scope: "This token may not read approvals. Make one in OpenTrain that has payments:read.",
    token_account: "OpenTrain does not say which account this token belongs to.",
    token_kind: "This is another secret of OpenTrain’s and no API token: one begins with ot_pat_.",
    opentrain_unreachable: "OpenTrain could not be reached to check the token. Try again shortly.",
    opentrain_garbled:
      "What answered was not OpenTrain, so the token could not be checked. Whoever runs this server can look at the address it was given.",
    too_many_checks: (details) =>
      `Too many tokens were checked. Try again in ${minutesOf(details.retryAfterSeconds)}.`,
    too_many_tokens: (details) =>
      `This connection has ${String(details.most)} tokens already. Remove one that is no longer needed.`,
    other_account:
      "This token belongs to another OpenTrain account. To change accounts, disconnect the present one first. To have both, ask whoever runs this server for a set-up link for a further owner.",
    other_account_disconnected:
      "This token belongs to another OpenTrain account than the one that was disconnected.",
    elsewhere:
      "This OpenTrain account already has a workspace on this server, and you are not a member of it. Nothing was changed. Its owner can invite you.",
    last_token:
      "This is the last token, and without one nothing can be read. Disconnect the account instead.",
    connection_of_sandbox:
      "The sandbox comes with its own token. It ends when you connect your OpenTrain account.",
    already_shown: "The capture key was already shown once.",
    invitation_unknown: "This invitation is not known. It may be cut short: open the whole link.",
    invitation_used: "This invitation was already used.",
    invitation_expired: "This invitation has expired. Ask for a new one.",
    invitation_revoked: "This invitation was withdrawn. Ask for a new one.",
    invitation_workspace_closed: "The workspace this invitation leads to is closed. Ask for a new one.",
    invitation_already_member: "Whoever this invitation was made for is a member already.",
    too_many_invitations: "There are 20 open invitations. Withdraw one before you make another.",
    already_member: "This person is a member already.",
    workspace_moved: "The team has just moved to another workspace. Load the page again.",
    last_owner: "The last owner cannot be removed.",
    signed_in: "Somebody is signed in with this browser. Sign out first.",
    email_other: "This invitation was made for another e-mail address.",
    too_many_tries: (details) =>
      `Too many attempts with this invitation. Try again in ${minutesOf(details.retryAfterSeconds)}.`,
    present_password: "The current password is not right.",
  },
};
