/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Our own server sends these; Next must not bundle native or pooled modules twice.
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker"],
  typescript: { ignoreBuildErrors: false },
  devIndicators: false,
};
