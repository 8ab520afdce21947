import CCMark

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A document as cmark parsed it: its nodes lie in the memory of the thread that made it, which must be the
/// one that uses it.
struct DocumentTree: ~Copyable {
    let root: OpaquePointer

    /// Parses `text`, which is valid UTF-8.
    init(parsing text: ArraySlice<UInt8>) {
        let memory = NodeMemory.beginTree()
        guard !text.isEmpty else {
            root = cmark_node_new_with_mem(CMARK_NODE_DOCUMENT, memory)
            return
        }
        let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
        text.withUnsafeBytes {
            cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        // Nil means that memory ran out, and the allocator ends the process before that.
        root = cmark_parser_finish(parser).unsafelyUnwrapped
    }

    init(parsing text: [UInt8]) { self.init(parsing: text[...]) }

    /// Whether the text left no node: it is blank, or holds link reference definitions only.
    var isEmpty: Bool { Node(root).firstChild == nil }

    /// Whether the last block is HTML.
    var endsInHTML: Bool { Node(root).lastChild?.type == CMARK_NODE_HTML_BLOCK }

    deinit { NodeMemory.endTree() }
}

/// What cmark's functions say of a node, in Swift's words.
///
/// The pointer is valid as long as the tree it belongs to.
struct Node: Equatable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    init?(_ pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    var type: cmark_node_type { cmark_node_get_type(pointer) }
    var parent: Node? { Node(cmark_node_parent(pointer)) }
    var firstChild: Node? { Node(cmark_node_first_child(pointer)) }
    var lastChild: Node? { Node(cmark_node_last_child(pointer)) }
    var next: Node? { Node(cmark_node_next(pointer)) }
    var previous: Node? { Node(cmark_node_previous(pointer)) }
    /// Lines of the parsed text, from 1; 0 for soft and hard breaks.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// Columns in bytes, from 1.
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    var literal: UnsafePointer<CChar>? { cmark_node_get_literal(pointer) }
    var url: UnsafePointer<CChar>? { cmark_node_get_url(pointer) }
    var title: UnsafePointer<CChar>? { cmark_node_get_title(pointer) }

    /// The bytes of `literal` without the final NUL.
    var text: UnsafeBufferPointer<UInt8> { Node.bytes(of: literal) }

    /// The only child, or nil when there are none or several.
    var onlyChild: Node? {
        guard let child = firstChild, child.next == nil else { return nil }
        return child
    }

    /// How many block quotes the node stands in.
    var quoteDepth: Int {
        var depth = 0
        var node = parent
        while let current = node {
            if current.type == CMARK_NODE_BLOCK_QUOTE { depth += 1 }
            node = current.parent
        }
        return depth
    }

    /// A number this module ties to the node (from 0); cmark keeps it and does not look at it.
    var mark: Int? {
        get { cmark_node_get_user_data(pointer).map { Int(bitPattern: $0) - 1 } }
        nonmutating set {
            cmark_node_set_user_data(
                pointer, newValue.flatMap { UnsafeMutableRawPointer(bitPattern: $0 + 1) })
        }
    }

    static func bytes(of text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: strlen(text))
    }
}
