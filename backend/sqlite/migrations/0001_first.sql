-- The journal: the truth.
CREATE TABLE entry (
	n       INTEGER PRIMARY KEY,          -- order of arrival on this device
	id      TEXT NOT NULL UNIQUE,
	kind    TEXT NOT NULL,
	member  TEXT NOT NULL,
	subject TEXT NOT NULL,
	time    INTEGER NOT NULL,             -- at most newsroom.LastStamp; what the line says, exactly, is in the line
	line    BLOB NOT NULL,                -- the exact bytes that the id and the signatures are over
	device  BLOB NOT NULL,                -- key of the device whose segment brought it
	key     BLOB,                         -- of a weighty entry: the key that signed it
	sig     BLOB,                         -- and the signature
	own     INTEGER NOT NULL,             -- made on this device, which seals it
	sealed  INTEGER NOT NULL DEFAULT 0,
	state   TEXT NOT NULL,                -- ok, parked, refused
	reason  TEXT NOT NULL
) STRICT;
CREATE INDEX entry_subject ON entry (subject, kind);
CREATE INDEX entry_time ON entry (own, time);
CREATE INDEX entry_unsealed ON entry (n) WHERE own = 1 AND sealed = 0;
CREATE INDEX entry_aside ON entry (state) WHERE state <> 'ok';

-- Other keys under which an entry that is not applied came: the right one may be among them.
CREATE TABLE proof (
	entry  INTEGER NOT NULL REFERENCES entry (n),
	device BLOB NOT NULL,
	key    BLOB,
	sig    BLOB
) STRICT;
CREATE INDEX proof_entry ON proof (entry);

-- A log may have two segments of one number, and an entry may be in several segments.
CREATE TABLE segment (
	hash   BLOB PRIMARY KEY,
	log    BLOB NOT NULL,
	seq    INTEGER NOT NULL,
	header BLOB NOT NULL,                 -- exactly as hashed
	key    BLOB NOT NULL,
	sig    BLOB NOT NULL
) STRICT;
CREATE INDEX segment_log ON segment (log, seq);

CREATE TABLE segment_entry (
	segment BLOB NOT NULL REFERENCES segment (hash),
	pos     INTEGER NOT NULL,
	entry   INTEGER NOT NULL REFERENCES entry (n),
	PRIMARY KEY (segment, pos)
) STRICT, WITHOUT ROWID;

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
	embargo INTEGER NOT NULL,               -- until when nothing of it may go live; 0 = none
	removed INTEGER NOT NULL
) STRICT;

CREATE INDEX story_created ON story (removed, created, id);

CREATE INDEX story_embargo ON story (embargo) WHERE embargo > 0;

CREATE TABLE story_term (
	story TEXT NOT NULL,
	pos   INTEGER NOT NULL,
	kind  TEXT NOT NULL,
	term  TEXT NOT NULL,
	PRIMARY KEY (story, kind, pos)
) STRICT;
CREATE INDEX story_term_term ON story_term (kind, term, story);

CREATE TABLE term (
	id       TEXT NOT NULL,
	kind     TEXT NOT NULL,
	standing TEXT NOT NULL,
	ord      INTEGER NOT NULL,
	labels   TEXT NOT NULL,
	slugs    TEXT NOT NULL,
	removed  INTEGER NOT NULL,
	merged   TEXT NOT NULL,                -- the term that it went into
	target   TEXT NOT NULL,                -- the one that stands for it: itself, or where merging leads
	PRIMARY KEY (kind, id)
) STRICT;
CREATE INDEX term_target ON term (kind, target);

CREATE TABLE name (
	id       TEXT PRIMARY KEY,
	kind     TEXT NOT NULL,
	labels   TEXT NOT NULL,
	variants TEXT NOT NULL,
	note     TEXT NOT NULL,
	tag      TEXT NOT NULL,
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
	next       INTEGER NOT NULL,           -- when a scheduled correction replaces the live text; 0 = none is
	next_text  TEXT NOT NULL,              -- newsroom.Text of it, without the body
	changed    INTEGER NOT NULL,           -- live, and the head is not what is live
	origin     TEXT NOT NULL,              -- the language that it was last translated from
	stale      INTEGER NOT NULL DEFAULT 0, -- blocks whose source has changed since they were translated
	missing    INTEGER NOT NULL DEFAULT 0  -- blocks of the source that have no counterpart
) STRICT;
CREATE INDEX edition_story ON edition (story);
CREATE INDEX edition_origin ON edition (story, origin) WHERE origin <> '';
CREATE INDEX edition_stale ON edition (updated) WHERE stale > 0;
CREATE INDEX edition_slug ON edition (lang, slug);
CREATE INDEX edition_live_slug ON edition (lang, live_slug);
CREATE INDEX edition_queue ON edition (work, live, changed);
CREATE INDEX edition_scheduled ON edition (published) WHERE live = 'scheduled';
CREATE INDEX edition_next ON edition (next) WHERE next > 0;
-- The orders of the list; what filters it stands behind, so that its shape is read from the index alone.
CREATE INDEX edition_updated ON edition (removed, updated, n, lang, work, live, story);
CREATE INDEX edition_created ON edition (removed, created, n, lang, work, live, story);
CREATE INDEX edition_published ON edition (removed, published, n, lang, work, live, story);
CREATE INDEX edition_headline ON edition (removed, sort_key, n, lang, work, live, story);

-- Which pictures of the archive the texts of an edition show: the newest one, and the one that
-- readers see. The edition '' is the story itself, with its lead picture.
CREATE TABLE picture (
	story   TEXT NOT NULL,
	edition TEXT NOT NULL,
	hash    TEXT NOT NULL,
	PRIMARY KEY (story, edition, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_hash ON picture (hash, story);

-- Who makes an edition, and who asks for one; it need have no row of its own yet.
CREATE TABLE claim (
	edition TEXT PRIMARY KEY,
	story   TEXT NOT NULL,
	lang    TEXT NOT NULL,
	member  TEXT NOT NULL,
	since   INTEGER NOT NULL,
	until   INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_story ON claim (story);
CREATE INDEX claim_member ON claim (member, until);

CREATE TABLE request (
	edition TEXT PRIMARY KEY,
	story   TEXT NOT NULL,
	lang    TEXT NOT NULL,
	member  TEXT NOT NULL,                -- who asks
	time    INTEGER NOT NULL,
	note    TEXT NOT NULL
) STRICT;
CREATE INDEX request_story ON request (story);
CREATE INDEX request_lang ON request (lang, time);

CREATE TABLE comment (
	id         TEXT PRIMARY KEY,
	edition    TEXT NOT NULL,
	revision   TEXT NOT NULL,
	block      TEXT NOT NULL,              -- digest; '' = the whole edition
	quote      TEXT NOT NULL,
	text       TEXT NOT NULL,
	parent     TEXT NOT NULL,
	suggestion TEXT,
	outcome    TEXT NOT NULL,
	removed    INTEGER NOT NULL,
	member     TEXT NOT NULL,
	time       INTEGER NOT NULL,
	settler    TEXT NOT NULL,
	settled    INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_edition ON comment (edition, time);

-- Slugs under which readers knew an edition before; they redirect.
CREATE TABLE old_slug (
	lang    TEXT NOT NULL,
	slug    TEXT NOT NULL,
	edition TEXT NOT NULL,
	PRIMARY KEY (lang, slug, edition)
) STRICT;
CREATE INDEX old_slug_edition ON old_slug (edition);

-- What each edition is found by: words folded in Go, parted by spaces, so that the tokenizer has nothing to decide.
-- Beginnings of two and three letters have an index of their own, nearly half of the text in size: what they begin is too
-- much to put together while somebody types. Longer ones are ranges of the words themselves.
CREATE VIRTUAL TABLE search USING fts5 (
	headline, summary, body, byline,
	joined,                               -- the words that ZWNJ holds together, closed up; their parts are in the columns before
	content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);

-- This device alone.
CREATE TABLE working_copy (
	edition TEXT PRIMARY KEY,
	text    TEXT NOT NULL,
	base    TEXT NOT NULL,                -- heads that it stands on
	links   TEXT NOT NULL,                -- newsroom.Links of what is typed as a translation; null
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
	published INTEGER NOT NULL,
	failed    INTEGER NOT NULL
) STRICT;
