const Z = '\u200c';

/** Documents of the newsroom's own languages, and of what only its bodies have. */
export const moreSamples: Record<string, string> = {
  'ps-news': `د افغانستان د بهرنیو چارو وزیر **امیر خان** وویل چې ځینې هېوادونه به د *دوو اړخیزو* اړیکو لپاره ګامونه پورته کړي؛ ښځې، ځوانان، ټول ګډون کوي.`,
  'ps-letters': 'ټ ډ ړ ږ ښ ګ ڼ ځ څ ې ی ۍ ئ ي — «ېۍئ»',
  'ps-list': '- لومړی: **ښوونځی**\n- دویم: روغتون\n  1. ښځینه\n  2. نارینه',
  'tg-news':
    'Муовини сарвазир ба **Кобул** омад; ӯ гуфт: «Ҳамкориҳо *густариш* меёбанд». Ҷумҳурии Тоҷикистон — ғ, ӣ, қ, ӯ, ҳ, ҷ.',
  'tg-heading': '## Ҷаласаи сеюм\n\nқарор қабул шуд',
  'ar-harakat': 'قَالَ **الوَزِيرُ** إِنَّ «العَلاقَاتِ الثُّنَائِيَّةَ» تَشْهَدُ *تَطَوُّرًا* مَلْحُوظًا؛ أُعْلِنَ ذٰلِكَ.',
  'ar-tatweel': 'العـــربية و**ال**كتاب',
  'fa-bold-affix': `**کتاب**${Z}هایی که **می${Z}خوانم**${Z}اش`,
  'fa-poem': 'مصرع نخست\\\nمصرع دوم',
  'mixed-list':
    '- خبر اول\n- second item in English\n- Третий пункт\n  - زیرمجموعه (NATO)\n  - nested **متن** here',
  'mixed-ordered': '1. گام نخست: نصب Go 1.26\n2. second step: `make run`\n3. مرحلهٔ سوم',
  'mixed-marks': '\u200fمتن\u200f (ABC)\u200e و \u2067عبارت\u2069 در 2026/11/23',
  'nested-quotes': '> «سخن نخست»\n>\n> > پاسخ\n> >\n> > > answer to the answer\n>\n> پایان',
  'quote-list-fa': '> نقل:\n>\n> 1. یک\n> 2. دو\n>\n> — منبع',
  figure: '![نمای شهر](media/0123456789abcdef0123456789abcdef.jpg "کابل در غروب © خبرگزاری رسک")',
  'figure-credit-only': '![](media/0123456789abcdef0123456789abcdef.png "© AP")',
  'figure-two-marks': '![a](media/0123456789abcdef0123456789abcdef.webp "Reprint © 1999 © Archive")',
  'figure-quotes':
    '![he said \\"no\\"](media/0123456789abcdef0123456789abcdef.jpg "He said \\"no\\" © A \\"B\\" C")',
  'figure-between': 'پیش\n\n![x](media/0123456789abcdef0123456789abcdef.jpg)\n\nپس',
  gallery:
    '![یک](media/0123456789abcdef0123456789abcdef.jpg "۱ © الف")\n\n![دو](media/1123456789abcdef0123456789abcdef.jpg)',
  'gallery-one-paragraph':
    '![a](media/0123456789abcdef0123456789abcdef.jpg)\n![b](media/1123456789abcdef0123456789abcdef.jpg)',
  'video-youtube': '![نشست خبری](https://www.youtube.com/watch?v=ab_C-1 "فیلم کامل © رسک")',
  'video-file': '![clip](https://example.org/a/clip.mp4)',
  'video-aparat-text': 'پیش از ویدیو\n\n![سخنرانی](https://www.aparat.com/v/xyz)\n\nپس از ویدیو',
  'picture-in-list': '- ![a](media/0123456789abcdef0123456789abcdef.jpg) متن\n- ب',
  'linked-picture': '[![a](media/0123456789abcdef0123456789abcdef.jpg)](https://example.org)',
  'footnote-two': 'یک[^1] و دو[^2].\n\n[^1]: نخست.\n\n[^2]: دوم با **تأکید**.',
  'footnote-long': 'متن[^a]\n\n[^a]: بند یک.\n\n    بند دو.',
  'table-mixed': '| نام | Name | ном |\n| - | :-: | -: |\n| **علی** | Ali | Алӣ |\n|  | `x` | ~~y~~ |',
  'tasks-fa': `- [ ] تماس با سفارت${Z}خانه\n- [x] بررسی نام${Z}ها\n  - [ ] ps: ښځه`,
  'escaped-fa': '۱\\. نه\n\n1\\. این فهرست نیست\n\n\\# نه سرخط',
  'url-fa': '[پیوند](https://example.org/خبر/می‌روم "عنوان")',
};
