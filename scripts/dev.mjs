// `npm run dev`: the same inbox for development, with Next compiling pages as they are asked for.
process.argv.push("--development");
await import("./start.mjs");
