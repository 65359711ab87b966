// The icons of the interface under names of ours: what they mean, not how they
// look. The drawings are Lucide's; this file and Icon.svelte are the only owners.
// Only what is imported here ends up in the program.
import type { Component } from 'svelte';
import ALargeSmall from '@lucide/svelte/icons/a-large-small';
import AlignCenter from '@lucide/svelte/icons/text-align-center';
import AlignEnd from '@lucide/svelte/icons/text-align-end';
import AlignStart from '@lucide/svelte/icons/text-align-start';
import Archive from '@lucide/svelte/icons/archive';
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ArrowUpDown from '@lucide/svelte/icons/arrow-up-down';
import Ban from '@lucide/svelte/icons/ban';
import BetweenHorizontalStart from '@lucide/svelte/icons/between-horizontal-start';
import BetweenVerticalStart from '@lucide/svelte/icons/between-vertical-start';
import BookA from '@lucide/svelte/icons/book-a';
import Bold from '@lucide/svelte/icons/bold';
import Bookmark from '@lucide/svelte/icons/bookmark';
import Calendar from '@lucide/svelte/icons/calendar';
import CaseSensitive from '@lucide/svelte/icons/case-sensitive';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import ChevronUp from '@lucide/svelte/icons/chevron-up';
import ChevronsUpDown from '@lucide/svelte/icons/chevrons-up-down';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Clock from '@lucide/svelte/icons/clock';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Code from '@lucide/svelte/icons/code';
import Columns2 from '@lucide/svelte/icons/columns-2';
import Command from '@lucide/svelte/icons/command';
import Copy from '@lucide/svelte/icons/copy';
import CornerUpLeft from '@lucide/svelte/icons/corner-up-left';
import Database from '@lucide/svelte/icons/database';
import Dot from '@lucide/svelte/icons/dot';
import Download from '@lucide/svelte/icons/download';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import ExternalLink from '@lucide/svelte/icons/external-link';
import Eye from '@lucide/svelte/icons/eye';
import EyeOff from '@lucide/svelte/icons/eye-off';
import FileText from '@lucide/svelte/icons/file-text';
import Folder from '@lucide/svelte/icons/folder';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import GitCompare from '@lucide/svelte/icons/git-compare';
import Globe from '@lucide/svelte/icons/globe';
import GripVertical from '@lucide/svelte/icons/grip-vertical';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import Grid3x3 from '@lucide/svelte/icons/grid-3x3';
import Hand from '@lucide/svelte/icons/hand';
import Heading from '@lucide/svelte/icons/heading';
import Heading1 from '@lucide/svelte/icons/heading-1';
import Heading2 from '@lucide/svelte/icons/heading-2';
import Heading3 from '@lucide/svelte/icons/heading-3';
import Image from '@lucide/svelte/icons/image';
import Images from '@lucide/svelte/icons/images';
import Inbox from '@lucide/svelte/icons/inbox';
import Info from '@lucide/svelte/icons/info';
import Italic from '@lucide/svelte/icons/italic';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import LayoutList from '@lucide/svelte/icons/layout-list';
import Link from '@lucide/svelte/icons/link';
import List from '@lucide/svelte/icons/list';
import ListFilter from '@lucide/svelte/icons/list-filter';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import ListTodo from '@lucide/svelte/icons/list-todo';
import LoaderCircle from '@lucide/svelte/icons/loader-circle';
import Lock from '@lucide/svelte/icons/lock';
import MapPin from '@lucide/svelte/icons/map-pin';
import Maximize from '@lucide/svelte/icons/maximize';
import Megaphone from '@lucide/svelte/icons/megaphone';
import Merge from '@lucide/svelte/icons/merge';
import Menu from '@lucide/svelte/icons/menu';
import Minimize from '@lucide/svelte/icons/minimize';
import Minus from '@lucide/svelte/icons/minus';
import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import Newspaper from '@lucide/svelte/icons/newspaper';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import PanelRight from '@lucide/svelte/icons/panel-right';
import Pencil from '@lucide/svelte/icons/pencil';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import Pilcrow from '@lucide/svelte/icons/pilcrow';
import PilcrowLeft from '@lucide/svelte/icons/pilcrow-left';
import Plus from '@lucide/svelte/icons/plus';
import Quote from '@lucide/svelte/icons/quote';
import Radio from '@lucide/svelte/icons/radio';
import RadioTower from '@lucide/svelte/icons/radio-tower';
import Redo2 from '@lucide/svelte/icons/redo-2';
import RefreshCcwDot from '@lucide/svelte/icons/refresh-ccw-dot';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import RemoveFormatting from '@lucide/svelte/icons/remove-formatting';
import Replace from '@lucide/svelte/icons/replace';
import RotateCcwClock from '@lucide/svelte/icons/rotate-ccw-clock';
import Rss from '@lucide/svelte/icons/rss';
import Save from '@lucide/svelte/icons/save';
import Search from '@lucide/svelte/icons/search';
import Send from '@lucide/svelte/icons/send';
import Settings from '@lucide/svelte/icons/settings';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Smartphone from '@lucide/svelte/icons/smartphone';
import Space from '@lucide/svelte/icons/space';
import Sparkles from '@lucide/svelte/icons/sparkles';
import SquarePen from '@lucide/svelte/icons/square-pen';
import Star from '@lucide/svelte/icons/star';
import Strikethrough from '@lucide/svelte/icons/strikethrough';
import Sun from '@lucide/svelte/icons/sun';
import Superscript from '@lucide/svelte/icons/superscript';
import Table from '@lucide/svelte/icons/table';
import Tablet from '@lucide/svelte/icons/tablet';
import Tag from '@lucide/svelte/icons/tag';
import Tags from '@lucide/svelte/icons/tags';
import Trash from '@lucide/svelte/icons/trash';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Unlink from '@lucide/svelte/icons/unlink';
import Upload from '@lucide/svelte/icons/upload';
import User from '@lucide/svelte/icons/user';
import Users from '@lucide/svelte/icons/users';
import Video from '@lucide/svelte/icons/video';
import WholeWord from '@lucide/svelte/icons/whole-word';
import X from '@lucide/svelte/icons/x';

export const icons = {
  add: Plus,
  remove: Minus,
  close: X,
  check: Check,
  search: Search,
  more: Ellipsis,
  menu: Menu,
  settings: Settings,
  preferences: SlidersHorizontal,
  filter: ListFilter,
  sort: ArrowUpDown,
  up: ArrowUp,
  down: ArrowDown,
  back: ArrowLeft,
  forward: ArrowRight,
  'open-down': ChevronDown,
  'open-up': ChevronUp,
  'chevron-forward': ChevronRight,
  'chevron-back': ChevronLeft,
  choose: ChevronsUpDown,
  trash: Trash,
  undo: Undo2,
  redo: Redo2,
  history: RotateCcwClock,
  compare: GitCompare,
  merge: Merge,
  refresh: RefreshCw,
  copy: Copy,
  save: Save,
  edit: SquarePen,
  pencil: Pencil,
  eye: Eye,
  'eye-off': EyeOff,
  'panel-end': PanelRight,
  'panel-start': PanelLeft,
  columns: Columns2,
  maximize: Maximize,
  minimize: Minimize,
  external: ExternalLink,
  upload: Upload,
  download: Download,
  folder: Folder,
  'folder-open': FolderOpen,
  file: FileText,
  archive: Archive,
  database: Database,
  names: BookA,
  drive: HardDrive,
  news: Newspaper,
  stories: LayoutList,
  inbox: Inbox,
  grid: Grid3x3,
  claim: Hand,
  counts: ChartColumn,
  stale: RefreshCcwDot,
  globe: Globe,
  languages: Languages,
  tags: Tags,
  tag: Tag,
  bookmark: Bookmark,
  place: MapPin,
  calendar: Calendar,
  clock: Clock,
  user: User,
  users: Users,
  send: Send,
  return: CornerUpLeft,
  approve: CircleCheck,
  publish: Radio,
  correct: PencilLine,
  withdraw: Ban,
  live: RadioTower,
  lock: Lock,
  notes: NotebookPen,
  comment: MessageSquareText,
  review: ClipboardCheck,
  schedule: CalendarClock,
  about: Info,
  warning: TriangleAlert,
  error: CircleAlert,
  'error-stop': CircleX,
  info: Info,
  spinner: LoaderCircle,
  sun: Sun,
  moon: Moon,
  system: Monitor,
  keyboard: Keyboard,
  command: Command,
  sparkles: Sparkles,
  star: Star,
  help: CircleQuestionMark,
  rss: Rss,
  megaphone: Megaphone,
  monitor: Monitor,
  tablet: Tablet,
  phone: Smartphone,
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  'clear-format': RemoveFormatting,
  code: Code,
  heading: Heading,
  'heading-1': Heading1,
  'heading-2': Heading2,
  'heading-3': Heading3,
  paragraph: Pilcrow,
  list: List,
  'list-numbered': ListOrdered,
  'list-tasks': ListTodo,
  quote: Quote,
  table: Table,
  'align-start': AlignStart,
  'align-center': AlignCenter,
  'align-end': AlignEnd,
  link: Link,
  unlink: Unlink,
  image: Image,
  images: Images,
  video: Video,
  footnote: Superscript,
  rule: Minus,
  replace: Replace,
  words: WholeWord,
  case: CaseSensitive,
  'text-size': ALargeSmall,
  invisibles: Space,
  direction: PilcrowLeft,
  grip: GripVertical,
  dot: Dot,
  'row-add': BetweenHorizontalStart,
  'column-add': BetweenVerticalStart,
} satisfies Record<string, Component>;

export type IconName = keyof typeof icons;

/** Icons that point along the line of reading; they are mirrored where it runs from right to left. */
export const directional: ReadonlySet<IconName> = new Set<IconName>([
  'back',
  'forward',
  'chevron-forward',
  'chevron-back',
  'undo',
  'redo',
  'return',
  'panel-end',
  'panel-start',
  'list',
  'list-tasks',
  'align-start',
  'align-end',
  'stories',
  'send',
  'external',
  'sort',
  'notes',
  'help',
]);
