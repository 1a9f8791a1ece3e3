/** Whether the call may be made once more; the words for people who only see that it happened are the first. */
const repeats: Record<string, string> = {
  safe: "Nothing was changed there by this call, and it can be repeated.",
  look_here:
    "The answer was lost on the way, so what was asked for may have arrived: do not send it again blindly. Look at it in this inbox, at the address in X-Countersign-Url, or read at OpenTrain what it is about. While a request waits there, asking for exactly the same gives that one back.",
  look_first:
    "The answer was lost on the way, so the call may have arrived: read at OpenTrain what it was to change before you send it again.",
};

/** What agents are told at the recorder's door, and whoever reads their logs. */
export const recorderErrors = {
  agent_token: "Send your OpenTrain API token as a bearer token: Authorization: Bearer ot_pat_…",
  inbox_not_connected:
    "This inbox passes on calls of the OpenTrain accounts connected to it, and this token belongs to none of them. Connect the account in the inbox under Settings, or check the token.",
  inbox_upstream_unreachable: ({ repeat }: Record<string, unknown>) =>
    ["OpenTrain could not be reached through this inbox.", repeats[String(repeat)] ?? ""].join(" ").trim(),
  recorder_path: "The path must stay below its prefix, escapes and dots included.",
  recorder_id: "No id is as long as the one in this path. Nothing was asked for: check the id.",
  browser_navigation: "This address is for agents. Open the inbox itself in the browser.",
  agent_registration_off:
    "This inbox does not pass on registrations. Register at OpenTrain directly, or ask whoever runs the inbox to set AGENT_REGISTRATION=on.",
  too_many_at_once: "Too many calls are under way at once. Wait for some of them.",
  too_many_tokens: "Too many unknown tokens are being looked at. Try again in a moment.",
  too_many_agents: "This inbox has passed on as many registrations as it does in a day.",
  upstream_busy: "OpenTrain asks for fewer calls. Try again later.",
};
