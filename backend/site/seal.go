package site

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"time"
)

// seal is a hash of a value: of what a page is made from.
type seal [16]byte

func (s seal) String() string { return hex.EncodeToString(s[:]) }

// sealed is a value that knows its seal: a part that many pages share.
type sealed interface{ sum() seal }

// sealer hashes values whole. There is no list of fields to keep: whatever a struct holds is
// in its seal, and a kind of value that cannot be hashed, or a field that is not exported and
// so might be forgotten, stops the program when its page is first looked at.
type sealer struct{ buf []byte }

var sealers = sync.Pool{New: func() any { return new(sealer) }}

// sealOf returns the seal of values. Two have the same only where they are equal, but for
// times, which count as moments whatever their zone, and for nil, which counts as empty.
func sealOf(values ...any) seal {
	s := sealers.Get().(*sealer)
	defer sealers.Put(s)
	s.buf = s.buf[:0]
	for _, v := range values {
		s.add(reflect.ValueOf(v))
	}
	return s.made()
}

// made returns the seal of what was added.
func (s *sealer) made() (made seal) {
	sum := sha256.Sum256(s.buf)
	copy(made[:], sum[:])
	return made
}

func (s *sealer) number(n uint64) { s.buf = binary.LittleEndian.AppendUint64(s.buf, n) }

func (s *sealer) text(t string) {
	s.number(uint64(len(t)))
	s.buf = append(s.buf, t...)
}

func (s *sealer) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		s.text(v.String())
	case reflect.Bool:
		s.buf = append(s.buf, 0)
		if v.Bool() {
			s.buf[len(s.buf)-1] = 1
		}
	case reflect.Int, reflect.Int64, reflect.Int32:
		s.number(uint64(v.Int()))
	case reflect.Slice:
		s.number(uint64(v.Len()))
		if v.Type().Elem().Kind() == reflect.Uint8 {
			s.buf = append(s.buf, v.Bytes()...)
			return
		}
		for i := range v.Len() {
			s.add(v.Index(i))
		}
	case reflect.Map:
		s.addMap(v)
	case reflect.Struct, reflect.Pointer:
		s.addPart(v)
	default:
		panic(fmt.Sprintf("site: a page cannot be made from a %s", v.Type()))
	}
}

// addMap adds a map whose keys are text, in their order.
func (s *sealer) addMap(v reflect.Value) {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int {
		switch {
		case a.String() < b.String():
			return -1
		case a.String() > b.String():
			return 1
		}
		return 0
	})
	s.number(uint64(len(keys)))
	for _, k := range keys {
		s.text(k.String())
		s.add(v.MapIndex(k))
	}
}

// part says how the values of a type are added.
type part int

const (
	whole  part = iota // field by field
	itself             // it knows its seal
	moment             // a time
)

var parts sync.Map // reflect.Type → part

func partOf(t reflect.Type) part {
	if known, ok := parts.Load(t); ok {
		return known.(part)
	}
	found := whole
	switch {
	case t.Implements(reflect.TypeFor[sealed]()):
		found = itself
	case t == reflect.TypeFor[time.Time]():
		found = moment
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if !t.Field(i).IsExported() {
				panic(fmt.Sprintf("site: %s.%s is not exported, so no page can be made from it", t, t.Field(i).Name))
			}
		}
	}
	parts.Store(t, found)
	return found
}

func (s *sealer) addPart(v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			s.buf = append(s.buf, 0)
			return
		}
		s.buf = append(s.buf, 1)
	}
	switch partOf(v.Type()) {
	case itself:
		made := v.Interface().(sealed).sum()
		s.buf = append(s.buf, made[:]...)
	case moment:
		at := v.Interface().(time.Time)
		s.number(uint64(at.Unix()))
		s.number(uint64(at.Nanosecond()))
	case whole:
		if v.Kind() == reflect.Pointer {
			s.add(v.Elem())
			return
		}
		for i := range v.NumField() {
			s.add(v.Field(i))
		}
	}
}
