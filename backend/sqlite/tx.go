package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"khabar/backend/newsroom"
)

// Tx is a transaction. It is used by one goroutine and dies with the function that was
// given it.
type Tx struct {
	ctx   context.Context
	tx    *sql.Tx
	path  string
	now   time.Time // the one moment at which all that it reads is read
	stmts map[string]*sql.Stmt
}

// View runs f in a transaction that reads one consistent state.
func (d *DB) View(ctx context.Context, f func(*Tx) error) error {
	return d.run(ctx, d.read, &sql.TxOptions{ReadOnly: true}, f)
}

// Update runs f in the writing transaction. All of it is committed, or, where f or the
// commit returns an error, none.
func (d *DB) Update(ctx context.Context, f func(*Tx) error) error {
	return d.run(ctx, d.write, nil, f)
}

var errRollback = errors.New("roll back")

// Try runs f as Update does and then takes everything back.
func (d *DB) Try(ctx context.Context, f func(*Tx) error) error {
	err := d.Update(ctx, func(tx *Tx) error {
		if err := f(tx); err != nil {
			return err
		}
		return errRollback
	})
	if errors.Is(err, errRollback) {
		return nil
	}
	return err
}

func (d *DB) run(ctx context.Context, pool *sql.DB, opts *sql.TxOptions, f func(*Tx) error) error {
	stx, err := pool.BeginTx(ctx, opts)
	if err != nil {
		return fault(err, d.path)
	}
	tx := &Tx{ctx: ctx, tx: stx, path: d.path, now: d.clock.Now(), stmts: map[string]*sql.Stmt{}}
	if opts == nil {
		// A context that ends takes the transaction back. The statements of a writer, many
		// and short, need not watch it too: the driver starts a goroutine for each that does.
		tx.ctx = context.WithoutCancel(ctx)
	}
	defer tx.close()
	if err = f(tx); err == nil {
		err = fault(stx.Commit(), d.path)
	}
	// A context that ends takes the transaction back at once, and whatever came next failed
	// for that reason.
	if code := newsroom.CodeOf(err); ctx.Err() != nil && (code == newsroom.Internal || code == newsroom.Storage) {
		return newsroom.Errorf(newsroom.Cancelled, "cancelled", err)
	}
	return err
}

func (tx *Tx) close() {
	for _, s := range tx.stmts {
		s.Close()
	}
	tx.tx.Rollback() // a no-op after a commit
}

// prepare keeps statements for the life of the transaction: an import runs each of them
// thousands of times.
func (tx *Tx) prepare(query string) (*sql.Stmt, error) {
	if s, ok := tx.stmts[query]; ok {
		return s, nil
	}
	s, err := tx.tx.PrepareContext(tx.ctx, query)
	if err != nil {
		return nil, fault(err, tx.path)
	}
	tx.stmts[query] = s
	return s, nil
}

func (tx *Tx) exec(query string, args ...any) error {
	s, err := tx.prepare(query)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(tx.ctx, args...)
	return fault(err, tx.path)
}

// one scans a single row; found is false where there is none.
func (tx *Tx) one(query string, args []any, dest ...any) (found bool, err error) {
	s, err := tx.prepare(query)
	if err != nil {
		return false, err
	}
	switch err := s.QueryRowContext(tx.ctx, args...).Scan(dest...); {
	case errors.Is(err, sql.ErrNoRows):
		return false, nil
	case err != nil:
		return false, fault(err, tx.path)
	}
	return true, nil
}

// each calls scan for every row.
func (tx *Tx) each(query string, args []any, scan func(*sql.Rows) error) error {
	s, err := tx.prepare(query)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(tx.ctx, args...)
	if err != nil {
		return fault(err, tx.path)
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return fault(err, tx.path)
		}
	}
	return fault(rows.Err(), tx.path)
}

// encode returns v as JSON. What the tables hold can always be encoded.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// decoded scans a JSON column into v.
type decoded struct{ v any }

func (d decoded) Scan(src any) error {
	var b []byte
	switch s := src.(type) {
	case string:
		b = []byte(s)
	case []byte:
		b = s
	default:
		return newsroom.Errorf(newsroom.Damaged, "storage.column")
	}
	if err := json.Unmarshal(b, d.v); err != nil {
		return newsroom.Errorf(newsroom.Damaged, "storage.column", err)
	}
	return nil
}

// moment scans milliseconds since 1970; 0 is the zero time.
type moment struct{ t *time.Time }

func (m moment) Scan(src any) error {
	ms, ok := src.(int64)
	if !ok {
		return newsroom.Errorf(newsroom.Damaged, "storage.column")
	}
	*m.t = time.Time{}
	if ms != 0 {
		*m.t = time.UnixMilli(ms).UTC()
	}
	return nil
}

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}
