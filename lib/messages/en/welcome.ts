/** The first steps, from nothing to the first request. */
export const welcome = {
  page: "First steps",
  title: "Three steps to your first request",
  lead: "Each can wait. The inbox works all the while.",
  allDone: {
    title: "All set",
    lead: "Your account is connected, an agent came by, and its requests arrive here.",
  },
  state: { done: "done", open: "to do" },
  skip: "Skip for now",
  inbox: "Go to the inbox",
  noScript: "Connecting and waiting for a call need JavaScript in this browser.",

  connect: {
    title: "Connect your OpenTrain account",
    stay: "Or stay with the sandbox for now: a simulated account in which two agents ask for things by themselves. You can connect your own later, under Settings.",
    staySandbox: "Try the sandbox first",
    done: "{account} is connected.",
    doneUnnamed: "Your account is connected.",
  },
  call: {
    title: "Let an agent come by",
    text: "Tell the agent to find OpenTrain at the address of this inbox. Run this line where the agent runs, before it starts:",
    copy: "Copy the line",
    passes:
      "Its calls go on to OpenTrain as they came, with its own token, and what it asks for shows up here.",
    first: "Connect an account first: until then, calls are turned away.",
    waiting: "Waiting for its first call",
    failed: "This inbox does not answer just now; it goes on trying.",
    done: "{agent} came by {ago}.",
    doneUnnamed: "An agent came by {ago}.",
    other: "Other ways: an MCP server, own code, a key",
    own: "Let another one come by",
  },
  request: {
    title: "See the first request arrive",
    waiting:
      "Nothing was asked yet. The first request shows up here by itself, as soon as the agent asks for something that binds you or moves money.",
    paste: "Paste a confirm link you were sent",
    done: "It is here. Open it to see what it costs, what each choice does, and how long is left.",
    settled: "Requests have arrived here. Nothing waits just now.",
    history: "See what was decided",
  },
  phone: {
    title: "The inbox on your phone",
    address: "On the phone, open {origin} and sign in. Then:",
    iphone: "iPhone",
    iphoneText: "In Safari, tap Share, then Add to Home Screen.",
    android: "Android",
    androidText: "In Chrome, tap the menu ⋮, then Add to Home screen, then Install.",
    local:
      "{origin} is this machine’s own address, which a phone cannot reach. Whoever runs this server gives it a name with https, and sets APP_URL.",
    insecure: "Phones install from https addresses only. Until this inbox has one, a bookmark does.",
    install: "Install on this device",
    installed: "It is installed on this device.",
  },
  away: {
    put: "Do not show these steps again",
    putting: "Putting them away",
    isAway: "These steps are put away: nothing leads here any more.",
    again: "Show them again",
    failed: "Not changed: {why}",
  },

  /** Who cannot set anything up. */
  mate: {
    title: "What you can do here",
    lead: "You read along with {workspace}.",
    leadUnnamed: "You read along.",
    see: {
      title: "See what waits",
      text: "Every request with what it costs, what each choice does and how long is left. Confirming and declining is the owner’s, on OpenTrain’s own page.",
      link: "Open the inbox",
    },
    past: {
      title: "Look back and take it along",
      text: "History holds what was confirmed, declined and lapsed. Its sums and its rows go into a spreadsheet.",
      textViewer: "History holds what was confirmed, declined and lapsed.",
      link: "Open the history",
    },
    own: {
      title: "Have it your way",
      text: "Theme, language and time zone are yours alone.",
      link: "Choose them",
    },
  },
};
