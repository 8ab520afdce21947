package import Model

/// The date form of HTML's `datetime`, JSON-LD and sitemaps.
package enum ISO8601 {
    /// `2024-03-26T16:46:00+07:00`; an offset is written in whole minutes.
    package static func string(_ timestamp: Timestamp, zone: ZoneOffset) -> String {
        var bytes: [UInt8] = []
        append(timestamp, zone: zone, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `+07:00`.
    package static func offset(_ zone: ZoneOffset) -> String {
        var bytes: [UInt8] = []
        bytes.append(offset: zone, separator: ":")
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `string(_:zone:)` gives.
    package static func append(_ timestamp: Timestamp, zone: ZoneOffset, to output: inout [UInt8]) {
        let civil = timestamp.civil(in: zone)
        output.append(decimal: civil.date.year, width: 4)
        output.append(UInt8(ascii: "-"))
        output.append(decimal: civil.date.month, width: 2)
        output.append(UInt8(ascii: "-"))
        output.append(decimal: civil.date.day, width: 2)
        output.append(UInt8(ascii: "T"))
        output.append(clock: civil)
        output.append(offset: zone, separator: ":")
    }
}
