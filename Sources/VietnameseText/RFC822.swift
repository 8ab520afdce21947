package import Model

/// The date form of RSS 2.0.
package enum RFC822 {
    /// `Tue, 26 Mar 2024 16:46:00 +0700`; an offset is written in whole minutes.
    package static func string(_ timestamp: Timestamp, zone: ZoneOffset) -> String {
        var bytes: [UInt8] = []
        append(timestamp, zone: zone, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `string(_:zone:)` gives.
    package static func append(_ timestamp: Timestamp, zone: ZoneOffset, to output: inout [UInt8]) {
        let civil = timestamp.civil(in: zone)
        output.append(contentsOf: weekdays[civil.date.weekday - 1].utf8)
        output.append(contentsOf: ", ".utf8)
        output.append(decimal: civil.date.day, width: 2)
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: months[civil.date.month - 1].utf8)
        output.append(UInt8(ascii: " "))
        output.append(decimal: civil.date.year, width: 4)
        output.append(UInt8(ascii: " "))
        output.append(clock: civil)
        output.append(UInt8(ascii: " "))
        output.append(offset: zone, separator: "")
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
