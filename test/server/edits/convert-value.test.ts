/** What a value of the wrong type becomes, by what its key takes; a question mark behind what is a guess. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversionsOf } from '../../../server/edits/convert-value';
import { itemOf, wantedBy } from '../../../server/meaning/wanted';
import { documentOf, findingsOf, fixed, fixedAll, fixTitles } from '../findings';
import { schemaOf } from './visits';

type Cases = Readonly<Record<string, readonly string[]>>;

function conversionsTo(path: string, written: string, inside: boolean): string[] {
  const document = documentOf(`a = ${written}\n`);
  const value = document.syntax.sections[0]?.pairs[0]?.value ?? assert.fail(written);
  const key = schemaOf(path);
  return conversionsOf(document, value, inside ? itemOf(key) : wantedBy(key)).map(
    ({ text, safe }) => text + (safe ? '' : ' ?'),
  );
}

/** Of a key: its values as they are written, with what they may become. */
function become(path: string, cases: Cases, inside = false): void {
  const made = Object.keys(cases).map((written) => [written, conversionsTo(path, written, inside)]);
  assert.deepEqual(Object.fromEntries(made), cases);
}

describe('a boolean', () => {
  const PRIVILEGED = 'runners[].docker.privileged';

  it('is what stands for one elsewhere', () =>
    become(PRIVILEGED, {
      '"true"': ['true'],
      "'True'": ['true'],
      '"yes"': ['true'],
      '"ON"': ['true'],
      '"1"': ['true'],
      '1': ['true'],
      '"ｔｒｕｅ"': ['true'],
      '"false"': ['false'],
      '"No"': ['false'],
      '"off"': ['false'],
      '"0"': ['false'],
      '0': ['false'],
    }));

  it('is nothing else', () =>
    become(PRIVILEGED, {
      '""': [],
      '"untrue"': [],
      '"trues"': [],
      '"2"': [],
      '10': [],
      '2': [],
      '1.0': [],
      '["true"]': [],
      '{}': [],
      '1979-05-27': [],
    }));
});

describe('a number', () => {
  it('is the text that has its digits, or a whole one with a point', () =>
    become('runners[].limit', {
      '"4"': ['4'],
      '" 4 "': ['4'],
      '"１０"': ['10'],
      '"-20"': ['-20'],
      '"+20"': ['+20'],
      '"0"': ['0'],
      '"999999999999999999"': ['999999999999999999'],
      '4.0': ['4'],
      '-4.0': ['-4'],
    }));

  it('is a duration in the unit that the key counts', () => {
    become('check_interval', { '"30s"': ['30'], '"1m30s"': ['90'], '" 2h "': ['7200'], '"0"': ['0'] });
    become('runners[].custom.config_exec_timeout', { '"200s"': ['200'] });
  });

  it('is no part of that unit, and no duration where the unit is none of time', () => {
    become('check_interval', { '"500ms"': [], '"1.5s"': [], '"30 s"': [], '"30sec"': [] });
    become('runners[].limit', { '"30s"': [] });
  });

  it('is none that TOML would not take, or that has a fraction', () =>
    become('runners[].limit', {
      '""': [],
      '"007"': [],
      '"9999999999999999999"': [],
      '"4.5"': [],
      '"4 jobs"': [],
      '"about 4"': [],
      '"four"': [],
      '4.5': [],
      '1e30': [],
      inf: [],
      true: [],
      '["4"]': [],
      '1979-05-27': [],
    }));

  it('may have a fraction where the key takes one', () =>
    become('runners[].machine.IdleScaleFactor', {
      '"1"': ['1'],
      '"1.5"': ['1.5'],
      '"-12.25"': ['-12.25'],
      '"+0.5"': ['+0.5'],
      '"１．５"': ['1.5'],
      '"999999999999999999"': ['999999999999999999'],
      '"1."': [],
      '".5"': [],
      '"01.5"': [],
      '"1.5x"': [],
      '"x1.5"': [],
      '"9999999999999999999"': [],
      '"about"': [],
      true: [],
    }));

  it('may have a unit where Docker takes it with one', () => {
    become('runners[].docker.shm_size', { '"1k"': ['1024'], '"300m"': ['314572800'], '"9x"': [], '"99999999g"': [] });
    become('runners[].limit', { '"1k"': [] });
  });
});

describe('a text', () => {
  it('is a number or a time in quotes, and what a list of one holds', () =>
    become('runners[].docker.memory', {
      '512': ['"512"'],
      '0x1F': ['"0x1F"'],
      '0.5': ['"0.5"'],
      '1979-05-27': ['"1979-05-27"'],
      '["512m"]': ['"512m"'],
      "[ '512m' ]": ["'512m'"],
      '[]': ['""'],
    }));

  it('is the name in a table that other programs write', () => {
    become('runners[].docker.image', { '{ name = "ruby:3" }': ['"ruby:3"'], "{name='a'}": ["'a'"] });
    become('runners[].kubernetes.image_pull_secrets', { '{ name = "regcred" }': ['"regcred"'] }, true);
    become('runners[].docker.image', { '{ name = 1 }': [], '{ name = "a", tag = "b" }': [], '{ name.x = "a" }': [] });
  });

  it('is no list of several, of numbers, or with a comment, and no table', () =>
    become('runners[].docker.memory', {
      '["512m", "1g"]': [],
      '[512]': [],
      '[["512m"]]': [],
      '[\n  "512m" # why\n]': [],
      '{ a = "512m" }': [],
      '{}': [],
    }));

  it('of whatever grammar is one', () => {
    for (const path of [
      'connection_max_age',
      'runners[].token_expires_at',
      'runners[].docker.pull_policy',
      'log_level',
    ])
      become(path, { '15': ['"15"'], '["a"]': ['"a"'], '[1]': [] });
  });

  it('is no switch, but where a key has a word for it, or in a list or a map', () => {
    become('runners[].docker.gpus', { true: ['"all"'], '1': ['"1"'] });
    become('runners[].docker.memory', { true: [], false: [] });
    become('runners[].docker.volumes', { true: [] });
    become('runners[].environment', { true: ['"true"'], '1': ['"1"'] }, true);
    become('runners[].kubernetes.node_selector', { false: ['"false"'] }, true);
    become('runners[].autoscaler.plugin_config', { '1': ['"1"'] }, true);
  });
});

describe('a list', () => {
  it('is what it would hold', () =>
    become('runners[].docker.volumes', {
      '"/cache"': ['["/cache"]'],
      "'/cache'": ["['/cache']"],
      '8080': ['["8080"]'],
      '0.5': ['["0.5"]'],
      '""': ['[]'],
    }));

  it('may be several texts in one', () =>
    become('runners[].docker.volumes', {
      '"/a,/b"': ['["/a", "/b"] ?', '["/a,/b"] ?'],
      '" /a , /b,, "': ['["/a", "/b"] ?', '[" /a , /b,, "] ?'],
    }));

  it('is no script', () =>
    become('runners[].docker.volumes', { '"""\n/a\n"""': [], "'''/a'''": [], '{ a = "b" }': [], '[1]': [] }));

  it('of pairs is a table of texts and numbers', () => {
    become('runners[].environment', {
      '{ A = "b", C = 1, D = true, E = 1.5 }': ['["A=b", "C=1", "D=true", "E=1.5"]'],
      '{}': ['[]'],
      '{ A = ["b"] }': [],
      '{ A = { b = "c" } }': [],
      '{ A.b = "c" }': [],
    });
    become('runners[].docker.extra_hosts', { '{ "a.b" = "10.0.0.1" }': ['["a.b:10.0.0.1"]'] });
  });

  it('of numbers holds numbers', () => {
    become('runners[].kubernetes.pod_security_context.supplemental_groups', {
      '1000': ['[1000]'],
      '1.5': ['[1.5]'],
      '"1000"': [],
      '""': [],
      '1979-05-27': [],
      '["1000"]': [],
    });
    become('runners[].autoscaler.instance_creation_time_buckets', { '30': ['[30]'], '"30"': [] });
  });
});

describe('a map', () => {
  it('of texts is pairs in one text or in a list', () =>
    become('runners[].kubernetes.node_selector', {
      '"disk=ssd"': ['{ disk = "ssd" }'],
      '"disk: ssd"': ['{ disk = "ssd" }'],
      '["disk=ssd", " a.b/c = d=e "]': ['{ disk = "ssd", "a.b/c" = "d=e" }'],
      '"""a=b\nc"""': ['{ a = "b\\nc" }'],
      '"a="': ['{ a = "" }'],
      '""': ['{}'],
      '[]': ['{}'],
    }));

  it('has no entry without a name or a value, and none twice', () =>
    become('runners[].kubernetes.node_selector', {
      '"disk"': [],
      '["disk=ssd", "disk=hdd"]': [],
      '"=ssd"': [],
      '"=ssd=x"': [],
      '":a=b"': [],
      '" =ssd"': [],
      '["a=b", 1]': [],
      '1': [],
      true: [],
    }));

  it('of switches turns on what is named', () =>
    become('runners[].feature_flags', {
      '"FF_A"': ['{ FF_A = true }'],
      '["FF_A=true", "FF_B=1", "FF_C=True"]': ['{ FF_A = true, FF_B = true, FF_C = true }'],
      '["FF_A=false", "FF_B=0", "FF_C: FALSE"]': ['{ FF_A = false, FF_B = false, FF_C = false }'],
      '"FF_A=maybe"': [],
      '"FF_A=untrue"': [],
      '"FF_A=10"': [],
      '"FF_A=true1"': [],
      '"FF_A=false1"': [],
      '"FF_A=00"': [],
    }));

  it('of numbers takes those that TOML has', () =>
    become('runners[].kubernetes.retry_limits', {
      '"TLS=3"': ['{ TLS = 3 }'],
      '["a=0", "b=12"]': ['{ a = 0, b = 12 }'],
      '"a=999999999999999999"': ['{ a = 999999999999999999 }'],
      '"a=9999999999999999999"': [],
      '"a=03"': [],
      '"a=x3"': [],
      '"a=3x"': [],
      '"a"': [],
    }));

  it('of lists is nothing that one text could say', () =>
    become('runners[].docker.services_devices', { '"a=b"': [], '"a"': [], '"a=true"': [], '""': ['{}'] }));
});

describe('the fix', () => {
  const VOLUMES = '[[runners]]\n  [runners.docker]\n    volumes = ';

  it('that comes first is the preferred one', () =>
    assert.deepEqual(
      findingsOf(`${VOLUMES}"/a,/b"\n`).flatMap(({ fixes }) => fixes?.().map(({ preferred }) => preferred)),
      [true, false],
    ));

  it('is made unasked only where it has one meaning', () => {
    assert.equal(fixedAll(`${VOLUMES}"/a"\n`), `${VOLUMES}["/a"]\n`);
    assert.equal(fixedAll(`${VOLUMES}"/a,/b"\n`), `${VOLUMES}"/a,/b"\n`);
  });

  it('has a title of one line, and writes the whole value', () => {
    const fits = `"/${'a'.repeat(35)}"`;
    assert.deepEqual(fixTitles(`${VOLUMES}${fits}\n`), [`Change to \`[${fits}]\``]);
    const long = `"/${'a'.repeat(36)}b"`;
    const title = `Change to \`["/${'a'.repeat(34)}…\``;
    assert.deepEqual(fixTitles(`${VOLUMES}${long}\n`), [title]);
    assert.equal(fixed(`${VOLUMES}${long}\n`, title), `${VOLUMES}[${long}]\n`);
  });
});
