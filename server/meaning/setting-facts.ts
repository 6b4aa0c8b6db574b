/** What a runner and the globals are set to, as far as rules about the whole file ask. */
import { isPlaceholder } from '../text/placeholders';
import type { Span } from '../text/span';
import type { Member, TableNode } from '../toml/model';
import { nameInHeader } from '../toml/model';
import type { Alike } from './alike';
import { memberOf } from './members';
import { scaledGroupOf } from './scaled-group';
import { tableView } from './table-view';
import type { GlobalSettings, RunnerSettings } from './visit';

/** What is set, and where; spans of the block. */
export interface Facts<Settings> {
  readonly settings: Settings;
  readonly places: Readonly<Partial<Record<keyof Settings, Span>>>;
}

/** `isFirst`: the first of its list, where the name of the list is found in any spelling of it. */
export function runnerFacts(table: TableNode, list: Member, isFirst: boolean): Facts<RunnerSettings> {
  const view = tableView(table);
  const header = table.sections[0]?.header;
  const [name, token] = [view.string('name'), view.string('token')];
  const [limit, requestConcurrency] = [view.number('limit'), view.number('request_concurrency')];
  const scaled = scaledGroupOf(view);
  const labels = labelsOf(table);
  return {
    settings: {
      spelling: list.name,
      hasHeader: header !== undefined,
      name: name?.value,
      hasToken: Boolean(token?.value),
      awaitsToken: view.has('url') && view.has('executor') && !view.has('token'),
      ownToken: token && ownToken(token.value),
      limit: limit?.value,
      requestConcurrency: requestConcurrency?.value,
      labels: labels?.names,
      group: scaled.group,
      slots: scaled.slots,
    },
    places: placesOf({
      spelling: (isFirst ? undefined : nameInHeader(table)) ?? list.key,
      hasHeader: header,
      name: name?.span,
      ownToken: token?.span,
      limit: limit?.span,
      requestConcurrency: requestConcurrency?.span,
      labels: labels?.key,
      group: scaled.groupPlace,
      slots: scaled.slotsPlace,
    }),
  };
}

/** The facts of a runner that is like another. */
export function likeRunnerFacts({ settings, places }: Facts<RunnerSettings>, alike: Alike): Facts<RunnerSettings> {
  const name = places.name && alike.ownText(places.name);
  const token = places.ownToken && alike.ownText(places.ownToken);
  const moved: Partial<Record<keyof RunnerSettings, Span>> = {};
  for (const key in places) {
    const place = places[key as keyof RunnerSettings];
    if (place) moved[key as keyof RunnerSettings] = alike.of(place);
  }
  return {
    settings: {
      ...settings,
      name: name ?? settings.name,
      ownToken: token === undefined ? settings.ownToken : ownToken(token),
    },
    places: moved,
  };
}

/** What the root table says of all runners. */
export function globalFacts(root: TableNode): Facts<GlobalSettings> {
  const concurrent = tableView(root).number('concurrent');
  const labels = labelsOf(root);
  const [first] = root.members.values();
  return {
    settings: { concurrent: concurrent?.value, commonLabels: labels?.names, firstKey: first?.name },
    places: placesOf({ concurrent: concurrent?.span, commonLabels: labels?.key, firstKey: first?.key }),
  };
}

/** Shorter texts, those of a few characters again and again, and what somebody took the token out of only stand for one. */
const SHORTEST = 20;
const FEWEST_CHARACTERS = 8;

function ownToken(token: string): string | undefined {
  if (token.length < SHORTEST || isPlaceholder(token) || /redacted/i.test(token)) return undefined;
  return new Set(token).size >= FEWEST_CHARACTERS ? token : undefined;
}

/** The labels of a runner, or of the root table. */
function labelsOf(table: TableNode): { readonly key: Span; readonly names: readonly string[] } | undefined {
  const member = memberOf(table, 'labels');
  return member?.node.type === 'table' ? { key: member.key, names: [...member.node.members.keys()] } : undefined;
}

/** Spans alone, of what there is: they keep no tree in memory. */
function placesOf<Key extends string>(found: Readonly<Record<Key, Span | undefined>>): Partial<Record<Key, Span>> {
  const places: Partial<Record<Key, Span>> = {};
  for (const key in found) {
    const span = found[key];
    if (span) places[key] = { start: span.start, end: span.end };
  }
  return places;
}
