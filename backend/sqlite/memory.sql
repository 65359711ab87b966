-- The translation memory. It is made from the newsroom and made again at will, in a file of its own.

-- What is to be looked at again.
CREATE TABLE waiting (
	story TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Where the passages of a story are. Their numbers are given out once: a story that changed gets others.
CREATE TABLE story (
	first INTEGER PRIMARY KEY,            -- number of the first passage
	last  INTEGER NOT NULL,               -- and of the last
	id    TEXT NOT NULL UNIQUE,
	mark  BLOB NOT NULL                   -- digest of the passages
) STRICT;

-- A passage in one language. Those of one passage lie side by side.
CREATE TABLE wording (
	n      INTEGER PRIMARY KEY,           -- number of the passage × 16 + place of the language
	source TEXT NOT NULL,                 -- Markdown
	plain  TEXT                           -- what a reader reads, where that is something else
) STRICT;

-- Which wordings have a word: the code of the language and the folded word in one. Where it stands in them is not kept.
CREATE VIRTUAL TABLE word USING fts5 (
	words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- How frequent the words of a language are, counted by a hash of 16 bits: 65,536 numbers of two bytes.
CREATE TABLE frequency (
	lang   TEXT PRIMARY KEY,
	counts BLOB NOT NULL
) STRICT;

CREATE TABLE local (
	name  TEXT PRIMARY KEY,
	value INTEGER NOT NULL
) STRICT;
