internal import Model

/// A request as web servers write it down by default ("combined"; Apache's "vhost_combined", too):
///
///     203.0.113.5 - - [22/Nov/2026:07:01:02 +0700] "GET /tin-tuc/ HTTP/1.1" 200 5123 "https://…" "Mozilla/5.0 …"
struct LogLine {
    let address: UnsafeRawBufferPointer
    let moment: Timestamp
    let method: UnsafeRawBufferPointer
    /// As it was sent: with a query, encoded.
    let target: UnsafeRawBufferPointer
    let status: Int
    let agent: UnsafeRawBufferPointer

    /// Nil for what is no such line.
    init?(_ line: UnsafeRawBufferPointer) {
        var reader = LogLineReader(line)
        guard let first = reader.word(), let second = reader.word() else { return nil }
        address = second.elementsEqual("-".utf8) ? first : Self.address(first, second)
        guard let moment = reader.moment(), let request = reader.quoted(), let status = reader.number(),
            reader.word() != nil, reader.quoted() != nil, let agent = reader.quoted()
        else { return nil }
        self.moment = moment
        self.status = status
        self.agent = agent
        var words = LogLineReader(request)
        // Whatever else somebody has sent is a request, too, and of nothing.
        method = words.word() ?? UnsafeRawBufferPointer(start: nil, count: 0)
        target = words.word() ?? UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// The second word where the name of a virtual host is the first.
    private static func address(
        _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
    ) -> UnsafeRawBufferPointer {
        NetworkAddress(String(decoding: second, as: UTF8.self)) == nil ? first : second
    }
}

/// Takes a line apart from its start.
private struct LogLineReader {
    private let bytes: UnsafeRawBufferPointer
    private var at = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// What stands before the next space.
    mutating func word() -> UnsafeRawBufferPointer? {
        skipSpaces()
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: " ") { at += 1 }
        return at > start ? UnsafeRawBufferPointer(rebasing: bytes[start..<at]) : nil
    }

    mutating func number() -> Int? {
        guard let word = word(), word.count <= 9 else { return nil }
        var value = 0
        for byte in word {
            guard let digit = Self.digit(byte) else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// What stands between the next two quotes; a backslash keeps the byte behind it.
    mutating func quoted() -> UnsafeRawBufferPointer? {
        skipSpaces()
        guard take("\"") else { return nil }
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard at < bytes.count else { return nil }
        at += 1
        return UnsafeRawBufferPointer(rebasing: bytes[start..<at - 1])
    }

    /// `[22/Nov/2026:07:01:02 +0700]`, the next that stands in brackets: names of users may have spaces.
    mutating func moment() -> Timestamp? {
        while at < bytes.count, bytes[at] != UInt8(ascii: "[") { at += 1 }
        guard take("["), let day = digits(2), take("/"), let month = month(), take("/"), let year = digits(4),
            take(":"),
            let hour = digits(2), take(":"), let minute = digits(2), take(":"), let second = digits(2),
            take(" "),
            let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60, second <= 60
        else { return nil }
        let isWest = take("-")
        guard isWest || take("+"), let hours = digits(2), let minutes = digits(2), take("]") else {
            return nil
        }
        let offset = (hours * 60 + minutes) * 60
        let clock = (hour * 60 + minute) * 60 + second
        return Timestamp(seconds: date.daysSinceEpoch * 86_400 + clock - (isWest ? -offset : offset))
    }

    private mutating func month() -> Int? {
        guard at + 3 <= bytes.count else { return nil }
        let name = bytes[at..<at + 3]
        at += 3
        return Self.months.firstIndex { $0.utf8.elementsEqual(name) }.map { $0 + 1 }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private mutating func digits(_ count: Int) -> Int? {
        guard at + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[at..<at + count] {
            guard let digit = Self.digit(byte) else { return nil }
            value = value * 10 + digit
        }
        at += count
        return value
    }

    private static func digit(_ byte: UInt8) -> Int? {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte ? Int(byte - UInt8(ascii: "0")) : nil
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }

    private mutating func skipSpaces() {
        while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
    }
}
