import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import next from "next";

// As our own web has Next behind it, with nothing between.
const app = next({ dir: import.meta.dirname, dev: false });
await app.prepare();
const handle = app.getRequestHandler();

/** POLICY is the inbox's own, with NONCE where each answer has a number of its own. */
function setPolicy(req, res) {
  const policy = process.env.POLICY.replaceAll("NONCE", randomBytes(16).toString("base64"));
  req.headers["content-security-policy"] = policy;
  res.setHeader("Content-Security-Policy", policy);
}

const server = createServer((req, res) => {
  if (req.url === "/dynamic") setPolicy(req, res);
  void handle(req, res);
});
server.listen(0, "127.0.0.1", () => process.send({ type: "ready", port: server.address().port }));
for (const end of ["disconnect", "SIGTERM"]) process.on(end, () => process.exit(0));
