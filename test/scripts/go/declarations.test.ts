/** Small Go texts, as the runner's source has them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDeclarations } from '../../../scripts/go/declarations';
import { type GoType, tagValue } from '../../../scripts/go/types';

/** A type as one would say it: `list of pointer to struct`. */
function words(type: GoType | undefined): string {
  switch (type?.form) {
    case 'pointer':
      return `pointer to ${words(type.item)}`;
    case 'list':
      return `list of ${words(type.item)}`;
    case 'map':
      return `map of ${words(type.key)} to ${words(type.item)}`;
    case 'named':
      return type.package ? `${type.package}.${type.name}` : type.name;
    default:
      return String(type?.form);
  }
}

const typeOf = (source: string) => words(readDeclarations(`package p\n${source}`).types.get('T'));

function fieldsOf(body: string) {
  const type = readDeclarations(`package p\ntype T struct {\n${body}\n}\n`).types.get('T');
  return type?.form === 'struct' ? type.fields : assert.fail(words(type));
}

test('types', () => {
  assert.equal(typeOf('type T string'), 'string');
  assert.equal(typeOf('type T = spec.PullPolicy'), 'spec.PullPolicy');
  assert.equal(typeOf('type T []*Service'), 'list of pointer to Service');
  assert.equal(typeOf('type T [3]int'), 'list of int');
  assert.equal(typeOf('type T map[string][]string'), 'map of string to list of string');
  assert.equal(typeOf('type T struct{}'), 'struct');
  assert.equal(typeOf('type T interface {\n\tRun(a int) (b error)\n}'), 'other');
  assert.equal(typeOf('type T func(a any, c *Config) Referee'), 'other');
  assert.equal(typeOf('type T <-chan struct{ a int }'), 'other');
  assert.equal(typeOf('type T[K comparable, V any] map[K]V'), 'map of K to V');
  assert.equal(typeOf('type T atomic.Pointer[Config]'), 'atomic.Pointer');
});

test('a group of types', () => {
  assert.equal(typeOf('type (\n\tA = b.C\n\tT    map[string]string\n)'), 'map of string to string');
});

test('fields: one, several on a line, embedded ones', () => {
  const fields = fieldsOf(
    ['Name string `toml:"name"`', 'a, B *int64', 'docker.Credentials', '*Inner `toml:"inner"`', 'Plain'].join('\n\t'),
  );
  assert.deepEqual(
    fields.map(({ name, embedded, type, tag }) => `${name}${embedded ? ' (embedded)' : ''}: ${words(type)} ${tag}`),
    [
      'Name: string toml:"name"',
      'a: pointer to int64 ',
      'B: pointer to int64 ',
      'Credentials (embedded): docker.Credentials ',
      'Inner (embedded): pointer to Inner toml:"inner"',
      'Plain (embedded): Plain ',
    ],
  );
});

test('fields that hold functions or structs do not swallow what follows', () => {
  const fields = fieldsOf('Run func(ctx context.Context) (int, error)\n\tIn struct {\n\t\tA int\n\t}\n\tLast bool');
  assert.deepEqual(
    fields.map(({ name }) => name),
    ['Run', 'In', 'Last'],
  );
});

test('a comment above belongs to the field, one after a blank line does not, and one behind does', () => {
  const fields = fieldsOf('// of nobody\n\n// Deprecated: use B\nA int\n/* of B */ B int // behind B\nC int');
  assert.deepEqual(
    fields.map(({ comments }) => comments),
    [['Deprecated: use B'], ['of B', 'behind B'], []],
  );
});

test('a field knows its line', () => {
  const [first, second] = fieldsOf('A int\n\n\tB int');
  assert.deepEqual([first?.line, second?.line], [3, 5]);
});

test('values of a tag', () => {
  const tag = 'toml:"host,omitempty" long:"docker-host" description:"say \\"hi\\": toml" env:""';
  assert.equal(tagValue(tag, 'toml'), 'host,omitempty');
  assert.equal(tagValue(tag, 'description'), 'say "hi": toml');
  assert.equal(tagValue(tag, 'env'), '');
  assert.equal(tagValue(tag, 'json'), undefined);
});

test('imports go by their name or the last part of the path', () => {
  const { imports } = readDeclarations(
    'package p\nimport "os"\nimport (\n\tapi "k8s.io/api/core/v1"\n\t"github.com/minio/minio-go/v7"\n\t_ "x.org/y"\n)\n',
  );
  assert.deepEqual(Object.fromEntries(imports), {
    os: 'os',
    api: 'k8s.io/api/core/v1',
    'minio-go': 'github.com/minio/minio-go/v7',
    _: 'x.org/y',
  });
});

test('functions are stepped over, whatever is in them, and methods are known by name', () => {
  const { methods, types } = readDeclarations(
    [
      'package p',
      'func plain() { type Hidden struct{ A int }; s := "}" + `}` + string(\'}\') }',
      'func (p *StringOrArray) UnmarshalTOML(data any) error {',
      '\tswitch v := data.(type) {\n\tcase string:\n\t\treturn nil // }\n\t}\n\treturn nil\n}',
      'func (d Durations[T]) Compile() (err error) { return }',
      'type After int',
    ].join('\n'),
  );
  assert.deepEqual([...methods], ['StringOrArray.UnmarshalTOML', 'T.Compile']);
  assert.deepEqual([...types.keys()], ['After']);
});

test('what is no Go is named with its line', () => {
  assert.throws(() => readDeclarations('package p\n\ntype T = "text"\n'), /line 3: a type was expected, not "text"/);
});
