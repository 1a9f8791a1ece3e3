/** What agents are told at the recorder's door, and whoever reads their logs. */
export const recorderErrors = {
  agent_token: "Send your OpenTrain API token as a bearer token.",
  inbox_not_connected:
    "This inbox passes on calls of the OpenTrain accounts connected to it, and this token belongs to none of them. Connect the account in the inbox under Settings, or check the token.",
  inbox_upstream_unreachable:
    "OpenTrain could not be reached through this inbox. Nothing is known of what was sent; ask again before you repeat a change.",
  recorder_path: "The path must stay below its prefix, escapes and dots included.",
  browser_navigation: "This address is for agents. Open the inbox itself in the browser.",
  agent_registration_off:
    "This inbox does not pass on registrations. Register at OpenTrain directly, or ask whoever runs the inbox to set AGENT_REGISTRATION=on.",
  too_many_at_once: "Too many calls are under way at once. Wait for some of them.",
  too_many_tokens: "Too many unknown tokens are being looked at. Try again in a moment.",
  too_many_agents: "This inbox has passed on as many registrations as it does in a day.",
  upstream_busy: "OpenTrain asks for fewer calls. Try again later.",
};
