/// Reads ISO 8601 in the extended form: `2024-03-26`, `2024-03-26T16:46`, `2024-03-26 16:46:05.250+07:00`.
///
/// Works on bytes and allocates nothing: one date per article comes through here.
struct ISODateReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private let end: Int

    /// The whole of `bytes` as an ISO date, spaces around it aside; nil when it has another form.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> WrittenDate? {
        guard let start = bytes.firstIndex(where: { !isSpace($0) }) else { return nil }
        let end = bytes.lastIndex(where: { !isSpace($0) }) ?? start
        var reader = ISODateReader(bytes: bytes, position: start, end: end + 1)
        return reader.date()
    }

    private mutating func date() -> WrittenDate? {
        guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2) else {
            return nil
        }
        var written = WrittenDate()
        written.day = .init(year: .init(value: year, digits: 4), month: month, day: day)
        if isAtEnd { return written }
        guard takeTimeMark(), let time = time() else { return nil }
        written.time = time
        written.offset = offset()
        return isAtEnd ? written : nil
    }

    private mutating func takeTimeMark() -> Bool {
        take("T") || take("t") || takeSpaces()
    }

    private mutating func time() -> WrittenDate.Time? {
        guard let hour = digits(2), take(":"), let minute = digits(2) else { return nil }
        var time = WrittenDate.Time(hour: hour, minute: minute)
        guard take(":") else { return time }
        guard let second = digits(2) else { return nil }
        time.second = second
        return skipFraction() ? time : nil
    }

    /// False when a fraction starts and has no digits.
    private mutating func skipFraction() -> Bool {
        guard take(".") || take(",") else { return true }
        let start = position
        while digits(1) != nil {}
        return position > start
    }

    /// nil when there is no offset, or when what stands there is none; the caller sees text left over.
    private mutating func offset() -> WrittenDate.Offset? {
        _ = takeSpaces()
        if take("Z") || take("z") { return .utc }
        let west = take("-")
        guard west || take("+"), let hours = digits(2) else { return nil }
        if take(":") { return digits(2).map { .signed(west: west, hours: hours, minutes: $0) } }
        return .signed(west: west, hours: hours, minutes: digits(2) ?? 0)
    }

    private var isAtEnd: Bool { position == end }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard position < end, bytes[position] == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    private mutating func takeSpaces() -> Bool {
        let start = position
        while position < end, Self.isSpace(bytes[position]) { position += 1 }
        return position > start
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || 0x09...0x0D ~= byte
    }

    /// The value of exactly `count` digits; nil, and nothing is taken, when they are not there.
    private mutating func digits(_ count: Int) -> Int? {
        guard position + count <= end else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += count
        return value
    }
}
