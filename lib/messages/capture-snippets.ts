/** Where a key stands when the page does not know it any more. */
export const keyVariable = "COUNTERSIGN_KEY";

export type Way = { origin: string; label: string; secret: string | null };

const q = (text: string) => JSON.stringify(text);
/** Safe between single quotes of a shell. */
const shell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * What the recorder needs: one setting, under each of the names OpenTrain's own tools read. The token stays the
 * agent's own; only the sandbox's is ever known to the page.
 */
export type RecorderSetting = { origin: string; token: string | null };

export const recorderSnippets = {
  cli: ({ origin, token }: RecorderSetting) =>
    [
      `export OPENTRAIN_API_BASE_URL=${shell(origin)}`,
      `export OT_API_BASE_URL=${shell(origin)}`,
      ...(token === null ? [] : [`export OPENTRAIN_API_TOKEN=${shell(token)}`]),
    ].join("\n"),
  mcp: ({ origin, token }: RecorderSetting) =>
    [
      '"env": {',
      `  "OPENTRAIN_API_BASE_URL": ${q(origin)},`,
      `  "OPENTRAIN_PERSONAL_API_TOKEN": ${q(token ?? "the token it has now")}`,
      "}",
    ].join("\n"),
  code: ({ origin, token }: RecorderSetting) =>
    token === null ? origin : `${origin}\nAuthorization: Bearer ${token}`,
} as const;

/** The same for a shell in one line. */
export function recorderLine(origin: string): string {
  return `export OPENTRAIN_API_BASE_URL=${shell(origin)} OT_API_BASE_URL=${shell(origin)}`;
}

/** A call that changes nothing, with the agent's own token. */
export function recorderTest({ origin, token }: RecorderSetting): string {
  const own = token === null ? '"Authorization: Bearer $OPENTRAIN_API_TOKEN"' : bearer(token);
  return `curl -sS ${shell(`${origin}/api/public/v1/auth/me`)} -H ${own}`;
}

/** Stores nothing: is the address right, does the key fit? */
export function keyTest({ origin, secret }: Way): string {
  return [
    `curl -sS -X POST ${shell(`${origin}/api/capture`)} \\`,
    `  -H ${bearer(secret)} \\`,
    `  -H 'Content-Type: application/json' -d '{"test": true}'`,
  ].join("\n");
}

/** Each runs as it is copied, with nothing but what comes with the language; no call of the agent fails by it. */
export const keySnippets = {
  curl: ({
    origin,
    label,
    secret,
  }: Way) => `# After every 202:  countersign answer.json request.json "why you ask"
countersign() {
  why=$(printf '%s' "$3" | tr '\\n\\r\\t' '   ' | sed 's/[\\\\"]/\\\\&/g')
  printf '{"approval":%s,"request":%s,"agent":{"name":%s,"reason":"%s"}}' \\
    "$(cat "$1")" "$(cat "$2")" ${shell(q(label))} "$why" |
  curl -sS -X POST ${shell(`${origin}/api/capture`)} \\
    -H ${bearer(secret)} \\
    -H 'Content-Type: application/json' --data-binary @-
}`,

  typescript: ({
    origin,
    label,
    secret,
  }: Way) => `type Answer = { status: number; body: { approval?: object } };

/** What OpenTrain answered, the body that was sent, and why. */
export async function tellCountersign(answer: Answer, request: object, reason: string) {
  if (answer.status !== 202) return;
  const agent = { name: ${q(label)}, reason };
  try {
    const told = await fetch(${q(`${origin}/api/capture`)}, {
      method: "POST",
      headers: {
        "Authorization": ${secret === null ? `\`Bearer \${process.env.${keyVariable}}\`` : q(`Bearer ${secret}`)},
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ approval: answer.body.approval, request, agent }),
    });
    if (!told.ok) console.error("Countersign was not told:", told.status, await told.text());
  } catch (error) {
    console.error("Countersign was not told:", error);
  }
}`,

  python: ({ origin, label, secret }: Way) => `import json, os, sys, urllib.error, urllib.request

def tell_countersign(status, answer, request, reason):
    """What OpenTrain answered, the body that was sent, and why."""
    if status != 202:
        return
    agent = {"name": ${q(label)}, "reason": reason}
    told = {"approval": answer["approval"], "request": request, "agent": agent}
    headers = {
        "Authorization": ${secret === null ? `"Bearer " + os.environ["${keyVariable}"]` : q(`Bearer ${secret}`)},
        "Content-Type": "application/json",
    }
    call = urllib.request.Request(${q(`${origin}/api/capture`)}, json.dumps(told).encode(), headers)
    try:
        urllib.request.urlopen(call, timeout=30).close()
    except urllib.error.HTTPError as error:
        print("Countersign was not told:", error.code, error.read().decode(), file=sys.stderr)
    except OSError as error:
        print("Countersign was not told:", error, file=sys.stderr)`,
} as const;

function bearer(secret: string | null): string {
  return secret === null
    ? `"Authorization: Bearer $${keyVariable}"`
    : shell(`Authorization: Bearer ${secret}`);
}
