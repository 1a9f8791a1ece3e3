import { Agent, createServer, request } from "node:http";

// The least that can stand between: no check, no list of headers, nothing looked at.
const agent = new Agent({ keepAlive: true });
const { UPSTREAM_PORT: port } = process.env;
const server = createServer((req, res) => {
  const { method, url: path, headers } = req;
  const sent = request({ host: "127.0.0.1", port, method, path, headers, agent }, (answer) => {
    res.writeHead(answer.statusCode, answer.headers);
    answer.pipe(res);
  });
  req.pipe(sent);
});
server.listen(0, "127.0.0.1", () => process.send({ type: "ready", port: server.address().port }));
for (const end of ["disconnect", "SIGTERM"]) process.on(end, () => process.exit(0));
