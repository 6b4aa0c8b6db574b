/** All rows of schemas/rules by code, with their area. */
export function readRules(folder?: string): Record<
  string,
  {
    readonly area: string;
    readonly severity: string;
    readonly evidence: string;
    readonly examples?: readonly { readonly bad: string; readonly good: string; readonly file?: string }[];
  }
>;
export function compileRules(): string;
