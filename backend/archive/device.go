package archive

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"khabar/backend/durable"
	"khabar/backend/newsroom"
)

const (
	keyName = "device.key"
	keyType = "PRIVATE KEY" // PKCS #8, RFC 5958
)

// keyFor returns the signing key in dir, and makes one where there is none. One that cannot
// be read gets the name of the day and is kept: it may still be put right.
func keyFor(dir string, wall newsroom.Clock) (ed25519.PrivateKey, error) {
	key, err := readKey(dir)
	if err == nil {
		return key, nil
	}
	path := filepath.Join(dir, keyName)
	aside := path + "." + wall.Now().UTC().Format(time.DateOnly)
	for n := 2; exists(aside); n++ {
		aside = fmt.Sprintf("%s.%s.%d", path, wall.Now().UTC().Format(time.DateOnly), n)
	}
	if err = os.Rename(path, aside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	}
	return makeKey(dir)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// makeKey writes a new signing key into dir, readable by its owner alone.
func makeKey(dir string) (ed25519.PrivateKey, error) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	data := pem.EncodeToMemory(&pem.Block{Type: keyType, Bytes: der})
	if err := durable.Write(filepath.Join(dir, keyName), bytes.NewReader(data), 0o600); err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", filepath.Join(dir, keyName), err)
	}
	return key, nil
}

func readKey(dir string) (ed25519.PrivateKey, error) {
	path := filepath.Join(dir, keyName)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Damaged, "storage.noKey", "path", path, err)
	}
	block, _ := pem.Decode(data)
	if block == nil || block.Type != keyType {
		return nil, newsroom.Errorf(newsroom.Damaged, "storage.noKey", "path", path)
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	key, ok := parsed.(ed25519.PrivateKey)
	if err != nil || !ok {
		return nil, newsroom.Errorf(newsroom.Damaged, "storage.noKey", "path", path, err)
	}
	return key, nil
}
