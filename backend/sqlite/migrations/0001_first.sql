-- The journal: the truth.
CREATE TABLE entry (
	n       INTEGER PRIMARY KEY,          -- order of arrival on this device
	id      TEXT NOT NULL UNIQUE,
	kind    TEXT NOT NULL,
	member  TEXT NOT NULL,
	subject TEXT NOT NULL,
	time    INTEGER NOT NULL,
	line    BLOB NOT NULL,                -- the exact bytes that the id and the signatures are over
	key     BLOB,                         -- device key of a weighty entry
	sig     BLOB,                         -- and its signature
	log     BLOB,                         -- segment that seals it: log and number; NULL = not sealed yet
	seq     INTEGER,
	state   TEXT NOT NULL DEFAULT 'ok',   -- ok, parked, refused
	reason  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX entry_subject ON entry (subject, kind);
CREATE INDEX entry_segment ON entry (log, seq, n);
CREATE INDEX entry_unsealed ON entry (n) WHERE log IS NULL;
CREATE INDEX entry_time ON entry (time);
CREATE INDEX entry_aside ON entry (state) WHERE state <> 'ok';

CREATE TABLE segment (
	log  BLOB NOT NULL,
	seq  INTEGER NOT NULL,
	prev BLOB NOT NULL,
	hash BLOB NOT NULL,
	key  BLOB NOT NULL,
	sig  BLOB NOT NULL,
	PRIMARY KEY (log, seq)
) STRICT;

-- The projection: made from the entries, and made again from them at will.
CREATE TABLE member (
	id      TEXT PRIMARY KEY,
	name    TEXT NOT NULL,
	roles   TEXT NOT NULL,
	devices TEXT NOT NULL,
	langs   TEXT NOT NULL,
	grant_  TEXT NOT NULL                  -- the roster entry shown
) STRICT;

CREATE TABLE settings (
	one   INTEGER PRIMARY KEY CHECK (one = 1),
	value TEXT NOT NULL
) STRICT;

CREATE TABLE story (
	id      TEXT PRIMARY KEY,
	source  TEXT NOT NULL,
	place   TEXT NOT NULL,
	lead    TEXT NOT NULL,
	notes   TEXT NOT NULL,
	created INTEGER NOT NULL,
	removed INTEGER NOT NULL
) STRICT;

CREATE TABLE story_term (
	story TEXT NOT NULL,
	pos   INTEGER NOT NULL,
	kind  TEXT NOT NULL,
	term  TEXT NOT NULL,
	PRIMARY KEY (story, kind, pos)
) STRICT;
CREATE INDEX story_term_term ON story_term (term, story);

CREATE TABLE term (
	id       TEXT PRIMARY KEY,
	kind     TEXT NOT NULL,
	standing TEXT NOT NULL,
	ord      INTEGER NOT NULL,
	labels   TEXT NOT NULL,
	slugs    TEXT NOT NULL,
	removed  INTEGER NOT NULL
) STRICT;

CREATE TABLE revision (
	id       TEXT PRIMARY KEY,
	edition  TEXT NOT NULL,
	parents  TEXT NOT NULL,
	member   TEXT NOT NULL,
	time     INTEGER NOT NULL,
	headline TEXT NOT NULL,
	words    INTEGER NOT NULL
) STRICT;
CREATE INDEX revision_edition ON revision (edition, time);

CREATE TABLE edition (
	n          INTEGER PRIMARY KEY,
	id         TEXT NOT NULL UNIQUE,
	story      TEXT NOT NULL,
	lang       TEXT NOT NULL,
	heads      TEXT NOT NULL,
	unclear    TEXT NOT NULL,
	headline   TEXT NOT NULL,
	slug       TEXT NOT NULL,
	excerpt    TEXT NOT NULL,
	words      INTEGER NOT NULL,
	created    INTEGER NOT NULL,
	updated    INTEGER NOT NULL,
	sort_key   BLOB NOT NULL,
	removed    INTEGER NOT NULL,           -- copy of the story's
	work       TEXT NOT NULL,
	work_act   TEXT NOT NULL,              -- newsroom.Work
	live       TEXT NOT NULL,
	live_act   TEXT NOT NULL,              -- newsroom.Live
	live_slug  TEXT NOT NULL,
	live_text  TEXT NOT NULL,              -- newsroom.Text that readers see, without the body
	published  INTEGER NOT NULL,
	changed    INTEGER NOT NULL            -- live, and the head is not what is live
) STRICT;
CREATE INDEX edition_story ON edition (story);
CREATE INDEX edition_slug ON edition (lang, slug);
CREATE INDEX edition_live_slug ON edition (lang, live_slug);
-- The orders of the list; what filters it stands behind, so that its shape is read from the index alone.
CREATE INDEX edition_updated ON edition (removed, updated, n, lang, work, live, story);
CREATE INDEX edition_created ON edition (removed, created, n, lang, work, live, story);
CREATE INDEX edition_published ON edition (removed, published, n, lang, work, live, story);
CREATE INDEX edition_headline ON edition (removed, sort_key, n, lang, work, live, story);
CREATE INDEX edition_live ON edition (live) WHERE live <> 'notLive';

CREATE VIRTUAL TABLE search USING fts5 (
	words, content = '', contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);

-- This device alone.
CREATE TABLE working_copy (
	edition TEXT PRIMARY KEY,
	text    TEXT NOT NULL,
	base    TEXT NOT NULL,                -- heads that it stands on
	updated INTEGER NOT NULL
) STRICT;

CREATE TABLE local (
	name  TEXT PRIMARY KEY,
	value BLOB NOT NULL
) STRICT;

CREATE TABLE destination (
	id        TEXT PRIMARY KEY,
	kind      TEXT NOT NULL,
	name      TEXT NOT NULL,
	path      TEXT NOT NULL,
	published INTEGER NOT NULL
) STRICT;
