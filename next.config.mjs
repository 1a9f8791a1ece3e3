const isDevelopment = process.env.NODE_ENV === "development";

/** @type {import("next").NextConfig} */
export default {
  // A release lies inside the clone it was prepared in, which is no part of it.
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Pages named *.dev.tsx, the style guide, exist while developing only.
  pageExtensions: isDevelopment ? ["dev.tsx", "tsx", "ts"] : ["tsx", "ts"],
  // Native or pooled modules: one copy, loaded by Node itself.
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker"],
};
