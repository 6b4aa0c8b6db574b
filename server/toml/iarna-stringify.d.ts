// The package types its index only; importing stringify alone leaves the parser out of the bundle.
declare module '@iarna/toml/stringify' {
  const stringify: { (value: unknown): string; value(value: unknown): string };
  export default stringify;
}
