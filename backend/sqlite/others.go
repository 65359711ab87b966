package sqlite

import "context"

// Others returns a number that changes when another process has committed something to the
// file, and with nothing that this one does. It reads no more than a few bytes of shared
// memory, but waits while this process writes.
func (d *DB) Others(ctx context.Context) (version int64, err error) {
	// SQLite counts for a connection what all others commit; only one of ours ever commits.
	err = d.write.QueryRowContext(ctx, "PRAGMA data_version").Scan(&version)
	return version, fault(err, d.path)
}
