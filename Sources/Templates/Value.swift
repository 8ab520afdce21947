import Bytes

/// What an expression yields.
///
/// Templates are typed before anything is rendered, so an expression of type text yields `.text` or, when
/// it is optional, `.none`. A reader that breaks its promise is treated as if it had given `.none`.
package enum Value: Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case text(String)
    case html(String)
    case markup(Markup)
    /// Seconds since 1970-01-01T00:00:00Z.
    case date(Int)
    /// A number that only the readers of its type understand.
    case object(Int)
    case list(List)
}

/// HTML with insertions: a body is appended without being joined first.
package struct Markup: Sendable {
    /// Bytes that stand before the byte `offset` of the HTML.
    package struct Fill: Sendable {
        package let offset: Int
        package let bytes: [UInt8]

        package init(offset: Int, bytes: [UInt8]) {
            self.offset = offset
            self.bytes = bytes
        }
    }

    package let html: [UInt8]
    /// In the order of their offsets.
    package let fills: [Fill]
    /// Stands for `html` and for whose it is; nil for markup that nobody replaces in pages.
    package let key: UInt64?

    package init(html: [UInt8], fills: [Fill] = [], key: UInt64? = nil) {
        self.html = html
        self.fills = fills
        self.key = key
    }

    var isEmpty: Bool { html.isEmpty && fills.allSatisfy(\.bytes.isEmpty) }
}

/// A sequence of values of one type.
package enum List: Sendable {
    /// Objects by their numbers.
    case objects(ArraySlice<Int32>)
    /// Objects that are numbered consecutively.
    case range(Range<Int>)
    case values([Value])

    package var count: Int {
        switch self {
        case .objects(let numbers): numbers.count
        case .range(let range): range.count
        case .values(let values): values.count
        }
    }

    /// The value at `position` from 0, `.none` outside the list.
    package subscript(position: Int) -> Value {
        guard position >= 0, position < count else { return .none }
        return switch self {
        case .objects(let numbers): .object(Int(numbers[numbers.startIndex + position]))
        case .range(let range): .object(range.lowerBound + position)
        case .values(let values): values[position]
        }
    }

    /// The values from `start` to before `end`; positions outside the list are left out.
    func slice(from start: Int, to end: Int) -> List {
        let low = min(max(start, 0), count)
        let high = max(min(end, count), low)
        return switch self {
        case .objects(let numbers):
            .objects(numbers[(numbers.startIndex + low)..<(numbers.startIndex + high)])
        case .range(let range): .range((range.lowerBound + low)..<(range.lowerBound + high))
        case .values(let values): .values(Array(values[low..<high]))
        }
    }

    func reversed() -> List {
        switch self {
        case .objects(let numbers): .objects(ArraySlice(numbers.reversed()))
        case .range(let range): .objects(ArraySlice(range.reversed().map { Int32(truncatingIfNeeded: $0) }))
        case .values(let values): .values(values.reversed())
        }
    }
}

extension Value {
    /// False, nothing, 0, empty text and empty lists are false; all else is true.
    var isTrue: Bool {
        switch self {
        case .none: false
        case .bool(let flag): flag
        case .int(let number): number != 0
        case .text(let text), .html(let text): !text.isEmpty
        case .markup(let markup): !markup.isEmpty
        case .date, .object: true
        case .list(let list): list.count > 0
        }
    }

    var isNone: Bool {
        if case .none = self { true } else { false }
    }

    /// The number, 0 when this is not one.
    var number: Int {
        if case .int(let number) = self { number } else { 0 }
    }

    /// The text as it stands, without escaping; of HTML its source; empty for what has no text.
    package var plainText: String {
        switch self {
        case .text(let text), .html(let text): text
        case .int(let number): String(number)
        case .markup:
            Value.rendered { $0.append(printing: self) }
        case .none, .bool, .date, .object, .list: ""
        }
    }

    /// What `body` writes, as a string.
    static func rendered(_ body: (inout ByteBuffer) -> Void) -> String {
        var buffer = ByteBuffer(capacity: 256)
        body(&buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    /// True when both are the same thing; texts are compared byte for byte.
    static func same(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.none, .none): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)), (.date(let a), .date(let b)), (.object(let a), .object(let b)):
            a == b
        case (.text, .text), (.html, .html), (.markup, .html), (.html, .markup), (.markup, .markup):
            order(left.plainText, right.plainText) == 0
        default: false
        }
    }

    /// Negative when `left` comes first, 0 when both are equal: numbers and dates by size, texts by bytes.
    static func order(_ left: Value, _ right: Value) -> Int {
        switch (left, right) {
        case (.int(let a), .int(let b)), (.date(let a), .date(let b)): a < b ? -1 : a > b ? 1 : 0
        default: order(left.plainText, right.plainText)
        }
    }

    private static func order(_ left: String, _ right: String) -> Int {
        if left.utf8.elementsEqual(right.utf8) { return 0 }
        return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }
}

extension ByteBuffer {
    /// Appends `value` as a page shows it: text escaped, HTML as it stands, numbers in digits, and nothing
    /// for what has no text.
    @inline(__always)
    mutating func append(printing value: Value) {
        switch value {
        case .text(let text): append(escaping: text)
        case .html(let html): append(html)
        case .int(let number): append(decimal: number)
        case .markup(let markup): append(markup)
        case .none, .bool, .date, .object, .list: break
        }
    }

    private mutating func append(_ markup: Markup) {
        var start = 0
        for fill in markup.fills {
            let end = min(max(fill.offset, start), markup.html.count)
            append(markup.html[start..<end])
            append(fill.bytes)
            start = end
        }
        append(markup.html[start...])
    }

    /// Replaces HTML's special characters in what was written since `start`. Most often there are none,
    /// and then nothing is copied.
    mutating func escape(from start: Int) {
        guard bytes[start...].contains(where: HTMLSpecial.contains) else { return }
        let plain = copy(from: start)
        truncate(to: start)
        append(escaping: plain)
    }
}

private enum HTMLSpecial {
    static func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
