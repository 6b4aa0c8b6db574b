export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** How many for each reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** The names of those that failed. */
  readonly failures?: readonly string[];
  /** Why nothing of it ran. */
  readonly notRun?: string;
}

export function forgetResults(): void;
export function keepResult(suite: string, result: Partial<SuiteResult>): void;
export function resultOf(suite: string): SuiteResult;
export function afterAnotherRun(first: SuiteResult, second: SuiteResult): SuiteResult;
export function summary(results: readonly (readonly [string, SuiteResult])[]): string;
export function fileFor(path: string): string;
