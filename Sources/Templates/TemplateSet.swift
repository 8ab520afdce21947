import Bytes
package import Diagnostics

/// The compiled templates of all page kinds.
package struct TemplateSet: Sendable {
    /// Tells a renderer whether what it remembers is of this set.
    final class Identity: Sendable {}

    private let templates: [String: Template]
    private let fragments: [String: Template]
    private let areFragmentsFiles: Bool
    /// Whether all that templates do with fields that are replaced in pages is to show them: then pages depend on
    /// nothing of their markup but where they show it, which `Renderer.placements` tells.
    package let showsMarkupOnly: Bool

    /// Compiles the templates of all page kinds of `schema`.
    ///
    /// Sources of later layers override earlier ones of the same name; `{% extends "sen/article.html" %}`
    /// names a layer's own version. All problems of all files are found in one go, sorted by place; when one
    /// of them is an error there is no set.
    ///
    /// With `timed` a renderer that has a clock learns how long each of them takes, which costs time itself.
    package static func compile(
        _ sources: [TemplateSource], schema: Schema, timed: Bool = false
    ) -> (TemplateSet?, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let library = Library(sources, &diagnostics)
        let identity = Identity()
        var templates: [String: Template] = [:]
        let compiler = Compiler(schema, library, isTimed: timed)
        for kind in schema.pages { templates[kind.name] = compiler.compile(kind, for: identity) }
        let fragments = compiler.compileFragments(for: identity)
        compiler.numberMemories()
        diagnostics += compiler.diagnostics
        diagnostics.sort(by: Diagnostic.inOrder)
        return (
            diagnostics.hasErrors
                ? nil
                : TemplateSet(
                    templates: templates, fragments: fragments,
                    areFragmentsFiles: schema.fragments != .inline,
                    showsMarkupOnly: compiler.markupUses.read == compiler.markupUses.shown), diagnostics
        )
    }

    /// The template of a page kind of the schema.
    package func template(forPage kind: String) -> Template? { templates[kind] }

    /// The names of the fragments that are files of their own, in byte order.
    package var fragmentNames: [String] { areFragmentsFiles ? fragments.keys.sorted() : [] }

    /// The names of the fragments that are parts of pages, in byte order.
    package var partNames: [String] { areFragmentsFiles ? [] : fragments.keys.sorted() }

    /// The template of a fragment, which has no variables.
    package func template(forFragment name: String) -> Template? { fragments[name] }
}

/// A compiled template. Values that it needs come from a `Renderer`.
package struct Template: Sendable {
    let set: TemplateSet.Identity
    let body: Node
    let variableCount: Int
    let slotCount: Int
    /// The fields that it may read, as `type.field` in byte order, those of its includes and macros too;
    /// for variables that are no objects, the name.
    package let reads: [String]
    /// The same as trees, for fingerprints; nil when it is not known what the output depends on.
    let reading: Reading?

    struct Reading: Sendable {
        /// Stands for the text of the templates.
        let identity: ContentHash
        /// One for each global, and for each variable of the page; nil for those that are no objects.
        let globals: [ReadPlan?]
        let variables: [ReadPlan?]
    }
}
