package app

import (
	"context"
	"sync"

	"khabar/backend/publish"
)

// serving keeps one local server for each published folder, until the app closes.
type serving struct {
	mu        sync.Mutex
	addresses map[string]string
	stop      context.CancelFunc
	ctx       context.Context
}

func (s *serving) address(dir string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known := s.addresses[dir]; known != "" {
		return known, nil
	}
	if s.ctx == nil {
		s.ctx, s.stop = context.WithCancel(context.Background())
		s.addresses = map[string]string{}
	}
	address, err := publish.Serve(s.ctx, dir)
	if err == nil {
		s.addresses[dir] = address
	}
	return address, err
}

func (s *serving) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stop != nil {
		s.stop()
	}
}
