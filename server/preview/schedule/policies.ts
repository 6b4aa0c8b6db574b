/** The policies of an autoscaler as a schedule reads them: those of instances, and those of docker+machine. */
import { type TableView, tableView } from '../../meaning/table-view';
import type { TableNode } from '../../toml/model';
import { covers, isAlways, type Schedule, scheduleOf } from '../../values/policy-periods';

export interface Policy {
  /** As somebody counts them. */
  readonly number: number;
  readonly periods: readonly string[];
  readonly schedules: readonly Schedule[];
  /** Periods that are not understood here. */
  readonly unread: readonly string[];
  /** Empty: that of the manager's host. */
  readonly zone: string;
  readonly idle: number;
  readonly never: 'hidden' | 'no-date' | undefined;
}

export interface Policies {
  readonly list: readonly Policy[];
  /** How many wait idle where no policy holds. */
  readonly otherwise: number;
}

/** Nobody has more. */
const MOST = 50;
const ALWAYS = ['* * * * *'];

/** The policies of a runner; undefined where it has none. */
export function policiesOf(runner: TableNode): Policies | undefined {
  const view = tableView(runner);
  const machine = view.table('machine');
  const ofMachine = machine?.tables('autoscaling') ?? [];
  if (view.string('executor')?.value === 'docker+machine' && machine && ofMachine.length > 0) {
    const list = ofMachine.slice(0, MOST).map((policy, index) => machinePolicy(policy, index + 1));
    return { list: withNever(list), otherwise: machine.number('IdleCount')?.value ?? 0 };
  }
  const autoscaler = view.table('autoscaler') ?? view.table('kubernetes')?.table('autoscaler');
  const policies = autoscaler?.tables('policy') ?? [];
  if (policies.length === 0) return undefined;
  return { list: withNever(policies.slice(0, MOST).map((policy, index) => policyOf(policy, index + 1))), otherwise: 0 };
}

type Read = Omit<Policy, 'never'>;

function policyOf(view: TableView, number: number): Read {
  const periods = textsOf(view, 'periods');
  return {
    number,
    ...read(periods.length > 0 ? periods : ALWAYS, (period) => period),
    zone: view.string('timezone')?.value ?? '',
    idle: view.number('idle_count')?.value ?? 0,
  };
}

function machinePolicy(view: TableView, number: number): Read {
  const zone = view.string('Timezone')?.value ?? '';
  return {
    number,
    ...read(textsOf(view, 'Periods'), fiveFields),
    zone: zone === 'Local' ? '' : zone,
    idle: view.number('IdleCount')?.value ?? 0,
  };
}

function textsOf(view: TableView, name: string): readonly string[] {
  return view.list(name)?.value.map(({ value }) => value) ?? [];
}

function read(
  periods: readonly string[],
  asFive: (period: string) => string,
): Pick<Read, 'periods' | 'schedules' | 'unread'> {
  const schedules: Schedule[] = [];
  const unread: string[] = [];
  for (const period of periods) {
    const schedule = scheduleOf(asFive(period));
    if (schedule) schedules.push(schedule);
    else unread.push(period);
  }
  return { periods, schedules, unread };
}

/** Periods of docker+machine have seconds in front and years behind; `?` is any day. */
function fiveFields(period: string): string {
  const fields = period
    .trim()
    .split(/\s+/, 8)
    .map((field) => (field === '?' ? '*' : field));
  const isWhole = fields.length === 7 && fields[0] === '*' && fields[6] === '*';
  return isWhole ? fields.slice(1, 6).join(' ') : period;
}

function withNever(policies: readonly Read[]): Policy[] {
  return policies.map((policy, index) => ({ ...policy, never: neverOf(policy, policies.slice(index + 1)) }));
}

function neverOf(policy: Read, later: readonly Read[]): Policy['never'] {
  if (policy.unread.length > 0) return undefined;
  if (!policy.schedules.some(hasDate)) return 'no-date';
  const isHidden = later.some(({ schedules, zone }) =>
    policy.schedules.every((part) =>
      schedules.some((whole) => (zone === policy.zone || isAlways(whole)) && covers(whole, part)),
    ),
  );
  return isHidden ? 'hidden' : undefined;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const EVERY_WEEKDAY = 0b1111111n;

/** Whether there is a day of a schedule in any year: the 31st of February is none. */
function hasDate([, , days = 0n, months = 0n, weekdays = 0n]: Schedule): boolean {
  if ((weekdays & EVERY_WEEKDAY) !== EVERY_WEEKDAY) return weekdays !== 0n && months !== 0n;
  return DAYS.some((last, index) => {
    const isInMonth = (months >> BigInt(index + 1)) & 1n;
    return isInMonth === 1n && (days & ((1n << BigInt(last + 1)) - 2n)) !== 0n;
  });
}
