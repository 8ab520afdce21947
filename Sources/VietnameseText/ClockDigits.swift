import Model

extension [UInt8] {
    /// Appends `16:46:00`.
    mutating func append(clock civil: CivilTime) {
        append(decimal: civil.hour, width: 2)
        append(UInt8(ascii: ":"))
        append(decimal: civil.minute, width: 2)
        append(UInt8(ascii: ":"))
        append(decimal: civil.second, width: 2)
    }

    /// Appends `+07:00`, or with an empty separator `+0700`.
    mutating func append(offset zone: ZoneOffset, separator: String) {
        let minutes = abs(zone.seconds) / 60
        append(UInt8(ascii: zone.seconds < 0 ? "-" : "+"))
        append(decimal: minutes / 60, width: 2)
        append(contentsOf: separator.utf8)
        append(decimal: minutes % 60, width: 2)
    }
}
