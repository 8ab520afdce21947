internal import Model
internal import VietnameseText

extension ValueType<String> {
    static var text: Self {
        ValueType(type: .text) { node, field, reader in reader.string(node, field) }
    }

    static func choice(_ choices: [String]) -> Self {
        ValueType(type: .choice(choices)) { node, field, reader in
            reader.choice(node, field, of: choices)
        }
    }
}

extension ValueType<[String]> {
    static var texts: Self {
        ValueType(type: .texts) { node, field, reader in reader.texts(node, field) }
    }

    /// A list, or a text whose items stand between commas.
    static var commaList: Self {
        ValueType(type: .texts) { node, field, reader in
            guard case .scalar = node.value else { return reader.texts(node, field) }
            return reader.string(node, field)?.commaItems
        }
    }
}

extension ValueType<Bool> {
    static var flag: Self {
        ValueType(type: .flag) { node, field, reader in reader.flag(node, field) }
    }
}

extension ValueType<Int> {
    static func number(in range: ClosedRange<Int> = 0...1_000_000_000) -> Self {
        ValueType(type: .number(range)) { node, field, reader in reader.number(node, field, in: range) }
    }
}

extension ValueType<Timestamp> {
    static var date: Self {
        ValueType(type: .date) { node, field, reader in reader.date(node, field)?.timestamp }
    }

    /// The moment a window closes: a day without time counts to its end.
    static var lastDay: Self {
        ValueType(type: .date) { node, field, reader in
            reader.date(node, field).map { date in
                date.hasTime ? date.timestamp : Timestamp(seconds: date.timestamp.seconds + 86_400)
            }
        }
    }
}

extension ValueType<Located<String>> {
    /// A text that is checked when the whole record is known.
    static var locatedText: Self {
        ValueType(type: .text) { node, field, reader in
            reader.string(node, field).map { Located(value: $0, span: node.span) }
        }
    }
}

extension String {
    /// The parts between commas, without blanks around them and without empty ones.
    fileprivate var commaItems: [String] {
        utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
            let item = part.drop { $0.isBlank }
            guard let last = item.lastIndex(where: { !$0.isBlank }) else { return nil }
            return String(item[...last])
        }
    }
}
