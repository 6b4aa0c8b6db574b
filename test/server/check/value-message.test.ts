/** What is said of a value that is broken TOML, by what its key takes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counted } from '../../counted';
import { dataReportOf } from '../findings';

/** What is said of the values of a text that are no TOML, with their characters. */
function said(text: string): string[] {
  const ofValues = /^\d+ error (?:bare-word|capitalized-boolean|smart-quotes) /;
  return dataReportOf(text)
    .filter((line) => ofValues.test(line))
    .map((line) => line.slice(line.indexOf('«')));
}

function assertSaid(above: string, wanted: Readonly<Record<string, readonly string[]>>): void {
  for (const [line, found] of counted(Object.entries(wanted))) assert.deepEqual(said(`${above}${line}\n`), found, line);
}

describe('a broken value', () => {
  it('where the key takes a number', () =>
    assertSaid('[[runners]]\n', {
      'limit = x': ['«x»: bare-word.expected name=limit text=x wanted=integer'],
      'limit = yes': ['«yes»: bare-word.expected name=limit text=yes wanted=integer'],
      'limit = １２': ['«１２»: bare-word.full-width plain=12 text=１２'],
      'limit = １２x': ['«１２x»: bare-word.expected name=limit text=１２x wanted=integer'],
      'limit = x１': ['«x１»: bare-word.expected name=limit text=x１ wanted=integer'],
      'limit = １．５': ['«１．５»: bare-word.expected name=limit text=１．５ wanted=integer'],
      'limit = “5”': ['«“5”»: bare-word.expected name=limit text=“5” wanted=integer'],
      'limit = True': ['«True»: bare-word.expected name=limit text=True wanted=integer'],
      'limit = null': ['«null»: bare-word.nothing text=null'],
      'output_limit = x': ['«x»: bare-word.expected-unit name=output_limit text=x unit=(unit unit=KiB)'],
    }));

  it('where the key takes a text', () =>
    assertSaid('[[runners]]\n', {
      'name = yes': ['«yes»: bare-word quoted="yes"'],
      'name = ON': ['«ON»: bare-word quoted="ON"'],
      'name = no': ['«no»: bare-word quoted="no"'],
      'name = yess': ['«yess»: bare-word quoted="yess"'],
      'name = ayes': ['«ayes»: bare-word quoted="ayes"'],
      'name = x': ['«x»: bare-word quoted="x"'],
      'name = True': ['«True»: bare-word quoted="True"'],
      'name = null': ['«null»: bare-word.nothing text=null'],
      'name = “x”': ['«“x”»: smart-quotes'],
      'name = ｙｅｓ': ['«ｙｅｓ»: bare-word quoted="ｙｅｓ"'],
      'executor = docker': ['«docker»: bare-word quoted="docker"'],
      'executor = on': ['«on»: bare-word quoted="on"'],
      'unhealthy_interval = １０m': ['«１０m»: bare-word quoted="10m"'],
      'unhealthy_interval = on': ['«on»: bare-word quoted="on"'],
      'unhealthy_interval = “１m”': ['«“１m”»: smart-quotes'],
      'token_expires_at = ２０００': ['«２０００»: bare-word quoted="2000"'],
    }));

  it('where the key takes a boolean', () =>
    assertSaid('[[runners]]\n', {
      'debug_trace_disabled = yes': ['«yes»: bare-word.boolean text=yes value=true'],
      'debug_trace_disabled = On': ['«On»: bare-word.boolean text=On value=true'],
      'debug_trace_disabled = no': ['«no»: bare-word.boolean text=no value=false'],
      'debug_trace_disabled = off': ['«off»: bare-word.boolean text=off value=false'],
      'debug_trace_disabled = ｔｒｕｅ': ['«ｔｒｕｅ»: bare-word.full-width plain=true text=ｔｒｕｅ'],
      'debug_trace_disabled = Ｙｅｓ': ['«Ｙｅｓ»: bare-word.full-width plain=Yes text=Ｙｅｓ'],
      'debug_trace_disabled = True': ['«True»: capitalized-boolean value=true'],
      'debug_trace_disabled = x': ['«x»: bare-word.expected name=debug_trace_disabled text=x wanted=boolean'],
      'debug_trace_disabled = truex': [
        '«truex»: bare-word.expected name=debug_trace_disabled text=truex wanted=boolean',
      ],
      'debug_trace_disabled = xtrue': [
        '«xtrue»: bare-word.expected name=debug_trace_disabled text=xtrue wanted=boolean',
      ],
      'debug_trace_disabled = １': ['«１»: bare-word.expected name=debug_trace_disabled text=１ wanted=boolean'],
      'debug_trace_disabled = “true”': [
        '«“true”»: bare-word.expected name=debug_trace_disabled text=“true” wanted=boolean',
      ],
    }));

  it('where the key takes a list, a map or their entries', () =>
    assertSaid('[[runners]]\n', {
      'environment = [x]': ['«x»: bare-word quoted="x"'],
      'environment = x': ['«x»: bare-word.expected name=environment text=x wanted=strings'],
      'environment = [True]': ['«True»: bare-word quoted="True"'],
      'environment = ["a", ｘ]': ['«ｘ»: bare-word quoted="ｘ"'],
      'labels = { a = x, b = yes }': ['«x»: bare-word quoted="x"', '«yes»: bare-word quoted="yes"'],
      'labels = x': ['«x»: bare-word.expected name=labels text=x wanted=map'],
      'feature_flags = { FF_X = yes, FF_Y = x, FF_Z = ｔｒｕｅ }': [
        '«yes»: bare-word.boolean text=yes value=true',
        '«x»: bare-word.expected-entry name=feature_flags text=x wanted=boolean',
        '«ｔｒｕｅ»: bare-word.full-width plain=true text=ｔｒｕｅ',
      ],
      'docker = { dns = [x], cap_add = yes }': [
        '«x»: bare-word quoted="x"',
        '«yes»: bare-word.expected name=cap_add text=yes wanted=strings',
      ],
      'docker = { service_driver = x, devices = [no] }': ['«x»: bare-word quoted="x"', '«no»: bare-word quoted="no"'],
      'machine = { IdleCount = x, autoscaling = x }': [
        '«x»: bare-word.expected name=IdleCount text=x wanted=integer',
        '«x»: bare-word.expected-tables header=[[runners.machine.autoscaling]] name=autoscaling text=x',
      ],
      'cache = { MaxUploadedArchiveSize = ＴＥＮ }': [
        '«ＴＥＮ»: bare-word.expected-unit name=MaxUploadedArchiveSize text=ＴＥＮ unit=(unit unit=bytes)',
      ],
    }));

  it('where the key takes a table, or nothing that is known', () =>
    assertSaid('[[runners]]\n', {
      'docker = x': ['«x»: bare-word.expected-table header=[runners.docker] name=docker text=x'],
      'docker = yes': ['«yes»: bare-word.expected-table header=[runners.docker] name=docker text=yes'],
      'machine = True': ['«True»: bare-word.expected-table header=[runners.machine] name=machine text=True'],
      'foo = x': ['«x»: bare-word quoted="x"'],
      'foo = yes': ['«yes»: bare-word.boolean-or-text text=yes value=true'],
      'limit = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx': [
        '«xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx»: bare-word.expected name=limit text=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx wanted=integer',
      ],
      'limit = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx': [
        '«xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx»: bare-word quoted="xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"',
      ],
    }));

  it('of the globals', () =>
    assertSaid('', {
      'log_level = info': ['«info»: bare-word quoted="info"'],
      'listen_address = x': ['«x»: bare-word quoted="x"'],
      'concurrent = x': ['«x»: bare-word.expected name=concurrent text=x wanted=integer'],
      'check_interval = x': ['«x»: bare-word.expected-unit name=check_interval text=x unit=(unit unit=s)'],
      'runners = x': ['«x»: bare-word.expected-tables header=[[runners]] name=runners text=x'],
      'session_server = x': ['«x»: bare-word.expected-table header=[session_server] name=session_server text=x'],
      'log_level = on': ['«on»: bare-word quoted="on"'],
    }));
});

describe('an item of a list', () => {
  it('is said with what each item takes', () =>
    assertSaid('[[runners]]\n  [runners.kubernetes.pod_security_context]\n', {
      'supplemental_groups = [abc]': [
        '«abc»: bare-word.expected-item name=supplemental_groups text=abc wanted=integer',
      ],
    }));
});
