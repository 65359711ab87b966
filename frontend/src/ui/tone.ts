/** What a colour means, wherever a widget is tinted. */
export type Tone = 'neutral' | 'accent' | 'saffron' | 'good' | 'bad' | 'info';
