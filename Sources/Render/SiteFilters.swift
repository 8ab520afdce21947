import Bytes
package import Diagnostics
import Model
import Templates
import VietnameseText

/// Filters that know dates, numbers and addresses as Vietnamese readers write them.
enum SiteFilters {
    static func all(zone: ZoneOffset) -> [Filter] {
        [
            date(zone),
            Filter(
                "iso", doc: "A date for machines: `2024-03-26T16:46:00+07:00`.", input: [.date], result: .text
            ) { value, _ in .text(ISO8601.string(value.timestamp, zone: zone)) },
            Filter(
                "rfc822", doc: "A date as feeds write it: `Tue, 26 Mar 2024 16:46:00 +0700`.", input: [.date],
                result: .text
            ) { value, _ in .text(RFC822.string(value.timestamp, zone: zone)) },
            Filter(
                "number", doc: "A number in groups: `6498589` gives `6.498.589`.", input: [.int],
                result: .text
            ) {
                value, _ in
                if case .int(let number) = value { .text(Grouping.string(number)) } else { .none }
            },
            Filter(
                "digits", doc: "The digits of a number one by one, as texts: `152` gives `1`, `5`, `2`.",
                input: [.int], result: .list(.text)
            ) {
                value, _ in
                guard case .int(let number) = value else { return .none }
                return .list(.values(String(number.magnitude).map { .text(String($0)) }))
            },
            Filter(
                "slug", doc: "A text as part of an address: `Đoàn khối` gives `doan-khoi`.", input: [.text],
                result: .text
            ) {
                value, _ in .text(Slug.make(value.plainText))
            },
        ]
    }

    private static func date(_ zone: ZoneOffset) -> Filter {
        let doc =
            "A date in a pattern: `EEEE` weekday (`eeee`: second word small), `dd` `d` day, `MM` `M` month, "
            + "`yyyy` `yy` year, `HH` `H` hour, `mm` minute, `'text'` as it stands. The pattern is a literal."
        return Filter(
            "date", doc: doc, input: [.date], arguments: [.init("pattern", .text, literal: true)],
            result: .text
        ) { literals throws(FilterError) in
            let text = literals.first.flatMap { $0?.plainText } ?? ""
            let pattern: DatePattern
            do { pattern = try DatePattern(text) } catch {
                throw FilterError(argument: 0, RenderProblem.badDatePattern(text))
            }
            return .value { value, _ in .text(pattern.string(value.timestamp, zone: zone)) }
        }
    }
}

extension Value {
    fileprivate var timestamp: Timestamp {
        if case .date(let seconds) = self { Timestamp(seconds: seconds) } else { Timestamp(seconds: 0) }
    }
}

/// What only Render finds wrong with a theme.
package enum RenderProblem: Problem {
    case badDatePattern(String)

    package var kind: String { "date-pattern" }

    package func message(in language: Language) -> String {
        switch (self, language) {
        case (.badDatePattern(let text), .vietnamese): "mẫu ngày `\(text)` không đúng"
        case (.badDatePattern(let text), .english): "`\(text)` is not a date pattern"
        }
    }

    package func remedy(in language: Language) -> String? {
        language == .vietnamese
            ? "dùng EEEE dd MM yyyy HH mm, chữ khác đặt trong dấu nháy đơn"
            : "use EEEE dd MM yyyy HH mm, and put other letters in single quotes"
    }
}
