/** Small files that set feature flags. */

/** A runner with these lines in `[runners.feature_flags]`. */
export function table(...lines: string[]): string {
  return `[[runners]]\n  [runners.feature_flags]\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** A runner with these entries in `environment`. */
export function environment(...entries: string[]): string {
  return `[[runners]]\n  environment = [${entries.map((entry) => `"${entry}"`).join(', ')}]\n`;
}
