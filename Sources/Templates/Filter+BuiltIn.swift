import Bytes

// The filters that every schema has.
extension Filter {
    static let builtIn: [Filter] = textFilters + htmlFilters + listFilters + valueFilters

    private static func text(
        _ name: String, _ doc: String, _ arguments: [Argument] = [],
        _ apply: @escaping @Sendable (String, [Value]) -> String
    ) -> Filter {
        Filter(name, doc: doc, input: [.text], arguments: arguments, result: .text) { value, arguments in
            .text(apply(value.plainText, arguments))
        }
    }

    private static let textFilters: [Filter] = [
        text("upper", "All letters as capitals: `{{ \"Đoàn\" | upper }}` gives `ĐOÀN`.") { text, _ in
            text.uppercased()
        },
        text("lower", "All letters small: `{{ \"ĐOÀN\" | lower }}` gives `đoàn`.") { text, _ in
            text.lowercased()
        },
        text("capitalize", "The first letter as a capital, the others as they are.") { text, _ in
            text.prefix(1).uppercased() + text.dropFirst()
        },
        text("trim", "Without spaces and line ends on both sides.") { text, _ in
            TextForm.trimmed(text)
        },
        text(
            "truncate",
            "At most `length` characters, cut between words; a shortened text ends in `end`, which counts.",
            [Argument("length", .int), Argument("end", .text, default: .text("…"))]
        ) { text, arguments in
            TextForm.truncated(text, to: arguments[0].number, end: arguments[1].plainText)
        },
        text(
            "replace", "Every `old` becomes `new`.", [Argument("old", .text), Argument("new", .text)]
        ) { text, arguments in
            TextForm.replacing(arguments[0].plainText, by: arguments[1].plainText, in: text)
        },
        text("urlencode", "As part of an address: all but letters, digits and `-._~/` becomes `%XX`.") {
            text, _ in
            PercentEncoding.encode(text)
        },
    ]

    private static let htmlFilters: [Filter] = [
        Filter(
            "escape",
            doc: "Text as HTML, special characters replaced. Text is escaped anyway when it is printed.",
            input: [.text, .html], result: .html
        ) { value, _ in
            if case .text(let text) = value {
                .html(Value.rendered { $0.append(printing: .text(text)) })
            } else {
                value
            }
        },
        Filter(
            "safe", doc: "Text that is HTML already and must not be escaped. The only way to print raw text.",
            input: [.text, .html], result: .html
        ) { value, _ in
            if case .text(let text) = value { .html(text) } else { value }
        },
        Filter("striptags", doc: "HTML as text, without tags.", input: [.html, .text], result: .text) {
            value, _ in
            .text(TextForm.withoutTags(value.plainText))
        },
    ]

    private static let listFilters: [Filter] = [
        Filter("first", doc: "The first element, nothing of an empty list.", input: .list, result: .element) {
            value, _ in value.list[0]
        },
        Filter("last", doc: "The last element, nothing of an empty list.", input: .list, result: .element) {
            value, _ in value.list[value.list.count - 1]
        },
        Filter(
            "limit", doc: "At most the first `count` elements.", input: .list,
            arguments: [Argument("count", .int)], result: .sameAsInput
        ) { value, arguments in .list(value.list.slice(from: 0, to: arguments[0].number)) },
        Filter(
            "skip", doc: "All but the first `count` elements.", input: .list,
            arguments: [Argument("count", .int)], result: .sameAsInput
        ) { value, arguments in .list(value.list.slice(from: arguments[0].number, to: .max)) },
        Filter("reverse", doc: "From the last element to the first.", input: .list, result: .sameAsInput) {
            value, _ in .list(value.list.reversed())
        },
        Filter(
            "lines", doc: "The lines of a text, those without letters left out.", input: [.text],
            result: .list(.text)
        ) { value, _ in
            let lines = value.plainText.split(separator: "\n").map { TextForm.trimmed(String($0)) }
            return .list(.values(lines.filter { !$0.isEmpty }.map { .text($0) }))
        },
        Filter(
            "join", doc: "The texts or numbers of a list as one text, `separator` between them.",
            input: .types([.list(.text), .list(.int)]),
            arguments: [Argument("separator", .text, default: .text(""))], result: .type(.text)
        ) { value, arguments in
            let list = value.list
            return .text(
                (0..<list.count).map { list[$0].plainText }.joined(separator: arguments[0].plainText))
        },
    ]

    private static let valueFilters: [Filter] = [
        Filter(
            "length", doc: "How many elements a list has, or characters a text.",
            input: .types([.text, .list(.nothing)]), result: .type(.int)
        ) { value, _ in
            if case .list(let list) = value { .int(list.count) } else { .int(value.plainText.count) }
        },
        Filter("abs", doc: "A number without its sign.", input: [.int], result: .int) { value, _ in
            .int(Int(clamping: value.number.magnitude))
        },
        Filter(
            "default", doc: "`value` when there is nothing; the result is never missing.", input: .anything,
            arguments: [Argument("value", .nothing)], result: .withoutOptional
        ) { value, arguments in value.isNone ? arguments[0] : value },
        Filter(
            "json",
            doc: "The value as JSON, safe inside `<script>`: `< > & '` are written as `\\u003C` and so on. "
                + "Nothing becomes `null`, a date seconds since 1970. Write it without quotes around it.",
            input: .plain, result: .type(.html)
        ) { (_: [Value?]) throws(FilterError) in
            .append { value, _, out in out.append(json: value) }
        },
    ]
}

extension Value {
    /// The list, empty when this is not one.
    var list: List {
        if case .list(let list) = self { list } else { .values([]) }
    }
}
