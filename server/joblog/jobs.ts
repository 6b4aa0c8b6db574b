/** The jobs of a log, one after the other: of those that are over no more is kept than what they were the first to tell. */
import { type Cause, type Judged, judge } from './causes';
import { Job } from './job';
import type { LogRunner } from './types';

export class Jobs {
  /** The one that is being read. */
  current = new Job();
  private readonly told = new Told();
  /** The one in whose script the log of the current one began, before that job had ended. */
  private around: Job | undefined;
  /** What the other jobs tell whose logs that script has shown. */
  private shown = new Told();

  /** `known`: with what a configuration tells of the runner. */
  constructor(private readonly known: (runner: LogRunner) => LogRunner) {}

  /** Another job begins. */
  begin(): void {
    const { current } = this;
    if (this.around) this.keep(current, this.shown);
    else if (current.hasScript && !current.isOver) this.around = current;
    else this.keep(current, this.told);
    this.current = new Job();
  }

  /** What the script has shown is over; undefined where it shows none. */
  resume(): Job | undefined {
    const { around } = this;
    if (!around) return undefined;
    this.current = around;
    this.around = undefined;
    this.shown = new Told();
    return around;
  }

  /** The causes of all of them, of each id the first one, and what is to be said of the last job. */
  end(): { causes: readonly Cause[]; last: Judged } {
    if (this.around) this.keep(this.around, this.told);
    this.told.add(this.shown.causes);
    const last = judge(this.current, this.known);
    this.told.add(last.causes);
    return { causes: this.told.causes, last };
  }

  private readonly isTold = (id: string) => this.told.ids.has(id) || this.shown.ids.has(id);

  private keep(job: Job, told: Told): void {
    if (job.tellsMore(this.isTold)) told.add(judge(job, this.known).causes);
  }
}

/** Causes, of each id the first one. */
class Told {
  readonly ids = new Set<string>();
  readonly causes: Cause[] = [];

  add(causes: readonly Cause[]): void {
    for (const cause of causes) {
      const { id } = cause.match.error;
      if (this.ids.has(id)) continue;
      this.ids.add(id);
      this.causes.push(cause);
    }
  }
}
