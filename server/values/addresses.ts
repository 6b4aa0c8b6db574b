/**
 * Addresses that the runner listens at, or tells others: `host:port`. `listen_address` of the metrics may lack its port, and is
 * dropped where it cannot be read (commands/multi.go, listenAddress); of the session server nothing may be wrong (session/server.go,
 * NewServer). A port that there is not ends the runner in each of them.
 */
import type { GrammarName } from '../schema/types';
import { message } from '../text/message';
import type { Span } from '../text/span';
import { type Grammar, type GrammarProblem, shown, understood } from './grammar';
import { isPort, meantHostPort, splitHostPort } from './host-port';

/** What becomes of a text that is none: the endpoint is left out, the runner ends, or GitLab is told what leads nowhere. */
type Outcome = 'dropped' | 'ends' | 'unreachable';

interface Kind {
  readonly name: GrammarName;
  readonly outcome: Outcome;
  /** A text without a port is fine, or is told elsewhere. */
  readonly mayLackPort: boolean;
}

export const listenAddress = addressOf({ name: 'listen-address', outcome: 'dropped', mayLackPort: true });
export const sessionAddress = addressOf({ name: 'session-address', outcome: 'ends', mayLackPort: false });
export const advertisedAddress = addressOf({ name: 'advertised-address', outcome: 'unreachable', mayLackPort: true });

function addressOf(kind: Kind): Grammar<string> {
  return {
    name: kind.name,
    read(text) {
      if (text === '') return understood(text);
      const problem = problemOf(text, kind);
      return problem ? { problems: [problem] } : understood(text);
    },
  };
}

function problemOf(text: string, kind: Kind): GrammarProblem | undefined {
  const scheme = /^[A-Za-z][\w+.-]*:\/\//.exec(text)?.[0];
  const { outcome } = kind;
  if (scheme) {
    // The runner looks for both schemes, and takes the rest for a host and a port that there are not.
    const gravity: Outcome = outcome === 'unreachable' ? 'ends' : outcome;
    const said = message('invalid-value.address.scheme', { text: scheme, outcome: gravity });
    return { ...of(text, kind, 0, scheme.length), message: said, fails: gravity === 'ends' };
  }
  const space = /\s/.exec(text);
  if (space) {
    const said = message('invalid-value.address', { value: shown(text), outcome: 'ends' });
    return { ...of(text, kind, space.index, space.index + 1), message: said, fails: true };
  }
  const { fault, port } = splitHostPort(text);
  if (fault === 'missing-port' && kind.mayLackPort) return undefined;
  if (fault === 'missing-port') {
    const said = message('invalid-value.address.no-port', { value: shown(text) });
    return { start: 0, end: text.length, message: said, refused: false, fails: true };
  }
  if (fault) {
    const said = message('invalid-value.address', { value: shown(text), outcome });
    return { ...of(text, kind, 0, text.length), message: said, fails: outcome === 'ends' };
  }
  if (port === '' || port === undefined || isPort(port)) return undefined;
  const said = message('invalid-value.address.port', {
    port: shown(port),
    outcome: outcome === 'unreachable' ? outcome : 'ends',
  });
  return {
    start: text.length - port.length,
    end: text.length,
    message: said,
    refused: false,
    fails: outcome !== 'unreachable',
  };
}

/** A span of a text, and the text as it was meant where that is one. */
function of(text: string, kind: Kind, start: number, end: number): Span & Pick<GrammarProblem, 'refused' | 'repaired'> {
  const meant = meantHostPort(text);
  const isBetter = meant !== text && meant !== '' && problemOf(meant, kind) === undefined;
  return { start, end, refused: false, repaired: isBetter ? meant : undefined };
}
