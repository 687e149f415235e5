import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../bot/sandbox/html.ts';

describe('parse_mode HTML', () => {
  test.each([
    ['<b>Да</b> нет', 'Да нет', [{ type: 'bold', offset: 0, length: 2 }]],
    ['<STRONG>x</STRONG>', 'x', [{ type: 'bold', offset: 0, length: 1 }]],
    ['😀<i>x</i>', '😀x', [{ type: 'italic', offset: 2, length: 1 }]],
    [
      '<b>a<i>b</i></b>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    [
      '<a href="https://t.me/bot?start=a&amp;b">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://t.me/bot?start=a&b' }],
    ],
    ['<a href="javascript:alert(1)">x</a>', 'x', []],
    ['<span class="tg-spoiler">x</span>', 'x', [{ type: 'spoiler', offset: 0, length: 1 }]],
    [
      '<blockquote expandable>x</blockquote>',
      'x',
      [{ type: 'expandable_blockquote', offset: 0, length: 1 }],
    ],
    [
      '<pre><code class="language-ts">x</code></pre>',
      'x',
      [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
    ],
    ['<code><b>x</b></code>', 'x', [{ type: 'code', offset: 0, length: 1 }]],
    ['<b></b>x', 'x', []],
    ['<b>x</>', 'x', [{ type: 'bold', offset: 0, length: 1 }]],
    [
      '&lt;b&gt; &amp;amp; &quot; &#1071;&#x44F; &nbsp; & &copy;',
      '<b> &amp; " Яя &nbsp; & &copy;',
      [],
    ],
    ['a > b', 'a > b', []],
  ])('%s', (source, text, entities) => {
    expect(parseHtml(source)).toEqual({ text, entities });
  });

  test.each([
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['я < b', 'Unsupported start tag "" at byte offset 3'],
    ['<br>', 'Unsupported start tag "br" at byte offset 0'],
    ['<script>x</script>', 'Unsupported start tag "script" at byte offset 0'],
    ['x <b', 'Unclosed start tag at byte offset 2'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href>x</a>', 'Expected equal sign in declaration of an attribute of the tag "a"'],
  ])('refuses %s', (source, reason) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
});
