#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Which extensions a body could use at all, judged by bytes each of them needs.
///
/// Most articles use none: a few passes of `memchr` over rare bytes spare them every other search.
struct SyntaxTraces {
    /// `:::` blocks and footnotes: what the outline looks for.
    private(set) var blocks = false
    /// Link reference definitions, which matter to the parts that are parsed by themselves.
    private(set) var definitions = false
    /// Pipe tables.
    private(set) var tables = false
    /// Footnote references, strikethrough, autolinks, task items.
    private(set) var inlines = false
    /// Numbers of official documents.
    private(set) var citations = false
    /// `[[muc-luc]]`.
    private(set) var contents = false

    var isEmpty: Bool { !(blocks || tables || inlines || contents || citations) }

    init() {}

    init(in text: ArraySlice<UInt8>, citations: Bool) {
        self = text.withUnsafeBufferPointer { text in
            var traces = SyntaxTraces(in: text)
            traces.citations = citations && Self.contains("/", in: text)
            return traces
        }
    }

    private init(in text: UnsafeBufferPointer<UInt8>) {
        let notes = Self.contains("^", before: "[", in: text)
        blocks = notes || Self.contains(":", before: ":", after: ":", in: text)
        definitions = Self.contains("]", after: ":", in: text)
        tables = Self.contains("|", in: text)
        contents = Self.contains("[", before: "[", in: text)
        inlines =
            notes || Self.contains("~", before: "~", in: text) || Self.contains("@", in: text)
            || Self.contains(":", after: "/", in: text) || Self.contains("w", before: "w", in: text)
            || Self.contains("W", before: "W", in: text) || Self.contains("[", after: " ", in: text)
            || Self.contains("]", before: "x", in: text) || Self.contains("]", before: "X", in: text)
    }

    /// Whether `byte` occurs with `before` in front of it and `after` behind it.
    private static func contains(
        _ byte: Unicode.Scalar, before: Unicode.Scalar? = nil, after: Unicode.Scalar? = nil,
        in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let base = text.baseAddress else { return false }
        var at = 0
        while let hit = memchr(base + at, Int32(byte.value), text.count - at) {
            at = UnsafeRawPointer(hit) - UnsafeRawPointer(base) + 1
            let fitsBefore = before.map { at > 1 && base[at - 2] == UInt8(ascii: $0) } ?? true
            let fitsAfter = after.map { at < text.count && base[at] == UInt8(ascii: $0) } ?? true
            if fitsBefore && fitsAfter { return true }
        }
        return false
    }
}
