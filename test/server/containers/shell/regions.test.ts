/** The heredocs of shell scripts: what of them is a configuration, how loud one speaks of it, and what a shell fills in. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { readShell } from '../../../../server/containers/shell/regions';
import { Service } from '../../../../server/service';

const textsIn = (source: string) => readShell(source).regions.map(({ text }) => text);

function found(text: string): string[] {
  const document = TextDocument.create('file:///setup.sh', 'shellscript', 1, text);
  return new Service().diagnostics(document).map(({ code, range }) => `${code} ${document.getText(range)}`);
}

const loudest = (text: string) =>
  Math.min(
    ...new Service()
      .diagnostics(TextDocument.create('file:///setup.sh', 'shellscript', 1, text))
      .map(({ severity = DiagnosticSeverity.Error }) => severity),
  );

describe('heredocs of a shell', () => {
  it('lose their tabs where the script says so, and end at the marker alone', () => {
    assert.deepEqual(textsIn("cat >c.toml <<-'EOF'\n\t[[runners]]\n\t  limit = 1\n\tEOF\n"), [
      '[[runners]]\n  limit = 1\n',
    ]);
    assert.deepEqual(textsIn('cat >c.toml <<EOF\n[[runners]]\nlimit = 1\n EOF\n#EOF\nEOF\n'), [
      '[[runners]]\nlimit = 1\n EOF\n#EOF\n',
    ]);
  });

  it('are several in a line, or none', () => {
    assert.deepEqual(textsIn('a <<A b <<"B"\nx\nA\n[[runners]]\nlimit = 1\nB\n'), ['[[runners]]\nlimit = 1\n']);
    assert.deepEqual(textsIn('# cat <<EOF\n[[runners]]\nlimit = 1\nEOF\n'), []);
    assert.deepEqual(textsIn('cat <<<EOF\n[[runners]]\nlimit = 1\nEOF\n'), []);
    assert.deepEqual(textsIn('echo $((1 <<2))\n[[runners]]\nlimit = 1\n2\n'), []);
  });

  it('say `$` and backslashes as the shell does, unless the marker is quoted', () => {
    assert.deepEqual(textsIn('cat <<EOF\n[[runners]]\nname = "\\$HOME \\\\n"\nEOF\n'), [
      '[[runners]]\nname = "$HOME \\n"\n',
    ]);
    assert.deepEqual(textsIn('cat <<\'EOF\'\n[[runners]]\nname = "\\$HOME"\nEOF\n'), [
      '[[runners]]\nname = "\\$HOME"\n',
    ]);
  });
});

describe('what is said of a script', () => {
  it('is what is wrong in the text that it writes', () => {
    const text = 'cat > /etc/gitlab-runner/config.toml <<EOF\nconcurrent = "4"\n[[runners]]\n  limt = 3\nEOF\n';
    assert.deepEqual(found(text), ['wrong-type "4"', 'unknown-key limt']);
  });

  it('is quiet where the text is the input of a test: its faults may be what is tested', () => {
    const script = (urls: readonly string[]) =>
      `cat > "$TMP/config.toml" <<'TOML'\nconcurrent = 1\n${urls.map((url) => `[[runners]]\n  url = "${url}"\n  limit = 1\n  limit = 2\n`).join('')}TOML\n`;
    assert.equal(loudest(script(['http://gitlab.test', 'https://ci.example:8443/'])), DiagnosticSeverity.Information);
    assert.equal(loudest(script(['http://gitlab.test', 'https://gitlab.example.com'])), DiagnosticSeverity.Error);
    assert.equal(loudest(script(['https://gitlab.test.de'])), DiagnosticSeverity.Error);
  });

  it('is nothing about what the shell fills in', () => {
    const text =
      'cat > config.toml <<EOF\nconcurrent = $COUNT\ncheck_interval = $(nproc)\n[[runners]]\n  name = "$(hostname -f)"\n  executor = "$KIND"\n  limit = $LIMIT\nEOF\n';
    assert.deepEqual(found(text), []);
  });

  it('is quiet about what is added to a file, or is a part of one', () => {
    const part = '[runners.docker]\n    imagee = "a"\n    privileged = "yes"\nEOF\n';
    for (const command of ['cat >> config.toml <<EOF', 'sudo tee -a config.toml <<EOF'])
      assert.ok(loudest(`${command}\n[[runners]]\n  ${part}`) >= DiagnosticSeverity.Information, command);
    assert.ok(loudest(`cat > part.toml <<EOF\n${part}`) >= DiagnosticSeverity.Information);
    assert.equal(loudest(`cat > part.toml <<EOF\nconcurrent = 4\n${part}`), DiagnosticSeverity.Error);
    assert.ok(loudest(`cat > part.toml <<EOF\nconcurrent = "4"\nEOF\n`) >= DiagnosticSeverity.Information);
    assert.equal(loudest(`cat > config.toml <<EOF\n[[runners]]\n  ${part}`), DiagnosticSeverity.Error);
  });

  it('is nothing about heredocs of other things', () => {
    for (const text of [
      '[Unit]\nDescription = runner\n',
      'runners\n',
      '#!/bin/sh\nrunners=3\n',
      '[[runners]]\nid = 1\ncmd = "x"\n',
    ])
      assert.deepEqual(found(`cat > x <<EOF\n${text}EOF\n`), [], text);
  });
});
