import { describe, expect, test } from 'vitest';
import { cleanHtml } from '$features/body/paste/clean';
import { writing } from '$features/body/testdata/writing';

/** The Markdown that pasted HTML becomes. */
async function pasted(html: string): Promise<string> {
  const { view, markdown } = await writing();
  view.pasteHTML(html);
  return markdown();
}

const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>` +
  `<!--[if gte mso 9]><xml><o:x/></xml><![endif]--></head><body lang=FA><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const item = (level: number, marker: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle dir=RTL style='margin-right:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
  `<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>` +
  `<span lang=FA style='font-family:"B Nazanin"'>${text}<o:p></o:p></span></p>`;

describe('Word', () => {
  test('keeps structure and drops styling', async () => {
    const html = word(
      `<h1 style='color:#2F5496'>سرخط</h1><h2>زیر</h2>` +
        `<p class=MsoNormal dir=RTL><b><span lang=FA style='font-size:14.0pt'>کتاب&zwnj;ها</span></b> و\n<i>متن</i><o:p></o:p></p>` +
        `<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoQuote>نقل</p>`,
    );
    expect(await pasted(html)).toBe('## سرخط\n\n### زیر\n\n**کتاب\u200cها** و *متن*\n\n> نقل');
  });

  test('makes lists of list paragraphs', async () => {
    const html = word(
      item(1, '·', 'یک') +
        item(2, 'o', 'درون') +
        item(2, 'o', 'دوباره') +
        item(1, '·', 'دو') +
        '<p>پس</p>' +
        item(1, '1.', 'نخست') +
        item(1, '2.', 'دوم'),
    );
    expect(await pasted(html)).toBe('- یک\n  - درون\n  - دوباره\n- دو\n\nپس\n\n1. نخست\n2. دوم');
  });

  test('makes notes of its footnotes', async () => {
    const html = word(
      `<p>متن<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> ادامه</p>` +
        `<div style='mso-element:footnote-list'><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1>` +
        `<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> یادداشت</p></div></div>`,
    );
    expect(await pasted(html)).toBe('متن[^1] ادامه\n\n[^1]: یادداشت');
  });

  test("leaves hidden text and other applications' parts", async () => {
    const html = word(
      `<p>a<span style='display:none;mso-hide:all'>hidden</span></p><v:shape><v:imagedata src="file:///c:/x.png"/></v:shape>`,
    );
    expect(await pasted(html)).toBe('a');
  });
});

describe('Google Docs', () => {
  const docs = (body: string) =>
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b">${body}</b>`;

  test('reads bold and italic from styles', async () => {
    const html = docs(
      `<h2 dir="rtl"><span style="font-weight:400">سرخط</span></h2><p dir="rtl"><span style="font-weight:700">درشت</span>` +
        `<span style="font-weight:400;font-style:italic"> کج</span><span style="text-decoration:line-through"> خط</span></p><br>`,
    );
    expect(await pasted(html)).toBe('## سرخط\n\n**درشت** *کج* ~~خط~~');
  });

  test('puts nested lists where they belong, and reads check lists', async () => {
    const html = docs(
      `<ul><li dir="rtl"><p role="presentation"><span>یک</span></p></li><ul><li><p><span>درون</span></p></li></ul><li><p>دو</p></li></ul>` +
        `<ul><li role="checkbox" aria-checked="true"><img src="data:image/png;base64,AA" alt="checked"><p>انجام شد</p></li></ul>`,
    );
    expect(await pasted(html)).toBe('- یک\n  - درون\n- دو\n\n* [x] انجام شد');
  });
});

describe('web pages', () => {
  test("lose styles, classes, scripts and other sites' pictures", async () => {
    const html =
      `<div class="article"><style>.x{}</style><script>alert(1)</script><h3 onclick="x()">Title</h3>` +
      `<div><p style="color:red">One <a href="https://example.org/a" onclick="x()" target=_blank>link</a></p>` +
      `<img src="https://cdn.example.org/p.jpg" alt="Photo"><iframe src="https://youtube.com/embed/x"></iframe></div>` +
      `<p>Two<br><br>Three<br>Four</p></div>`;
    expect(await pasted(html)).toBe(
      '## Title\n\nOne [link](https://example.org/a)\n\n[Photo](https://cdn.example.org/p.jpg)\n\nTwo\n\nThree\\\nFour',
    );
  });

  test.each([
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#x09;script:alert(1)">x</a>',
    '<a href="data:text/html,<script>1</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="#top">x</a>',
    '<p>x<img src=x onerror=alert(1)></p>',
    '<p>x<svg onload=alert(1)><a xlink:href="javascript:1">y</a></svg></p>',
    '<p>x<img src="data:image/svg+xml,<svg onload=alert(1)>"></p>',
    '<form action="javascript:1"><p>x</p><button>y</button></form>',
  ])('nothing unsafe comes out of %s', async (html) => {
    expect(await pasted(html)).toBe('x');
    expect(cleanHtml(html)).not.toMatch(/script|on\w+=|data:|file:|<img/i);
  });

  test('a table gets a heading row and whole rows', async () => {
    const html =
      `<table border=1><caption>c</caption><tr><td colspan=2><b>نام</b></td><td>سن</td></tr>` +
      `<tr><td><p>علی</p><p>رضا</p></td><td><ul><li>x</li></ul></td></tr></table>`;
    expect(await pasted(html)).toBe('| **نام** | | سن |\n| - | - | - |\n| علی رضا | x | |');
  });

  test('a table that lays out a page goes', async () => {
    expect(await pasted('<table><tr><td><p>a</p></td></tr><tr><td><p>b</p></td></tr></table>')).toBe(
      'a\n\nb',
    );
  });

  test('white space of the source is not text, ZWNJ and no-break spaces are', async () => {
    expect(await pasted('<p>\n  می\u200cروم\n  10&nbsp;km </p>')).toBe('می\u200cروم 10\u00a0km');
  });

  test('code and quotes', async () => {
    expect(await pasted('<blockquote>a<p>b <code>c*d</code></p></blockquote><pre>x\n  y</pre>')).toContain(
      '> b `c*d`',
    );
  });
});

describe('plain text', () => {
  test('becomes paragraphs as it is', async () => {
    const { view, markdown } = await writing();
    view.pasteText('سلام # دنیا\n\n- *نه*');
    expect(markdown()).toBe('سلام # دنیا\n\n\\- \\*نه\\*');
  });
});

test('what was copied here comes back whole', async () => {
  const text = '> - [x] a[^1]\n\n![alt](media/1.jpg "c © d")\n\n[^1]: n';
  const from = await writing(text);
  const { state } = from.view;
  const { dom } = from.view.serializeForClipboard(state.doc.slice(0, state.doc.content.size));
  expect(await pasted(dom.innerHTML)).toBe(text);
});
