package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// taskLabel is a task's box with the words that name it.
type taskLabel struct {
	ast.BaseInline
	done bool
}

var kindTaskLabel = ast.NewNodeKind("TaskLabel")

func (*taskLabel) Kind() ast.NodeKind          { return kindTaskLabel }
func (n *taskLabel) Dump(source []byte, l int) { ast.DumpHelper(n, source, l, nil, nil) }

// labelTask moves what follows box in its line into a label, which gives the box the
// accessible name that it needs.
func labelTask(box *extast.TaskCheckBox) {
	line := box.Parent()
	label := &taskLabel{done: box.IsChecked}
	line.InsertBefore(line, box, label)
	line.RemoveChild(line, box)
	for next := label.NextSibling(); next != nil; next = label.NextSibling() {
		label.AppendChild(label, next)
	}
	line.Parent().SetAttributeString("class", "task")
}
