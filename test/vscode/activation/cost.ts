/** What our activation cost, by the marks that VS Code itself sets around it. */
import { assert } from 'chai';
import { ours } from '../harness/extension';

export interface Cost {
  /** Milliseconds, by the clock, that reading and running the code took. */
  readonly loading: number;
  /** Those that `activate` took. */
  readonly activating: number;
}

/** The cost of our activation; throws until it is over. */
export function activationCost(): Cost {
  return {
    loading: between('willLoadExtensionCode', 'didLoadExtensionCode'),
    activating: between('willActivateExtension', 'didActivateExtension'),
  };
}

function between(from: string, to: string): number {
  return at(to) - at(from);
}

/** VS Code keeps its marks in both extension hosts; only in the browser are they also those of `performance`. */
interface Marks {
  getMarks(): { name: string; startTime: number }[];
}

function at(name: string): number {
  const { MonacoPerformanceMarks: marks } = globalThis as typeof globalThis & { MonacoPerformanceMarks?: Marks };
  const wanted = `code/extHost/${name}/${ours().id}`;
  const mark = marks?.getMarks().find((each) => each.name === wanted);
  return mark?.startTime ?? assert.fail(`VS Code set no mark ${wanted}.`);
}
