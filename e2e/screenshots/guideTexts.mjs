// What is written at the sample's desk for the pictures of the guide, in the language of
// the guide. Every sentence is invented, as in the sample.

/** The language into which the guide's translator works. */
export const into = { en: 'de', fa: 'fa' };

/** A story that repeats a paragraph of an older one, as follow-ups do. */
export const followUp = {
  headline: 'Herat’s saffron growers dry their flowers under one roof',
  summary: 'Thirty-six families have paid for a drying hall together. It opened on Monday.',
  body: [
    'Since Monday the growers west of Herat have dried their flowers in a hall of their own. It has room for 240 trays; 36 families have paid for it together.',
    'Before sunrise the fields west of Herat are violet; by eight o’clock they must be empty. Saffron flowers are picked while they are closed, because sun and wind take away the scent. For three weeks every autumn, whole villages therefore sleep very little.',
    '## What the roof changes',
    '“Until now we dried the threads in the yard,” says one grower. “A gust of wind, and a day’s work was gone.”',
  ].join('\n\n'),
};

/** Its first words in the other language; the number of the families is wrong. */
export const begun = {
  de: {
    headline: 'Herats Safranbauern trocknen unter einem Dach',
    summary: 'Sechsunddreißig Familien haben gemeinsam für eine Trockenhalle bezahlt. Seit Montag ist sie offen.',
    first: 'Seit Montag trocknen die Bauern westlich von Herat ihre Blüten in einer eigenen Halle. Sie hat Platz für 240 Bleche; 63 Familien haben sie gemeinsam bezahlt.',
    last: '"Bisher haben wir die Fäden im Hof getrocknet", sagt ein Bauer. „Ein Windstoß, und die Arbeit eines Tages war dahin.“',
  },
  fa: {
    headline: 'زعفران‌کاران هرات گل را زیر یک سقف خشک می‌کنند',
    summary: 'سی‌وشش خانواده پول یک تالار خشک‌کن را با هم داده‌اند. این تالار روز دوشنبه باز شد.',
    first: 'کشتکاران غرب هرات از روز دوشنبه گل را در تالار خودشان خشک می‌کنند. این تالار جای ۲۴۰ پطنوس دارد و ۶۳ خانواده پول آن را با هم داده‌اند.',
    last: 'کشتکاری می‌گوید: "تا حالا رشته‌ها را در حویلی خشک می‌کردیم. یک باد تند می‌آمد و کار یک روز می‌رفت."',
  },
};

/** The stale paragraph of the saffron story, brought up to date. */
export const renewed = 'کشتکاران می‌گویند حاصل خوب بود، هرچند ژاله دو روستای شمال را زد: باران به‌موقع رسید و بیشتر پیازها تابستان را پشت سر گذاشت. اما نرخ مردد است.';

/** What an editor says about it. */
export const remarks = {
  en: {
    question: 'Who named the two villages? One source is not enough.',
    answer: 'The agriculture office and one grower. I have asked a third.',
    suggestion: 'The growers call the harvest good, although hail struck two villages in the north. Rain came in time, and most of the bulbs survived the summer. The price, however, hesitates.',
    note: 'Name both villages and who told us. The rest is good.',
    wish: 'Before the evening, if it can be done.',
    notice: 'This report confused two days. A corrected one will follow.',
    more: ' The driver asks for a second bus.',
  },
  fa: {
    question: 'این دو روستا را چه کسی نام برده است؟ یک منبع بس نیست.',
    answer: 'ریاست زراعت و یک کشتکار. از سومی هم پرسیده‌ام.',
    suggestion: 'کشتکاران حاصل امسال را خوب می‌دانند، هرچند ژاله دو روستای شمال را زد: باران به‌موقع رسید و بیشتر پیازها تابستان را پشت سر گذاشت. اما نرخ مردد است.',
    note: 'نام هر دو روستا و منبع خبر بیاید. باقی خوب است.',
    wish: 'اگر شود، تا شام امروز.',
    notice: 'در این گزارش دو روز با هم اشتباه شده بود. گزارش درست خواهد آمد.',
    more: ' راننده بس دیگری می‌خواهد.',
  },
};
