import { createServer } from "node:http";
import next from "next";

// As our own web has Next behind it, with nothing between.
const app = next({ dir: import.meta.dirname, dev: false });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((req, res) => void handle(req, res));
server.listen(0, "127.0.0.1", () => process.send({ type: "ready", port: server.address().port }));
for (const end of ["disconnect", "SIGTERM"]) process.on(end, () => process.exit(0));
