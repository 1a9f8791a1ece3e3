import { join } from "node:path";

/** @type {import("next").NextConfig} */
export default {
  // The packages are those of the checkout it was copied into.
  turbopack: { root: join(import.meta.dirname, "..", "..") },
  poweredByHeader: false,
};
