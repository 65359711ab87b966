export namespace app {
	
	export class Across {
	    act: string;
	    stories: string[];
	    langs: string[];
	    notices: Record<string, string>;
	    until: string;
	    old: string;
	    new: string;
	    name: string;
	    spellings: string[];
	    words: Record<string, string>;
	
	    static createFrom(source: any = {}) {
	        return new Across(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.act = source["act"];
	        this.stories = source["stories"];
	        this.langs = source["langs"];
	        this.notices = source["notices"];
	        this.until = source["until"];
	        this.old = source["old"];
	        this.new = source["new"];
	        this.name = source["name"];
	        this.spellings = source["spellings"];
	        this.words = source["words"];
	    }
	}
	export class AcrossDo {
	    code: string;
	    text: string;
	    count: number;
	    time: string;
	
	    static createFrom(source: any = {}) {
	        return new AcrossDo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.text = source["text"];
	        this.count = source["count"];
	        this.time = source["time"];
	    }
	}
	export class AcrossPassage {
	    before: string;
	    after: string;
	
	    static createFrom(source: any = {}) {
	        return new AcrossPassage(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.before = source["before"];
	        this.after = source["after"];
	    }
	}
	export class AcrossPicture {
	    hash: string;
	    editions: number;
	    lead: boolean;
	    stories: string[];
	
	    static createFrom(source: any = {}) {
	        return new AcrossPicture(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.hash = source["hash"];
	        this.editions = source["editions"];
	        this.lead = source["lead"];
	        this.stories = source["stories"];
	    }
	}
	export class WireError {
	    code: string;
	    message: string;
	    params: Record<string, any>;
	
	    static createFrom(source: any = {}) {
	        return new WireError(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.code = source["code"];
	        this.message = source["message"];
	        this.params = source["params"];
	    }
	}
	export class AcrossStep {
	    story: string;
	    edition: string;
	    lang: string;
	    headline: string;
	    live: string;
	    does: AcrossDo[];
	    left: AcrossDo[];
	    stays: string;
	    blocked?: WireError;
	    passages: AcrossPassage[];
	    places: number;
	
	    static createFrom(source: any = {}) {
	        return new AcrossStep(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.story = source["story"];
	        this.edition = source["edition"];
	        this.lang = source["lang"];
	        this.headline = source["headline"];
	        this.live = source["live"];
	        this.does = this.convertValues(source["does"], AcrossDo);
	        this.left = this.convertValues(source["left"], AcrossDo);
	        this.stays = source["stays"];
	        this.blocked = this.convertValues(source["blocked"], WireError);
	        this.passages = this.convertValues(source["passages"], AcrossPassage);
	        this.places = source["places"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class AcrossPlan {
	    mark: string;
	    done: boolean;
	    steps: AcrossStep[];
	
	    static createFrom(source: any = {}) {
	        return new AcrossPlan(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.mark = source["mark"];
	        this.done = source["done"];
	        this.steps = this.convertValues(source["steps"], AcrossStep);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class AlikeTags {
	    keep: string;
	    other: string;
	    lang: string;
	    why: string;
	
	    static createFrom(source: any = {}) {
	        return new AlikeTags(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.keep = source["keep"];
	        this.other = source["other"];
	        this.lang = source["lang"];
	        this.why = source["why"];
	    }
	}
	export class Asked {
	    member: string;
	    time: string;
	    note: string;
	
	    static createFrom(source: any = {}) {
	        return new Asked(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.member = source["member"];
	        this.time = source["time"];
	        this.note = source["note"];
	    }
	}
	export class BeginRequest {
	    language: string;
	    name: string;
	    newsroom: string;
	    sample: boolean;
	
	    static createFrom(source: any = {}) {
	        return new BeginRequest(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.language = source["language"];
	        this.name = source["name"];
	        this.newsroom = source["newsroom"];
	        this.sample = source["sample"];
	    }
	}
	export class Blocking {
	    always: string[];
	    chosen: string[];
	    checks: string[];
	
	    static createFrom(source: any = {}) {
	        return new Blocking(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.always = source["always"];
	        this.chosen = source["chosen"];
	        this.checks = source["checks"];
	    }
	}
	export class Claim {
	    member: string;
	    mine: boolean;
	    since: string;
	    until: string;
	
	    static createFrom(source: any = {}) {
	        return new Claim(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.member = source["member"];
	        this.mine = source["mine"];
	        this.since = source["since"];
	        this.until = source["until"];
	    }
	}
	export class Cell {
	    lang: string;
	    edition: string;
	    state: string;
	    work: string;
	    changed: boolean;
	    stale: number;
	    missing: number;
	    published: string;
	    goesLive: string;
	    claim?: Claim;
	    asked?: Asked;
	
	    static createFrom(source: any = {}) {
	        return new Cell(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lang = source["lang"];
	        this.edition = source["edition"];
	        this.state = source["state"];
	        this.work = source["work"];
	        this.changed = source["changed"];
	        this.stale = source["stale"];
	        this.missing = source["missing"];
	        this.published = source["published"];
	        this.goesLive = source["goesLive"];
	        this.claim = this.convertValues(source["claim"], Claim);
	        this.asked = this.convertValues(source["asked"], Asked);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class CheckSpot {
	    block: number;
	    why: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new CheckSpot(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.block = source["block"];
	        this.why = source["why"];
	        this.text = source["text"];
	    }
	}
	export class CheckItem {
	    check: string;
	    ok: boolean;
	    blocks: boolean;
	    count: number;
	    spots: CheckSpot[];
	
	    static createFrom(source: any = {}) {
	        return new CheckItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.check = source["check"];
	        this.ok = source["ok"];
	        this.blocks = source["blocks"];
	        this.count = source["count"];
	        this.spots = this.convertValues(source["spots"], CheckSpot);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class CoverageFilter {
	    section: string;
	    from: string;
	    to: string;
	    lang: string;
	    cell: string;
	
	    static createFrom(source: any = {}) {
	        return new CoverageFilter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.section = source["section"];
	        this.from = source["from"];
	        this.to = source["to"];
	        this.lang = source["lang"];
	        this.cell = source["cell"];
	    }
	}
	export class CoverageRow {
	    story: string;
	    source: string;
	    created: string;
	    sections: string[];
	    headline: string;
	    lang: string;
	    embargo: string;
	    cells: Cell[];
	
	    static createFrom(source: any = {}) {
	        return new CoverageRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.story = source["story"];
	        this.source = source["source"];
	        this.created = source["created"];
	        this.sections = source["sections"];
	        this.headline = source["headline"];
	        this.lang = source["lang"];
	        this.embargo = source["embargo"];
	        this.cells = this.convertValues(source["cells"], Cell);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Destination {
	    id: string;
	    kind: string;
	    name: string;
	    path: string;
	    published: string;
	    failed: number;
	    missing: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Destination(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.name = source["name"];
	        this.path = source["path"];
	        this.published = source["published"];
	        this.failed = source["failed"];
	        this.missing = source["missing"];
	    }
	}
	export class DiffPart {
	    op: string;
	    text: string;
	
	    static createFrom(source: any = {}) {
	        return new DiffPart(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.op = source["op"];
	        this.text = source["text"];
	    }
	}
	export class DiffBlock {
	    field: string;
	    op: string;
	    parts: DiffPart[];
	
	    static createFrom(source: any = {}) {
	        return new DiffBlock(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.op = source["op"];
	        this.parts = this.convertValues(source["parts"], DiffPart);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Dismissal {
	    reason: string;
	    member: string;
	    time: string;
	
	    static createFrom(source: any = {}) {
	        return new Dismissal(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.reason = source["reason"];
	        this.member = source["member"];
	        this.time = source["time"];
	    }
	}
	export class DisputeStretch {
	    text: string;
	    place: number;
	
	    static createFrom(source: any = {}) {
	        return new DisputeStretch(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.place = source["place"];
	    }
	}
	export class DisputeVersion {
	    text: string;
	    parts: DiffPart[];
	    sides: number[];
	
	    static createFrom(source: any = {}) {
	        return new DisputeVersion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.parts = this.convertValues(source["parts"], DiffPart);
	        this.sides = source["sides"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DisputePlace {
	    field: string;
	    versions: DisputeVersion[];
	
	    static createFrom(source: any = {}) {
	        return new DisputePlace(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.versions = this.convertValues(source["versions"], DisputeVersion);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class DisputeSide {
	    revision: string;
	    name: string;
	    mine: boolean;
	    here: boolean;
	    time: string;
	
	    static createFrom(source: any = {}) {
	        return new DisputeSide(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.revision = source["revision"];
	        this.name = source["name"];
	        this.mine = source["mine"];
	        this.here = source["here"];
	        this.time = source["time"];
	    }
	}
	export class Dispute {
	    sides: DisputeSide[];
	    places: DisputePlace[];
	    body: DisputeStretch[];
	    broken: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Dispute(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.sides = this.convertValues(source["sides"], DisputeSide);
	        this.places = this.convertValues(source["places"], DisputePlace);
	        this.body = this.convertValues(source["body"], DisputeStretch);
	        this.broken = source["broken"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	
	
	export class Live {
	    state: string;
	    revision: string;
	    published: string;
	    changed: string;
	    notice: string;
	    path: string;
	    next: string;
	
	    static createFrom(source: any = {}) {
	        return new Live(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.revision = source["revision"];
	        this.published = source["published"];
	        this.changed = source["changed"];
	        this.notice = source["notice"];
	        this.path = source["path"];
	        this.next = source["next"];
	    }
	}
	export class Work {
	    state: string;
	    revision: string;
	    note: string;
	    member: string;
	    time: string;
	
	    static createFrom(source: any = {}) {
	        return new Work(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.revision = source["revision"];
	        this.note = source["note"];
	        this.member = source["member"];
	        this.time = source["time"];
	    }
	}
	export class Edition {
	    id: string;
	    story: string;
	    lang: string;
	    text: newsroom.Text;
	    heads: string[];
	    made: string;
	    unclear: string[];
	    working: boolean;
	    saved: string;
	    work: Work;
	    live: Live;
	    changed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Edition(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.story = source["story"];
	        this.lang = source["lang"];
	        this.text = this.convertValues(source["text"], newsroom.Text);
	        this.heads = source["heads"];
	        this.made = source["made"];
	        this.unclear = source["unclear"];
	        this.working = source["working"];
	        this.saved = source["saved"];
	        this.work = this.convertValues(source["work"], Work);
	        this.live = this.convertValues(source["live"], Live);
	        this.changed = source["changed"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EditionFilter {
	    query: string;
	    lang: string;
	    section: string;
	    tag: string;
	    work: string;
	    live: string;
	    mine: boolean;
	    removed: boolean;
	    since: string;
	    until: string;
	    sort: string;
	    descending: boolean;
	
	    static createFrom(source: any = {}) {
	        return new EditionFilter(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.query = source["query"];
	        this.lang = source["lang"];
	        this.section = source["section"];
	        this.tag = source["tag"];
	        this.work = source["work"];
	        this.live = source["live"];
	        this.mine = source["mine"];
	        this.removed = source["removed"];
	        this.since = source["since"];
	        this.until = source["until"];
	        this.sort = source["sort"];
	        this.descending = source["descending"];
	    }
	}
	export class EditionIndex {
	    total: number;
	    more: boolean;
	    page: number;
	    keys: string[];
	
	    static createFrom(source: any = {}) {
	        return new EditionIndex(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.total = source["total"];
	        this.more = source["more"];
	        this.page = source["page"];
	        this.keys = source["keys"];
	    }
	}
	export class Stretch {
	    text: string;
	    hit: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Stretch(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.text = source["text"];
	        this.hit = source["hit"];
	    }
	}
	export class Found {
	    headline: Stretch[];
	    passage: Stretch[];
	
	    static createFrom(source: any = {}) {
	        return new Found(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.headline = this.convertValues(source["headline"], Stretch);
	        this.passage = this.convertValues(source["passage"], Stretch);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class EditionRow {
	    id: string;
	    story: string;
	    lang: string;
	    headline: string;
	    excerpt: string;
	    sections: string[];
	    place: string;
	    updated: string;
	    words: number;
	    work: string;
	    live: string;
	    goesLive: string;
	    embargo: string;
	    changed: boolean;
	    working: boolean;
	    languages: string[];
	    found?: Found;
	
	    static createFrom(source: any = {}) {
	        return new EditionRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.story = source["story"];
	        this.lang = source["lang"];
	        this.headline = source["headline"];
	        this.excerpt = source["excerpt"];
	        this.sections = source["sections"];
	        this.place = source["place"];
	        this.updated = source["updated"];
	        this.words = source["words"];
	        this.work = source["work"];
	        this.live = source["live"];
	        this.goesLive = source["goesLive"];
	        this.embargo = source["embargo"];
	        this.changed = source["changed"];
	        this.working = source["working"];
	        this.languages = source["languages"];
	        this.found = this.convertValues(source["found"], Found);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class FileProblem {
	    line: number;
	    problem?: WireError;
	
	    static createFrom(source: any = {}) {
	        return new FileProblem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.line = source["line"];
	        this.problem = this.convertValues(source["problem"], WireError);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Finding {
	    check: string;
	    block: string;
	    detail: string;
	    why: string;
	    field: string;
	    row: string;
	    place: number;
	    start: number;
	    end: number;
	    text: string;
	    wanted: string;
	    replace: string[];
	    blocks: boolean;
	    dismissed?: Dismissal;
	
	    static createFrom(source: any = {}) {
	        return new Finding(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.check = source["check"];
	        this.block = source["block"];
	        this.detail = source["detail"];
	        this.why = source["why"];
	        this.field = source["field"];
	        this.row = source["row"];
	        this.place = source["place"];
	        this.start = source["start"];
	        this.end = source["end"];
	        this.text = source["text"];
	        this.wanted = source["wanted"];
	        this.replace = source["replace"];
	        this.blocks = source["blocks"];
	        this.dismissed = this.convertValues(source["dismissed"], Dismissal);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class LiveCount {
	    lang: string;
	    day: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new LiveCount(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.lang = source["lang"];
	        this.day = source["day"];
	        this.count = source["count"];
	    }
	}
	export class Match {
	    source: string;
	    target: string;
	    score: number;
	    diff: DiffPart[];
	    edition: string;
	    headline: string;
	    time: string;
	
	    static createFrom(source: any = {}) {
	        return new Match(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.source = source["source"];
	        this.target = source["target"];
	        this.score = source["score"];
	        this.diff = this.convertValues(source["diff"], DiffPart);
	        this.edition = source["edition"];
	        this.headline = source["headline"];
	        this.time = source["time"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MediaItem {
	    hash: string;
	    ref: string;
	    width: number;
	    height: number;
	    bytes: number;
	    name: string;
	    cleaned: boolean;
	
	    static createFrom(source: any = {}) {
	        return new MediaItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.hash = source["hash"];
	        this.ref = source["ref"];
	        this.width = source["width"];
	        this.height = source["height"];
	        this.bytes = source["bytes"];
	        this.name = source["name"];
	        this.cleaned = source["cleaned"];
	    }
	}
	export class Member {
	    id: string;
	    name: string;
	    roles: string[];
	    langs: string[];
	
	    static createFrom(source: any = {}) {
	        return new Member(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.roles = source["roles"];
	        this.langs = source["langs"];
	    }
	}
	export class MemoryReport {
	    path: string;
	    passages: number;
	    problems: FileProblem[];
	
	    static createFrom(source: any = {}) {
	        return new MemoryReport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.passages = source["passages"];
	        this.problems = this.convertValues(source["problems"], FileProblem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class MemoryState {
	    passages: number;
	    waiting: number;
	
	    static createFrom(source: any = {}) {
	        return new MemoryState(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.passages = source["passages"];
	        this.waiting = source["waiting"];
	    }
	}
	export class MergedTag {
	    id: string;
	    labels: Record<string, string>;
	    into: string;
	
	    static createFrom(source: any = {}) {
	        return new MergedTag(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.labels = source["labels"];
	        this.into = source["into"];
	    }
	}
	export class WorkItem {
	    edition: string;
	    story: string;
	    lang: string;
	    headline: string;
	    words: number;
	    work: string;
	    live: string;
	    changed: boolean;
	    stale: number;
	    missing: number;
	    time: string;
	    goesLive: string;
	    note: string;
	    member: string;
	
	    static createFrom(source: any = {}) {
	        return new WorkItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.edition = source["edition"];
	        this.story = source["story"];
	        this.lang = source["lang"];
	        this.headline = source["headline"];
	        this.words = source["words"];
	        this.work = source["work"];
	        this.live = source["live"];
	        this.changed = source["changed"];
	        this.stale = source["stale"];
	        this.missing = source["missing"];
	        this.time = source["time"];
	        this.goesLive = source["goesLive"];
	        this.note = source["note"];
	        this.member = source["member"];
	    }
	}
	export class MyWork {
	    drafts: WorkItem[];
	    returned: WorkItem[];
	    claimed: CoverageRow[];
	    requested: CoverageRow[];
	    lacking: CoverageRow[];
	    stale: WorkItem[];
	    submitted: WorkItem[];
	    sent: WorkItem[];
	    staleLive: WorkItem[];
	    scheduled: WorkItem[];
	    failed: Destination[];
	
	    static createFrom(source: any = {}) {
	        return new MyWork(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.drafts = this.convertValues(source["drafts"], WorkItem);
	        this.returned = this.convertValues(source["returned"], WorkItem);
	        this.claimed = this.convertValues(source["claimed"], CoverageRow);
	        this.requested = this.convertValues(source["requested"], CoverageRow);
	        this.lacking = this.convertValues(source["lacking"], CoverageRow);
	        this.stale = this.convertValues(source["stale"], WorkItem);
	        this.submitted = this.convertValues(source["submitted"], WorkItem);
	        this.sent = this.convertValues(source["sent"], WorkItem);
	        this.staleLive = this.convertValues(source["staleLive"], WorkItem);
	        this.scheduled = this.convertValues(source["scheduled"], WorkItem);
	        this.failed = this.convertValues(source["failed"], Destination);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Name {
	    id: string;
	    kind: string;
	    labels: Record<string, string>;
	    variants: Record<string, Array<string>>;
	    note: string;
	    tag: string;
	
	    static createFrom(source: any = {}) {
	        return new Name(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.labels = source["labels"];
	        this.variants = source["variants"];
	        this.note = source["note"];
	        this.tag = source["tag"];
	    }
	}
	export class NameNeeded {
	    name: string;
	    kind: string;
	    used: string;
	    accepted: string;
	    note: string;
	
	    static createFrom(source: any = {}) {
	        return new NameNeeded(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.used = source["used"];
	        this.accepted = source["accepted"];
	        this.note = source["note"];
	    }
	}
	export class NameReport {
	    path: string;
	    added: number;
	    changed: number;
	    unchanged: number;
	    problems: FileProblem[];
	
	    static createFrom(source: any = {}) {
	        return new NameReport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.added = source["added"];
	        this.changed = source["changed"];
	        this.unchanged = source["unchanged"];
	        this.problems = this.convertValues(source["problems"], FileProblem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class NameSuggestion {
	    name: string;
	    kind: string;
	    typed: number;
	    accepted: string;
	
	    static createFrom(source: any = {}) {
	        return new NameSuggestion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.kind = source["kind"];
	        this.typed = source["typed"];
	        this.accepted = source["accepted"];
	    }
	}
	export class Objection {
	    check: string;
	    block: string;
	    detail: string;
	
	    static createFrom(source: any = {}) {
	        return new Objection(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.check = source["check"];
	        this.block = source["block"];
	        this.detail = source["detail"];
	    }
	}
	export class PageResult {
	    path: string;
	    outcome: string;
	    problem?: WireError;
	
	    static createFrom(source: any = {}) {
	        return new PageResult(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.outcome = source["outcome"];
	        this.problem = this.convertValues(source["problem"], WireError);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Picture {
	    hash: string;
	    alt: Record<string, string>;
	    caption: Record<string, string>;
	    credit: string;
	
	    static createFrom(source: any = {}) {
	        return new Picture(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.hash = source["hash"];
	        this.alt = source["alt"];
	        this.caption = source["caption"];
	        this.credit = source["credit"];
	    }
	}
	export class Piece {
	    digest: string;
	    kind: string;
	    source: string;
	    text: string;
	    html: string;
	
	    static createFrom(source: any = {}) {
	        return new Piece(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.digest = source["digest"];
	        this.kind = source["kind"];
	        this.source = source["source"];
	        this.text = source["text"];
	        this.html = source["html"];
	    }
	}
	export class Preferences {
	    language: string;
	    theme: string;
	    calendar: string;
	    textSize: number;
	    invisibles: boolean;
	    spelling: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Preferences(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.language = source["language"];
	        this.theme = source["theme"];
	        this.calendar = source["calendar"];
	        this.textSize = source["textSize"];
	        this.invisibles = source["invisibles"];
	        this.spelling = source["spelling"];
	    }
	}
	export class PublishReport {
	    destination: string;
	    total: number;
	    written: number;
	    unchanged: number;
	    removed: number;
	    failed: number;
	    left: number;
	    cancelled: boolean;
	    milliseconds: number;
	    pages: PageResult[];
	
	    static createFrom(source: any = {}) {
	        return new PublishReport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.destination = source["destination"];
	        this.total = source["total"];
	        this.written = source["written"];
	        this.unchanged = source["unchanged"];
	        this.removed = source["removed"];
	        this.failed = source["failed"];
	        this.left = source["left"];
	        this.cancelled = source["cancelled"];
	        this.milliseconds = source["milliseconds"];
	        this.pages = this.convertValues(source["pages"], PageResult);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class QueueRow {
	    id: string;
	    story: string;
	    lang: string;
	    source: string;
	    headline: string;
	    sections: string[];
	    place: string;
	    words: number;
	    step: string;
	    news: string;
	    member: string;
	    time: string;
	    live: string;
	    published: string;
	    embargo: string;
	    comments: number;
	    stale: number;
	
	    static createFrom(source: any = {}) {
	        return new QueueRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.story = source["story"];
	        this.lang = source["lang"];
	        this.source = source["source"];
	        this.headline = source["headline"];
	        this.sections = source["sections"];
	        this.place = source["place"];
	        this.words = source["words"];
	        this.step = source["step"];
	        this.news = source["news"];
	        this.member = source["member"];
	        this.time = source["time"];
	        this.live = source["live"];
	        this.published = source["published"];
	        this.embargo = source["embargo"];
	        this.comments = source["comments"];
	        this.stale = source["stale"];
	    }
	}
	export class Refused {
	    id: string;
	    subject: string;
	    member: string;
	    time: string;
	    reason: string;
	
	    static createFrom(source: any = {}) {
	        return new Refused(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.subject = source["subject"];
	        this.member = source["member"];
	        this.time = source["time"];
	        this.reason = source["reason"];
	    }
	}
	export class RelatedEdition {
	    id: string;
	    headline: string;
	    updated: string;
	    live: string;
	    tags: string[];
	
	    static createFrom(source: any = {}) {
	        return new RelatedEdition(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.headline = source["headline"];
	        this.updated = source["updated"];
	        this.live = source["live"];
	        this.tags = source["tags"];
	    }
	}
	export class Remark {
	    about: string;
	    at: number;
	    quote: string;
	    text: string;
	    suggests: boolean;
	    suggestion: string;
	
	    static createFrom(source: any = {}) {
	        return new Remark(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.about = source["about"];
	        this.at = source["at"];
	        this.quote = source["quote"];
	        this.text = source["text"];
	        this.suggests = source["suggests"];
	        this.suggestion = source["suggestion"];
	    }
	}
	export class ReviewBase {
	    kind: string;
	    revision: string;
	    time: string;
	
	    static createFrom(source: any = {}) {
	        return new ReviewBase(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.revision = source["revision"];
	        this.time = source["time"];
	    }
	}
	export class ReviewBlock {
	    kind: string;
	    source: string;
	    html: string;
	
	    static createFrom(source: any = {}) {
	        return new ReviewBlock(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.kind = source["kind"];
	        this.source = source["source"];
	        this.html = source["html"];
	    }
	}
	export class Review {
	    id: string;
	    story: string;
	    lang: string;
	    source: string;
	    revision: string;
	    text: newsroom.Text;
	    typed: boolean;
	    words: number;
	    news: string;
	    member: string;
	    work: Work;
	    live: Live;
	    changed: boolean;
	    embargo: string;
	    blocks: ReviewBlock[];
	    bases: ReviewBase[];
	    checks: CheckItem[];
	
	    static createFrom(source: any = {}) {
	        return new Review(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.story = source["story"];
	        this.lang = source["lang"];
	        this.source = source["source"];
	        this.revision = source["revision"];
	        this.text = this.convertValues(source["text"], newsroom.Text);
	        this.typed = source["typed"];
	        this.words = source["words"];
	        this.news = source["news"];
	        this.member = source["member"];
	        this.work = this.convertValues(source["work"], Work);
	        this.live = this.convertValues(source["live"], Live);
	        this.changed = source["changed"];
	        this.embargo = source["embargo"];
	        this.blocks = this.convertValues(source["blocks"], ReviewBlock);
	        this.bases = this.convertValues(source["bases"], ReviewBase);
	        this.checks = this.convertValues(source["checks"], CheckItem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	export class ReviewChange {
	    field: string;
	    op: string;
	    parts: DiffPart[];
	    block: number;
	
	    static createFrom(source: any = {}) {
	        return new ReviewChange(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.field = source["field"];
	        this.op = source["op"];
	        this.parts = this.convertValues(source["parts"], DiffPart);
	        this.block = source["block"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class RevisionInfo {
	    id: string;
	    parents: string[];
	    member: string;
	    time: string;
	    words: number;
	    headline: string;
	    head: boolean;
	    live: boolean;
	    approved: boolean;
	
	    static createFrom(source: any = {}) {
	        return new RevisionInfo(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.parents = source["parents"];
	        this.member = source["member"];
	        this.time = source["time"];
	        this.words = source["words"];
	        this.headline = source["headline"];
	        this.head = source["head"];
	        this.live = source["live"];
	        this.approved = source["approved"];
	    }
	}
	export class RowDraft {
	    sources: string[];
	    links: string[];
	    target: string;
	    done: boolean;
	
	    static createFrom(source: any = {}) {
	        return new RowDraft(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.sources = source["sources"];
	        this.links = source["links"];
	        this.target = source["target"];
	        this.done = source["done"];
	    }
	}
	export class Said {
	    id: string;
	    text: string;
	    member: string;
	    mine: boolean;
	    time: string;
	    removed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Said(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	        this.member = source["member"];
	        this.mine = source["mine"];
	        this.time = source["time"];
	        this.removed = source["removed"];
	    }
	}
	export class SavedSearch {
	    id: string;
	    name: string;
	    filter: EditionFilter;
	
	    static createFrom(source: any = {}) {
	        return new SavedSearch(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.name = source["name"];
	        this.filter = this.convertValues(source["filter"], EditionFilter);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Session {
	    state: string;
	    problem?: WireError;
	    preferences: Preferences;
	    newsroom: string;
	    sample: boolean;
	    member: Member;
	    dataDir: string;
	    version: string;
	
	    static createFrom(source: any = {}) {
	        return new Session(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.state = source["state"];
	        this.problem = this.convertValues(source["problem"], WireError);
	        this.preferences = this.convertValues(source["preferences"], Preferences);
	        this.newsroom = source["newsroom"];
	        this.sample = source["sample"];
	        this.member = this.convertValues(source["member"], Member);
	        this.dataDir = source["dataDir"];
	        this.version = source["version"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Sibling {
	    id: string;
	    lang: string;
	    headline: string;
	    work: string;
	    live: string;
	    goesLive: string;
	    changed: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Sibling(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.lang = source["lang"];
	        this.headline = source["headline"];
	        this.work = source["work"];
	        this.live = source["live"];
	        this.goesLive = source["goesLive"];
	        this.changed = source["changed"];
	    }
	}
	export class SiteSettings {
	    name: string;
	    fullName: string;
	    agency: string;
	    owner: string;
	    since: number;
	    address: string;
	    timeZone: string;
	    calendars: Record<string, string>;
	    languages: string[];
	    follow: newsroom.FollowLink[];
	    adverts: newsroom.Advert[];
	    about: Record<string, string>;
	
	    static createFrom(source: any = {}) {
	        return new SiteSettings(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.fullName = source["fullName"];
	        this.agency = source["agency"];
	        this.owner = source["owner"];
	        this.since = source["since"];
	        this.address = source["address"];
	        this.timeZone = source["timeZone"];
	        this.calendars = source["calendars"];
	        this.languages = source["languages"];
	        this.follow = this.convertValues(source["follow"], newsroom.FollowLink);
	        this.adverts = this.convertValues(source["adverts"], newsroom.Advert);
	        this.about = source["about"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Story {
	    id: string;
	    sections: string[];
	    tags: string[];
	    place: string;
	    lead: Picture;
	    source: string;
	    notes: string;
	    created: string;
	    embargo: string;
	    removed: boolean;
	    editions: Sibling[];
	
	    static createFrom(source: any = {}) {
	        return new Story(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.sections = source["sections"];
	        this.tags = source["tags"];
	        this.place = source["place"];
	        this.lead = this.convertValues(source["lead"], Picture);
	        this.source = source["source"];
	        this.notes = source["notes"];
	        this.created = source["created"];
	        this.embargo = source["embargo"];
	        this.removed = source["removed"];
	        this.editions = this.convertValues(source["editions"], Sibling);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class TagReport {
	    unused: string[];
	    alike: AlikeTags[];
	    merged: MergedTag[];
	
	    static createFrom(source: any = {}) {
	        return new TagReport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.unused = source["unused"];
	        this.alike = this.convertValues(source["alike"], AlikeTags);
	        this.merged = this.convertValues(source["merged"], MergedTag);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TagSuggestion {
	    tag: string;
	    why: string;
	    count: number;
	
	    static createFrom(source: any = {}) {
	        return new TagSuggestion(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.tag = source["tag"];
	        this.why = source["why"];
	        this.count = source["count"];
	    }
	}
	export class Term {
	    id: string;
	    kind: string;
	    standing: string;
	    order: number;
	    labels: Record<string, string>;
	    slugs: Record<string, string>;
	    uses: number;
	
	    static createFrom(source: any = {}) {
	        return new Term(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.kind = source["kind"];
	        this.standing = source["standing"];
	        this.order = source["order"];
	        this.labels = source["labels"];
	        this.slugs = source["slugs"];
	        this.uses = source["uses"];
	    }
	}
	export class Thread {
	    id: string;
	    text: string;
	    member: string;
	    mine: boolean;
	    time: string;
	    removed: boolean;
	    block: string;
	    quote: string;
	    place: string;
	    now: string;
	    at: number;
	    suggests: boolean;
	    suggestion: string;
	    diff: DiffPart[];
	    outcome: string;
	    settler: string;
	    settled: string;
	    replies: Said[];
	
	    static createFrom(source: any = {}) {
	        return new Thread(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.text = source["text"];
	        this.member = source["member"];
	        this.mine = source["mine"];
	        this.time = source["time"];
	        this.removed = source["removed"];
	        this.block = source["block"];
	        this.quote = source["quote"];
	        this.place = source["place"];
	        this.now = source["now"];
	        this.at = source["at"];
	        this.suggests = source["suggests"];
	        this.suggestion = source["suggestion"];
	        this.diff = this.convertValues(source["diff"], DiffPart);
	        this.outcome = source["outcome"];
	        this.settler = source["settler"];
	        this.settled = source["settled"];
	        this.replies = this.convertValues(source["replies"], Said);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TranslationRow {
	    key: string;
	    state: string;
	    sources: Piece[];
	    links: string[];
	    target: string;
	    before: string;
	    diff: DiffPart[];
	    tokens: string[];
	
	    static createFrom(source: any = {}) {
	        return new TranslationRow(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.key = source["key"];
	        this.state = source["state"];
	        this.sources = this.convertValues(source["sources"], Piece);
	        this.links = source["links"];
	        this.target = source["target"];
	        this.before = source["before"];
	        this.diff = this.convertValues(source["diff"], DiffPart);
	        this.tokens = source["tokens"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TranslationHead {
	    name: string;
	    stale: boolean;
	    link: string;
	    now: string;
	    before: string;
	    diff: DiffPart[];
	
	    static createFrom(source: any = {}) {
	        return new TranslationHead(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.name = source["name"];
	        this.stale = source["stale"];
	        this.link = source["link"];
	        this.now = source["now"];
	        this.before = source["before"];
	        this.diff = this.convertValues(source["diff"], DiffPart);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class Translation {
	    edition: Edition;
	    source: Edition;
	    from: string;
	    froms: string[];
	    heads: TranslationHead[];
	    rows: TranslationRow[];
	    guessed: boolean;
	    stale: number;
	    missing: number;
	    mayMarkSame: boolean;
	
	    static createFrom(source: any = {}) {
	        return new Translation(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.edition = this.convertValues(source["edition"], Edition);
	        this.source = this.convertValues(source["source"], Edition);
	        this.from = source["from"];
	        this.froms = source["froms"];
	        this.heads = this.convertValues(source["heads"], TranslationHead);
	        this.rows = this.convertValues(source["rows"], TranslationRow);
	        this.guessed = source["guessed"];
	        this.stale = source["stale"];
	        this.missing = source["missing"];
	        this.mayMarkSame = source["mayMarkSame"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class TranslationDraft {
	    from: string;
	    base: string[];
	    fields: newsroom.Text;
	    rows: RowDraft[];
	    heads: Record<string, string>;
	
	    static createFrom(source: any = {}) {
	        return new TranslationDraft(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.from = source["from"];
	        this.base = source["base"];
	        this.fields = this.convertValues(source["fields"], newsroom.Text);
	        this.rows = this.convertValues(source["rows"], RowDraft);
	        this.heads = source["heads"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class TranslationReport {
	    path: string;
	    edition: string;
	    taken: number;
	    stale: number;
	    unchanged: number;
	    left: number;
	    problems: FileProblem[];
	
	    static createFrom(source: any = {}) {
	        return new TranslationReport(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.path = source["path"];
	        this.edition = source["edition"];
	        this.taken = source["taken"];
	        this.stale = source["stale"];
	        this.unchanged = source["unchanged"];
	        this.left = source["left"];
	        this.problems = this.convertValues(source["problems"], FileProblem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	export class Use {
	    source: Stretch[];
	    target: string;
	    insert: string;
	    edition: string;
	    headline: string;
	    time: string;
	
	    static createFrom(source: any = {}) {
	        return new Use(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.source = this.convertValues(source["source"], Stretch);
	        this.target = source["target"];
	        this.insert = source["insert"];
	        this.edition = source["edition"];
	        this.headline = source["headline"];
	        this.time = source["time"];
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	export class WaitingItem {
	    id: string;
	    lang: string;
	    headline: string;
	    live: string;
	    time: string;
	
	    static createFrom(source: any = {}) {
	        return new WaitingItem(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.id = source["id"];
	        this.lang = source["lang"];
	        this.headline = source["headline"];
	        this.live = source["live"];
	        this.time = source["time"];
	    }
	}
	export class Waiting {
	    destination: string;
	    total: number;
	    editions: WaitingItem[];
	
	    static createFrom(source: any = {}) {
	        return new Waiting(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.destination = source["destination"];
	        this.total = source["total"];
	        this.editions = this.convertValues(source["editions"], WaitingItem);
	    }
	
		convertValues(a: any, classs: any, asMap: boolean = false): any {
		    if (!a) {
		        return a;
		    }
		    if (a.slice && a.map) {
		        return (a as any[]).map(elem => this.convertValues(elem, classs));
		    } else if ("object" === typeof a) {
		        if (asMap) {
		            for (const key of Object.keys(a)) {
		                a[key] = new classs(a[key]);
		            }
		            return a;
		        }
		        return new classs(a);
		    }
		    return a;
		}
	}
	
	
	

}

export namespace newsroom {
	
	export class Advert {
	    picture?: string;
	    alt?: string;
	    text?: string;
	    link?: string;
	    lang?: string;
	
	    static createFrom(source: any = {}) {
	        return new Advert(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.picture = source["picture"];
	        this.alt = source["alt"];
	        this.text = source["text"];
	        this.link = source["link"];
	        this.lang = source["lang"];
	    }
	}
	export class FollowLink {
	    service: string;
	    address: string;
	
	    static createFrom(source: any = {}) {
	        return new FollowLink(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.service = source["service"];
	        this.address = source["address"];
	    }
	}
	export class Text {
	    headline: string;
	    slug: string;
	    summary: string;
	    body: string;
	    byline: string;
	    translator: string;
	
	    static createFrom(source: any = {}) {
	        return new Text(source);
	    }
	
	    constructor(source: any = {}) {
	        if ('string' === typeof source) source = JSON.parse(source);
	        this.headline = source["headline"];
	        this.slug = source["slug"];
	        this.summary = source["summary"];
	        this.body = source["body"];
	        this.byline = source["byline"];
	        this.translator = source["translator"];
	    }
	}

}

