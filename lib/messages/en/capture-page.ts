import { keyVariable } from "../capture-snippets";
import { plural } from "./plural";

const counted = (one: string, many: string) => (count: number) =>
  plural(count, `one ${one}`, `${count.toLocaleString("en")} ${many}`);

/** Why a call came to nothing, where its own answer does not say so. */
export const callWhys = {
  answered: (status: string) => `It was answered with status ${status}.`,
  doubled_path:
    "OpenTrain’s path stood in it twice: the setting is the address alone, without /api/public/v1.",
  no_such_address: "There is nothing at the address it asked for.",
};

/** Settings → Capture. */
export const capturePage = {
  page: "Capture",
  title: "Capture",
  lead: "How your agents’ requests get here. OpenTrain tells nobody but the agent that one waits.",
  onlyOwner: "Only the owner can see and change capture keys.",
  local:
    "{origin} is this machine’s own address. Agents that run elsewhere need one they can reach: whoever runs this server sets APP_URL.",
  failedToLoad: { title: "This page could not be loaded", text: "This inbox did not answer." },
  noScript: "Making keys and waiting for a call need JavaScript in this browser.",
  copy: "Copy",
  copied: "Copied",

  recorder: {
    title: "Change one setting",
    best: "recommended",
    text: "Let the agent find OpenTrain at the address of this inbox. It keeps its own token and works as before: each call goes on to OpenTrain as it came, and nothing it asks for can be missed.",
    account: "Its token has to be one of the OpenTrain account connected here; any other is turned away.",
    where: "Where the setting is",
    ways: { cli: "Command line", mcp: "MCP server", code: "Own code" },
    how: {
      cli: "In the environment the agent runs in. OpenTrain’s tools read either name, so both are set.",
      mcp: "In the settings of OpenTrain’s MCP server. Only the address is new: its token stays the one it has, and where it has none there because it was logged in, leave that line out.",
      mcpWithToken: "In the settings of OpenTrain’s MCP server:",
      code: "The address that stands before /api/public/v1 in every call:",
    },
    test: "In a terminal where the agent’s token is set as OPENTRAIN_API_TOKEN, or let the agent do anything:",
    testWithToken:
      "In any terminal from which this inbox can be reached, or let an agent that has this token do anything:",
    sandbox: {
      text: "To try this now, take the sandbox’s own agent: its token is worth nothing anywhere else, and ends with the sandbox.",
      show: "Show the sandbox agent’s token",
      showing: "One moment",
      shown: "What is to be copied below has this token in it.",
      copy: "Copy the token",
      hide: "Hide it",
      failed: "That did not go through: {why}",
    },
  },

  keys: {
    title: "Or hand each request over",
    text: "For an agent whose address cannot be changed: after each answer with status 202 it posts that answer here. A key can add requests and do nothing else; each agent gets its own.",
    forWhom: "Name of the agent",
    help: "So that you know it again, and as the name its requests are shown under.",
    make: "Make a key",
    making: "Making the key",
    empty: "Give the agent a name.",
    failed: "That did not go through: {why}",
    list: "Keys",
    none: "No key is in use.",
    never: "not used yet",
    used: "last used {ago}",
    made: "made {ago}",
    revokedAt: "revoked {ago}",
    revoked: "revoked",
    unshown: "not shown yet",
    sources: {
      environment: "from the server’s settings",
      sandbox: "of the sandbox’s agent",
      generated: "made at the first start",
    },
    show: "Show the key",
    showOnce: "It can be shown once.",
    use: "How to use it",
    useOf: "How to use it: {label}",
    rename: "Rename",
    renameOf: "Rename the key {label}",
    renameTo: "New name",
    save: "Save",
    cancel: "Cancel",
    revoke: "Revoke",
    revokeOf: "Revoke the key {label}",
    revokeAsk:
      "Revoke the key {label}? The next call with it is turned away. Requests that came with it stay.",
    revoking: "Revoking",
    keep: "Keep it",
    wasRevoked: "The key {label} was revoked.",
    wasRenamed: "The key is called {label} now.",
  },

  made: {
    title: "The key of {label}",
    once: "Copy it now. It is shown once and kept by nobody but the agent.",
    what: "The agent sends it as Authorization: Bearer with each call to {origin}/api/capture. It is no OpenTrain token: it can add requests to this inbox and do nothing else.",
    copyKey: "Copy the key",
    done: "Done",
  },

  snippets: {
    label: "How the agent hands a request over",
    ways: { instructions: "Instructions", curl: "curl", typescript: "TypeScript", python: "Python" },
    withKey: "With the address and the key in place. Whoever reads it can add requests.",
    withoutKey: `This page does not know the key any more: set it as ${keyVariable} where the agent runs. If it is lost, make a new one and revoke this one.`,
    how: {
      instructions: "For the agent’s own instructions, where it can make calls by itself:",
      curl: "For a shell. The files hold OpenTrain’s answer and the body that was sent.",
      typescript: "Nothing to install. A fault here is reported and stops no agent.",
      python: "Nothing to install. A fault here is reported and stops no agent.",
    },
  },

  /** For an agent to read, not for a person: exact, and nothing it could take for an order of somebody else. */
  instructions: {
    title: "What the agent should say",
    text: "Whoever decides wants to know why. Add this to the agent’s instructions:",
    recorder:
      "Your calls to OpenTrain go through an inbox at {origin}, where a person decides on what you ask. With each call that hires, funds a milestone, releases a payment or ends a contract, send two headers: X-Agent-Name with what you are called, and X-Agent-Reason with one or two sentences on why you ask. Percent-encode what is not plain ASCII. If you cannot send headers, leave them out. Never put a token or another secret into them.",
    key: 'OpenTrain answers with status 202 when a person has to confirm what you asked for: to hire, to fund a milestone, to release a payment or to end a contract. Each time, post at once to {origin}/api/capture with the header Authorization: Bearer {secret} and this JSON: {"approval": the approval of the answer, "request": the body you sent, "agent": {"name": {name}, "reason": why you ask, in one or two sentences for whoever decides}}. Status 202 means that it was stored; the same one again is harmless. If the call fails, try it again a little later. Never put a token or another secret into what you post.',
    secretVariable: `followed by the value of the environment variable ${keyVariable}`,
  },

  test: {
    open: "Test it now",
    openOf: "Test it now: {label}",
    starting: "One moment",
    waiting: "Waiting for the first call",
    since: "since {elapsed}",
    stop: "Stop waiting",
    again: "Wait again",
    close: "Close",
    keyCommand: "Let the agent hand a request over, or try key and address alone. This stores nothing:",
    copyTest: "Copy the test call",
    arrived: "Arrived {ago}",
    by: "from {agent}",
    see: "See the request",
    outcomes: {
      tested: "A test call. Address and key are right.",
      listed: "A request, proven by our own read and listed.",
      claimed:
        "A request. OpenTrain has not shown it to a connected token yet, so it stands among what is not proven.",
      asked: "A request, recorded as OpenTrain answered it.",
      not_taken: "A request that went on to OpenTrain, so the setting is right; OpenTrain refused it.",
      unanswered: "A call that went on to OpenTrain, so the setting is right; OpenTrain did not answer.",
      read: "A read that went on to OpenTrain. What is asked for this way shows up by itself.",
      passed: "A call that went on to OpenTrain. What is asked for this way shows up by itself.",
    },
    doubledPath: "A call came in, but not to where it should.",
    refused: "A call arrived and was turned away: {why}",
    unreachable: "This page cannot ask the inbox at the moment. It keeps trying.",
    stray: {
      capture:
        "Meanwhile a call came {ago} with a key this server does not know. If it was yours, the key was not copied whole.",
      recorder: "Meanwhile a call came {ago} that was not passed on: {why}",
      address:
        "Meanwhile a call came {ago} to an address that is not there. If it was yours, compare the address with the one above.",
    },
    timedOut: "Nothing arrived within {minutes} minutes. What to check:",
    checks: {
      capture: [
        "The agent really got an answer with status 202; other answers have nothing to hand over.",
        "It can reach {origin} from where it runs.",
        "It sends Authorization: Bearer with the whole key.",
      ],
      recorder: [
        "The setting is in the environment of the agent itself, and the agent was started after it was set.",
        "It can reach {origin} from where it runs.",
        "The address ends where it ends above, without /api/public/v1.",
        "Nothing else sets the address: --base-url, or the file of saved credentials.",
      ],
    },
  },

  callers: {
    title: "Who came by lately",
    none: "Nobody yet.",
    unnamed: "An agent that gives no name",
    ways: {
      recorder: "through the recorder",
      capture: "with the key {label}",
      captureOwn: "with its key, and gives no name",
      captureGone: "with a key",
    },
    last: "last: {what}",
    outcomes: {
      tested: "a test call",
      listed: "a request, listed",
      claimed: "a request, not proven then",
      asked: "a request, recorded",
      not_taken: "a request, refused by OpenTrain",
      unanswered: "a call OpenTrain did not answer",
      read: "a read",
      passed: "another call",
      refused: "a call turned away: {why}",
    },
    withStatus: "{what}, with status {status}",
    doubledPath: "a call to a wrong address: {why}",
    lastDay: "In the last day: {counts}",
    counts: {
      tested: counted("test call", "test calls"),
      listed: counted("request, listed", "requests, listed"),
      claimed: counted("request, not proven", "requests, not proven"),
      asked: counted("request, recorded", "requests, recorded"),
      not_taken: counted("request, refused by OpenTrain", "requests, refused by OpenTrain"),
      unanswered: counted("call without an answer", "calls without an answer"),
      read: counted("read", "reads"),
      passed: counted("other call", "other calls"),
      refused: counted("call turned away", "calls turned away"),
    },
    calls: (count: number) => (count === 1 ? "one call" : `${count.toLocaleString("en")} calls`),
    strays: "Turned away on this server in the last day, and nobody can tell whose they were",
    strayCount: "{calls}, the last one {ago}: {why}",
  },
};
