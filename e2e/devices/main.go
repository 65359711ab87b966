// Command devices stands in for the exchange between two devices of one newsroom.
//
//	devices enrol DIR OTHER    makes OTHER, a data folder of a second device of DIR's member
//	devices bring FROM TO      takes what was written in FROM over into TO
//
// DIR must be closed; FROM and TO may be open in a window.
package main

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

func main() {
	verbs := map[string]func(context.Context, string, string) error{"enrol": enrol, "bring": bring}
	if len(os.Args) != 4 || verbs[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "devices enrol DIR OTHER | devices bring FROM TO")
		os.Exit(2)
	}
	if err := verbs[os.Args[1]](context.Background(), os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// enrol signs a second device into the roster with the first one's key, and gives it a
// copy of the newsroom with a key and a log of its own.
func enrol(ctx context.Context, dir, other string) error {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	if err := admit(ctx, dir, key.Public().(ed25519.PublicKey)); err != nil {
		return err
	}
	if err := os.CopyFS(other, os.DirFS(dir)); err != nil {
		return err
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	if err := os.WriteFile(keyFile(other), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), 0o600); err != nil {
		return err
	}
	db, err := sqlite.Open(ctx, filepath.Join(other, "khabar.db"))
	if err != nil {
		return err
	}
	defer db.Close()
	log := make([]byte, 16)
	rand.Read(log)
	return db.Update(ctx, func(tx *sqlite.Tx) error { return tx.PutLocal("log", log) })
}

func keyFile(dir string) string { return filepath.Join(dir, "device.key") }

// admit writes into the roster of dir that its member has another device.
func admit(ctx context.Context, dir string, device ed25519.PublicKey) error {
	data, err := os.ReadFile(keyFile(dir))
	if err != nil {
		return err
	}
	block, _ := pem.Decode(data)
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return err
	}
	key := parsed.(ed25519.PrivateKey)
	a, err := archive.Open(ctx, dir, newsroom.SystemClock{})
	if err != nil {
		return err
	}
	var person newsroom.Member
	var grant newsroom.EntryID
	err = a.DB().View(ctx, func(tx *sqlite.Tx) error {
		person, grant, err = tx.Member(a.Me())
		return err
	})
	if err != nil {
		return err
	}
	person.Devices = append(slices.Clone(person.Devices), device)
	line, id, err := journal.Encode(journal.Entry{
		Kind: journal.Roster, Member: a.Me(), Subject: journal.MemberSubject(a.Me()), Person: &person, Grant: grant,
		Parents: []newsroom.EntryID{grant},
	})
	if err != nil {
		return err
	}
	public := key.Public().(ed25519.PublicKey)
	sealed := journal.Sealed{Line: line, Key: public, Sig: journal.SignEntry(id, key)}
	if err := take(ctx, a, []archive.Foreign{{Sealed: sealed, Device: public}}); err != nil {
		return err
	}
	return a.Close(ctx)
}

func bring(ctx context.Context, from, to string) error {
	source, err := sqlite.Open(ctx, filepath.Join(from, "khabar.db"))
	if err != nil {
		return err
	}
	defer source.Close()
	var all []archive.Foreign
	err = source.View(ctx, func(tx *sqlite.Tx) error {
		return tx.EachEntry(func(e sqlite.Entry) error {
			all = append(all, archive.Foreign{Sealed: journal.Sealed{Line: e.Line, Key: e.Key, Sig: e.Sig}, Device: e.Device})
			return nil
		})
	})
	if err != nil {
		return err
	}
	a, err := archive.Open(ctx, to, newsroom.SystemClock{})
	if err != nil {
		return err
	}
	if err := take(ctx, a, all); err != nil {
		return err
	}
	return a.DB().Close() // what the window there has not sealed is the window's
}

func take(ctx context.Context, a *archive.Archive, all []archive.Foreign) error {
	rejected, err := a.Apply(ctx, all)
	if err == nil && len(rejected) > 0 {
		err = rejected[0]
	}
	return err
}
