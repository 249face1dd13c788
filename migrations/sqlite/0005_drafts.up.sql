-- What somebody typed and has not saved. A draft is private to its account, never part of the history, and goes away by itself.

CREATE TABLE drafts (
    account INTEGER NOT NULL,
    subject TEXT    NOT NULL,                           -- the slug of a site, or an organization's id
    form    TEXT    NOT NULL,                           -- which form of it
    version INTEGER NOT NULL CHECK (version >= 0),      -- of the subject, when the form was opened
    fields  TEXT    NOT NULL,                           -- JSON: a list of [name, value]
    at      TEXT    NOT NULL,                           -- RFC 3339, UTC
    PRIMARY KEY (account, subject, form)
) STRICT, WITHOUT ROWID;

CREATE INDEX drafts_at ON drafts (at);
