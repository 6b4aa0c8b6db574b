// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of a shell are what is tested.
/** What stands where a value should and is none: what it is called, and where it ends. */
import { describe, it } from 'node:test';
import { assertRead } from './reading';

describe('what is no value', () => {
  it('is a bare word where letters, digits or the signs of a path begin it', () =>
    assertRead({
      'a = äx\n': { problems: ['bare-word ⟦äx⟧'] },
      'a = ٣\n': { problems: ['bare-word ⟦٣⟧'] },
      'a = __A\n': { problems: ['bare-word ⟦__A⟧'] },
      'a = /x\n': { problems: ['bare-word ⟦/x⟧'] },
      'a = ~/x\n': { problems: ['bare-word ⟦~/x⟧'] },
      'a = <x\n': { problems: ['bare-word ⟦<x⟧'] },
      'a = <1>\n': { problems: ['bare-word ⟦<1>⟧'] },
      'a = .\n': { problems: ['bare-word ⟦.⟧'] },
      'a = .x\n': { problems: ['bare-word ⟦.x⟧'] },
      'a = ...x\n': { problems: ['bare-word ⟦...x⟧'] },
      'a = x...\n': { problems: ['bare-word ⟦x...⟧'] },
      'a = @x\n': { problems: ['bare-word ⟦@x⟧'] },
      'a = @A-B@\n': { problems: ['bare-word ⟦@A-B@⟧'] },
      'a = @A B@\n': { problems: ['bare-word ⟦@A B@⟧'] },
      'a = *x\n': { problems: ['bare-word ⟦*x⟧'] },
      'a = :x\n': { problems: ['bare-word ⟦:x⟧'] },
      'a = %x\n': { problems: ['bare-word ⟦%x⟧'] },
      'a = %A-B%\n': { problems: ['bare-word ⟦%A-B%⟧'] },
      'a = +x\n': { problems: ['bare-word ⟦+x⟧'] },
      'a = -x\n': { problems: ['bare-word ⟦-x⟧'] },
      'a = \\x\n': { problems: ['bare-word ⟦\\x⟧'] },
      'a = x+\n': { problems: ['bare-word ⟦x+⟧'] },
      'a = 1x-\n': { problems: ['bare-word ⟦1x-⟧'] },
      'a = x1+-\n': { problems: ['bare-word ⟦x1+-⟧'] },
      'a = $1\n': { problems: ['bare-word ⟦$1⟧'] },
      'a = x{{ y }}\n': { problems: ['bare-word ⟦x{{ y }}⟧'] },
      'a = a b$AB\n': { problems: ['bare-word ⟦a b$AB⟧'] },
    }));

  it('is unexpected where it begins otherwise', () =>
    assertRead({
      'a = ,\n': { problems: ['unexpected-character ⟦,⟧'] },
      'a = ]\n': { problems: ['unexpected-character.bracket ⟦]⟧'] },
      'a = }\n': { problems: ['unexpected-character.bracket ⟦}⟧'] },
      'a = !x\n': { problems: ['unexpected-character ⟦!x⟧'] },
      'a = &x\n': { problems: ['unexpected-character ⟦&x⟧'] },
      'a = ?\n': { problems: ['unexpected-character ⟦?⟧'] },
      'a = (x)\n': { problems: ['unexpected-character ⟦(x)⟧'] },
      'a = ^\n': { problems: ['unexpected-character ⟦^⟧'] },
      'a = !{{ y }}\n': { problems: ['unexpected-character ⟦!{{ y }}⟧'] },
      'a = !...\n': { problems: ['unexpected-character ⟦!...⟧'] },
      'a = ……\n': { problems: ['unexpected-character ⟦……⟧'] },
      'a = (x${AB}\n': { problems: ['unexpected-character ⟦(x${AB}⟧'] },
    }));

  it('is a template, elided lines or a placeholder where it is nothing else', () =>
    assertRead({
      'a = {{ x }}\n': { problems: ['template-text ⟦{{ x }}⟧'] },
      'a = {% x %}\n': { problems: ['template-text ⟦{% x %}⟧'] },
      'a = <% x %>\n': { problems: ['template-text ⟦<% x %>⟧'] },
      'a = %{x}\n': { problems: ['template-text ⟦%{x}⟧'] },
      'a = ${x\n': { problems: ['template-text ⟦${x⟧'] },
      'a = ${}\n': { problems: ['template-text ⟦${}⟧'] },
      'a = ${AB:x}\n': { problems: ['template-text ⟦${AB:x}⟧'] },
      'a = ${A-{}}\n': { problems: ['template-text ⟦${A-{}}⟧'] },
      'a = ...\n': { problems: ['elided-lines ⟦...⟧'] },
      'a = ..\n': { problems: ['elided-lines ⟦..⟧'] },
      'a = …\n': { problems: ['elided-lines ⟦…⟧'] },
      'a = (...)\n': { problems: ['elided-lines ⟦(...)⟧'] },
      'a = <A b/c:d.e>\n': { problems: ['placeholder ⟦<A b/c:d.e>⟧'] },
      'a = @AB@\n': { problems: ['placeholder ⟦@AB@⟧'] },
      'a = @@AB@@\n': { problems: ['placeholder ⟦@@AB@@⟧'] },
      'a = %AB%\n': { problems: ['placeholder ⟦%AB%⟧'] },
      'a = __AB__\n': { problems: ['placeholder ⟦__AB__⟧'] },
      'a = $AB/c\n': { problems: ['placeholder ⟦$AB/c⟧'] },
      'a = $A-b\n': { problems: ['placeholder ⟦$A-b⟧'] },
      'a = a.b/c:d-$AB\n': { problems: ['placeholder ⟦a.b/c:d-$AB⟧'] },
      'a = ${AB}\n': { problems: ['placeholder ⟦${AB}⟧'] },
      'a = ${AB:-x y}\n': { problems: ['placeholder ⟦${AB:-x y}⟧'] },
      'a = ${AB-x}\n': { problems: ['placeholder ⟦${AB-x}⟧'] },
      'a = ${AB?x}\n': { problems: ['placeholder ⟦${AB?x}⟧'] },
      'a = ${AB:+x}\n': { problems: ['placeholder ⟦${AB:+x}⟧'] },
      'a = ${AB=}\n': { problems: ['placeholder ⟦${AB=}⟧'] },
      'a = x${AB}/y\n': { problems: ['placeholder ⟦x${AB}/y⟧'] },
    }));

  it('is no placeholder with more around it', () =>
    assertRead({
      'a = x<A>\n': { problems: ['bare-word ⟦x<A>⟧'] },
      'a = <A> x\n': { problems: ['bare-word ⟦<A> x⟧'] },
      'a = x@A@\n': { problems: ['bare-word ⟦x@A@⟧'] },
      'a = @A@ x\n': { problems: ['bare-word ⟦@A@ x⟧'] },
      'a = x%AB%\n': { problems: ['bare-word ⟦x%AB%⟧'] },
      'a = x__AB__\n': { problems: ['bare-word ⟦x__AB__⟧'] },
      'a = __AB__x\n': { problems: ['bare-word ⟦__AB__x⟧'] },
    }));
});

describe('typographic quotes', () => {
  it('end with a closing quote of any kind', () =>
    assertRead({
      'a = “x” # c\n': { problems: ['smart-quotes ⟦“x”⟧'], tree: ['a = invalid ⟦“x”⟧'] },
      'a = „x“\n': { problems: ['smart-quotes ⟦„x“⟧'], tree: ['a = invalid ⟦„x“⟧'] },
      'a = «x» y\n': { problems: ['smart-quotes ⟦«x»⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦«x»⟧'] },
      'a = ‘x’ y\n': { problems: ['smart-quotes ⟦‘x’⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦‘x’⟧'] },
      'a = ‚x‛ y\n': { problems: ['smart-quotes ⟦‚x‛⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦‚x‛⟧'] },
      'a = `x` y\n': { problems: ['smart-quotes ⟦`x`⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦`x`⟧'] },
      'a = 「x」 y\n': { problems: ['smart-quotes ⟦「x」⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦「x」⟧'] },
      'a = 『x』 y\n': { problems: ['smart-quotes ⟦『x』⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦『x』⟧'] },
      'a = ＂x＂ y\n': { problems: ['smart-quotes ⟦＂x＂⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦＂x＂⟧'] },
      'a = ＇x＇ y\n': { problems: ['smart-quotes ⟦＇x＇⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦＇x＇⟧'] },
      'a = ´x´ y\n': { problems: ['smart-quotes ⟦´x´⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦´x´⟧'] },
      'a = ‟x‟ y\n': { problems: ['smart-quotes ⟦‟x‟⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦‟x‟⟧'] },
      'a = “x" y\n': { problems: ['smart-quotes ⟦“x"⟧', 'text-after-value ⟦y⟧'], tree: ['a = invalid ⟦“x"⟧'] },
      "a = “x' y\n": { problems: ["smart-quotes ⟦“x'⟧", 'text-after-value ⟦y⟧'], tree: ["a = invalid ⟦“x'⟧"] },
    }));

  it('that are not closed end where the value must', () =>
    assertRead({
      'a = “x\nb = ”\n': {
        problems: ['smart-quotes ⟦“x⟧', 'smart-quotes ⟦”⟧'],
        tree: ['a = invalid ⟦“x⟧', 'b = invalid ⟦”⟧'],
      },
      'a = “x y # z”\n': { problems: ['smart-quotes ⟦“x y⟧'], tree: ['a = invalid ⟦“x y⟧'] },
      'a = “\n': { problems: ['smart-quotes ⟦“⟧'], tree: ['a = invalid ⟦“⟧'] },
      'a = ["x", “y, z]\n': {
        problems: ['smart-quotes ⟦“y⟧', 'bare-word ⟦z⟧'],
        tree: ['a = [basic "x" ⟦"x"⟧, invalid ⟦“y⟧, invalid ⟦z⟧] ⟦["x", “y, z]⟧'],
      },
      'a = { b = “y, c = 1 }\n': {
        problems: ['smart-quotes ⟦“y⟧'],
        tree: ['a = {b = invalid ⟦“y⟧, c = integer 1 ⟦1⟧} ⟦{ b = “y, c = 1 }⟧'],
      },
      'a = {\n  b = “y\n}\n': { problems: ['smart-quotes ⟦“y⟧'], tree: ['a = {b = invalid ⟦“y⟧} ⟦{⏎  b = “y⏎}⟧'] },
    }));
});

describe('a bad value ends', () => {
  it('with its line, before a comment and white space', () =>
    assertRead({
      'a = x # note\n': { problems: ['bare-word ⟦x⟧'], tree: ['a = invalid ⟦x⟧'] },
      'a = x#y\n': { problems: ['bare-word ⟦x#y⟧'], tree: ['a = invalid ⟦x#y⟧'] },
      'a = x＃ note\n': { problems: ['bare-word ⟦x⟧', 'unexpected-character.wide ⟦＃⟧'], tree: ['a = invalid ⟦x⟧'] },
      'a = x y \t\n': { problems: ['bare-word ⟦x y⟧'], tree: ['a = invalid ⟦x y⟧'] },
      'a = x\u3000\n': {
        problems: ['bare-word ⟦x⟧', 'unexpected-character.invisible-space ⟦\u3000⟧'],
        tree: ['a = invalid ⟦x⟧'],
      },
      'a = x ] }, y\n': { problems: ['bare-word ⟦x ] }, y⟧'], tree: ['a = invalid ⟦x ] }, y⟧'] },
      'a = x y': { problems: ['bare-word ⟦x y⟧'], tree: ['a = invalid ⟦x y⟧'] },
    }));

  it('in a list before a comma and the bracket', () =>
    assertRead({
      'a = [ x\t, y ]\n': {
        problems: ['bare-word ⟦x⟧', 'bare-word ⟦y⟧'],
        tree: ['a = [invalid ⟦x⟧, invalid ⟦y⟧] ⟦[ x\t, y ]⟧'],
      },
      'a = [x ]\n': { problems: ['bare-word ⟦x⟧'], tree: ['a = [invalid ⟦x⟧] ⟦[x ]⟧'] },
      'a = [x]]\n': { problems: ['bare-word ⟦x⟧', 'text-after-value.bracket ⟦]⟧'], tree: ['a = [invalid ⟦x⟧] ⟦[x]⟧'] },
      'a = [x }]\n': { problems: ['bare-word ⟦x }⟧'], tree: ['a = [invalid ⟦x }⟧] ⟦[x }]⟧'] },
      'a = [x，y]\n': {
        problems: ['bare-word ⟦x⟧', 'unexpected-character.wide ⟦，⟧', 'bare-word ⟦y⟧'],
        tree: ['a = [invalid ⟦x⟧, invalid ⟦y⟧] ⟦[x，y]⟧'],
      },
      'a = [x；y]\n': { problems: ['bare-word ⟦x；y⟧'], tree: ['a = [invalid ⟦x；y⟧] ⟦[x；y]⟧'] },
      'a = [x】\n': {
        problems: ['bare-word ⟦x⟧', 'unexpected-character.wide ⟦】⟧'],
        tree: ['a = [invalid ⟦x⟧] ⟦[x】⟧'],
      },
      'a = [x#y]\n': { problems: ['bare-word ⟦x#y⟧'], tree: ['a = [invalid ⟦x#y⟧] ⟦[x#y]⟧'] },
      'a = [x #y\n]\n': { problems: ['bare-word ⟦x⟧'], tree: ['a = [invalid ⟦x⟧] ⟦[x #y⏎]⟧'] },
      'a = [x\n]\n': { problems: ['bare-word ⟦x⟧'], tree: ['a = [invalid ⟦x⟧] ⟦[x⏎]⟧'] },
    }));

  it('in an inline table before a comma and the brace', () =>
    assertRead({
      'a = { b = x }\n': { problems: ['bare-word ⟦x⟧'], tree: ['a = {b = invalid ⟦x⟧} ⟦{ b = x }⟧'] },
      'a = { b = x ] }\n': { problems: ['bare-word ⟦x ]⟧'], tree: ['a = {b = invalid ⟦x ]⟧} ⟦{ b = x ] }⟧'] },
      'a = { b = x, c = 1 }\n': {
        problems: ['bare-word ⟦x⟧'],
        tree: ['a = {b = invalid ⟦x⟧, c = integer 1 ⟦1⟧} ⟦{ b = x, c = 1 }⟧'],
      },
      'a = { b = x｝\n': {
        problems: ['bare-word ⟦x⟧', 'unexpected-character.wide ⟦｝⟧'],
        tree: ['a = {b = invalid ⟦x⟧} ⟦{ b = x｝⟧'],
      },
      'a = { b = }\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = {b = invalid ⟦⟧} ⟦{ b = }⟧'] },
      'a = { b = ,}\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = {b = invalid ⟦⟧} ⟦{ b = ,}⟧'] },
      'a = { b = , c = 1 }\n': {
        problems: ['missing-value ⟦=⟧'],
        tree: ['a = {b = invalid ⟦⟧, c = integer 1 ⟦1⟧} ⟦{ b = , c = 1 }⟧'],
      },
      'a = { b = ] }\n': {
        problems: ['unexpected-character.bracket ⟦]⟧'],
        tree: ['a = {b = invalid ⟦]⟧} ⟦{ b = ] }⟧'],
      },
    }));
});

describe('the brackets of a template tag', () => {
  it('do not end a value that begins with it', () =>
    assertRead({
      'a = [{{ y, z }}, 1]\n': {
        problems: ['template-text ⟦{{ y, z }}⟧'],
        tree: ['a = [invalid ⟦{{ y, z }}⟧, integer 1 ⟦1⟧] ⟦[{{ y, z }}, 1]⟧'],
      },
      'a = [{% y, z %}, 1]\n': {
        problems: ['template-text ⟦{% y, z %}⟧'],
        tree: ['a = [invalid ⟦{% y, z %}⟧, integer 1 ⟦1⟧] ⟦[{% y, z %}, 1]⟧'],
      },
      'a = [<% y, z %>, 1]\n': {
        problems: ['template-text ⟦<% y, z %>⟧'],
        tree: ['a = [invalid ⟦<% y, z %>⟧, integer 1 ⟦1⟧] ⟦[<% y, z %>, 1]⟧'],
      },
      'a = { b = {{ y }}, c = 1 }\n': {
        problems: ['template-text ⟦{{ y }}⟧'],
        tree: ['a = {b = invalid ⟦{{ y }}⟧, c = integer 1 ⟦1⟧} ⟦{ b = {{ y }}, c = 1 }⟧'],
      },
    }));

  it('end one that has it behind its beginning', () =>
    assertRead({
      'a = [x {{ y, 2 }}]\n': {
        problems: ['bare-word ⟦x {{ y⟧', 'unexpected-character.bracket ⟦}⟧', 'unexpected-character.bracket ⟦}⟧'],
        tree: ['a = [invalid ⟦x {{ y⟧, integer 2 ⟦2⟧] ⟦[x {{ y, 2 }}]⟧'],
      },
      'a = [x {% y, 2]\n': { problems: ['bare-word ⟦x {% y⟧'] },
      'a = [x <% y, 2]\n': { problems: ['bare-word ⟦x <% y⟧'] },
      'a = [x <% y, 2 %>]\n': { problems: ['bare-word ⟦x <% y⟧', 'bare-word ⟦%>⟧'] },
      'a = [x {% y, 2 %}]\n': { problems: ['bare-word ⟦x {% y⟧', 'bare-word ⟦%}⟧'] },
    }));
});

describe('a cron expression without quotes', () => {
  it('is one value of a list, with the commas in its fields', () =>
    assertRead({
      'a = [0 0 1 1 *]\n': { problems: ['bare-word ⟦0 0 1 1 *⟧'], tree: ['a = [invalid ⟦0 0 1 1 *⟧] ⟦[0 0 1 1 *]⟧'] },
      'a = [* * 1-5 0-7,18-23 *]\n': {
        problems: ['bare-word ⟦* * 1-5 0-7,18-23 *⟧'],
        tree: ['a = [invalid ⟦* * 1-5 0-7,18-23 *⟧] ⟦[* * 1-5 0-7,18-23 *]⟧'],
      },
      'a = [*/5\t*  * * ? * *, "x"]\n': {
        problems: ['bare-word ⟦*/5\t*  * * ? * *⟧'],
        tree: ['a = [invalid ⟦*/5\t*  * * ? * *⟧, basic "x" ⟦"x"⟧] ⟦[*/5\t*  * * ? * *, "x"]⟧'],
      },
      'a = [1,2 * * * *]\n': {
        problems: ['bare-word ⟦1,2 * * * *⟧'],
        tree: ['a = [invalid ⟦1,2 * * * *⟧] ⟦[1,2 * * * *]⟧'],
      },
      'a = [** * * 1-5 9#2 * *]\n': {
        problems: ['bare-word ⟦** * * 1-5 9#2 * *⟧'],
        tree: ['a = [invalid ⟦** * * 1-5 9#2 * *⟧] ⟦[** * * 1-5 9#2 * *]⟧'],
      },
      'a = [? * * * * ]\n': {
        problems: ['unexpected-character ⟦? * * * *⟧'],
        tree: ['a = [invalid ⟦? * * * *⟧] ⟦[? * * * * ]⟧'],
      },
      'a = [* * * * mon-fri, 2 * * * * ]\n': {
        problems: ['bare-word ⟦* * * * mon-fri⟧', 'bare-word ⟦2 * * * *⟧'],
        tree: ['a = [invalid ⟦* * * * mon-fri⟧, invalid ⟦2 * * * *⟧] ⟦[* * * * mon-fri, 2 * * * * ]⟧'],
      },
      'a = [* * * * *,]\n': { problems: ['bare-word ⟦* * * * *⟧'], tree: ['a = [invalid ⟦* * * * *⟧] ⟦[* * * * *,]⟧'] },
    }));

  it('may have its line for itself', () =>
    assertRead({
      'a = [\n  * * * * 1-5\n]\n': {
        problems: ['bare-word ⟦* * * * 1-5⟧'],
        tree: ['a = [invalid ⟦* * * * 1-5⟧] ⟦[⏎  * * * * 1-5⏎]⟧'],
      },
      'a = [\n  * * 2,3 * 1-5,\n  1,\n]\n': {
        problems: ['bare-word ⟦* * 2,3 * 1-5⟧'],
        tree: ['a = [invalid ⟦* * 2,3 * 1-5⟧, integer 1 ⟦1⟧] ⟦[⏎  * * 2,3 * 1-5,⏎  1,⏎]⟧'],
      },
      'a = [* * 4,5 * *\n': {
        problems: ['unclosed-array ⟦[⟧', 'bare-word ⟦* * 4,5 * *⟧'],
        tree: ['a = [invalid ⟦* * 4,5 * *⟧] open ⟦[* * 4,5 * *⟧'],
      },
    }));

  it('has five to seven fields', () =>
    assertRead({
      'a = [1 2 3 4]\n': {
        problems: ['missing-comma ⟦2⟧', 'missing-comma ⟦3⟧', 'missing-comma ⟦4⟧'],
        tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧, integer 3 ⟦3⟧, integer 4 ⟦4⟧] ⟦[1 2 3 4]⟧'],
      },
      'a = [* * 1,2 *]\n': {
        problems: ['bare-word ⟦* * 1⟧', 'bare-word ⟦*⟧'],
        tree: ['a = [invalid ⟦* * 1⟧, integer 2 ⟦2⟧, invalid ⟦*⟧] ⟦[* * 1,2 *]⟧'],
      },
      'a = [* 1,2 * * * * * *]\n': {
        problems: ['bare-word ⟦* 1⟧', 'bare-word ⟦2 * * * * * *⟧'],
        tree: ['a = [invalid ⟦* 1⟧, invalid ⟦2 * * * * * *⟧] ⟦[* 1,2 * * * * * *]⟧'],
      },
      'a = [x 1,2 * * *]\n': {
        problems: ['bare-word ⟦x 1⟧', 'bare-word ⟦* * *⟧'],
        tree: ['a = [invalid ⟦x 1⟧, integer 2 ⟦2⟧, invalid ⟦* * *⟧] ⟦[x 1,2 * * *]⟧'],
      },
      'a = [* * -1,2 * *]\n': {
        problems: ['bare-word ⟦* * -1⟧', 'bare-word ⟦* *⟧'],
        tree: ['a = [invalid ⟦* * -1⟧, integer 2 ⟦2⟧, invalid ⟦* *⟧] ⟦[* * -1,2 * *]⟧'],
      },
      'a = [* * 1,2 * *}]\n': {
        problems: ['bare-word ⟦* * 1⟧', 'bare-word ⟦* *}⟧'],
        tree: ['a = [invalid ⟦* * 1⟧, integer 2 ⟦2⟧, invalid ⟦* *}⟧] ⟦[* * 1,2 * *}]⟧'],
      },
      'a = [* * 1,2 * * # x\n]\n': {
        problems: ['bare-word ⟦* * 1⟧', 'bare-word ⟦* *⟧'],
        tree: ['a = [invalid ⟦* * 1⟧, integer 2 ⟦2⟧, invalid ⟦* *⟧] ⟦[* * 1,2 * * # x⏎]⟧'],
      },
    }));

  it('is no list item elsewhere', () =>
    assertRead({
      'a = * 1,2 * * *\n': { problems: ['bare-word ⟦* 1,2 * * *⟧'], tree: ['a = invalid ⟦* 1,2 * * *⟧'] },
    }));
});

describe('a quote too many in a list', () => {
  it('makes one mistake up to the bracket of its own list, whatever stands behind that', () =>
    assertRead({
      'a = [{ b = ["x"y], c = [1] }]\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y⟧'],
        tree: [
          'a = [{b = [basic "x" ⟦"x"⟧] ⟦["x"y]⟧, c = [integer 1 ⟦1⟧] ⟦[1]⟧} ⟦{ b = ["x"y], c = [1] }⟧] ⟦[{ b = ["x"y], c = [1] }]⟧',
        ],
      },
      'a = [["x"y], [1]]\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y⟧'],
        tree: ['a = [[basic "x" ⟦"x"⟧] ⟦["x"y]⟧, [integer 1 ⟦1⟧] ⟦[1]⟧] ⟦[["x"y], [1]]⟧'],
      },
      'a = [[["x"y]], { c = 1 }]\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y⟧'],
        tree: [
          'a = [[[basic "x" ⟦"x"⟧] ⟦["x"y]⟧] ⟦[["x"y]]⟧, {c = integer 1 ⟦1⟧} ⟦{ c = 1 }⟧] ⟦[[["x"y]], { c = 1 }]⟧',
        ],
      },
      'a = { b = ["x"y], c = { d = 1 } }\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y⟧'],
        tree: [
          'a = {b = [basic "x" ⟦"x"⟧] ⟦["x"y]⟧, c = {d = integer 1 ⟦1⟧} ⟦{ d = 1 }⟧} ⟦{ b = ["x"y], c = { d = 1 } }⟧',
        ],
      },
      'a = { b = "x"y, c = 1 }\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y, c = 1⟧'],
        tree: ['a = {b = basic "x" ⟦"x"⟧} ⟦{ b = "x"y, c = 1 }⟧'],
      },
      'a = { b = { c = "x"y }, d = [1] }\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y⟧'],
        tree: [
          'a = {b = {c = basic "x" ⟦"x"⟧} ⟦{ c = "x"y }⟧, d = [integer 1 ⟦1⟧] ⟦[1]⟧} ⟦{ b = { c = "x"y }, d = [1] }⟧',
        ],
      },
    }));

  it('makes one mistake of all up to the bracket', () =>
    assertRead({
      'a = ["a, "b"] # x\n': {
        problems: ['unterminated-string.unbalanced ⟦"a, "b"⟧'],
        tree: ['a = [basic "a, " ⟦"a, "⟧] ⟦["a, "b"]⟧'],
      },
      'a = ["a"b]\n': { problems: ['unterminated-string.unbalanced ⟦"a"b⟧'], tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"b]⟧'] },
      'a = ["a"b ]\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"b⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"b ]⟧'],
      },
      'a = ["a"b , , ]\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"b⟧', 'unexpected-comma ⟦,⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"b , , ]⟧'],
      },
      'a = ["a"b"] , \nc = 1\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"b"⟧', 'text-after-value.separator ⟦,⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"b"]⟧', 'c = integer 1 ⟦1⟧'],
      },
      'a = ["a", "b"c" # x ]\n': {
        problems: ['unterminated-string.unbalanced ⟦"b"c"⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧, basic "b" ⟦"b"⟧] open ⟦["a", "b"c"⟧'],
      },
      'a = ["a"1]\n': { problems: ['unterminated-string.unbalanced ⟦"a"1⟧'], tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"1]⟧'] },
      'a = ["a"=b]\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"=b⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"=b]⟧'],
      },
      'a = ["a"{}]\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"{}⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"{}]⟧'],
      },
      'a = ["a"[1]]\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"[1]⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"[1]]⟧'],
      },
      'a = ["a"b]]\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"b]⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"b]]⟧'],
      },
      'a = ["a, "b"]]\n': {
        problems: ['unterminated-string.unbalanced ⟦"a, "b"]⟧'],
        tree: ['a = [basic "a, " ⟦"a, "⟧] ⟦["a, "b"]]⟧'],
      },
    }));

  it('and up to the end of the line without a bracket', () =>
    assertRead({
      'a = ["a, "b\n': {
        problems: ['unterminated-string.unbalanced ⟦"a, "b⟧'],
        tree: ['a = [basic "a, " ⟦"a, "⟧] open ⟦["a, "b⟧'],
      },
      'a = ["a, "b", \nc = 1\n': {
        problems: ['unclosed-array ⟦[⟧', 'unterminated-string.unbalanced ⟦"a, "b"⟧'],
        tree: ['a = [basic "a, " ⟦"a, "⟧] open ⟦["a, "b",⟧', 'c = integer 1 ⟦1⟧'],
      },
      'a = ["a"b\nc = 1\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"b⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] open ⟦["a"b⟧', 'c = integer 1 ⟦1⟧'],
      },
      'a = ["a"b': {
        problems: ['unterminated-string.unbalanced ⟦"a"b⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] open ⟦["a"b⟧'],
      },
      'a = ["a"\'b\n': {
        problems: ['unterminated-string.unbalanced ⟦"a"\'b⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧] open ⟦["a"\'b⟧'],
      },
      'a = ["x]"y\n': {
        problems: ['unterminated-string.unbalanced ⟦"x]"y⟧'],
        tree: ['a = [basic "x]" ⟦"x]"⟧] open ⟦["x]"y⟧'],
      },
      'a = ["x]", "y"z\n': {
        problems: ['unterminated-string.unbalanced ⟦"y"z⟧'],
        tree: ['a = [basic "x]" ⟦"x]"⟧, basic "y" ⟦"y"⟧] open ⟦["x]", "y"z⟧'],
      },
    }));

  it('is only a comma that is missing between two strings', () =>
    assertRead({
      'a = ["a""b"]\n': {
        problems: ['missing-comma ⟦"b"⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧, basic "b" ⟦"b"⟧] ⟦["a""b"]⟧'],
      },
      'a = [\'a\'"b"]\n': {
        problems: ['missing-comma ⟦"b"⟧'],
        tree: ['a = [literal "a" ⟦\'a\'⟧, basic "b" ⟦"b"⟧] ⟦[\'a\'"b"]⟧'],
      },
      'a = ["a" b]\n': { problems: ['bare-word ⟦b⟧'], tree: ['a = [basic "a" ⟦"a"⟧, invalid ⟦b⟧] ⟦["a" b]⟧'] },
      'a = ["a"，"b"]\n': {
        problems: ['unexpected-character.wide ⟦，⟧'],
        tree: ['a = [basic "a" ⟦"a"⟧, basic "b" ⟦"b"⟧] ⟦["a"，"b"]⟧'],
      },
      'a = ["a"#b\n]\n': { problems: [], tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"#b⏎]⟧'] },
      'a = ["a"]x\n': { problems: ['text-after-value ⟦x⟧'], tree: ['a = [basic "a" ⟦"a"⟧] ⟦["a"]⟧'] },
    }));

  it('in an inline table reaches up to the brace', () =>
    assertRead({
      'a = { b = "x, "c" }\n': {
        problems: ['unterminated-string.unbalanced ⟦"x, "c"⟧'],
        tree: ['a = {b = basic "x, " ⟦"x, "⟧} ⟦{ b = "x, "c" }⟧'],
      },
      'a = { b = "x"y }\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y⟧'],
        tree: ['a = {b = basic "x" ⟦"x"⟧} ⟦{ b = "x"y }⟧'],
      },
      'a = { b = "x"y" , c = 1 }\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y" , c = 1⟧'],
        tree: ['a = {b = basic "x" ⟦"x"⟧} ⟦{ b = "x"y" , c = 1 }⟧'],
      },
      'a = { b = "x"y\nc = 1\n': {
        problems: ['unterminated-string.unbalanced ⟦"x"y⟧'],
        tree: ['a = {b = basic "x" ⟦"x"⟧} open ⟦{ b = "x"y⟧', 'c = integer 1 ⟦1⟧'],
      },
      'a = { b = "x"}y\n': { problems: ['text-after-value ⟦y⟧'], tree: ['a = {b = basic "x" ⟦"x"⟧} ⟦{ b = "x"}⟧'] },
    }));
});
