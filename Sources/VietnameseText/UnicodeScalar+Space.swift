extension Unicode.Scalar {
    /// Whether Unicode counts it as white space; the common answers come without a table.
    var isSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0: true
        case 0..<0x1680, 0x1E00..<0x2000: false
        default: properties.isWhitespace
        }
    }
}
