// A page of the guide as scripts/guide.ts reads it from docs/guide when the window is built.

/** A part of a text. */
export type GuideNode =
  | { is: 'text'; text: string }
  | { is: 'img'; src: string; alt: string }
  | { is: 'a'; page: string; section: string; nodes: GuideNode[] } // page "": the same one
  | { is: Wrapping; nodes: GuideNode[] };

type Wrapping =
  'p' | 'h3' | 'ul' | 'ol' | 'li' | 'table' | 'tr' | 'th' | 'td' | 'strong' | 'em' | 'code' | 'kbd';

/** What stands under one heading; before the first heading, both are "". */
export interface GuideSection {
  id: string; // the heading's address: "when-it-comes-back"
  title: string;
  text: string; // its words, for searching
  nodes: GuideNode[];
}

export interface GuidePage {
  title: string;
  sections: GuideSection[];
}
