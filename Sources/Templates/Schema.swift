package import Bytes

/// The static type of an expression.
package indirect enum ValueType: Hashable, Sendable {
    case bool
    case int
    case text
    case html
    case date
    case object(String)
    case list(ValueType)
    case optional(ValueType)
}

/// Reads one field of the object numbered `index`; `world` is what the renderer was made with.
///
/// A reader is pure: the same world and number give the same value, and it may be called on any thread.
package typealias Reader = @Sendable (_ world: AnyObject, _ index: Int) -> Value

/// Appends bytes that stand for the value of a field: equal bytes mean an equal value.
package typealias Digest = @Sendable (_ world: AnyObject, _ index: Int, _ bytes: inout ByteBuffer) -> Void

/// The same for some fields of an object at once; false when only their values can tell.
package typealias ObjectDigest =
    @Sendable (_ world: AnyObject, _ index: Int, _ bytes: inout ByteBuffer) -> Bool

/// One field of an object type.
package struct Field: Sendable {
    package let name: String
    package let type: ValueType
    package let doc: String
    let read: Reader
    /// For a value that costs much to read; nil when its own bytes stand for it.
    let digest: Digest?
    /// Whether the digest of its object stands for it, see `ObjectType.digest`.
    package private(set) var isInDigest = false
    /// Whether it holds markup that is replaced in pages when it changes, see `TemplateSet.showsMarkupOnly`.
    let isReplaced: Bool
    /// What may change its value though its object stays the same.
    package private(set) var influences: Influences = []

    package init(
        _ name: String, _ type: ValueType, _ doc: String, digest: Digest? = nil, isReplaced: Bool = false,
        read: @escaping Reader
    ) {
        self.isReplaced = isReplaced
        self.name = name
        self.type = type
        self.doc = doc
        self.digest = digest
        self.read = read
    }

    /// The same field, for which the digest of its object stands.
    package var inDigest: Field {
        var field = self
        field.isInDigest = true
        return field
    }

    /// The same field, the value of which changes with `influences`.
    package func changing(with influences: Influences) -> Field {
        var field = self
        field.influences = influences
        return field
    }
}

/// What changes values of fields though their objects stay the same, in kinds that mean something to the schema.
package struct Influences: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A kind of thing that templates read fields of: an article, a category, the pager.
package struct ObjectType: Sendable {
    package let name: String
    package let doc: String
    /// True when a number means the same thing on every page of a build, and things of the type recur on
    /// many pages: a part of a page that reads only such things is remembered by their numbers. False for
    /// what belongs to one page (the pager, the photos of one article): that is never remembered.
    package let shared: Bool
    /// Appends bytes that stand for the values of all fields that are `inDigest`, and says so, where there are such
    /// bytes: then these fields need not be read. Nil for a type without such fields.
    let digest: ObjectDigest?
    package let fields: [Field]

    package init(
        _ name: String, doc: String, shared: Bool = true, digest: ObjectDigest? = nil, fields: [Field]
    ) {
        self.digest = digest
        self.name = name
        self.doc = doc
        self.shared = shared
        self.fields = fields
    }
}

/// A value that a template finds under a name.
package struct Variable: Sendable {
    package let name: String
    package let type: ValueType
    package let doc: String
    /// For a variable of a page kind: true when several pages have the same object in it (`category` on
    /// the pages of one archive), false when it is the page's own subject (`article` on its page), so that
    /// remembering parts by it would only cost memory.
    package let recurs: Bool

    package init(_ name: String, _ type: ValueType, _ doc: String, recurs: Bool = false) {
        self.name = name
        self.type = type
        self.doc = doc
        self.recurs = recurs
    }
}

/// A kind of page: the template that renders it and the variables that template sees.
package struct PageKind: Sendable {
    package let name: String
    /// The file name of its template, `article.html`.
    package let template: String
    package let doc: String
    package let variables: [Variable]
    /// False when no page of this kind will be rendered: a theme may lack its template then.
    package let isRequired: Bool

    package init(
        _ name: String, template: String, doc: String, variables: [Variable], isRequired: Bool = true
    ) {
        self.isRequired = isRequired
        self.name = name
        self.template = template
        self.doc = doc
        self.variables = variables
    }
}

/// How pages get their fragments, see `{% fragment %}`.
package enum FragmentStyle: Sendable, Hashable {
    /// They are part of each page.
    case inline
    /// They are files in a folder of the site, which starts and ends with `/`; pages hold directives that the
    /// web server replaces by them: `<!--# include virtual="/folder/name.html" -->`.
    case server(folder: String)
    /// The same with placeholders that a script of the theme replaces: `<div data-fragment="/folder/name.html">`.
    case script(folder: String)
}

/// Everything templates may speak of.
package struct Schema: Sendable {
    package let objects: [ObjectType]
    /// The same on all pages, as `site` is.
    package let globals: [Variable]
    package let pages: [PageKind]
    /// Built-in filters and, after them, the added ones; an added filter replaces a built-in one of its name.
    package let filters: [Filter]
    package let fragments: FragmentStyle
    /// Stands for what the added filters were made with, such as a zone: with another seed, pages may differ though
    /// their templates read the same values.
    let filterSeed: String

    private let objectsByName: [String: ObjectType]
    private let filtersByName: [String: Filter]

    package init(
        objects: [ObjectType], globals: [Variable], pages: [PageKind], filters: [Filter] = [],
        fragments: FragmentStyle = .inline, filterSeed: String = ""
    ) {
        self.objects = objects
        self.globals = globals
        self.pages = pages
        self.fragments = fragments
        self.filterSeed = filterSeed
        let added = Set(filters.map(\.name))
        self.filters = Filter.builtIn.filter { !added.contains($0.name) } + filters
        objectsByName = Dictionary(objects.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        filtersByName = Dictionary(self.filters.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    func object(_ name: String) -> ObjectType? { objectsByName[name] }

    func filter(_ name: String) -> Filter? { filtersByName[name] }

    /// True for types whose numbers mean the same on every page, and for all that is not an object.
    func isShared(_ type: ValueType) -> Bool {
        switch type {
        case .object(let name): objectsByName[name]?.shared ?? false
        case .list(let inner), .optional(let inner): isShared(inner)
        case .bool, .int, .text, .html, .date: true
        }
    }
}

extension ValueType {
    /// The type of `none`, and of the elements of `[]`: it goes with every other type.
    static let nothing = ValueType.optional(.object(""))

    /// The type without its outermost optional.
    var plain: ValueType {
        if case .optional(let inner) = self { inner } else { self }
    }

    var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    var isNothing: Bool { plain == .object("") }

    /// The name of the object type, also of an optional one.
    var objectName: String? {
        if case .object(let name) = plain { name } else { nil }
    }

    /// The type of the elements when this is a list.
    var element: ValueType? {
        if case .list(let element) = plain { element } else { nil }
    }

    var optional: ValueType { isOptional ? self : .optional(self) }

    /// The type that holds values of both, or nil when there is none.
    static func join(_ left: ValueType, _ right: ValueType) -> ValueType? {
        if left == right { return left }
        if left.isNothing { return right.optional }
        if right.isNothing { return left.optional }
        let isOptional = left.isOptional || right.isOptional
        let joined: ValueType
        switch (left.plain, right.plain) {
        case (let a, let b) where a == b: joined = a
        case (.list(let a), .list(let b)):
            if a.isNothing {
                joined = .list(b)
            } else if b.isNothing {
                joined = .list(a)
            } else {
                guard let element = join(a, b) else { return nil }
                joined = .list(element)
            }
        default: return nil
        }
        return isOptional ? joined.optional : joined
    }

    /// True when a value of this type may stand where `expected` is asked for.
    func fits(_ expected: ValueType) -> Bool {
        ValueType.join(self, expected) == expected || (self == .list(.nothing) && expected.element != nil)
    }
}
