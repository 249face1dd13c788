// What the build turns into modules: see `map-build.mjs`.
declare module "look:*" {
  const look: import("./look").Look;
  export default look;
}
declare module "maplibre-gl-worker";
declare module "*.woff2" {
  const address: string;
  export default address;
}
