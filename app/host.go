package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"github.com/pkg/browser"
	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// desktop is the Host that Wails gives. Before the window is there, events go nowhere.
type desktop struct {
	ctx     atomic.Pointer[context.Context]
	started time.Time
	closing atomic.Bool
	chosen  atomic.Pointer[string] // the folder in which something was chosen last
}

func (d *desktop) window() (context.Context, bool) {
	ctx := d.ctx.Load()
	if ctx == nil {
		return nil, false
	}
	return *ctx, true
}

// Emit sends an event to the window.
func (d *desktop) Emit(event string, payload any) {
	if ctx, ok := d.window(); ok {
		runtime.EventsEmit(ctx, event, payload)
	}
}

// ChooseFolder opens the system's dialog for a folder.
func (d *desktop) ChooseFolder(title string) (string, error) {
	ctx, ok := d.window()
	if !ok {
		return "", nil
	}
	return d.note(runtime.OpenDirectoryDialog(ctx, runtime.OpenDialogOptions{
		Title: title, DefaultDirectory: d.start(), CanCreateDirectories: true,
	}))
}

// ChooseFile opens the system's dialog for a file.
func (d *desktop) ChooseFile(title, kind string, endings []string) (string, error) {
	ctx, ok := d.window()
	if !ok {
		return "", nil
	}
	var patterns []string
	for _, ending := range endings {
		// GTK tells JPG from jpg, and cameras write the one, people the other.
		patterns = append(patterns, "*"+ending, "*"+strings.ToUpper(ending))
	}
	return d.note(runtime.OpenFileDialog(ctx, runtime.OpenDialogOptions{
		Title: title, DefaultDirectory: d.start(), Filters: []runtime.FileFilter{{DisplayName: kind, Pattern: strings.Join(patterns, ";")}},
	}))
}

// ChooseNewFile opens the system's dialog for a file that is to be written.
func (d *desktop) ChooseNewFile(title, kind, name string) (string, error) {
	ctx, ok := d.window()
	if !ok {
		return "", nil
	}
	return d.note(runtime.SaveFileDialog(ctx, runtime.SaveDialogOptions{
		Title: title, DefaultDirectory: d.start(), DefaultFilename: name, CanCreateDirectories: true,
		Filters: []runtime.FileFilter{{DisplayName: kind, Pattern: "*" + filepath.Ext(name)}},
	}))
}

// start is the folder in which a dialog begins: where something was chosen last, or home.
// Without one, GTK begins with what was used lately, where it takes no path that is typed.
func (d *desktop) start() string {
	if chosen := d.chosen.Load(); chosen != nil {
		if info, err := os.Stat(*chosen); err == nil && info.IsDir() {
			return *chosen
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "" // the dialog's own choice
	}
	return home
}

// note remembers where a path was chosen.
func (d *desktop) note(path string, err error) (string, error) {
	if path != "" {
		folder := filepath.Dir(path)
		d.chosen.Store(&folder)
	}
	return path, err
}

// openingTime is how long an opener is waited for. One that fails does so at once; one
// that becomes the browser itself runs until that is closed.
const openingTime = 5 * time.Second

// OpenAddress opens an address in the system's browser. Wails can do that too, but keeps
// to itself that it could not.
func (d *desktop) OpenAddress(address string) error {
	ended := make(chan error, 1)
	go func() { ended <- browser.OpenURL(address) }()
	select {
	case err := <-ended:
		return err
	case <-time.After(openingTime):
		return nil
	}
}

// nameOf gives a data folder a name: two windows over one folder would each think that
// they have the newest text.
func nameOf(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	sum := sha256.Sum256([]byte(dir))
	return hex.EncodeToString(sum[:8])
}

// show brings the window to the front.
func (d *desktop) show() {
	if ctx, ok := d.window(); ok {
		runtime.WindowUnminimise(ctx)
		runtime.WindowShow(ctx)
	}
}

// closingTime is how long the window may take to save before it closes all the same;
// what was typed is in the working copy already.
const closingTime = 2 * time.Second

// OpenWindow opens the window over the data folder dir and blocks until it is closed.
func OpenWindow(dir string, assets fs.FS) error {
	host := &desktop{started: time.Now()}
	a, err := New(dir, assets, clockOfWindow(), host)
	if err != nil {
		return err
	}
	// The window shares a small laptop with WebKit: memory is dearer than the collector's time.
	debug.SetGCPercent(50)
	frugal()
	go a.startup(context.Background()) // while WebKit starts
	var closed error
	opened := readFrame(dir) // and at the end the frame in which it closes
	err = wails.Run(&options.App{
		Title: "Khabar", Width: opened.Width, Height: opened.Height, WindowStartState: opened.state(),
		MinWidth: leastFrame.Width, MinHeight: leastFrame.Height,
		AssetServer: &assetserver.Options{Assets: assets, Handler: http.HandlerFunc(a.serve)},
		OnStartup:   func(ctx context.Context) { host.ctx.Store(&ctx) },
		OnDomReady:  func(ctx context.Context) { fit(ctx, opened) },
		OnBeforeClose: func(ctx context.Context) bool {
			opened = frameOf(ctx, opened)
			return host.holdClose(ctx)
		},
		OnShutdown: func(context.Context) {
			closed = a.shutdown(context.Background())
			// Before the first newsroom there is no folder to keep it in, and a size that is
			// lost is lost at no cost.
			_ = writeFrame(dir, opened)
		},
		Bind:           []any{a},
		ErrorFormatter: formatError,
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               "khabar-" + nameOf(dir),
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { host.show() },
		},
		BackgroundColour: &options.RGBA{R: 250, G: 249, B: 246, A: 255},
		Linux:            &linux.Options{ProgramName: "khabar", WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
	if err != nil {
		return err
	}
	return closed
}

// holdClose asks the window to save and holds the closing until it has: it answers by
// calling Closed.
func (d *desktop) holdClose(ctx context.Context) (prevent bool) {
	if d.closing.Swap(true) {
		return false
	}
	d.Emit(eventClosing, nil)
	time.AfterFunc(closingTime, func() { runtime.Quit(ctx) })
	return true
}

// Closed is called by the window when it has saved and may close.
func (a *App) Closed() {
	if d, ok := a.host.(*desktop); ok && d.closing.Load() {
		if ctx, ok := d.window(); ok {
			runtime.Quit(ctx)
		}
	}
}

// Painted is called by the window after its first frame; KHABAR_TRACE=1 prints how long
// that took since the start.
func (a *App) Painted() {
	if d, ok := a.host.(*desktop); ok && os.Getenv("KHABAR_TRACE") != "" {
		fmt.Fprintf(os.Stderr, "painted %d ms\n", time.Since(d.started).Milliseconds())
	}
}

// state says how a window of this frame opens.
func (f frame) state() options.WindowStartState {
	if f.Maximised {
		return options.Maximised
	}
	return options.Normal
}

// fit keeps the window on its screen: the usual laptop has 1366 × 768, and not every
// window manager sees to it.
func fit(ctx context.Context, opened frame) {
	screens, err := runtime.ScreenGetAll(ctx)
	if err != nil {
		return // nothing is known about the screen: the frame stays
	}
	for _, screen := range screens {
		if !screen.IsCurrent {
			continue
		}
		if fitting := opened.within(screen.Size.Width, screen.Size.Height); fitting != opened {
			runtime.WindowSetSize(ctx, fitting.Width, fitting.Height)
			runtime.WindowCenter(ctx)
			runtime.WindowMaximise(ctx)
		}
	}
}

// frameOf reads the frame of the open window; opened is the one that it was opened with.
// A maximised window keeps the size that it goes back to.
func frameOf(ctx context.Context, opened frame) frame {
	if runtime.WindowIsMaximised(ctx) {
		opened.Maximised = true
		return opened
	}
	width, height := runtime.WindowGetSize(ctx)
	return frame{Width: width, Height: height}
}
